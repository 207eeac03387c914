"""*Morning handover* at the desk: the night in one screen, as far as this worker may see it."""

from conversations.morning import Night, morning_handover
from desk.pages import refuse
from desk.say import reply, tongue
from desk.sight import on_lists
from desk.unit import Unit
from desk.views import name_of
from fostering.office_hours import last_closing
from fostering.permission import DEALS_WITH_URGENT
from fostering.requests import Request


def show_morning(unit: Unit, page: str = "") -> None:
    """What came since the office shut, and all that is open, for duty and managers."""
    scene, worker = unit.scene, unit.scene.person
    if worker is None or not worker.roles & DEALS_WITH_URGENT:
        refuse(unit)
        return
    since = last_closing(scene.policy, scene.at)
    seen = [r for r in scene.requests.values() if on_lists(unit, worker, r)]
    came = sorted((r for r in seen if r.raised_at >= since), key=_open_first)
    older = sorted((r for r in seen if r.open and r.raised_at < since), key=_open_first)
    night = Night(
        since=since,
        came=[(r, _with_whom(unit, r)) for r in came],
        older=[(r, _with_whom(unit, r)) for r in older],
    )
    reply(unit, morning_handover(tongue(unit), night, page=page))


def _open_first(request: Request) -> tuple[bool, str, float]:
    return not request.open, request.priority.value, request.raised_at.timestamp()


def _with_whom(unit: Unit, request: Request) -> str:
    taken = request.taken or not request.open
    return name_of(unit, request.acknowledged_by) if taken else ""
