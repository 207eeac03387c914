"""Other views of a request for the person who asked: the neutral receipt, the list, the copy."""

from collections.abc import Collection, Sequence
from uuid import UUID

from conversations.clock_times import clock_time
from conversations.closed_card import unsettled_row
from conversations.contact import for_author, noted_line, seen_rows
from conversations.help_card import help_button, interpreter_line
from conversations.pager import page_of, place_lines, turning_rows
from conversations.private_matters import FROZEN
from conversations.request_card import STATES, YOUNG_RING_NOW
from conversations.screen import Button, Line, Screen, button, fits, plain, quiet, quote, title
from conversations.who_has_it import NOT_PICKED_UP, Standpoint, reply_lines
from fostering.people import Standing
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for


def passed_on_card(
    language: Language, request: Request, view: Standpoint, *, words_shown: bool
) -> Screen:
    """A young person's receipt: no subject, nothing about their home, and who has it now.

    `words_shown` is False where they asked not to be reached in this chat: then nothing that a
    worker wrote stands here either (practice 23).
    """
    lines = _young_lines(language, request, view)
    if words_shown and request.open:
        lines += noted_line(language, request, Standing.YOUNG_PERSON)
        lines += reply_lines(language, view)
        if view.asks_to_write:
            lines += for_author(language, request, Standing.YOUNG_PERSON)
    elif words_shown and view.outcome_words:
        lines.append(quote(view.outcome_words))
    if request.mistaken and request.open:
        said = mark_for(
            "young_person", "You said this was a mistake. Someone will check that with you."
        )
        lines.append(plain(language.say(said)))
    shows_seen = words_shown and view.asks_to_write
    rows: list[tuple[Button, ...]] = seen_rows(language, request) if shows_seen else []
    if words_shown and request.open:
        lines += _sent_lines(language, view)
        write = language.say(mark_for("young_person", "Write to them"))
        rows.append((button(write, "write", request.id.hex),))
    if request.open and not request.mistaken:
        label = language.say(mark("I pressed this by mistake"))
        rows.append((button(label, "mistake", request.id.hex),))
    if request.open and request.spoken_at is not None:
        label = language.say(mark_for("young_person", "Nobody has spoken with me"))
        rows.append((button(label, "notspoke", request.id.hex),))
    if not request.open:
        rows.append(unsettled_row(language, request))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.YOUNG_PERSON),))
    rows.append((button(language.say(mark("Hide this")), "hide"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def _young_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """Where it stands, in true words (practice 8)."""
    lines: list[Line] = []
    match request.state:
        case RequestState.CLOSED:
            lines.append(plain(language.say(mark_for("young_person", "This is finished."))))
        case RequestState.RAISED:
            lines += [
                plain(language.say(YOUNG_RING_NOW, number=n.number)) for n in view.numbers[:1]
            ]
            lines += interpreter_line(language, Standing.YOUNG_PERSON)
            lines.append(plain(language.say(mark_for("young_person", "We have passed this on."))))
            had = mark_for(
                "young_person",
                "{name} had it, but did not note a talk with you. We are telling someone else too.",
            )
            known = language.say(had, name=view.holder)
            lines.append(plain(known if view.holder else language.say(NOT_PICKED_UP)))
        case _ if request.acknowledged_at is not None:
            has = mark_for("young_person", "{name} has it since {time}.")
            since = clock_time(language, request.acknowledged_at, view.at)
            lines.append(plain(language.say(has, name=view.holder, time=since)))
        case _:
            took = mark_for("young_person", "{name} has it.")
            lines.append(plain(language.say(took, name=view.holder)))
    lines += _young_doubts(language, request, view)
    if request.ring_by is not None and request.spoken_at is None:
        by = mark_for("young_person", "They say they will ring you by {time}.")
        lines.append(plain(language.say(by, time=clock_time(language, request.ring_by, view.at))))
    return lines


def _young_doubts(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """What a worker noted of a talk or of how urgent it is, so that it can be put right."""
    lines: list[Line] = []
    if not request.open:
        return lines
    if request.spoken_at is not None:
        noted = mark_for("young_person", "They noted a talk with you at {time}.")
        time = clock_time(language, request.spoken_at, view.at)
        lines.append(plain(language.say(noted, time=time)))
    if view.denied:
        said = mark_for("young_person", "You said that nobody has spoken with you.")
        lines.append(plain(language.say(said)))
    if view.lowered_by:
        waits = mark_for(
            "young_person",
            "{name} says that this can wait. If it can't, press “I'm not safe right now”.",
        )
        lines.append(plain(language.say(waits, name=view.lowered_by)))
    return lines


def _sent_lines(language: Language, view: Standpoint) -> list[Line]:
    """That their words were passed on; the words themselves do not stay here (practice 23)."""
    if view.added_at is None:
        return []
    passed = mark_for("young_person", "We passed on what you wrote at {time}.")
    return [quiet(language.say(passed, time=clock_time(language, view.added_at, view.at)))]


def requests_list(
    language: Language,
    requests: Sequence[tuple[Request, str]],
    *,
    page: str = "",
    frozen: Collection[UUID] = (),
) -> Screen:
    """*My requests*: the newest first, each with where it stands; `requests` carry their titles.

    Of the `frozen` no more is said than that they are phoned.
    """
    here = page_of(requests, page)
    if not requests:
        lines: list[Line] = [plain(language.say(mark("You have not sent us anything yet.")))]
    else:
        lines = [
            plain(
                language.say(
                    mark("{reference} · {title} · {state}"),
                    reference=request.reference,
                    title=name,
                    state=language.say(FROZEN if request.id in frozen else STATES[request.state]),
                )
            )
            for request, name in here.entries
        ]
    names = [name for _, name in here.entries]
    rows: list[tuple[Button, ...]] = [
        (button(_listed(language, request, name, names), "req", request.id.hex),)
        for request, name in here.entries
    ]
    rows += turning_rows(language, here, "reqs")
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(
        language=language.tag,
        lines=(title(language.say(mark("My requests"))), *lines, *place_lines(language, here)),
        rows=tuple(rows),
    )


def _listed(language: Language, request: Request, name: str, names: Sequence[str]) -> str:
    """The button in the list; two of the same name are told apart by their references."""
    if names.count(name) == 1:
        return name
    both = language.say(mark("{title} · {reference}"), title=name, reference=request.reference)
    return both if fits(both) else request.reference


def copy_of_request(
    language: Language, request: Request, name: str, answers: Sequence[tuple[str, str]]
) -> Screen:
    """*Send me what I reported*: questions and answers as sent, and what came later."""
    lines: list[Line] = [
        title(language.say(mark("What you told us · {reference}"), reference=request.reference)),
        plain(name),
    ]
    for question, answer in answers:
        lines += [quiet(question), quote(answer)]
    rows = (
        (button(language.say(mark("Back")), "req", request.id.hex),),
        (help_button(language, Standing.CARER),),
    )
    return Screen(language=language.tag, lines=tuple(lines), rows=rows)
