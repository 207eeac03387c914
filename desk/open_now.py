"""*Open now* and *Take it over* at the desk: nothing that somebody has is out of reach of duty."""

from conversations.open_now import open_now
from desk.pages import act, refuse
from desk.say import reply, tongue
from desk.sight import on_lists
from desk.unit import Unit
from desk.views import name_of
from fostering.people import Person
from fostering.permission import DEALS_WITH_URGENT, MANAGES
from fostering.requests import Request
from fostering.taking_over import take_over


def show_open(unit: Unit, page: str = "") -> None:
    """Every open request that this worker may deal with, urgent first."""
    worker = unit.scene.person
    if worker is None or not worker.roles & DEALS_WITH_URGENT:
        refuse(unit)
        return
    found = [
        (request, name_of(unit, request.acknowledged_by) if request.taken else "")
        for request in open_to(unit, worker)
    ]
    reply(unit, open_now(tongue(unit), found, page=page, oversees=bool(worker.roles & MANAGES)))


def open_to(unit: Unit, worker: Person) -> list[Request]:
    """The open requests of the scene that this worker may deal with, urgent first, then oldest."""
    found = [r for r in unit.scene.requests.values() if r.open and on_lists(unit, worker, r)]
    return sorted(found, key=lambda r: (r.priority, r.raised_at))


def take_it_over(unit: Unit, key: str) -> None:
    """*Yes, I take it over*: who had it and the person who asked are told."""
    act(unit, key, lambda worker, request: take_over(request, worker, unit.scene.at))
