"""The first screens: one for each kind of person; the urgent buttons never move (practice 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations import doubts as in_doubt
from conversations.delegated_authority import WHO_DECIDES
from conversations.help_card import (
    DANGER,
    URGENT_NUMBER,
    help_button,
    help_lines,
    interpreter_line,
    number_line,
)
from conversations.private_homes import PRIVATE, outside_row
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
from conversations.warnings_tonight import count_button
from fostering.people import Standing
from fostering.policy import TelephoneNumber
from fostering.rota_shifts import Place
from locales import Language, mark, mark_for, mark_many


@dataclass(frozen=True, kw_only=True)
class OnCall:
    """This worker's shift: its end (aware UTC), and the name of the other on call ("" if none).

    Of the on-call manager the other is who is first. `by_rota`: the rota says so; else the order of
    the list does.
    """

    until: datetime
    place: Place
    other: str
    by_rota: bool = True


OPEN_REQUESTS = mark_many("My requests ({count} open)", "My requests ({count} open)")


def carer_home(
    language: Language,
    numbers: Sequence[TelephoneNumber],
    *,
    office_open: bool,
    open_requests: int,
    drafts: Sequence[tuple[str, str]] = (),
    outside: bool = False,
) -> Screen:
    """A carer's first screen. `drafts` are (button label, draft tag) of answers not yet sent.

    `outside`: they have been told, and are shown who helps them from outside the service.
    """
    lines: list[Line] = []
    if office_open:
        lines.append(plain(language.say(mark("The office is open."))))
    else:
        lines.append(plain(language.say(mark("The office is closed."))))
    lines += [
        plain(language.say(URGENT_NUMBER, name=language.say(n.name), number=n.number))
        for n in numbers[:1]
    ]
    lines.append(plain(language.say(DANGER)))
    lines += interpreter_line(language)
    if not office_open:
        lines.append(quiet(language.say(mark("No one watches this chat all night."))))
    rows: list[tuple[Button, ...]] = [
        (help_button(language, Standing.CARER),),
        (button(language.say(mark("A child is missing")), "open", "missing_child"),),
        (button(language.say(mark("Something has happened")), "open", "difficulty"),),
        (button(language.say(mark("I need to talk to someone tonight")), "talk"),),
    ]
    rows += [(button(label, "resume", tag),) for label, tag in drafts]
    rows += [
        (button(language.say_many(*OPEN_REQUESTS, open_requests), "reqs"),),
        (button(language.say(mark("Something has changed at home")), "open", "household_change"),),
        (button(language.say(mark("Ask for support")), "open", "support"),),
        (button(language.say(mark("My dates")), "sup"),),
        (button(language.say(WHO_DECIDES), "decides"),),
        (button(language.say(mark("What I can expect")), "expect"),),
        (button(language.say(mark("Concerns and complaints")), "concern"),),
        *([outside_row(language)] if outside else []),
        (button(language.say(mark("Language and settings")), "lang"),),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def staff_home(
    language: Language,
    *,
    waiting: int,
    oldest_minutes: int,
    mine: int,
    to_do: int,
    duty: bool,
    supervises: bool,
    oversees: bool = False,
    drafts: Sequence[tuple[str, str]] = (),
    on_call: OnCall | None = None,
    tests: Sequence[Line] = (),
    test_rows: Sequence[tuple[Button, ...]] = (),
    warned: int | None = None,
    cuts_off: bool = False,
    manages: bool = False,
    hands_over: bool = False,
    childs_worker: bool = False,
    keeps_private: bool = False,
    doubts: int = 0,
) -> Screen:
    """A worker's first screen.

    `duty` adds what the out-of-hours team needs, `oversees` the list of all that is open. `to_do`:
    how many children's social workers this worker still has to tell. `warned`: how many alerts run
    tonight, None for whoever does not see them. `cuts_off`: they may cut off a lost phone.
    `hands_over`: they have a shift that they may hand over. `childs_worker`: they are some child's
    own social worker. `keeps_private`: they may put a matter or a household into private process.
    `tests` is what is said of paging tests, `test_rows` their button. `doubts`: how many reminders
    in doubt they settle.
    """
    shift = _shift(language, on_call) if on_call is not None else []
    if waiting:
        first = language.say_many(
            *mark_many(
                "{count} waiting, oldest {minutes} min.", "{count} waiting, oldest {minutes} min."
            ),
            waiting,
            minutes=str(oldest_minutes),
        )
    else:
        first = language.say(mark("Nothing is waiting."))
    rows: list[tuple[Button, ...]] = [
        *test_rows,
        (
            button(language.say(mark("Waiting ({count})"), count=str(waiting)), "waiting"),
            button(language.say(mark("With me ({count})"), count=str(mine)), "mine"),
        ),
        (button(language.say(mark("To do ({count})"), count=str(to_do)), "todo"),),
    ]
    rows.append((button(language.say(mark("Not filed yet")), "notfiled"),))
    if oversees:
        rows.append((button(language.say(mark("Open now")), "opens"),))
    rows += [(button(label, "resume", tag),) for label, tag in drafts]
    finds = duty or supervises or oversees
    ways = (
        (duty, button(language.say(mark("Add a phone call")), "open", "phone_call")),
        (finds, button(language.say(mark("Find a family")), "family")),
        (warned is not None, count_button(language, warned or 0)),
        (cuts_off, button(language.say(mark("A phone is lost: unlink it")), "lost")),
        (supervises, button(language.say(mark("Supervisions")), "sups")),
        (supervises or manages, button(language.say(mark("Annual reviews")), "revs")),
        (doubts > 0, in_doubt.count_button(language, doubts)),
        (supervises or childs_worker, button(language.say(WHO_DECIDES), "decides")),
        (True, button(language.say(mark("Numbers")), "help")),
        (keeps_private, button(language.say(PRIVATE), "privhomes")),
        (hands_over, button(language.say(mark("I can't take pages")), "nopages")),
        (hands_over, button(language.say(mark("Hand over my shift")), "shift")),
        (oversees, button(language.say(mark("Morning handover")), "morning")),
    )
    rows += [(way,) for theirs, way in ways if theirs]
    rows.append((button(language.say(mark("Language")), "lang"),))
    return Screen(
        language=language.tag,
        lines=(title(language.say(mark("Your desk"))), *shift, plain(first), *tests),
        rows=tuple(rows),
        push=Push.NONE,
    )


def _shift(language: Language, on_call: OnCall) -> list[Line]:
    """Until when this worker is on call, with whom, and where no rota says so."""
    words = ON_SHIFT[on_call.place] if on_call.other else ON_SHIFT_ALONE[on_call.place]
    until = language.moment(on_call.until)
    lines = [plain(language.say(words, moment=until, name=on_call.other))]
    if not on_call.by_rota:
        lines.append(quiet(language.say(NO_ROTA)))
    return lines


ON_SHIFT = {
    Place.FIRST: mark("On shift to {moment} with {name}. You are paged first."),
    Place.SECOND: mark("On shift to {moment} with {name}. You are paged second."),
    Place.MANAGER: mark("On shift to {moment} as manager. {name} is paged first."),
}
ON_SHIFT_ALONE = {
    Place.FIRST: mark("On shift to {moment}. There is no second."),
    Place.SECOND: mark("On shift to {moment}. There is no second."),
    Place.MANAGER: mark("On shift to {moment} as manager. Nobody is paged before you."),
}
NO_ROTA = mark("No rota covers this hour: pages follow the order of the list.")


NEEDS_A_CODE = mark(
    "To use it you need a code. Your own worker gives it to you. "
    "Open their link, or type the code here."
)
LINKED_ALREADY = mark("You are linked. You need no code. More will be here once it is set up.")
UNKNOWN_AND_UNREAD = mark("We can't see who you are and nobody reads what you write here. Ring.")
NOBODY_READS = mark("Nobody reads what you write here. Ring.")


def stranger_home(
    language: Language,
    numbers: Sequence[TelephoneNumber],
    *,
    setting_up: bool,
    code_failed: bool,
    linked: bool = False,
) -> Screen:
    """What everybody sees who is not linked: the numbers, and how to be invited; nothing else.

    Who is `linked` while the service is still being set up is told so, and not asked for a code.
    """
    lines: list[Line] = []
    if code_failed:
        lines += [
            plain(
                language.say(
                    mark(
                        "That code did not work. Codes work once and only for a short time. "
                        "Ask your worker for a new one."
                    )
                )
            ),
            BLANK,
        ]
    lines += [
        plain(language.say(mark("This chat belongs to a fostering service."))),
        plain(language.say(LINKED_ALREADY if linked else NEEDS_A_CODE)),
        BLANK,
        plain(language.say(DANGER)),
        *[number_line(language, number) for number in numbers],
        *help_lines(language, ("childline",)),
        BLANK,
        plain(language.say(NOBODY_READS if linked else UNKNOWN_AND_UNREAD)),
    ]
    if setting_up:
        lines.append(
            quiet(language.say(mark("The service is still setting this chat up. Ring instead.")))
        )
    rows = (
        (button(language.say(mark("I need help now")), "help"),),
        (button(language.say(mark("Language")), "lang"),),
    )
    return Screen(language=language.tag, lines=tuple(lines), rows=rows, push=Push.NONE)


def language_screen(
    language: Language, names: Sequence[tuple[str, str]], *, linked: bool, standing: Standing | None
) -> Screen:
    """Choose a language; each stands in its own script. `names` are (tag, name)."""
    rows: list[tuple[Button, ...]] = [(button(name, "lang", tag),) for tag, name in names]
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, standing),))
    if standing is Standing.YOUNG_PERSON:
        rows.append((button(language.say(mark("Hide this")), "hide"),))
    return Screen(
        language=language.tag,
        lines=(title(language.say(mark("Which language shall we use?"))),),
        rows=tuple(rows),
        push=Push.NONE,
    )


LEFT_OVER = mark("Messages older than two days stay. You can clear them in the menu above.")
YOUNG_LEFT_OVER = mark_for(
    "young_person", "Messages older than two days stay. You can clear them in the menu above."
)


def hidden_screen(language: Language, *, left_over: bool, young: bool = False) -> Screen:
    """The blank screen after *Hide this*: nothing on it says what this chat is for."""
    lines = [plain(language.say(mark("Hello.")))]
    if left_over:
        lines.append(quiet(language.say(YOUNG_LEFT_OVER if young else LEFT_OVER)))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=((button(language.say(mark("Open")), "home"),),),
        push=Push.NONE,
    )
