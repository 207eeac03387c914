"""What a young person sees of what they said: by date only, and the answer when they press it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from conversations.check_in_answer import Reply, answer_lines, judging_rows
from conversations.help_card import help_button
from conversations.on_my_side import advocate_offer
from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import BLANK, Button, Line, Screen, button, plain, title
from fostering.check_in import may_take_back
from fostering.people import Role, Standing
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for

Rows = list[tuple[Button, ...]]
WHAT_HAPPENED = mark_for("young_person", "What happened with what I said")
SAY = mark_for("young_person", "Say how things are")
NOTHING_YET = mark_for("young_person", "You have not sent anything yet.")
STATES = {
    "new": mark_for("young_person", "{day}: nobody has opened it yet."),
    "seen": mark_for("young_person", "{day}: {name} opened it on {moment}."),
    "late": mark_for("young_person", "{day}: no one has answered yet."),
    "answered": mark_for("young_person", "{day}: there is an answer."),
    "again": mark_for("young_person", "{day}: you said the answer makes no sense."),
    "back": mark_for("young_person", "{day}: you took it back."),
}
LATE = {
    Role.TEAM_MANAGER: mark_for(
        "young_person", "No one has answered yet. We have told the team manager."
    ),
    Role.SERVICE_MANAGER: mark_for(
        "young_person", "No one has answered yet. We have told the manager of the service."
    ),
}
LATE_UNTOLD = mark_for("young_person", "No one has answered yet. You can ring us about it.")
RIGHT_NOW = mark_for(
    "young_person", "If it can't wait, press “I'm not safe right now”, or ring someone."
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the young person sees of it. `holder` opened it; `told` is the manager's role, if late.

    `reply` is the newest answer; `readers` are the names of whom they chose.
    """

    readers: Sequence[str]
    holder: str
    told: Role | None
    reply: Reply | None
    today: date


def state_of(request: Request) -> str:
    """Where it stands, by one word of ours; it never names the subject."""
    match request.state:
        case _ if request.taken_back:
            return "back"
        case RequestState.ANSWERED | RequestState.CLOSED:
            return "answered"
        case _ if request.chased_until is not None:
            return "late"
        case RequestState.RAISED:
            return "new" if request.acknowledged_by is None else "again"
        case _:
            return "seen"


def said_list(
    language: Language, found: Sequence[tuple[Request, str]], today: date, *, page: str = ""
) -> Screen:
    """*What happened with what I said*: by date, with where each stands and who opened it."""
    here = page_of(found, page)
    days = [language.day_of(request.raised_at, today) for request, _ in here.entries]
    lines: list[Line] = [title(language.say(WHAT_HAPPENED))]
    if not found:
        lines.append(plain(language.say(NOTHING_YET)))
    rows: Rows = []
    for (request, name), day in zip(here.entries, days, strict=True):
        seen = request.acknowledged_at
        words = language.say(
            STATES[state_of(request)],
            day=day,
            name=name,
            moment=language.day_of(seen, today) if seen is not None else "",
        )
        lines.append(plain(words))
        twice = days.count(day) > 1
        label = language.moment(request.raised_at, today) if twice else day
        rows.append((button(label, "saidof", request.id.hex),))
    rows += turning_rows(language, here, "said")
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    return _young(language, [*lines, *place_lines(language, here)], rows)


def said_card(language: Language, request: Request, view: Said) -> Screen:
    """One of them: where it stands; or its answer, which closes when they go on or hide it."""
    lines: list[Line] = [title(language.day_of(request.raised_at, view.today))]
    state = state_of(request)
    if state == "answered" and view.reply is not None:
        lines += answer_lines(language, request, view.reply, view.today)
    else:
        lines += _waiting(language, request, view, state)
    rows = _rows(language, request, state)
    if state == "again":
        offered, more = advocate_offer(language)
        lines += [BLANK, *offered]
        rows = [*more, *rows]
    return _young(language, lines, rows)


def sent_card(language: Language, request: Request, view: Said) -> Screen:
    """The receipt, in the one card that the next press replaces: it does not stay in the chat."""
    sent = mark_for("young_person", "Sent to {people}.")
    lines = [
        plain(language.say(sent, people=language.items(view.readers))),
        *_promised(language, request, view),
        plain(language.say(RIGHT_NOW)),
    ]
    return _young(language, lines, _rows(language, request, "new"))


def nothing_said_card(language: Language, tag: str) -> Screen:
    """Every question was skipped: one answer is enough, or only that they would like to talk."""
    nothing = mark_for("young_person", "Not sent. You have not said anything yet.")
    one = mark_for("young_person", "Answer one question, or just tell them you'd like to talk.")
    talk = mark_for("young_person", "Tell them I'd like to talk")
    answer = mark_for("young_person", "Answer a question")
    rows: Rows = [
        (button(language.say(talk), "justtalk", tag),),
        (button(language.say(answer), "change", tag, "home"),),
        (button(language.say(mark("Back to the start")), "home"),),
    ]
    return _young(language, [plain(language.say(nothing)), plain(language.say(one))], rows)


def _waiting(language: Language, request: Request, view: Said, state: str) -> list[Line]:
    """In true words: opened means that somebody pressed it."""
    if state == "back":
        gone = mark_for("young_person", "You took this back. Nobody had opened it.")
        return [plain(language.say(gone))]
    lines: list[Line] = []
    if state == "late":
        told = LATE.get(view.told, LATE_UNTOLD) if view.told is not None else LATE_UNTOLD
        lines.append(plain(language.say(told)))
    if request.acknowledged_by is None:
        nobody = mark_for("young_person", "Nobody has opened it yet.")
        lines.append(plain(language.say(nobody)))
    elif request.acknowledged_at is not None and state != "again":
        opened = mark_for("young_person", "{name} opened it on {moment}.")
        day = language.day_of(request.acknowledged_at, view.today)
        lines.append(plain(language.say(opened, name=view.holder, moment=day)))
    if state == "again":
        again = mark_for(
            "young_person",
            "You said the answer makes no sense. We have told {name} and a manager. "
            "That was fair to say.",
        )
        lines.append(plain(language.say(again, name=view.holder)))
    if state != "late":
        lines += _promised(language, request, view)
    return lines


def _promised(language: Language, request: Request, view: Said) -> list[Line]:
    """By when it is opened and answered, as it was promised."""
    days = [by for by in (request.take_by, request.answer_by) if by is not None]
    if len(days) < 2:
        return []
    seen, answered = (language.day_of(by, view.today) for by in days)
    if request.state is RequestState.RAISED:
        by = mark_for("young_person", "They open it by {seen}. You get an answer by {answered}.")
        return [plain(language.say(by, seen=seen, answered=answered))]
    by = mark_for("young_person", "You get an answer by {answered}.")
    return [plain(language.say(by, answered=answered))]


def _rows(language: Language, request: Request, state: str) -> Rows:
    key = request.id.hex
    rows: Rows = []
    if may_take_back(request):
        rows.append((button(language.say(mark_for("young_person", "Take it back")), "unsay", key),))
    if state == "answered":
        rows += judging_rows(language, request)
    rows.append((button(language.say(WHAT_HAPPENED), "said"),))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    return rows


def _young(language: Language, lines: Sequence[Line], rows: Rows) -> Screen:
    """Every screen ends with the way to help, and with *Hide this* in the same place."""
    end: Rows = [
        (help_button(language, Standing.YOUNG_PERSON),),
        (button(language.say(mark("Hide this")), "hide"),),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, *end))
