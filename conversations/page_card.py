"""The page in a worker's private chat, and the lists that lead to it."""

from datetime import datetime

from conversations.advice import advice_lines, advice_rows
from conversations.clock_times import clock_time
from conversations.file_text import text_rows
from conversations.filing import filed_lines, filing_rows
from conversations.handing_over import asked_rows, holder_rows, offer_lines
from conversations.page_view import PageView
from conversations.page_warnings import DO_NOT_CONTACT, RINGING, warnings
from conversations.private_homes import household_row
from conversations.private_matters import private_lines, private_rows
from conversations.restored import FROM_BACKUP
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
from conversations.social_worker_task import TOLD_THEM
from conversations.waits import raised
from fostering.requests import Request, RequestState, ring_minutes
from locales import Language, mark, mark_many

NO_SAFE_NUMBER = mark("No safe number. Do not use the household's.")

PHONE_SHARED = mark("Somebody else may read this phone: write nothing that gives them away.")
NO_CHAT = mark("They have no chat with us: what you write here does not reach them. Ring.")


NOT_WRITTEN = mark("Nothing is sent to their chat: they did not ask for it.")


def page_card(language: Language, request: Request, view: PageView, at: datetime) -> Screen:
    """A page: what it is, how long it has waited, what the person needs, what you can press."""
    lines = _reach_lines(language, request, view)
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
    if view.from_backup:
        lines.append(plain(language.say(FROM_BACKUP)))
    lines += advice_lines(language, request, view, at)
    lines += offer_lines(
        language,
        request,
        name=view.offered,
        holder=view.holder,
        asked=view.asked,
        mine=view.mine,
    )
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
    if request.open and (view.no_chat or view.not_written):
        lines.append(plain(language.say(NO_CHAT if view.no_chat else NOT_WRITTEN)))
    lines += warnings(language, request, view)
    lines += private_lines(language, request)
    lines += filed_lines(language, request, view.filer)
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


def _reach_lines(language: Language, request: Request, view: PageView) -> list[Line]:
    """On top: whether a call is safe, and the safe way to reach a young person."""
    lines: list[Line] = []
    if view.ringing in RINGING and request.open:
        lines += [plain(language.say(RINGING[view.ringing])), BLANK]
    if not view.young_person:
        return lines
    lines.append(plain(language.say(DO_NOT_CONTACT)))
    lines.append(plain(language.say(mark("Safe way to reach them: {way}"), way=view.safe_way)))
    if view.phone_shared and request.open:
        lines.append(plain(language.say(PHONE_SHARED)))
    if view.no_safe_number and request.open:
        lines.append(plain(language.say(NO_SAFE_NUMBER)))
    return [*lines, BLANK]


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


def page_rows(
    language: Language, request: Request, view: PageView
) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed: take it or pass it on; then ring, reply, close."""
    key = request.id.hex
    home = (button(language.say(mark("Back to your desk")), "home"),)
    told = ((button(language.say(TOLD_THEM), "told", key),),) if request.task_open else ()
    private = private_rows(language, request) if view.turns_private else []
    private += [household_row(language, view.private_home)] if view.private_home else []
    filing = [*filing_rows(language, request), *text_rows(language, request), *private]
    if request.state is RequestState.CLOSED:
        return (*told, *filing, home)
    if request.state is RequestState.RAISED:
        passes = (button(language.say(mark("I can't, next person")), "pass", key),)
        return (
            (button(language.say(mark("I've got it")), "got", key),),
            *([passes] if view.paged else []),
            *_same_rows(language, request, view),
            *(told if view.task_mine else ()),
            *filing,
            home,
        )
    who = (button(language.say(mark("Who is this?")), "whois", key),)
    if not view.mine:
        take = (button(language.say(mark("Take it over")), "take", key),)
        asked = asked_rows(language, request) if view.asked else []
        asked = [*advice_rows(language, request, view), *asked]
        return (*asked, *([take] if view.takes_over else []), who, *told, *filing, home)
    reply = (button(language.say(mark("Reply")), "reply", key),)
    return (
        *_contact_rows(language, request, view),
        *([reply] if view.writes else []),
        who,
        *_same_rows(language, request, view),
        *told,
        *([] if request.is_concern else [_lower_row(language, key)]),
        *advice_rows(language, request, view),
        *holder_rows(language, request),
        *filing,
        *_last_rows(language, request, view),
        home,
    )


def _lower_row(language: Language, key: str) -> tuple[Button, ...]:
    return (button(language.say(mark("Less urgent than this")), "lower", key),)


def _last_rows(language: Language, request: Request, view: PageView) -> list[tuple[Button, ...]]:
    """How it ends: with what was done; a concern with its answer, for which there may be time."""
    key = request.id.hex
    if not request.is_concern:
        return [(button(language.say(mark("Close with what was done")), "close", key),)]
    more = (button(language.say(mark("I need more time")), "longer", key),)
    answer = (button(language.say(mark("Answer this concern")), "close", key),)
    return [answer, *([more] if view.may_extend else [])]


def _same_rows(language: Language, request: Request, view: PageView) -> list[tuple[Button, ...]]:
    """*It is the same as …*: a phone call joins what the person told already (practice 28)."""
    if not view.same_as:
        return []
    label = language.say(mark("The same as {reference}"), reference=view.same_as)
    return [(button(label, "same", request.id.hex),)]


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


def ring_times(
    language: Language, request: Request, *, no_chat: bool = False, not_written: bool = False
) -> Screen:
    """*When will I ring?*: the answer is shown to the person who asked, if they have a chat."""
    key = request.id.hex
    told = mark("{reference}: they will be told this time.")
    if no_chat or not_written:
        told = NO_CHAT if no_chat else NOT_WRITTEN
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
            plain(language.say(told, reference=request.reference)),
        ),
        rows=(*rows, (button(language.say(mark("Back")), "req", key),)),
        push=Push.PAGE,
    )
