"""Watchers: who is told of a concern without being paged, and who hears of what is added."""

from uuid import UUID

from desk.answers import read_answers
from desk.scene import Written
from desk.unit import Unit
from desk.views import household_of
from fostering.office_hours import local_date, open_at
from fostering.people import Household, Placement
from fostering.private_homes import drawn_into
from fostering.requests import Request

EVERYBODY = "all"


def watchers(unit: Unit, request: Request, *, before: int = 0) -> set[UUID]:
    """The social workers of the children it concerns; empty for a matter for the telephone.

    And where its household is in private process: its manager tells them.

    `before` leaves out that many of the newest entries: who was told already.
    """
    home = household_of(unit, request)
    if home is None or drawn_into(home, request) is not None:
        return set()
    lines = unit.scene.written.get(request.id, ())
    lines = lines[: len(lines) - before]
    children = _children(unit, request, home, lines)
    return {p.childs_social_worker for p in children if p.childs_social_worker is not None}


def hearers(unit: Unit, request: Request) -> set[UUID | None]:
    """Who is told loudly of what is added: who has it; else who was paged, or who owns it.

    What is not urgent wakes nobody: the owner hears of it at once by day, and sees it by night.
    """
    if request.taken:
        return {request.acknowledged_by}
    if request.escalation is not None and request.priority.urgent:
        return {*request.escalation.paged}
    policy = unit.scene.policy
    by_day = open_at(unit.scene.at, policy.office_hours, policy.bank_holidays)
    return {request.owner} if by_day or request.priority.urgent else set()


def _children(
    unit: Unit, request: Request, home: Household, lines: tuple[Written, ...]
) -> list[Placement]:
    """The placements it is about, as far as these entries tell."""
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    placed = [placement for placement in home.placements if placement.holds(day)]
    if not lines:
        return []
    if request.form == "not_safe":
        return [placement for placement in placed if placement.young_person == request.author]
    kind = unit.scene.policy.kinds.get(_last(lines, "kind"))
    if kind is None or not kind.concerns_child or kind.phone_only:
        return []
    chosen = read_answers(_last(lines, "answers") or "{}").get("child")
    match chosen:
        case None:
            # Not said yet: told at once where it can only be one worker, else when it is finished.
            alone = len({placement.childs_social_worker for placement in placed}) == 1
            return placed if alone or request.finished else []
        case _ if chosen == EVERYBODY:
            return placed
        case _:
            return [placement for placement in placed if placement.id.hex == chosen]


def _last(lines: tuple[Written, ...], name: str) -> str:
    """The newest value of a field that several entries may carry; "" where none does."""
    values = (str(line.words.get(name) or line.codes.get(name, "")) for line in lines)
    return next((value for value in reversed([*values]) if value), "")
