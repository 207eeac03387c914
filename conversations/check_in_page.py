"""The page of what a young person said: shut until a reader opens it; then read and answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.check_in_answer import Reply
from conversations.filing import filed_lines, filing_rows
from conversations.page_card import PHONE_SHARED
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
from fostering.check_in import ASK, CHECK_IN
from fostering.requests import Request, RequestState
from locales import Language, mark

NOT_AT_HOME = mark(
    "Nothing of this goes to where they live, nor to the household's supervising social worker."
)
MAY_TELL_HOME = mark("They said that you may talk about it with the people they live with.")
HEADS = {
    CHECK_IN: mark("{reference} · A young person says how things are"),
    ASK: mark("{reference} · A young person asks for something"),
}
ALONE = mark("They chose who reads this: {people}. Nobody else may see it here.")


@dataclass(frozen=True, kw_only=True)
class CheckInView:
    """What a reader sees besides the request. `told`, `words` and `replies` only once it is opened.

    `told` are (question, answer) in the reader's language, `readers` names of whom they chose.
    `may_tell_home`: they ticked that a worker may talk with the people they live with.
    `phone_shared`: somebody else may use their phone; `filer` said that it is in the case file.
    `asked_for` says, translated, before or after which day they were asked.
    """

    author: str
    readers: Sequence[str]
    holder: str
    may_tell_home: bool = False
    phone_shared: bool = False
    filer: str = ""
    told: Sequence[tuple[str, str]] = ()
    asked_for: Sequence[str] = ()
    replies: Sequence[Reply] = ()


def shut_page(language: Language, request: Request, view: CheckInView) -> Screen:
    """What arrives in a reader's chat: that it is there and by when, and not one word of it."""
    key = request.id.hex
    lines = [*_head(language, request, view), *_state(language, request, view)]
    rows: list[tuple[Button, ...]] = []
    if request.open or not request.filed:
        rows.append((button(language.say(mark("Open and read it")), "ckread", key),))
    if not request.open:
        lines += filed_lines(language, request, view.filer)
        rows += filing_rows(language, request)
    return _to_staff(language, lines, rows)


def open_page(language: Language, request: Request, view: CheckInView) -> Screen:
    """Opened by this reader, which is written down; it is shut again when they go on."""
    key = request.id.hex
    lines = [*_head(language, request, view), *_state(language, request, view), BLANK]
    lines += [plain(sentence) for sentence in view.asked_for]
    for asked, answered in view.told:
        lines += [quiet(asked), quote(answered)]
    for reply in view.replies:
        lines += [BLANK, *_reply(language, reply)]
    home = MAY_TELL_HOME if view.may_tell_home else NOT_AT_HOME
    lines += [BLANK, plain(language.say(home))]
    rows: list[tuple[Button, ...]] = []
    if request.state is RequestState.ACKNOWLEDGED:
        rows.append((button(language.say(mark("Answer")), "ckanswer", key),))
    if not request.open:
        rows += filing_rows(language, request)
    return _to_staff(language, lines, rows)


def _head(language: Language, request: Request, view: CheckInView) -> list[Line]:
    lines = [
        title(language.say(HEADS[request.form], reference=request.reference)),
        plain(language.say(mark("From: {name}"), name=view.author)),
    ]
    if view.phone_shared:
        lines.append(plain(language.say(PHONE_SHARED)))
    if view.readers:
        lines.append(plain(language.say(ALONE, people=language.items(view.readers))))
    return lines


def _state(language: Language, request: Request, view: CheckInView) -> list[Line]:
    """Who has opened it, by when it is answered, and what the young person says of the answer."""
    say = language.say
    match request.state:
        case RequestState.RAISED if request.acknowledged_by is not None:
            again = mark("They say that the answer makes no sense. Open it and answer again.")
            return [plain(say(again)), *_by(language, request.answer_by)]
        case RequestState.RAISED:
            lines = [plain(say(mark("Nobody has opened it yet.")))]
            if request.take_by is not None:
                by = mark("Open it by {moment}.")
                lines.append(plain(say(by, moment=language.moment(request.take_by))))
            return [*lines, *_by(language, request.answer_by)]
        case RequestState.ACKNOWLEDGED:
            opened = plain(say(mark("Opened by {name}."), name=view.holder))
            return [opened, *_by(language, request.answer_by)]
        case RequestState.ANSWERED:
            answered = mark("Answered by {name}. They have not said yet whether it makes sense.")
            return [plain(say(answered, name=view.holder))]
        case _:
            return [plain(say(mark("They say that the answer makes sense.")))]


def _by(language: Language, answer_by: datetime | None) -> list[Line]:
    if answer_by is None:
        return []
    words = mark("Answer by {moment}.")
    return [plain(language.say(words, moment=language.moment(answer_by)))]


def _reply(language: Language, reply: Reply) -> list[Line]:
    """An answer as it was given, in its parts."""
    named = mark("{name} answered, {moment}:")
    lines = [
        quiet(language.say(named, name=reply.name, moment=language.moment(reply.at))),
        *(quote(line) for line in reply.said),
        quote(reply.done),
    ]
    if reply.done_by is not None:
        by = mark("To be done by {day}.")
        lines.append(quiet(language.say(by, day=language.day(reply.done_by))))
    return [*lines, *([quote(reply.why_not)] if reply.why_not else [])]


def _to_staff(
    language: Language, lines: Sequence[Line], rows: Sequence[tuple[Button, ...]]
) -> Screen:
    home = (button(language.say(mark("Back to your desk")), "home"),)
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, home), push=Push.MESSAGE)
