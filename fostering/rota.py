"""The rota ahead: which places of which nights nobody fills who could be reached (cover proof)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from fostering.office_hours import ONE_DAY, closing, is_working_day, local_date, opening
from fostering.on_call import covers, on_rota
from fostering.policy import Policy
from fostering.presence import Roster
from fostering.rota_shifts import Place

NIGHTS = 14
"""How many nights ahead are looked at; ours."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """From an instant of a night on, nobody who can be reached has a place.

    `place` None: no shift runs at all, and pages follow the order of the list. `night` is the local
    day on which it begins.
    """

    night: date
    since: datetime
    place: Place | None = None


def gaps(roster: Roster, policy: Policy, at: datetime, nights: int = NIGHTS) -> tuple[Gap, ...]:
    """The gaps of the next nights, the running one first; once for each night and place."""
    today = local_date(at, policy.office_hours)
    found: dict[tuple[date, Place | None], Gap] = {}
    for count in range(-1, nights):
        for gap in _of_night(today + count * ONE_DAY, roster, policy, at):
            found.setdefault((gap.night, gap.place), gap)
    return tuple(found.values())


def night_of(day: date, policy: Policy) -> tuple[datetime, datetime]:
    """From when until when the night of this local day is (aware UTC).

    From when the office shuts, on a day on which it is shut from when it would open, until the
    time of opening of the day after. So the nights of two weeks leave out office hours alone.
    """
    hours = policy.office_hours
    works = is_working_day(day, policy.bank_holidays)
    begins = closing(day, hours) if works else opening(day, hours)
    return begins, opening(day + ONE_DAY, hours)


def _of_night(day: date, roster: Roster, policy: Policy, at: datetime) -> Iterator[Gap]:
    begins, ends = night_of(day, policy)
    begins = max(begins, at)
    if begins >= ends:
        return
    turns = {t for p in roster for s in p.shifts for t in (s.starts, s.ends) if begins < t < ends}
    for since in sorted({begins, *turns}):
        if not covers(roster, policy, since):
            yield Gap(night=day, since=since)
            continue
        for place in Place:
            if not on_rota((place,), roster, policy, since):
                yield Gap(night=day, since=since, place=place)
