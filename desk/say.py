"""Having something said: a screen for the sender, for another person or for a room."""

from dataclasses import replace

from conversations.help_card import help_button
from conversations.screen import Line, Screen, Style
from desk.unit import Address, Lane, Place, Said, Unit
from fostering.people import Person, Standing
from fostering.policy import Mode
from fostering.quiet_hours import when_awake
from fostering.requests import RequestState
from locales import Language, language, mark

LIVE = "live"
"""The one card of a private chat that asks, lists and shows the way; edited in place."""
NUDGE = "nudge"
"""The reminder of answers not sent; it goes when the person does anything that shows the way."""
PAGE = "page"
"""Before the colon of the card that is a worker's page; after it stands the request."""

MARKS = {
    Mode.DEMO: mark("Demo: nobody is reading this."),
    Mode.DRILL: mark("TEST. This is a drill."),
}


def tongue(unit: Unit) -> Language:
    """The language of this unit: the person's own, or the one their door says, if we offer it."""
    scene = unit.scene
    offered = scene.policy.languages
    if scene.person is not None and scene.person.language in offered:
        return language(scene.person.language)
    if scene.sender is not None and scene.sender.language in offered:
        return language(scene.sender.language)
    return language("en")


def tongue_of(unit: Unit, person: Person) -> Language:
    """The language of another person."""
    offered = unit.scene.policy.languages
    return language(person.language if person.language in offered else "en")


def here(unit: Unit) -> Address:
    """The address the unit came from: the linked person, the room, or a stranger's bare chat."""
    scene = unit.scene
    if scene.sender is None:
        raise ValueError("a due matter has no sender to answer")
    if scene.room:
        return Address(place=Place.ROOM, key=scene.room)
    if scene.person is not None and scene.sender.where == "private":
        return Address(place=Place.PERSON, key=scene.person.id.hex)
    return Address(place=Place.CHAT, key=scene.sender.chat)


def reply(
    unit: Unit,
    screen: Screen,
    *,
    card: str = LIVE,
    lane: Lane = Lane.REPLY,
    occurrence: str = "",
) -> None:
    """Answer the sender: in place after a press, below their words after writing."""
    scene = unit.scene
    address = here(unit)
    if card == LIVE and _on_untaken_page(unit):
        # The page stays where it stands until somebody has it; the desk comes below it.
        screen = replace(screen, fresh=True)
    elif scene.pressed_message and card:
        if not _stands_last(unit, card, scene.pressed_message):
            unit.adopted.append((address, card, scene.pressed_message))
        older = scene.shown.get(card, "")
        if older not in ("", scene.pressed_message):
            unit.removed.append((address, older, card))
    nudge = scene.shown.get(NUDGE, "")
    if card == LIVE and nudge not in ("", scene.pressed_message):
        unit.removed.append((address, nudge, ""))
    asked = scene.shown.get(LIVE, "")
    if scene.typed and card not in ("", LIVE) and asked:
        # What was written ended a form: its last question must not stay to be answered again.
        unit.removed.append((address, asked, ""))
    if scene.typed:
        screen = replace(screen, fresh=True)
    say(unit, screen, to=address, card=card, lane=lane, occurrence=occurrence)


def _stands_last(unit: Unit, card: str, message: str) -> bool:
    """Whether this message is known as this card alone, and as what was shown last."""
    shown = [*unit.scene.shown.items()]
    return shown[-1:] == [(card, message)] and message not in [m for _, m in shown[:-1]]


def _on_untaken_page(unit: Unit) -> bool:
    """Whether the pressed message is the page of a request that nobody has."""
    scene = unit.scene
    pages = (
        key
        for card, message in scene.shown.items()
        for kind, _, key in (card.partition(":"),)
        if kind == PAGE and message == scene.pressed_message
    )
    page = next(pages, "")
    return any(r.id.hex == page and r.state is RequestState.RAISED for r in scene.requests.values())


def say(
    unit: Unit,
    screen: Screen,
    *,
    to: Address,
    card: str = "",
    lane: Lane = Lane.NOTICE,
    occurrence: str = "",
    edit_only: bool = False,
    rings: bool = False,
) -> None:
    """Put a screen into the outbox; a later screen of the same card in this unit replaces it.

    In quiet hours what can wait arrives without a sound; `rings`: this is what they wait for.
    """
    seals = None
    if not rings and lane is not Lane.URGENT and _asleep(unit, to):
        screen = replace(screen, silent=True)
    if to.place is Place.PERSON:
        seals = next((p.id for p in known(unit) if p.id.hex == to.key), None)
    said = Said(
        address=to,
        screen=marked(with_help(unit, screen, to), unit.scene.policy.mode),
        lane=lane,
        card=card,
        occurrence=occurrence,
        seals=seals,
        edit_only=edit_only,
    )
    if card:
        unit.said = [old for old in unit.said if (old.address, old.card) != (to, card)]
    unit.said.append(said)


def _asleep(unit: Unit, to: Address) -> bool:
    """Whether it is quiet hours for this person; who has just pressed something is awake.

    It is carried all the same, not held till morning: a worker who looks by night finds it, and
    nothing that was sent stands unseen behind a clock.
    """
    scene = unit.scene
    if to.place is not Place.PERSON or when_awake(scene.at, scene.policy) == scene.at:
        return False
    return scene.sender is None or to != here(unit)


def with_help(unit: Unit, screen: Screen, to: Address) -> Screen:
    """Every screen of a carer or a worker leads to help; a young person's carry it themselves.

    A young person's blank screen must not say what the chat is for (practice 23).
    """
    person = next((p for p in known(unit) if to == to_person(p)), None)
    verbs = {b.press.verb for row in screen.rows for b in row if b.press is not None}
    if person is None or person.standing is Standing.YOUNG_PERSON or "help" in verbs:
        return screen
    asked = (help_button(language(screen.language), person.standing),)
    return replace(screen, rows=(*screen.rows, asked))


def known(unit: Unit) -> list[Person]:
    """Everybody whom this scene knows."""
    scene = unit.scene
    own = [scene.person] if scene.person is not None else []
    return [*own, *scene.people.values(), *scene.roster]


def marked(screen: Screen, mode: Mode) -> Screen:
    """Every screen of a demo or a drill says so in its first line (practice 33)."""
    words = MARKS.get(mode)
    if words is None:
        return screen
    line = Line(text=language(screen.language).say(words), style=Style.QUIET)
    return replace(screen, lines=(line, *screen.lines))


def to_person(person: Person) -> Address:
    """The address of a person, whatever door they use."""
    return Address(place=Place.PERSON, key=person.id.hex)


def to_room(room: str) -> Address:
    """The address of a linked group."""
    return Address(place=Place.ROOM, key=room)
