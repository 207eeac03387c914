"""A town for stories: one fostering service with its people, their phones and a clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from math import ceil, inf
from pathlib import Path
from uuid import UUID, uuid4

from bot.service import Service
from conversations.kinds import KINDS
from fostering import invitations as rules
from fostering.escalation import Filler, Step
from fostering.policy import Mode, OfficeHours, Policy, TelephoneNumber
from simulator.chats import Chat
from simulator.server import build, serve
from simulator.world import World
from storage import invitations, people
from storage.changes import Change, Decided
from storage.database import Database
from storage.imports import import_files
from storage.recording import record
from tests.ahead import next_instant, something_waits
from tests.hand import Hand as Hand
from tests.storage_fixtures import HandClock

TOKEN = "100200300:CANARYtokenCANARYtokenCANARYtoken00"
SAMPLES = Path(__file__).parent.parent / "samples"
FRIDAY_NIGHT = datetime(2026, 11, 20, 23, 40, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FIRST_MESSAGE_AGAIN = 10_000
ON_CALL_NUMBER = "020 7946 0123"

POLICY = Policy(
    service_name="Riverbank Fostering",
    mode=Mode.LIVE,
    office_hours=OfficeHours(opens=time(9, 0), shuts=time(17, 0)),
    out_of_hours_numbers=(
        TelephoneNumber(name="On-call team", number=ON_CALL_NUMBER, checked=date(2026, 11, 1)),
    ),
    duty_numbers=(
        TelephoneNumber(name="Duty desk", number="020 7946 0456", checked=date(2026, 11, 1)),
    ),
    office_steps=(
        Step(fillers=(Filler.SUPERVISING_SOCIAL_WORKER, Filler.DUTY_WORKER), wait_minutes=10),
        Step(fillers=(Filler.TEAM_MANAGER,), wait_minutes=15),
        Step(fillers=(Filler.SERVICE_MANAGER,), wait_minutes=30),
    ),
    out_of_hours_steps=(
        Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5),
        Step(fillers=(Filler.SECOND_ON_CALL,), wait_minutes=10),
        Step(fillers=(Filler.ON_CALL_MANAGER,), wait_minutes=15),
    ),
    kinds=KINDS,
    bank_holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}),
    unchecked_languages=True,
)


@dataclass
class Town:
    """Everything a story needs; `town.rosa` is the carer's hand, and so on."""

    database: Database
    world: World
    service: Service
    clock: HandClock
    policy: Policy
    hands: dict[str, Hand] = field(default_factory=dict)
    group: Chat | None = None

    def __getattr__(self, name: str) -> Hand:
        """The hand of the person of this name."""
        hands: dict[str, Hand] = self.__dict__.get("hands", {})
        if name in hands:
            return hands[name]
        raise AttributeError(name)

    @property
    def now(self) -> datetime:
        """The story's instant, aware UTC."""
        return datetime.fromtimestamp(self.clock.seconds, UTC)

    async def follow(self) -> None:
        """Let everything happen that follows from what was just done; the clock stands still."""
        await self.service.receive_once()
        taken = await self.service.take_turn()
        await self.service.deliver_all()
        while taken:
            taken = await self.service.take_turn()
            if taken:
                await self.service.deliver_all()
        await self.service.answering.finish()

    async def settle(self) -> None:
        """Let everything happen that can happen now."""
        await self.service.settle()

    async def forward(self, **span: float) -> None:
        """Move the clock on; what falls due on the way happens at the tick after its instant."""
        end = self.now + timedelta(**span)
        while self.now < end:
            self.clock.seconds = min(await self.next_tick(), end.timestamp())
            await self.settle()

    async def next_tick(self) -> float:
        """The second at which there may be something to do; in a minute where something waits."""
        if await something_waits(self.database, self.now):
            return self.clock.seconds + 60
        at = await next_instant(self.database, self.now)
        return ceil(at.timestamp()) if at is not None else inf

    async def jump(self, **span: float) -> None:
        """Move the clock in one leap, as after an outage."""
        self.clock.seconds += timedelta(**span).total_seconds()
        await self.settle()

    async def person(self, words: str) -> UUID:
        """The id of the person of this reference or name."""
        async with self.database.reading() as reader:
            known = await people.by_import_reference(reader, [words])
            found = [*(await people.load(reader, known.values())).values()]
            found = found or [*await people.named(reader, words)]
        assert len(found) == 1, f"{words!r} names {len(found)} people"
        return found[0].id

    async def invite(self, subject: UUID, *, group: bool = False) -> tuple[str, str]:
        """Make an invitation; returns the link's code and the spoken code."""
        link, aloud = uuid4().hex, rules.spoken_code(uuid4().bytes)
        async with self.database.reading() as reader:
            events = rules.invite(
                id=uuid4(),
                subject=subject,
                by=None,
                link_hash=invitations.hash_of(reader, link),
                spoken_hash=invitations.hash_of(reader, aloud),
                policy=self.policy,
                at=self.now,
                group=group,
            )
        made = rules.after(None, events[0])
        outcome = await record(
            self.database, [Decided(events=events, changes=(Change(entity=made, base=None),))]
        )
        assert outcome.recorded
        return link, aloud

    async def join(self, name: str, reference: str, **phone: str) -> Hand:
        """Give this person a phone and link it by their invitation."""
        hand = await self.hand_link(name, reference, **phone)
        await self.settle()
        return hand

    async def hand_link(self, name: str, reference: str, **phone: str) -> Hand:
        """Give this person a phone that has opened their link, and not wait for what follows."""
        hand = self.stranger(name, **phone)
        link, _ = await self.invite(await self.person(reference))
        hand.phone.starts(link)
        return hand

    def stranger(self, name: str, language_code: str = "en") -> Hand:
        """A phone whose owner nobody knows."""
        phone = self.world.add_phone(
            key=name, name=name.capitalize(), language_code=language_code, label=name
        )
        self.hands[name] = Hand(self, phone)
        return self.hands[name]


CAST = {
    "rosa": "C-001",
    "jay": "YP-001",
    "priya": "S-001",
    "amina": "S-003",
    "tom": "S-004",
    "grace": "S-005",
}


@asynccontextmanager
async def a_town(
    database: Database,
    clock: HandClock,
    *,
    linked: tuple[str, ...] = tuple(CAST),
    group: bool = True,
    begun: bool = False,
    **policy: object,
) -> AsyncIterator[Town]:
    """A town whose people are imported and whose phones are linked, in the middle of its day.

    `begun`: the database is a copy of one in which all that was done before, by the same phones.
    """
    world = World(
        token=TOKEN,
        username="riverbank_bot",
        now=lambda: datetime.fromtimestamp(clock.seconds, UTC),
    )
    async with serve(build(world), "127.0.0.1", 0) as root:
        town_policy = replace(POLICY, **policy)  # type: ignore[arg-type]
        service = Service(
            database=database,
            policy=town_policy,
            token=TOKEN,
            address=root.rstrip("/"),
            pacing_clock=lambda: clock.seconds,
        )
        town = Town(
            database=database, world=world, service=service, clock=clock, policy=town_policy
        )
        await service.start()
        try:
            if begun:
                meet_again(town)
            else:
                await begin(town, linked, group=group)
            if group:
                for name in linked:
                    town.hands[name].phone.says("/start")
                await town.settle()
            yield town
        finally:
            await service.close()


async def begin(town: Town, linked: tuple[str, ...], *, group: bool) -> None:
    """Take in the lists, link the phones by their links and connect the group by its code."""
    seen = await import_files(town.database, sorted(SAMPLES.glob("*.csv")), town.now)
    assert not seen.problems, seen.problems
    for name in linked:
        await town.hand_link(name, CAST[name])
    await town.settle()
    if group:
        await connect_group(town)


async def connect_group(town: Town) -> None:
    """Make the out-of-hours group and connect it by its code."""
    town.group = make_group(town)
    _, aloud = await town.invite(await town.person(CAST["grace"]), group=True)
    town.hands["amina"].phone.says(f"/connect {aloud}", town.group)
    await town.settle()


def meet_again(town: Town) -> None:
    """The same phones and the same group in a new world; old message ids mean nothing in it."""
    for name in CAST:
        phone = town.world.add_phone(key=name, name=name.capitalize(), label=name, started=True)
        town.hands[name] = Hand(town, phone)
    town.group = make_group(town)
    town.world.skip_messages(FIRST_MESSAGE_AGAIN)


def make_group(town: Town) -> Chat:
    """The out-of-hours group, with whoever of the team has a phone."""
    members = [hand.phone for name, hand in town.hands.items() if name in ("amina", "tom", "grace")]
    return town.world.add_group(
        title="Out of hours", members=members, bot_present=True, bot_is_admin=True
    )
