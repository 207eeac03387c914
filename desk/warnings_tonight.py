"""*Alerts for tonight*: a count in the chat, the alerts by one-time link, each read recorded."""

from conversations.warnings_tonight import (
    BACK,
    TONIGHT,
    Told,
    count_line,
    none_screen,
    warnings_sheet,
)
from desk import placement_scenes
from desk.link_offers import offer_link
from desk.opening import Opening
from desk.say import MARKS, reply, tongue, tongue_of
from desk.sight import warned_tonight
from desk.unit import Unit
from desk.unkept import old_button
from fostering.office_hours import local_date
from fostering.one_time_links import OneTimeLink, Purpose
from fostering.people import Person
from fostering.permission import may_see_warnings
from fostering.warnings_tonight import Warned, ends_at
from storage import people
from storage.database import Reader


def offer(unit: Unit) -> None:
    """The press: how many run, with a link for this worker alone, or that there is no page."""
    worker, token = unit.scene.person, unit.scene.token
    if worker is None or token is None or not may_see_warnings(worker):
        old_button(unit)
        return
    words, count = tongue(unit), len(warned_tonight(unit, worker))
    if not count:
        reply(unit, none_screen(words))
        return
    offer_link(
        unit,
        worker,
        token,
        Purpose.WARNINGS_TONIGHT,
        name=TONIGHT,
        back=BACK,
        subject=worker.id,
        said=count_line(words, count),
    )


async def make(reader: Reader, unit: Unit, link: OneTimeLink, worker: Person) -> Opening | None:
    """The sheet, as things stand now; None for whoever may not see alerts any more."""
    del link
    if not may_see_warnings(worker):
        return None
    scene = unit.scene
    await placement_scenes.load_warned(reader, [scene])
    warned = warned_tonight(unit, worker)
    homes = [each.household for each in warned]
    shown = {carer for home in homes for carer in home.carers}
    shown |= {each.placement.young_person for each in warned}
    scene.people |= await people.load(reader, sorted(shown)) if shown else {}
    words = tongue_of(unit, worker)
    sheet = warnings_sheet(
        words,
        worker.name,
        [_told(unit, each) for each in warned],
        scene.at,
        local_date(scene.at, scene.policy.office_hours),
        (words.say(MARKS[scene.policy.mode]),) if scene.policy.mode in MARKS else (),
    )
    return Opening(content=sheet, shown=tuple(sorted(shown)))


def _told(unit: Unit, warned: Warned) -> Told:
    placed, known = warned.placement, unit.scene.people
    child = known.get(placed.young_person)
    carers = [known[id] for id in sorted(warned.household.carers) if id in known]
    return Told(
        name=child.name if child is not None else "",
        label=placed.label,
        number=placed.number,
        words=placed.alert,
        until=ends_at(placed.alert_until, unit.scene.policy) if placed.alert_until else None,
        listed=placed.alert_listed,
        address=next((carer.address for carer in carers if carer.address), ""),
        carers=tuple((carer.name, carer.telephone) for carer in carers),
    )
