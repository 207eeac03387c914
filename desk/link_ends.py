"""The ends of one-time links: what has run out is taken off the screen that still shows it."""

from datetime import datetime

from conversations.one_time_screens import over_screen
from conversations.screen import Press
from desk import scenes
from desk.say import say, to_person, tongue_of
from desk.unit import Lane, Unit
from fostering.policy import Policy
from storage import due, link_rows, people
from storage.changes import Told
from storage.database import Reader

RULE = "link_over"
HOME = Press(verb="home")


def occurrence_of(link: str) -> str:
    """The name of the row of the outbox that carried this link (its id in hex) into the chat."""
    return f"link:{link}"


async def take_off(reader: Reader, policy: Policy, at: datetime) -> Unit | None:
    """Each that ran out within the last hour, once; None where no screen still shows one."""
    ended = await link_rows.ended(reader, at)
    shown = await link_rows.still_shown(reader, {occurrence_of(e.link.hex): e for e in ended})
    told = {row.link: Told(RULE, row.link.hex, "once") for row in shown}
    before = await due.told_before(reader, told.values())
    left = [row for row in shown if told[row.link] not in before]
    if not left:
        return None
    unit = Unit(scene=await scenes.for_clock(reader, policy, at))
    unit.scene.people |= await people.load(reader, {row.person for row in left})
    for row in left:
        unit.told.append((RULE, row.link.hex, "once"))
        person = unit.scene.people.get(row.person)
        if person is not None and person.linked:
            back = Press(verb="req", args=(row.request.hex,)) if row.request else HOME
            screen = over_screen(tongue_of(unit, person), back)
            say(unit, screen, to=to_person(person), card=row.card, lane=Lane.NOTICE, edit_only=True)
    return unit
