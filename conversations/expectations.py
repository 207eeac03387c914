"""What a carer can expect: the promises that touch them, in one list, each with where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.help_card import help_button
from conversations.screen import Line, Push, Screen, button, plain, quiet, title
from fostering.people import Standing
from locales import Language, mark


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """One thing a carer can expect, and the promises of the register that it stands for."""

    key: str
    text: str
    promises: tuple[str, ...]


EXPECTATIONS = (
    Expectation(
        key="supervision",
        text=mark("We meet for supervision at least every {days} days."),
        promises=("SOU-16", "SWK-07", "DMR-33"),
    ),
    Expectation(
        key="answers",
        text=mark(
            "Whatever you ask has a named worker and a day for the answer. A no has a reason."
        ),
        promises=("SOU-16a", "SWK-07b", "DMR-32", "SOU-26", "DMR-46"),
    ),
    Expectation(
        key="night",
        text=mark("Somebody who knows fostering can be reached, day and night."),
        promises=("SOU-18", "DMR-35"),
    ),
    Expectation(
        key="review",
        text=mark("Your approval is reviewed within a year."),
        promises=("SWK-13",),
    ),
    Expectation(
        key="authority",
        text=mark("You can see which decisions about each child are yours, and whom to ask."),
        promises=("SOU-15", "SOU-15b", "DMR-17", "DMR-18"),
    ),
    Expectation(
        key="decision",
        text=mark("A decision that you need for a day comes before that day."),
        promises=("DMR-19", "DMR-20"),
    ),
    Expectation(
        key="child",
        text=mark("You are told what you need to know about the child. Asking is right."),
        promises=("SOU-10", "DMR-14", "DMR-27", "OFS-10", "OFS-14"),
    ),
    Expectation(
        key="concern",
        text=mark("A concern about a child goes to the child's social worker too."),
        promises=("DMR-61",),
    ),
    Expectation(
        key="money",
        text=mark("A payment that is late has somebody who looks into it."),
        promises=("SOU-19", "DMR-36"),
    ),
    Expectation(
        key="independent",
        text=mark("Independent support for you, and nobody asks why."),
        promises=("SOU-27", "DMR-47"),
    ),
    Expectation(
        key="equal",
        text=mark(
            "Nobody is treated worse for who they are. A report of it passes by the person named."
        ),
        promises=("SOU-08", "DMR-10", "DMR-25"),
    ),
    Expectation(
        key="private",
        text=mark("What you tell us is seen by those whom the screen names, and by nobody else."),
        promises=("SOU-09", "DMR-13", "DMR-26"),
    ),
    Expectation(
        key="home",
        text=mark("And from you: you tell us of changes at home, before they happen if you can."),
        promises=("SOU-49", "DMR-59"),
    ),
)


def expectations_screen(
    language: Language, states: Mapping[str, str], *, supervision_days: int
) -> Screen:
    """The list; `states` are translated sentences by key, for those that stand somewhere now."""
    lines: list[Line] = [title(language.say(mark("What I can expect")))]
    for each in EXPECTATIONS:
        lines.append(plain(language.say(each.text, days=str(supervision_days))))
        if each.key in states:
            lines.append(quiet(states[each.key]))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            (button(language.say(mark("My dates")), "sup"),),
            (button(language.say(mark("Ask for support")), "open", "support"),),
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
        push=Push.MESSAGE,
    )
