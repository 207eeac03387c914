"""Handing over a shift: who would be asked, what they read, and the truth while nobody accepts."""

from conversations.help_card import number_line
from conversations.screen import Button, Line, Push, Screen, button, plain, title
from fostering.people import Person, Relief
from fostering.policy import TelephoneNumber
from locales import Language, mark

TITLE = mark("Hand over my shift")
NEXT = mark("{name} is asked next. They have {minutes} minutes to answer.")
STILL_YOURS = mark("Until somebody accepts, pages still come to you, and climb as always.")
NOBODY_NEXT = mark("There is nobody left to ask. Your managers are told if you press it.")
WAITING = mark("We have asked {name}. They have until {time} to answer.")
HELD = mark("{name} has your shift until {moment}. Pages go to them.")
UNCOVERED = mark("Nobody has accepted your shift. Your managers have been told. Ring them as well.")
ASKED = mark(
    "{name} can't take pages until {moment}. Will you take this shift? Answer by {time}. "
    "Until you accept, pages go to them first."
)
YOURS = mark("You have the shift of {name} until {moment}. Their pages come to you.")
NOT_ASKED = mark("You are not asked to take the shift of {name} any more.")
SAID_NO = mark("{name} can't take your shift.")
NO_ANSWER = mark("{name} has not answered.")
AGAIN = mark("{name} takes pages again.")
TO_MANAGERS = mark(
    "{name} can't take pages until {moment}, and nobody has accepted the shift. "
    "Pages go to them first and then climb. Find somebody now."
)


def shift_screen(
    language: Language, relief: Relief | None, *, name: str, next_name: str, minutes: int
) -> Screen:
    """*Hand over my shift*, as it stands; `name` is who was asked or has it."""
    lines: list[Line] = [title(language.say(TITLE)), *_where_it_stands(language, relief, name)]
    rows: list[tuple[Button, ...]] = []
    if relief is None or (relief.asked is None and relief.held_by is None):
        asked = language.say(NEXT, name=next_name, minutes=str(minutes))
        lines.append(plain(asked if next_name else language.say(NOBODY_NEXT)))
        rows.append((button(language.say(mark("I can't take pages")), "nopages"),))
    if relief is None or relief.held_by is None:
        lines.append(plain(language.say(STILL_YOURS)))
    if relief is not None:
        rows.append((button(language.say(mark("I take pages again")), "shiftkeep"),))
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def _where_it_stands(language: Language, relief: Relief | None, name: str) -> list[Line]:
    if relief is None:
        return []
    if relief.held_by is not None:
        moment = language.moment(relief.until)
        return [plain(language.say(HELD, name=name, moment=moment))]
    if relief.ends_at is not None:
        time = language.moment(relief.ends_at)
        return [plain(language.say(WAITING, name=name, time=time))]
    return [plain(language.say(UNCOVERED))]


def asked_to_take(language: Language, worker: Person, relief: Relief) -> Screen:
    """To the next on the ladder: an alarm, for the night hangs on it."""
    key = worker.id.hex
    time = language.moment(relief.ends_at or relief.until)
    moment = language.moment(relief.until)
    return Screen(
        language=language.tag,
        lines=(plain(language.say(ASKED, name=worker.name, moment=moment, time=time)),),
        rows=(
            (button(language.say(mark("I take the shift")), "shiftyes", key),),
            (button(language.say(mark("I can't take it either")), "shiftno", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
        push=Push.PAGE,
    )


def shift_line(language: Language, words: str, name: str, relief: Relief | None = None) -> Screen:
    """One sentence about a shift, to somebody who was concerned in it."""
    moment = language.moment(relief.until) if relief is not None else ""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, name=name, moment=moment)),),
        rows=((button(language.say(mark("Back to your desk")), "home"),),),
        push=Push.PAGE,
    )


def uncovered(
    language: Language, worker: Person, relief: Relief | None, numbers: tuple[TelephoneNumber, ...]
) -> Screen:
    """To the managers: nobody has accepted, in true words, with the number that people ring."""
    moment = language.moment(relief.until) if relief is not None else ""
    said = TO_MANAGERS if relief is not None else NOBODY_AT_ALL
    return Screen(
        language=language.tag,
        lines=(
            plain(language.say(said, name=worker.name, moment=moment)),
            *(number_line(language, number) for number in numbers[:1]),
        ),
        rows=((button(language.say(mark("Back to your desk")), "home"),),),
        push=Push.PAGE,
    )


NOBODY_AT_ALL = mark(
    "{name} can't take pages tonight, and there is nobody to ask. "
    "Pages go to them first and then climb. Find somebody now."
)
