"""The page in a worker's private chat, and the lists that lead to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.clock_times import clock_time
from conversations.contact import for_worker
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Push,
    Screen,
    button,
    plain,
    quiet,
    quote,
    title,
)
from conversations.social_worker_task import TOLD_THEM, task_line
from conversations.waits import raised
from fostering.requests import Request, RequestState, ring_minutes
from locales import Language, mark, mark_many

DO_NOT_CONTACT = mark(
    "About where they live: do NOT contact the household or its supervising social worker."
)

NO_CHAT = mark("They have no chat with us: what you write here does not reach them. Ring.")


JUDGEMENTS = {
    "yes": mark("They say that this helped."),
    "partly": mark("They say that this helped a little."),
    "no": mark("They say that this did not help. Ring them, or speak with your manager."),
}


@dataclass(frozen=True, kw_only=True)
class PageView:
    """What a worker's page needs besides the request. Names are those of staff and never a child's.

    `asks` are (question, answer) in the worker's language; `written` are further words with their
    time and who wrote them. `holder` has it now. `teller` told the child's social worker;
    `task_mine`: this worker has to. `mine`: this worker has it, `paged`: they have the page.
    `rings` and `writes`: whether the person may be rung, and written to in this chat.
    `asks_to_write`: they cannot talk on the phone. `no_chat`: they are not linked. `number_held`:
    no number was given, so that the one the service holds is to be rung. `seen_by`: who has seen a
    missing child. `denied`: they say that nobody has spoken with them.
    `takes_over`: this worker may take it from who has it.
    """

    title: str
    author: str
    child: str = ""
    safe_way: str = ""
    holder: str = ""
    mine: bool = False
    paged: bool = False
    copy: int = 1
    phone_only: bool = False
    young_person: bool = False
    sealed: bool = False
    asks: Sequence[tuple[str, str]] = ()
    written: Sequence[tuple[datetime, str, str]] = ()
    teller: str = ""
    task_mine: bool = False
    rings: bool = True
    writes: bool = True
    asks_to_write: bool = False
    no_chat: bool = False
    number_held: bool = False
    seen_by: str = ""
    denied: bool = False
    takes_over: bool = False


def page_card(language: Language, request: Request, view: PageView, at: datetime) -> Screen:
    """A page: what it is, how long it has waited, what the person needs, what you can press."""
    lines: list[Line] = []
    if view.young_person:
        lines.append(plain(language.say(DO_NOT_CONTACT)))
        lines.append(plain(language.say(mark("Safe way to reach them: {way}"), way=view.safe_way)))
        lines.append(BLANK)
    lines.append(
        title(
            language.say(
                mark("{reference} · {priority} · {title}"),
                reference=request.reference,
                priority=request.priority.value,
                title=view.title,
            )
        )
    )
    lines.append(_state_line(language, request, view, at))
    if view.copy > 1 and request.state is RequestState.RAISED:
        lines.append(
            quiet(
                language.say(
                    mark("Page {number}. It may repeat an earlier one."), number=str(view.copy)
                )
            )
        )
    lines.append(plain(language.say(mark("From: {name}"), name=view.author)))
    if request.earlier:
        before = mark("They told us before: {reference}.")
        lines.append(plain(language.say(before, reference=request.earlier)))
    if view.child:
        lines.append(plain(language.say(mark("Child: {label}"), label=view.child)))
    if request.entered_by is not None:
        lines.append(quiet(language.say(mark("Added by a worker after a phone call."))))
    if view.no_chat and request.open:
        lines.append(plain(language.say(NO_CHAT)))
    lines += _warnings(language, request, view)
    for question, answer in view.asks:
        lines += [quiet(question), plain(answer)]
    for moment, name, words in view.written:
        lines.append(
            quiet(
                language.say(mark("{name}, {moment}:"), name=name, moment=language.moment(moment))
            )
        )
        lines.append(quote(words))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=page_rows(language, request, view),
        push=Push.PAGE,
    )


def _state_line(language: Language, request: Request, view: PageView, at: datetime) -> Line:
    match request.state:
        case RequestState.RAISED:
            return plain(raised(language, request.raised_at, at))
        case RequestState.CLOSED:
            return plain(language.say(mark("Closed.")))
        case _ if view.mine:
            return plain(language.say(mark("You have it.")))
        case _ if request.acknowledged_at is None:
            return plain(language.say(mark("Taken by {name}."), name=view.holder))
        case _:
            time = clock_time(language, request.acknowledged_at, at)
            taken = mark("Taken by {name} at {time}.")
            return plain(language.say(taken, name=view.holder, time=time))


def _warnings(language: Language, request: Request, view: PageView) -> list[Line]:
    lines: list[Line] = []
    if not request.finished and request.open and view.asks_to_write:
        lines.append(plain(language.say(mark("Started, not finished. Write to them, don't ring."))))
    elif not request.finished and request.open:
        lines.append(plain(language.say(mark("Started, not finished: ring them."))))
    if view.number_held and request.open and request.priority.urgent and not view.asks_to_write:
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
    return lines + task_line(language, request, view.teller)


def _afterwards(language: Language, request: Request, view: PageView) -> list[Line]:
    """What was said afterwards: who has seen the child, that nobody spoke, whether it helped."""
    lines: list[Line] = []
    if view.seen_by:
        seen = mark("The child is back. Seen by: {who}.")
        lines.append(plain(language.say(seen, who=view.seen_by)))
    if view.denied:
        lines.append(
            plain(language.say(mark("They say that nobody has spoken with them. Ring now.")))
        )
    if request.helped in JUDGEMENTS:
        lines.append(plain(language.say(JUDGEMENTS[request.helped])))
    return lines


def page_rows(
    language: Language, request: Request, view: PageView
) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed: take it or pass it on; then ring, reply, close."""
    key = request.id.hex
    home = (button(language.say(mark("Back to your desk")), "home"),)
    told = ((button(language.say(TOLD_THEM), "told", key),),) if request.task_open else ()
    if request.state is RequestState.CLOSED:
        return (*told, home)
    if request.state is RequestState.RAISED:
        passes = (button(language.say(mark("I can't, next person")), "pass", key),)
        return (
            (button(language.say(mark("I've got it")), "got", key),),
            *([passes] if view.paged else []),
            *(told if view.task_mine else ()),
            home,
        )
    who = (button(language.say(mark("Who is this?")), "whois", key),)
    if not view.mine:
        take = (button(language.say(mark("Take it over")), "take", key),)
        return (*([take] if view.takes_over else []), who, *told, home)
    reply = (button(language.say(mark("Reply")), "reply", key),)
    return (
        *_contact_rows(language, request, view),
        *([reply] if view.writes else []),
        who,
        *told,
        (button(language.say(mark("Less urgent than this")), "lower", key),),
        (button(language.say(mark("Close with what was done")), "close", key),),
        home,
    )


def _contact_rows(language: Language, request: Request, view: PageView) -> list[tuple[Button, ...]]:
    """By which buttons contact is recorded: as the person asked to be reached (practice 28)."""
    key = request.id.hex
    spoke = button(language.say(mark("Spoke by phone")), "spoke", key)
    if view.asks_to_write:
        wrote = button(language.say(mark("We have written to each other")), "wrote", key)
        counts = request.wrote_to_each_other and request.spoken_at is None
        return [*([(wrote,)] if counts else []), *([(spoke,)] if view.rings else [])]
    if view.rings:
        return [(button(language.say(mark("When will I ring?")), "when", key), spoke)]
    return [(button(language.say(mark("I have reached them")), "reached", key),)]


def ring_times(language: Language, request: Request, *, no_chat: bool = False) -> Screen:
    """*When will I ring?*: the answer is shown to the person who asked, if they have a chat."""
    key = request.id.hex
    told = mark("{reference}: they will be told this time.")
    rows = tuple(
        (
            button(
                language.say_many(*mark_many("In {count} minute", "In {count} minutes"), minutes),
                "ring",
                key,
                str(minutes),
            ),
        )
        for minutes in ring_minutes(request)
    )
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("When will you ring?"))),
            plain(language.say(NO_CHAT if no_chat else told, reference=request.reference)),
        ),
        rows=(*rows, (button(language.say(mark("Back")), "req", key),)),
        push=Push.PAGE,
    )
