"""A turn at the desk: claim, load the scenes, decide each unit, record them together."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from desk import due, link_ends, oversight, retention, scenes
from desk.failing import Failing
from desk.glance import Glance
from desk.home import show_stranger
from desk.retention import forget_by_night
from desk.rows import rows_of
from desk.scene import Scene, Where
from desk.telling import tell
from desk.unit import Unit
from fostering.due import next_due_at
from fostering.people import Person
from fostering.policy import Policy
from storage import due as due_rows
from storage import inbox
from storage.cards import Adopted
from storage.clock import Clock
from storage.database import Database, Reader
from storage.due import DueSubject
from storage.faults import DatabaseFault
from storage.inbox import Claim
from storage.kill_points import CLIMBED, DUE, pass_point
from storage.logs import logger
from storage.recording import Change, Decided, Kept, Told, record

log = logger("desk")

DECIDING_SECONDS = 5.0
WITHOUT_A_ROW = {
    "weekly": oversight.weekly,
    "retention": retention.tell_managers,
    "link_over": link_ends.take_off,
}
"""What is due without a row of its own, by the name that its failures count under."""


Seen = tuple[Claim, dict[str, object], Glance]
"""An update that was claimed: its claim, what came, and who is behind it."""


class Unreadable(ValueError):
    """An update that cannot be decoded; deciding it again would not help."""


class Edge(Protocol):
    """What a door does for the desk: glance at an update, dispatch it, answer a press."""

    def glance(self, raw: dict[str, object]) -> Glance | None:
        """Who it is from and what it names; None where nobody is behind it."""
        ...

    async def dispatch(self, unit: Unit, raw: dict[str, object]) -> None:
        """Let the door's routes decide the unit; raises what they raise, or Unreadable."""
        ...

    def answer(self, raw: dict[str, object], toast: str) -> None:
        """Answer a button press, best effort, after the commit."""
        ...


@dataclass(kw_only=True)
class Desk:
    """Takes turns for one door; holds nothing between them but what failed again and again."""

    database: Database
    clock: Clock
    policy: Policy
    edge: Edge
    owner: str
    batch: int = 32
    failing: Failing = field(default_factory=Failing)

    async def take_turn(self, claims: Sequence[Claim] | None = None) -> int:
        """Decide what was claimed for it, or else the heads of the waiting queues.

        Returns how many updates were claimed.
        """
        if self.database.paused:
            return 0
        if claims is None:
            async with self.database.writing() as writer:
                claims = await inbox.claim(writer, self.batch)
        if not claims:
            return 0
        read = [(claim, _raw(claim)) for claim in claims]
        glances = [(c, raw, self.edge.glance(raw) if raw else None) for c, raw in read]
        seen = [(claim, raw, glance) for claim, raw, glance in glances if raw and glance]
        dull = [claim for claim, raw, glance in glances if not (raw and glance)]
        decided: list[Decided] = []
        units: list[tuple[Claim, dict[str, object], Unit]] = []
        if seen:
            for (claim, raw, glance), scene in await self._scenes(seen):
                unit = await self._decide(claim, raw, glance, scene)
                if unit is not None:
                    units.append((claim, raw, unit))
                    decided.append(decided_from(unit, claim, self.policy))
        for claim in dull:
            await self._park(claim)
        await self._record(decided, units)
        return len(claims)

    async def take_due(self) -> int:
        """Decide what is due now; returns how many matters were taken up."""
        if self.database.paused:
            return 0
        async with self.database.reading() as reader:
            await self.clock.refresh(reader)
            now = self.clock.now()
            subjects = await due_rows.subjects(reader, now, self.batch)
            ready = [(subject, await self._due_unit(reader, subject, now)) for subject in subjects]
        units = [(s, u) for s, u in ready if u is not None and (u.events or u.kept or u.dropped)]
        if units:
            pass_point(DUE)
        outcome = await record(
            self.database, [decided_from(unit, None, self.policy) for _, unit in units]
        )
        if outcome.recorded:
            pass_point(CLIMBED)
        for index, kind in outcome.failed:
            self._count_failure(units[index][0], kind)
        await self._tell_the_rest(now)
        await forget_by_night(self.database, self.policy, now)
        done = {units[index][0] for index in (*outcome.recorded, *outcome.moved)}
        failed = {units[index][0] for index, _ in outcome.failed}
        for subject in (s for s, unit in ready if unit is not None and s not in failed):
            self.failing.went_well(subject)
        left = [(subject, unit) for subject, unit in ready if subject not in done]
        if left:
            async with self.database.writing() as writer:
                for subject, unit in left:
                    later = due.look_again_at(subject, unit, self.policy, now)
                    await due_rows.look_again(writer, subject, later)
        return len(done)

    async def _tell_the_rest(self, at: datetime) -> None:
        """Each of them; a fault is its own, and is tried again."""
        for name, begin in WITHOUT_A_ROW.items():
            subject = DueSubject(noun=name, id=UUID(int=0))
            try:
                async with self.database.reading() as reader:
                    unit = await begin(reader, self.policy, at)
                if unit is not None:
                    await record(self.database, [decided_from(unit, None, self.policy)])
                self.failing.went_well(subject)
            except DatabaseFault:
                raise
            except Exception as fault:  # noqa: BLE001 - everything else that is due goes on
                self._count_failure(subject, type(fault).__name__)

    async def _due_unit(self, reader: Reader, subject: DueSubject, at: datetime) -> Unit | None:
        """One due matter; a fault of it is its own, and the others go on."""
        scene = await scenes.for_clock(reader, self.policy, at)
        try:
            return await due.unit_for(reader, subject, scene)
        except Exception as fault:  # noqa: BLE001 - it is looked at again later
            self._count_failure(subject, type(fault).__name__)
            return None

    def _count_failure(self, subject: DueSubject, kind: str) -> None:
        """It is looked at again later; where it fails again and again, the auditor says so."""
        log.error("due_matter_failed", kind=kind)
        self.failing.failed(subject, self.clock.lease_now())

    async def _scenes(self, seen: Sequence[Seen]) -> list[tuple[Seen, Scene]]:
        """The scenes of a batch; where it cannot be loaded whole, each one by itself."""
        try:
            return await self._load(seen)
        except DatabaseFault:
            raise
        except Exception as fault:  # noqa: BLE001 - it may be the fault of one of them
            if len(seen) == 1:
                await self._failed(seen[0][0], type(fault).__name__)
                return []
        return [found for one in seen for found in await self._scenes([one])]

    async def _load(self, seen: Sequence[Seen]) -> list[tuple[Seen, Scene]]:
        glances = [glance for _, _, glance in seen]
        async with self.database.reading() as reader:
            loaded = await scenes.load(reader, self.policy, glances, self.clock.now())
        return list(zip(seen, loaded, strict=True))

    async def _decide(
        self, claim: Claim, raw: dict[str, object], glance: Glance, scene: Scene
    ) -> Unit | None:
        """One unit, whole or not at all: a fault leaves no trace but the count of tries."""
        unit = Unit(scene=scene)
        try:
            if setting_up(glance, scene):
                show_stranger(unit)
            else:
                async with asyncio.timeout(DECIDING_SECONDS):
                    await self.edge.dispatch(unit, raw)
            tell(unit)
        except Unreadable:
            await self._park(claim)
            return None
        except Exception as fault:  # noqa: BLE001 - any fault of a unit is that unit's own
            await self._failed(claim, type(fault).__name__, scene.person)
            return None
        return unit

    async def _failed(self, claim: Claim, kind: str, author: Person | None = None) -> None:
        """Count the try; after the fifth the update is put away and staff are told."""
        log.error("unit_failed", kind=kind, arrival=claim.arrival)
        if claim.tries >= len(inbox.PAUSES):
            await self._park(claim, author)
            return
        async with self.database.writing() as writer:
            await inbox.failed(writer, claim)

    async def _park(self, claim: Claim, author: Person | None = None) -> None:
        """Put away and tell staff, in one: it may be a call for help."""
        log.warning("update_parked", arrival=claim.arrival)
        async with self.database.reading() as reader:
            scene = await scenes.for_clock(reader, self.policy, self.clock.now())
        unit = Unit(scene=scene)
        due.say_unread(unit, author)
        parked = replace(decided_from(unit, claim, self.policy), parked=True)
        await record(self.database, [parked])

    async def _record(
        self,
        decided: Sequence[Decided],
        units: Sequence[tuple[Claim, dict[str, object], Unit]],
    ) -> None:
        if not decided:
            return
        outcome = await record(self.database, list(decided))
        for index in outcome.recorded:
            _, raw, unit = units[index]
            self.edge.answer(raw, unit.toast)
        moved = [units[index][0] for index in outcome.moved]
        if moved:
            async with self.database.writing() as writer:
                await inbox.let_go(writer, moved)
        for index, kind in outcome.failed:
            claim, _, unit = units[index]
            await self._failed(claim, kind, unit.scene.person)


def setting_up(glance: Glance, scene: Scene) -> bool:
    """Until the out-of-hours group is linked nobody would hear a page: only codes are taken."""
    in_private = glance.sender.where is Where.PRIVATE
    return in_private and not scene.rooms and not glance.code


def _raw(claim: Claim) -> dict[str, object] | None:
    try:
        raw = json.loads(claim.payload)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) else None


def decided_from(unit: Unit, claim: Claim | None, policy: Policy) -> Decided:
    """What storage is to record for this unit."""
    return Decided(
        claim=claim,
        told=tuple(Told(*told) for told in unit.told),
        events=tuple(unit.events),
        changes=tuple(
            Change(entity=entity, base=unit.bases[key], next_due_at=next_due_at(entity, policy))
            for key, entity in unit.changed.items()
        ),
        kept=tuple(
            Kept(draft, base=unit.draft_bases[key], next_due_at=next_due_at(draft, policy))
            for key, draft in unit.kept.items()
        ),
        dropped=tuple(
            (key, base) for key in unit.dropped if (base := unit.draft_bases[key]) is not None
        ),
        rows=rows_of(unit),
        adopted=tuple(
            Adopted(place=address.place.value, key=address.key, card=card, message=message)
            for address, card, message in unit.adopted
        ),
        tries=tuple(unit.tries),
    )
