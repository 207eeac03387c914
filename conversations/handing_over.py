"""Handing over a request: whom to ask, what the colleague reads, and what both read afterwards."""

from collections.abc import Sequence
from uuid import UUID

from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import Button, Line, Push, Screen, button, fits, plain, quiet, title
from fostering.requests import Request
from locales import Language, mark

OFFERED = mark("{name} is asked to take it over by {time}. Until they accept, it stays with you.")
ASKED = mark("{name} asks you to take this over. Answer by {time}. Until you accept, they have it.")
ASKED_FROM = mark("{holder} has it and has asked {name} to take it over.")
NOBODY = mark("There is nobody just now whom you can ask. It stays with you.")
REASONS = {
    "no_time": mark("No, I have too much on already"),
    "not_working": mark("No, I am not working then"),
    "known_to_them": mark("No, I know the family"),
    "ring_me": mark("No, ring me first"),
}
SAID_NO = {
    "no_time": mark("{reference}: {name} can't, they have too much on. It is still with you."),
    "not_working": mark("{reference}: {name} can't, they are not working then. You still have it."),
    "known_to_them": mark("{reference}: {name} can't, they know the family. You still have it."),
    "ring_me": mark("{reference}: {name} says no, ring them first. It is still with you."),
}
ACCEPTED = mark("{name} has accepted {reference}. It is theirs now.")
NO_ANSWER = mark("{reference}: {name} has not answered. It is still with you.")
TOO_LATE = mark("{reference}: you did not answer in time. It stays with {name}.")
TAKEN_BACK = mark("{reference}: {name} keeps it. You need do nothing.")


def ask_whom(
    language: Language, request: Request, people: Sequence[tuple[str, str]], *, page: str = ""
) -> Screen:
    """*Hand over*: the colleagues who may be asked, as (key, name)."""
    here = page_of(people, page)
    lines: list[Line] = [
        title(language.say(mark("{reference}: who shall take it?"), reference=request.reference))
    ]
    if people:
        stays = mark("They are asked. Until they accept, it stays with you.")
        lines.append(plain(language.say(stays)))
    else:
        lines.append(plain(language.say(NOBODY)))
    lines += place_lines(language, here)
    key = request.id.hex
    rows: list[tuple[Button, ...]] = [
        (button(_short(name), "handto", key, person),) for person, name in here.entries
    ]
    rows += turning_rows(language, here, "handover", key)
    rows.append((button(language.say(mark("Back")), "req", key),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.PAGE)


def ask_why(language: Language, request: Request, *, name: str) -> Screen:
    """*I can't take it*: why not, by one press; whoever asked reads it."""
    key = request.id.hex
    rows = tuple(
        (button(language.say(words), "handno", key, reason),) for reason, words in REASONS.items()
    )
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("{reference}: why not?"), reference=request.reference)),
            plain(language.say(mark("{name} reads your answer and keeps it."), name=name)),
        ),
        rows=(*rows, (button(language.say(mark("Back")), "req", key),)),
        push=Push.PAGE,
    )


def offer_lines(
    language: Language, request: Request, *, name: str, holder: str, asked: bool, mine: bool
) -> list[Line]:
    """On a worker's page: who was asked, and that nothing has changed yet."""
    if request.offered_to is None or request.offer_ends_at is None:
        return []
    time = language.moment(request.offer_ends_at)
    if asked:
        return [plain(language.say(ASKED, name=holder, time=time))]
    if mine:
        return [plain(language.say(OFFERED, name=name, time=time))]
    return [quiet(language.say(ASKED_FROM, holder=holder, name=name))]


def asked_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """What the colleague who is asked can press."""
    key = request.id.hex
    return [
        (button(language.say(mark("I take it")), "handyes", key),),
        (button(language.say(mark("I can't take it")), "handwhy", key),),
    ]


def holder_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """What whoever has it can press: ask a colleague, or keep it after all."""
    key = request.id.hex
    if request.offered_to is None:
        return [(button(language.say(mark("Hand over")), "handover", key),)]
    return [(button(language.say(mark("I keep it after all")), "handback", key),)]


def answered(language: Language, request: Request, words: str, name: str) -> Screen:
    """One line to whoever asked, or was asked; `words` is one of the sentences above."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, name=name, reference=request.reference)),),
        rows=(
            (button(language.say(mark("Open it")), "req", request.id.hex),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )


def key_of(worker: UUID) -> str:
    """What a button carries of a colleague: enough to tell them apart beside a request's id."""
    return worker.hex[:16]


def _short(name: str) -> str:
    """A name as a phone shows it whole."""
    return name if fits(name) else f"{name[:30]}…"
