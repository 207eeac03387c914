"""Pressing at the desk alone: each press with a scene of its own, and nothing is recorded."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from bot.presses import answer_press
from conversations.screen import Press, Screen
from desk import scenes, unkept
from desk.glance import Glance
from desk.home import show_home
from desk.scene import Scene, Sender, Where
from desk.telling import tell
from desk.unit import Unit
from tests.town import Hand, Town

ALIKE = (
    scenes.NAMES_A_REQUEST
    - scenes.MAKES_A_LINK
    - {scenes.JOINS, scenes.CUTS_OFF, *scenes.CONFIRMS, *scenes.REVIEWS}
)
"""Verbs of which the scene depends on the request alone, and is loaded once for all of them."""


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """What came of one press: the unit, and the screens that mean nothing was done."""

    press: Press
    unit: Unit
    nothing: frozenset[str]

    @property
    def changed(self) -> bool:
        """Whether anything would be recorded besides the screens."""
        unit = self.unit
        return bool(unit.events or unit.kept or unit.dropped or unit.tries or unit.wiped)

    @property
    def taken(self) -> bool:
        """Whether it did anything but draw the present screen again."""
        screens = [words_of(said.screen) for said in self.unit.said]
        return self.changed or any(screen not in self.nothing for screen in screens)


async def press_all(
    town: Town, hand: Hand, presses: Sequence[Press], *, group: str = ""
) -> list[Pressed]:
    """Let this person press all of these, each as if nothing else had been pressed.

    `group`: the group in which they are pressed; "" for the private chat.
    """
    account = str(hand.phone.id)
    sender = Sender(
        door="telegram",
        account=account,
        chat=group or account,
        where=Where.STRANGE_GROUP if group else Where.PRIVATE,
        language="en",
    )
    loaded: dict[Press, Scene] = {}
    asked = {_loaded_as(press) for press in presses}
    glances = [Glance(sender=sender, press=press, pressed_message="1") for press in asked]
    async with town.database.reading() as reader:
        found = await scenes.load(reader, town.policy, glances, town.now)
    loaded = dict(zip(asked, found, strict=True))
    nothing = frozenset() if group else _nothing(found[0])
    done = []
    for press in presses:
        unit = Unit(scene=_copy(loaded[_loaded_as(press)]))
        answer_press(unit, press)
        tell(unit)
        done.append(Pressed(press=press, unit=unit, nothing=nothing))
    return done


def words_of(screen: Screen) -> str:
    """Every word of a screen that somebody could read, its buttons and its file included."""
    labels = [f"{b.label} {b.address}" for row in screen.rows for b in row]
    file = screen.file.content.decode(errors="replace") if screen.file is not None else ""
    return "\n".join([*(line.text for line in screen.lines), *labels, file])


def _nothing(scene: Scene) -> frozenset[str]:
    """The screens that a refused press draws: the first one, or the card that is open."""
    found = set()
    for draw in (show_home, unkept.old_button):
        unit = Unit(scene=_copy(scene))
        draw(unit)
        found |= {words_of(said.screen) for said in unit.said}
    return frozenset(found)


def _loaded_as(press: Press) -> Press:
    return Press(verb="req", args=press.args[:1]) if press.verb in ALIKE else press


def _copy(scene: Scene) -> Scene:
    """A scene of its own: what one press decides must not be there for the next."""
    copied = copy(scene)
    for name, part in vars(scene).items():
        if isinstance(part, dict):
            setattr(copied, name, dict(part))
    return copied
