"""*Find a family* at the desk: a typed name, the family, and that somebody looked."""

from collections.abc import Mapping

from conversations.family import Family, family_screen
from conversations.form import Form
from desk.facts import findable
from desk.help import numbers
from desk.home import show_home
from desk.say import reply, tongue
from desk.sight import on_lists
from desk.unit import Unit
from desk.views import name_of
from fostering.drafts import Answer, Draft
from fostering.events import FamilyOpened
from fostering.office_hours import local_date
from fostering.private_homes import may_turn_home


def show_family(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The carer is chosen: their family, as far as this worker may see it."""
    del form, draft
    scene, worker = unit.scene, unit.scene.person
    carer = next((c for c in findable(unit) if c.id.hex == answers.get("carer")), None)
    home = next((h for h in scene.households.values() if carer and carer.id in h.carers), None)
    if worker is None or carer is None or home is None:
        show_home(unit)
        return
    unit.decide(FamilyOpened(at=scene.at, subject=carer.id, actor=worker.id))
    today = home.on(local_date(scene.at, scene.policy.office_hours))
    of_carers = [r for r in scene.requests.values() if r.open and r.author in home.carers]
    theirs = [r for r in of_carers if on_lists(unit, worker, r)]
    family = Family(
        carers=[name for c in sorted(home.carers) if (name := name_of(unit, c))],
        worker=name_of(unit, home.supervising_social_worker),
        children=[placement.label for placement in today.placements],
        numbers=numbers(unit, home),
        requests=sorted(theirs, key=lambda r: (r.priority, r.raised_at)),
        switch=home.id.hex if may_turn_home(worker, home, of_carers, scene.policy) else "",
    )
    reply(unit, family_screen(tongue(unit), family))
