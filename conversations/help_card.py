"""The card of numbers: whom to ring, in every state and language, exempt from every limit."""

from collections.abc import Sequence

from conversations.kinds import NUMBERS
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Push,
    Screen,
    button,
    plain,
    quiet,
    title,
)
from fostering.people import Standing
from fostering.policy import TelephoneNumber
from locales import Language, mark, mark_for

URGENT_NUMBER = mark("{name}: {number}, ring for anything urgent.")
DANGER = mark("Danger to life: 999. Can't speak? Ring 999, listen, then press 55.")
YOUNG_DANGER = mark_for(
    "young_person",
    "Are you hurt or in danger this minute? Ring 999. Can't speak? Ring 999, then press 55.",
)
NOBODY_TOLD = mark("Nobody has been told yet.")
WHO_WILL_SEE = mark_for(
    "young_person",
    "If you press a button below, the on-call team, a manager and your social worker will see "
    "this. The people you live with will not see it here.",
)
"""Said before the press: we cannot promise that it stays secret, only who reads it here."""
URGENT_OPEN = mark("Your urgent request {reference} is open. Ring as well: it is quicker.")
YOUNG_OPEN = mark_for("young_person", "We have told the team already. Ring as well: it is quicker.")
STRANGER = mark(
    "We can't see who you are and nobody reads what you write here. If you need help, ring."
)
COMMON_NAMES = (
    mark("On-call team"),
    mark("Duty desk"),
    mark("Emergency duty team"),
    mark("Fostering advice line"),
)
"""What services call their numbers in policy.toml; another name is shown as it is written there."""

INTERPRETER = {"ar": mark("When someone answers, say in English: “{english}”.")}
YOUNG_INTERPRETER = {
    "ar": mark_for("young_person", "When someone answers, say in English: “{english}”.")
}
INTERPRETER_WORDS = {"ar": "Arabic interpreter, please"}

YOUNG_WAYS = (
    ("team", mark("Tell the on-call team")),
    ("call", mark_for("young_person", "Call me")),
    ("message", mark_for("young_person", "Message only")),
    ("nothere", mark_for("young_person", "Don't contact me here")),
)
"""How a young person wants to be reached; each tells the team at once (practice §5)."""

CARER_LINES = ("police", "nhs_crisis", "nhs_111", "fosterline")
YOUNG_LINES = ("childline", "nhs_crisis", "runaway", "help_at_hand")


def number_line(language: Language, number: TelephoneNumber) -> Line:
    """One number of the service, whose children it is for, and the day it was last checked."""
    words = mark("{name}: {number} (last checked {day})")
    if number.authority:
        words = mark("{name}, {authority}: {number} (last checked {day})")
    return plain(
        language.say(
            words,
            name=language.say(number.name),
            authority=number.authority,
            number=number.number,
            day=language.day(number.checked),
        )
    )


def help_lines(language: Language, keys: Sequence[str]) -> list[Line]:
    """National help lines that are verified, by their keys, with the day of the last check."""
    known = (NUMBERS[key] for key in keys if key in NUMBERS)
    return [
        plain(
            language.say(
                mark("{name}: {number}. {purpose} (last checked {day})"),
                name=language.say(line.name),
                number=line.number,
                purpose=language.say(line.purpose),
                day=language.day(line.checked),
            )
        )
        for line in known
        if line.checked is not None and not line.confirm
    ]


def interpreter_line(language: Language, standing: Standing | None = None) -> list[Line]:
    """What to say on the telephone for an interpreter (practice 35)."""
    if language.tag not in INTERPRETER:
        return []
    words = INTERPRETER_WORDS[language.tag]
    said = YOUNG_INTERPRETER if standing is Standing.YOUNG_PERSON else INTERPRETER
    return [quiet(language.say(said[language.tag], english=words))]


def help_card(
    language: Language,
    service_numbers: Sequence[TelephoneNumber],
    standing: Standing | None,
    *,
    can_tell: bool,
    raised: str = "",
    seen: bool = True,
) -> Screen:
    """The numbers of this hour. `can_tell` offers *Tell the on-call team*; showing raises nothing.

    `raised` is the reference of an urgent request that is open already. `standing` None is a
    stranger (practice 2), or, where not `seen`, somebody who was not looked up yet.
    """
    young = standing is Standing.YOUNG_PERSON
    lines = [title(language.say(mark("Help now")))]
    lines.append(plain(language.say(YOUNG_DANGER if young else DANGER)))
    lines += [number_line(language, number) for number in service_numbers]
    lines += help_lines(language, YOUNG_LINES if young else CARER_LINES)
    if standing is None:
        lines += help_lines(language, ("childline",))
    lines += interpreter_line(language, standing)
    lines += _told_lines(language, standing, raised=raised, seen=seen)
    if young and can_tell and not raised:
        lines.append(plain(language.say(WHO_WILL_SEE)))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=help_rows(language, standing, can_tell=can_tell and not raised, told=bool(raised)),
        push=Push.MESSAGE if young or raised else Push.NONE,
    )


def _told_lines(
    language: Language, standing: Standing | None, *, raised: str, seen: bool
) -> list[Line]:
    """Whether anybody has been told; who works looks numbers up and has told nothing."""
    if standing in (Standing.STAFF, Standing.ADVOCATE):
        return []
    if standing is None and seen:
        return [BLANK, plain(language.say(STRANGER))]
    if not raised:
        return [BLANK, plain(language.say(NOBODY_TOLD))]
    is_open = YOUNG_OPEN if standing is Standing.YOUNG_PERSON else URGENT_OPEN
    return [BLANK, plain(language.say(is_open, reference=raised))]


def help_rows(
    language: Language, standing: Standing | None, *, can_tell: bool, told: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """Tell the on-call team, for a young person in the way that is safe; then the way back.

    `told`: the team knows already; a young person may still change the way that is safe.
    """
    rows: list[tuple[Button, ...]] = []
    if can_tell and standing is Standing.YOUNG_PERSON:
        rows += [(button(language.say(label), "tell", way),) for way, label in YOUNG_WAYS]
        rows.append((button(language.say(mark_for("young_person", "Not now")), "home"),))
        rows.append((button(language.say(mark("Hide this")), "hide"),))
        return tuple(rows)
    if told and standing is Standing.YOUNG_PERSON:
        rows += [(button(language.say(label), "tell", way),) for way, label in YOUNG_WAYS[1:]]
    if can_tell:
        rows.append((button(language.say(mark("Tell the on-call team")), "tell"),))
    if standing is None:
        rows.append((button(language.say(mark("Language")), "lang"),))
    else:
        rows.append((button(language.say(mark("Back to the start")), "home"),))
    if standing is Standing.YOUNG_PERSON:
        rows.append((button(language.say(mark("Hide this")), "hide"),))
    return tuple(rows)


def help_button(language: Language, standing: Standing | None) -> Button:
    """The button that stands on every screen, in the same place; at work it is the numbers."""
    if standing in (Standing.STAFF, Standing.ADVOCATE):
        return button(language.say(mark("Numbers")), "help")
    if standing is Standing.YOUNG_PERSON:
        return button(language.say(mark_for("young_person", "I'm not safe right now")), "help")
    return button(language.say(mark("I need help now")), "help")


def who_can_help(
    language: Language,
    service_numbers: Sequence[TelephoneNumber],
    provider: Sequence[Line] = (),
) -> Screen:
    """*Who can help me?* for a young person: people to talk to, without an answer being kept.

    `provider` are the lines of whoever has advocates for this service's young people.
    """
    lines = [
        title(language.say(mark_for("young_person", "Who can help me?"))),
        plain(language.say(YOUNG_DANGER)),
        *help_lines(language, ("childline", "nhs_crisis", "runaway", "papyrus", "coram_voice")),
        *provider,
        *help_lines(language, ("help_at_hand", "become")),
        *[number_line(language, number) for number in service_numbers],
        *interpreter_line(language, Standing.YOUNG_PERSON),
        BLANK,
        quiet(language.say(mark_for("young_person", "Looking at this page tells nobody."))),
    ]
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            (help_button(language, Standing.YOUNG_PERSON),),
            (button(language.say(mark("Back to the start")), "home"),),
            (button(language.say(mark("Hide this")), "hide"),),
        ),
    )
