"""Somebody on my side, as the young person sees it: whom to ring, and where it stands.

The card names no subject: it may be read by somebody else (practice 23).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.clock_times import clock_time
from conversations.help_card import help_button, help_lines
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet, quote, title
from fostering.advocacy import Advocacy, AdvocacyLetter, AdvocacyState
from fostering.people import Standing
from fostering.policy import Provider
from locales import Language, mark, mark_for

LINES = ("coram_voice", "nyas", "help_at_hand", "become")
"""National lines for a young person who wants to be heard; only those that are checked show."""
PASSED_ON = mark_for("young_person", "We have passed this on.")
RING_YOURSELF = mark_for(
    "young_person", "You can ring someone yourself. Press “Who can help me?” for the numbers."
)


@dataclass(frozen=True, kw_only=True)
class OnMySide:
    """What the card needs besides the advocacy. `advocate` is a name; "" while there is none.

    `words_shown`: they want to be reached in this chat. `written` are what was written to them,
    with the time; `added_at` is when they last wrote. `further` is the name of a provider that may
    be written to as well; "" while there is none.
    """

    at: datetime
    advocate: str = ""
    words_shown: bool = False
    written: Sequence[tuple[datetime, str]] = ()
    added_at: datetime | None = None
    further: str = ""


def provider_lines(language: Language, provider: Provider | None) -> list[Line]:
    """Whom the service has for advocates, and how to reach them without us."""
    if provider is None:
        return []
    words = mark("{name}: {number} (last checked {day})")
    if provider.email:
        words = mark("{name}: {number}, {email} (last checked {day})")
    return [
        plain(
            language.say(
                words,
                name=provider.name,
                number=provider.number,
                email=provider.email,
                day=language.day(provider.checked),
            )
        )
    ]


def ring_them_yourself(language: Language, provider: Provider | None) -> Screen:
    """Nobody of a provider is linked: their number and the national lines, and that we can't."""
    what = mark_for(
        "young_person",
        "An advocate helps you to be heard. They do not work for your social worker or your "
        "carers. It is free.",
    )
    cannot = mark_for(
        "young_person",
        "We can't pass this on from here. Nobody has been told. Ring or write to them yourself:",
    )
    lines = [
        title(language.say(mark_for("young_person", "Get someone on my side"))),
        plain(language.say(what)),
        plain(language.say(cannot)),
        *provider_lines(language, provider),
        *help_lines(language, LINES),
        BLANK,
        quiet(language.say(mark_for("young_person", "Looking at this page tells nobody."))),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=_last_rows(language))


def on_my_side_card(language: Language, advocacy: Advocacy, view: OnMySide) -> Screen:
    """Where it stands, in true words, and what they can press."""
    lines = _standing(language, advocacy, view)
    rows: list[tuple[Button, ...]] = []
    if advocacy.open and view.words_shown:
        lines += [quote(words) for _, words in view.written]
        if view.added_at is not None:
            passed = mark_for("young_person", "We passed on what you wrote at {time}.")
            time = clock_time(language, view.added_at, view.at)
            lines.append(quiet(language.say(passed, time=time)))
        write = language.say(mark_for("young_person", "Write to them"))
        rows.append((button(write, "sidewrite", advocacy.id.hex),))
    if view.further:
        further = mark_for(
            "young_person", "We can write to {provider} too. They get your name and these answers."
        )
        lines.append(plain(language.say(further, provider=view.further)))
        too = language.say(mark_for("young_person", "Write to them too"))
        rows.append((button(too, "sidenext", advocacy.id.hex),))
    if is_late(advocacy) or advocacy.taken_on:
        rows.append((button(language.say(mark_for("young_person", "Who can help me?")), "who"),))
    if advocacy.open:
        stop = language.say(mark_for("young_person", "I don't need this any more"))
        rows.append((button(stop, "sidestop", advocacy.id.hex),))
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, *_last_rows(language)))


def stop_question(language: Language, advocacy: Advocacy) -> Screen:
    """One slip ends nothing."""
    yes = language.say(mark_for("young_person", "Yes, stop it"))
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark_for("young_person", "Shall we tell them to stop?"))),),
        rows=(
            (button(yes, "sidestopyes", advocacy.id.hex),),
            (button(language.say(mark("No, go back")), "side"),),
            *_last_rows(language),
        ),
    )


def is_late(advocacy: Advocacy) -> bool:
    """Whether they were told that it takes too long, or that nobody can take it."""
    waits = advocacy.open and advocacy.appointed_at is None and not advocacy.taken_on
    return waits and (advocacy.late_until is not None or advocacy.with_nobody)


def _standing(language: Language, advocacy: Advocacy, view: OnMySide) -> list[Line]:
    match advocacy.state:
        case AdvocacyState.ENDED:
            return [plain(language.say(mark_for("young_person", "This is finished.")))]
        case AdvocacyState.APPOINTED:
            now = mark_for("young_person", "{name} is on your side now.")
            return [plain(language.say(now, name=view.advocate))]
        case AdvocacyState.CONTACTED:
            lines = [plain(language.say(PASSED_ON)), _contacted(language, advocacy, view)]
        case _ if advocacy.letter is not None:
            return _by_letter(language, advocacy, advocacy.letter)
        case _:
            lines = [plain(language.say(PASSED_ON))]
            if not is_late(advocacy):
                by = mark_for("young_person", "Someone should get in touch with you by {moment}.")
                moment = language.moment(advocacy.contact_by)
                lines.append(plain(language.say(by, moment=moment)))
    return [*lines, *_late_lines(language, advocacy)]


def _by_letter(language: Language, advocacy: Advocacy, letter: AdvocacyLetter) -> list[Line]:
    """We know that we wrote, and whether somebody pressed that they have it; nothing else."""
    moment = language.moment(advocacy.contact_by)
    if letter.taken_on_at is not None:
        got = mark_for("young_person", "{provider} told us that they have it.")
        ring = mark_for(
            "young_person",
            "If they do not get in touch with you by {moment}, you can ring them. Press “Who can "
            "help me?” for the number.",
        )
        said = language.say(got, provider=letter.provider)
        return [plain(said), plain(language.say(ring, moment=moment))]
    wrote = mark_for(
        "young_person",
        "We have written to {provider}. Nobody there has said yet that they have it.",
    )
    lines = [plain(language.say(wrote, provider=letter.provider))]
    if not is_late(advocacy):
        by = mark_for("young_person", "They should say so by {moment}.")
        return [*lines, plain(language.say(by, moment=moment))]
    late = mark_for("young_person", "That is later than it should be. It is not because of you.")
    return [*lines, plain(language.say(late)), plain(language.say(RING_YOURSELF))]


def _contacted(language: Language, advocacy: Advocacy, view: OnMySide) -> Line:
    at = advocacy.contacted_at or view.at
    noted = mark_for("young_person", "{name} noted that they got in touch with you on {moment}.")
    return plain(language.say(noted, name=view.advocate, moment=language.moment(at)))


def _late_lines(language: Language, advocacy: Advocacy) -> list[Line]:
    """Said honestly, with somebody to ring; it is not their fault."""
    if not is_late(advocacy):
        return []
    if advocacy.with_nobody:
        none = mark_for(
            "young_person", "They told us that they can't do it now. It is not because of you."
        )
        return [plain(language.say(none)), plain(language.say(RING_YOURSELF))]
    late = mark_for("young_person", "It takes longer than it should. We have told them that.")
    if advocacy.contacted_at is None:
        late = mark_for(
            "young_person",
            "No one has told us yet that they got in touch with you. We have told them that it "
            "is late.",
        )
    return [plain(language.say(late)), plain(language.say(RING_YOURSELF))]


def _last_rows(language: Language) -> tuple[tuple[Button, ...], ...]:
    return (
        (button(language.say(mark("Back to the start")), "home"),),
        (help_button(language, Standing.YOUNG_PERSON),),
        (button(language.say(mark("Hide this")), "hide"),),
    )
