"""Doubts: a reminder was sent once and the answer was lost; nobody knows whether it came through.

It is never repeated by itself (a reminder told twice is a hazard of its own). The worker who would
hear of it sees that it is in doubt, and has it told again or says that the person knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fostering.events import DoubtSettled, Event
from fostering.people import Household, Person, Standing
from fostering.permission import MANAGES
from fostering.presence import Roster
from fostering.supervisors import who_hears


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """One reminder in doubt: to whom, a code of what it was about, when it ended so (aware UTC).

    `card` is where it stood; `kept`: its words are still there, so that it can be told again.
    """

    id: UUID
    to: UUID
    card: str
    at: datetime
    kept: bool = True

    @property
    def about(self) -> str:
        """The code of what it was about; "" where it was none of our cards."""
        return self.card.partition(":")[0]


def hears_of(
    worker: Person, person: Person, home: Household | None, roster: Roster, day: date
) -> bool:
    """Whether this worker settles a doubt about a reminder to that person.

    Of a carer's the supervising social worker, or who hears instead that day (the service's local
    date), and the managers; never who is kept from the household (practice 27), and nobody while it
    is in private process (practice 14: prompts have stopped). Of a colleague's the managers. Of a
    young person's nobody: that they were written to is theirs (practice 23).
    """
    if worker.id == person.id or not (worker.active and person.active and person.linked):
        return False
    manages = bool(worker.roles & MANAGES)
    if person.standing is Standing.STAFF:
        return manages
    if person.standing is not Standing.CARER:
        return False
    if home is not None and (worker.id in home.kept_from or home.private_for(person.id)):
        return False
    owner = home.supervising_social_worker if home is not None else None
    heard = who_hears(owner, home, roster, day)
    return manages or (heard is not None and heard.id == worker.id)


def open_doubts(
    worker: Person,
    doubts: Iterable[Doubt],
    people: Iterable[Person],
    homes: dict[UUID, Household],
    roster: Roster,
    day: date,
) -> tuple[Doubt, ...]:
    """Those that this worker settles, the oldest first; `homes` go by the person."""
    known = {person.id: person for person in people}
    found = (
        doubt
        for doubt in doubts
        if doubt.to in known and hears_of(worker, known[doubt.to], homes.get(doubt.to), roster, day)
    )
    return tuple(sorted(found, key=lambda doubt: (doubt.at, doubt.id)))


def settle(doubt: Doubt, worker: Person, at: datetime, *, again: bool) -> tuple[Event, ...]:
    """*Tell them again*, or *They know*."""
    return (
        DoubtSettled(
            at=at,
            subject=doubt.to,
            actor=worker.id,
            message=doubt.id,
            what=doubt.about,
            again=again,
        ),
    )
