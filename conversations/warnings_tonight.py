"""*Alerts for tonight*: a count in the chat, and the sheet outside it (practice 5, 16, 20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.screen import Button, Press, Push, Screen, button, plain, title
from conversations.sheet import Fact, Part, Sheet
from conversations.who_is_this import NOT_HELD
from locales import Language, mark, mark_many

TONIGHT = mark("Alerts for tonight")
NONE_RUNS = mark("No alert runs tonight.")
BACK = Press(verb="home")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One alert as the sheet tells it; "" and None: not held here.

    `carers` are (name, telephone) of those who live there; `listed` is the local day of the
    service's list that says so, `until` the instant until which it holds (aware UTC).
    """

    name: str
    label: str
    number: str
    words: str
    until: datetime | None
    listed: date | None
    address: str
    carers: tuple[tuple[str, str], ...]


def none_screen(language: Language) -> Screen:
    """In the chat, where no alert runs: there is nothing to open."""
    return Screen(
        language=language.tag,
        lines=(title(language.say(TONIGHT)), plain(language.say(NONE_RUNS))),
        rows=((button(language.say(mark("Back")), BACK.verb),),),
        push=Push.PAGE,
    )


def count_button(language: Language, count: int) -> Button:
    """The way in from the first screen, which says no more of them than how many there are."""
    return button(language.say(mark("Alerts for tonight ({count})"), count=str(count)), "tonight")


def count_line(language: Language, count: int) -> str:
    """How many there are: all that the chat says."""
    counted = mark_many("{count} alert runs tonight.", "{count} alerts run tonight.")
    return language.say_many(*counted, count)


def warnings_sheet(
    language: Language,
    reader: str,
    told: Sequence[Told],
    at: datetime,
    today: date,
    marks: tuple[str, ...] = (),
) -> Sheet:
    """The sheet for the worker named `reader`, opened at `at`; `today` is the local date.

    `marks` come first: that it is a demo or a drill.
    """
    opened = mark("Opened by {name}, {moment}")
    none = Part(heading=language.say(TONIGHT), notes=(language.say(NONE_RUNS),))
    return Sheet(
        language=language.tag,
        title=language.say(TONIGHT),
        notes=(*marks, language.say(opened, name=reader, moment=language.moment(at))),
        parts=tuple(_child(language, each, today) for each in told) or (none,),
        ends=(
            language.say(mark("This is only as good as the last list that your service took in.")),
            language.say(mark("A home may be left out. Do you miss a child? Ask your manager.")),
            language.say(
                mark(
                    "Has a young person there asked for help? "
                    "Look at their request before you ring the home."
                )
            ),
            language.say(mark("This is shown once. That you read it is recorded.")),
            language.say(mark("Close it when you are done. Write nothing of it into the chat.")),
        ),
    )


def _child(language: Language, told: Told, today: date) -> Part:
    not_held = language.say(NOT_HELD)
    until = language.moment(told.until, today) if told.until is not None else not_held
    listed = language.day_and_year(told.listed) if told.listed is not None else not_held
    return Part(
        heading=told.name or not_held,
        facts=(
            Fact(label=language.say(mark("Alert for tonight")), text=told.words, marked=True),
            Fact(label=language.say(mark("The alert holds until")), text=until),
            Fact(label=language.say(mark("Day of your service's list")), text=listed),
            Fact(label=language.say(mark("In the chat")), text=told.label or not_held),
            Fact(
                label=language.say(mark("Number in your own system")),
                text=told.number or not_held,
            ),
            Fact(label=language.say(mark("Address")), text=told.address or not_held),
            *(fact for carer in told.carers for fact in _carer(language, *carer)),
        ),
    )


def _carer(language: Language, name: str, telephone: str) -> tuple[Fact, Fact]:
    not_held = language.say(NOT_HELD)
    return (
        Fact(label=language.say(mark("Carer")), text=name or not_held),
        Fact(
            label=language.say(mark("Telephone")),
            text=telephone or not_held,
            telephone=bool(telephone),
        ),
    )
