"""What a worker must know before they press anything on a page, and what they still have to do."""

from conversations.contact import for_worker
from conversations.page_view import PageView
from conversations.screen import Line, plain, quiet
from conversations.social_worker_task import task_line
from fostering.requests import Request
from fostering.ringing import Ringing
from locales import Language, mark

DO_NOT_CONTACT = mark(
    "About where they live: do NOT contact the household or its supervising social worker."
)
RINGING = {
    Ringing.NEVER: mark("Do NOT ring. They will ring you."),
    Ringing.MESSAGE_FIRST: mark("Do NOT ring yet. Send a message first."),
    Ringing.UNKNOWN: mark("We don't know yet if it is safe to ring. Send a message first."),
}
JUDGEMENTS = {
    "yes": mark("They say that this helped."),
    "partly": mark("They say that this helped a little."),
    "no": mark("They say that this did not help. Ring them, or speak with your manager."),
}


def warnings(language: Language, request: Request, view: PageView) -> list[Line]:
    """The lines between the child and the answers."""
    lines: list[Line] = []
    if not request.finished and request.open:
        lines.append(plain(_unfinished(language, view)))
    held = view.number_held and request.open and request.priority.urgent
    if held and not view.asks_to_write and view.ringing is not Ringing.NEVER:
        lines.append(
            quiet(language.say(mark("They gave no number here: use the one you hold for them.")))
        )
    lines += _afterwards(language, request, view)
    if view.asks_to_write and view.writes:
        lines += for_worker(language, request)
    if request.mistaken:
        lines.append(
            plain(language.say(mark("They say it was pressed by mistake. Confirm by phone.")))
        )
    if request.back_safe_at is not None:
        lines.append(
            plain(
                language.say(
                    mark(
                        "They say the child is back. Speak with the carer, ask who has seen the "
                        "child, and make sure that police and the emergency duty team know."
                    )
                )
            )
        )
    if request.is_concern:
        keep = mark("Do not show this to whom it is about, and do not speak of it there.")
        lines.append(plain(language.say(keep)))
    if view.phone_only:
        lines.append(
            plain(
                language.say(mark("By phone only: ring them. Ask nothing about it in this chat."))
            )
        )
    if view.sealed:
        lines.append(
            quiet(language.say(mark("Words they typed are kept for the team manager only.")))
        )
    return lines + _tasks(language, request, view)


def _afterwards(language: Language, request: Request, view: PageView) -> list[Line]:
    """What was said afterwards: who has seen the child, that nobody spoke, whether it helped."""
    lines: list[Line] = []
    if view.seen_by:
        seen = mark("The child is back. Seen by: {who}.")
        lines.append(plain(language.say(seen, who=view.seen_by)))
    if view.denied:
        denied = mark("They say that nobody has spoken with them. Ring now.")
        if view.ringing is not Ringing.WELCOME:
            denied = mark("They say that nobody has spoken with them.")
        lines.append(plain(language.say(denied)))
    if request.helped in JUDGEMENTS:
        lines.append(plain(language.say(JUDGEMENTS[request.helped])))
    return lines


def _tasks(language: Language, request: Request, view: PageView) -> list[Line]:
    """What a worker still has to do about it besides answering."""
    lines = task_line(language, request, view.teller)
    if view.form_owed:
        lines.append(plain(language.say(mark("Send them the written notice form."))))
    return lines


def _unfinished(language: Language, view: PageView) -> str:
    """That the questions were not answered to the end, and how to reach who began them."""
    if view.ringing is not Ringing.WELCOME:
        return language.say(mark("Started, not finished."))
    if view.asks_to_write:
        return language.say(mark("Started, not finished. Write to them, don't ring."))
    return language.say(mark("Started, not finished: ring them."))
