"""Need my manager, at the desk: who has it asks, a manager says that they will ring."""

from desk.pages import act
from desk.sight import household_today
from desk.unit import Unit
from desk.views import name_of
from fostering import advice as rules


def ask(unit: Unit, key: str) -> None:
    """*Need my manager*: the manager of this hour is paged; the request stays where it is."""
    scene = unit.scene
    act(
        unit,
        key,
        lambda worker, request: rules.ask(
            request,
            worker,
            scene.roster,
            household_today(unit, request),
            scene.policy,
            scene.at,
            holder=name_of(unit, request.acknowledged_by),
        ),
    )


def say_seen(unit: Unit, key: str) -> None:
    """*I've seen it: I'll ring you*."""
    act(unit, key, lambda worker, request: rules.see(request, worker, unit.scene.at))
