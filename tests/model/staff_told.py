"""Who is there and whom a step pages, told once more from practice 5, 6 and 12.

Workers go by their first names; nothing here knows the product's staff list.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tests.model.london import on_the_wall

COVERS = 3
"""How often cover may itself be covered."""


@dataclass(frozen=True, kw_only=True)
class Away:
    """Away from a day until another, both included; perhaps somebody covers."""

    first: date
    last: date
    cover: str | None = None


@dataclass(frozen=True, kw_only=True)
class Watch:
    """On the rota in one place, "first", "second" or "manager", from an instant until another."""

    place: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class Worker:
    """One worker as everybody in the office would describe them."""

    name: str
    does: frozenset[str]
    turn: int | None = None
    reachable: bool = True
    away: tuple[Away, ...] = ()
    watches: tuple[Watch, ...] = ()
    handed_to: str | None = None
    handed_until: datetime | None = None


Staff = dict[str, Worker]

OFFICE: Staff = {
    worker.name: worker
    for worker in (
        Worker(name="Sam", does=frozenset({"supervising"})),
        Worker(name="Dee", does=frozenset({"duty"})),
        Worker(name="Ona", does=frozenset({"nights"}), turn=1),
        Worker(name="Tom", does=frozenset({"nights"}), turn=2),
        Worker(name="Meg", does=frozenset({"night manager"})),
        Worker(name="Tia", does=frozenset({"team manager"})),
        Worker(name="Sven", does=frozenset({"service manager"})),
    )
}
"""The family's own worker is Sam."""


@dataclass(frozen=True, kw_only=True)
class Looking:
    """Somebody looks for people at an instant, and these must not be found."""

    staff: Staff
    at: datetime
    never: frozenset[str] = field(default_factory=frozenset)

    @property
    def today(self) -> date:
        """The local day."""
        return on_the_wall(self.at).date()

    def instead_of(self, name: str | None, day: date) -> str | None:
        """Who answers in this worker's place on a day: they, their cover, the cover's cover."""
        for _ in range(COVERS + 1):
            if name is None or name in self.never:
                return None
            worker = self.staff[name]
            leave = [away for away in worker.away if away.first <= day <= away.last]
            if not leave:
                return name if worker.reachable else None
            name = next((away.cover for away in leave if away.cover), None)
        return None

    def has_the_pages_of(self, name: str) -> str:
        """Who takes the pages of this one's night: perhaps it was handed on, perhaps again."""
        for _ in range(COVERS):
            worker = self.staff[name]
            if worker.handed_until is None or worker.handed_until <= self.at:
                break
            if worker.handed_to is None:
                break
            name = worker.handed_to
        return name

    def on_the_rota(self, *places: str) -> list[str]:
        """Who has these places by the rota."""
        found = []
        for place in places:
            for worker in self.staff.values():
                for watch in worker.watches:
                    if watch.place == place and watch.starts <= self.at < watch.ends:
                        began = on_the_wall(watch.starts).date()
                        found.append(self.instead_of(self.has_the_pages_of(worker.name), began))
        return once(found)

    def rota_decides(self) -> bool:
        """Only where somebody on it can be reached, whoever must not be found."""
        anybody = replace(self, never=frozenset())
        return bool(anybody.on_the_rota("first", "second", "manager"))

    def on_call(self) -> list[str]:
        """The first and the second, by the rota or else by turn."""
        if self.rota_decides():
            return self.on_the_rota("first", "second")
        turns = sorted((w.turn, w.name) for w in self.staff.values() if w.turn is not None)
        return self.there(name for _, name in turns)

    def night_managers(self) -> list[str]:
        """By the rota, or else everybody who does that."""
        if self.rota_decides():
            return self.on_the_rota("manager")
        return self.there(w.name for w in self.staff.values() if "night manager" in w.does)

    def there(self, names) -> list[str]:
        """These, by whom their night was handed to, or who covers."""
        return once([self.instead_of(self.has_the_pages_of(n), self.today) for n in names])

    def who_does(self, part: str) -> list[str]:
        """Everybody who does this, or who covers for them."""
        names = (worker.name for worker in self.staff.values() if part in worker.does)
        return once([self.instead_of(name, self.today) for name in names])

    def paged_by(self, parts: tuple[str, ...]) -> list[str]:
        """Whom one step of a ladder pages now."""
        found: list[str] = []
        for part in parts:
            match part:
                case "supervising":
                    found += once([self.instead_of("Sam", self.today)])
                case "first":
                    found += self.on_call()[:1]
                case "second":
                    found += self.on_call()[1:2]
                case "night manager":
                    found += self.night_managers()
                case _:
                    found += self.who_does(part)
        return once(found)


def once(names: list[str | None] | list[str]) -> list[str]:
    """These names without the empty ones, nobody twice, in this order."""
    return list(dict.fromkeys(name for name in names if name is not None))
