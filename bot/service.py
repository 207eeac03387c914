"""The running service: receive, turns, tick and deliveries side by side until it is stopped."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from time import monotonic
from uuid import uuid4

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.aiohttp_request import READ_SECONDS, AiohttpRequest
from bot.answering import Answering
from bot.application import OfflineBot, build_application
from bot.arrivals import arrive
from bot.budget import budget_of
from bot.calls import TelegramLine
from bot.deliveries import Deliveries
from bot.door import TelegramDoor
from bot.from_memory import FromMemory
from bot.health import Health
from bot.heartbeat import Heartbeat
from bot.holding import Holding
from bot.menus import Menus
from bot.own_name import ask_name
from bot.pacing import TELEGRAM, Pace
from bot.receiving import ANSWER_SECONDS, POLL_SECONDS, Poller
from bot.stripping import Raw
from bot.tasks import Task
from bot.tick import Outgrown, Tick
from bot.turns import Turns
from bot.watch import Watch
from conversations.screen import Screen
from desk.alarms import NOBODY, Operator
from desk.help import static_help
from desk.turn import Desk
from desk.unreached import tell_unreached
from fostering.policy import Policy
from storage import inbox, kill_points
from storage.database import Database
from storage.inbox import Claim
from storage.logs import logger

TICK_SECONDS = 1
LEASE = "telegram"
"""The lease of polling and of the menus, which belong to one worker at a time."""
LEASE_SECONDS = 30
RENEW_TICKS = 5
STOP_SECONDS = 7.0
MOST_STEPS = 1000

log = logger("bot")


class Service:
    """Everything that runs for one token. Start it with `run`, or drive it step by step."""

    def __init__(
        self,
        *,
        database: Database,
        policy: Policy,
        token: str,
        address: str,
        poll_seconds: int = POLL_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
        call_seconds: float = READ_SECONDS,
        pacing_clock: Callable[[], float] | None = None,
        operator: Operator = NOBODY,
        pace: Pace = TELEGRAM,
    ) -> None:
        self.owner = uuid4().hex
        self.health = Health(now=pacing_clock or monotonic)
        self.database = database
        self.policy = policy
        self.telegram = Holding(database, LEASE, self.owner, LEASE_SECONDS)
        self.request = AiohttpRequest(read_seconds=call_seconds)
        self.line = TelegramLine(request=self.request, token=token, address=address)
        self.application = build_application(token, address, self.request)
        self.answering = Answering(self.line, self.health)
        self.memory = FromMemory(self.line, self._card_of_numbers)
        self.desk = Desk(
            database=database,
            clock=database.clock,
            policy=policy,
            edge=TelegramDoor(self.application, self.answering),
            owner=self.owner,
        )
        self.poller = Poller(
            line=self.line,
            receive=self.receive,
            memory=self.memory,
            health=self.health,
            poll_seconds=poll_seconds,
            answer_seconds=answer_seconds,
        )
        self.deliveries = Deliveries(
            database=database,
            line=self.line,
            budget=budget_of(database, pace, pacing_clock),
            health=self.health,
            owner=self.owner,
            unreached=self._tell_unreached,
            restored_at=policy.restored_at,
        )
        self.clock = Tick(database, self.desk, self.owner)
        self.menus = Menus(database=database, line=self.line, policy=policy)
        self.watch = Watch(
            database=database,
            policy=policy,
            health=self.health,
            heartbeat=Heartbeat(operator.heartbeat, self.request),
            line=self.line,
            failing=self.desk.failing,
            leads=lambda: self.telegram.held or not self._runs,
            lease=LEASE,
            operator=operator,
        )
        self._stopping = asyncio.Event()
        self.turns = Turns(take_turn=self.take_turn, batch=self.desk.batch, health=self.health)
        self._broken: BaseException | None = None
        self._ticks = 0
        self._runs = False

    async def start(self) -> None:
        """Make ready; needs the database, and does not wait for Telegram."""
        await self.application.initialize()

    async def close(self) -> None:
        """Finish the answers under way and close the connections."""
        await self.answering.finish()
        await self.application.shutdown()
        await self.request.shutdown()

    async def receive(self, updates: Sequence[Raw]) -> None:
        """Store a batch: committed when this returns."""
        at = self.database.clock.lease_now()
        arrivals = arrive(updates, self._card_of_numbers, at)
        async with self.database.writing() as writer:
            new = await inbox.receive(writer, arrivals)
            handed = None if self.database.paused else await self.turns.hand_over(writer, new)
            kill_points.pass_point(kill_points.RECEIVING)
        self.turns.take_up(handed)
        if any(arrived.help for arrived in arrivals):
            self.deliveries.wake()
        if self.database.paused:
            await self.memory.answer(updates)

    async def receive_once(self) -> int:
        """One getUpdates that does not wait; returns how many updates are stored."""
        return await self.poller.receive_once(wait=False)

    async def take_turn(self, claims: Sequence[Claim] | None = None) -> int:
        """One turn of the desk, with `claims` where it was handed any; returns how many it took."""
        taken = await self.desk.take_turn(claims)
        if taken:
            kill_points.pass_point(kill_points.RECORDED)
            self.deliveries.wake()
        return taken

    async def tick(self) -> int:
        """What the clock brings: due matters, and rows whose sender died; returns how many."""
        self._ticks += 1
        due = await self.clock.take_due()
        stale, released = await self.clock.release_stale()
        if due or stale or released:
            self.deliveries.wake()
        self.health.ticked()
        return due + released

    async def deliver_all(self) -> int:
        """Carry what can go now; returns how many rows were taken up."""
        return await self.deliveries.deliver_all()

    async def settle(self) -> None:
        """Receive, decide, tick and carry until nothing is left to do now."""
        for _ in range(MOST_STEPS):
            done = await self.receive_once()
            done += await self.take_turn()
            done += await self.tick()
            done += await self.watch.see_to_it()
            done += await self.deliver_all()
            if not done:
                await self.answering.finish()
                return
        raise RuntimeError("the service did not come to rest")

    def stop(self) -> None:
        """Ask the running service to end."""
        self._stopping.set()

    async def run(self, *more: Task, polls: bool = True) -> None:
        """Run until `stop`, then end within ten seconds.

        `more` are further tasks that end with the event they are given; `polls` False leaves
        receiving to the webhook.
        """
        await self.start()
        self._runs, self.watch.polls = True, polls
        scheduler = AsyncIOScheduler()
        scheduler.add_job(
            self._tick_safely,
            "interval",
            seconds=TICK_SECONDS,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        await self.telegram.renew()
        kill_points.pass_point(kill_points.STARTED)
        scheduler.start()
        running: list[asyncio.Task[None]] = [
            asyncio.create_task(task)
            for task in (
                self.turns.run(self._stopping),
                self.deliveries.run(self._stopping),
                self.telegram.while_held(self.menus.run, self._stopping),
                ask_name(self.line, self._stopping, self.know_name),
                self.watch.run(self._stopping),
                *(extra(self._stopping) for extra in more),
            )
        ]
        receive = self.telegram.while_held
        polling = [asyncio.create_task(receive(self.poller.run, self._stopping))] if polls else []
        for task in (*running, *polling):
            task.add_done_callback(self._note_end)
        try:
            await self._stopping.wait()
        finally:
            scheduler.shutdown(wait=False)
            for task in polling:
                task.cancel()
            await self._end([*running, *polling])
        if self._broken is not None:
            raise self._broken

    def _note_end(self, task: asyncio.Task[None]) -> None:
        """A part that breaks ends the whole service loudly; whoever started it starts it again."""
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("part_broken", kind=type(error).__name__)
            self._broken = error
            self.stop()

    async def _end(self, running: list[asyncio.Task[None]]) -> None:
        kill_points.pass_point(kill_points.STOPPING)
        _, late = await asyncio.wait(running, timeout=STOP_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        kill_points.pass_point(kill_points.DRAINED)
        with contextlib.suppress(Exception):
            if self.telegram.held:
                await asyncio.wait_for(self.poller.confirm(), 1.0)
                await self.telegram.give_up()
        with contextlib.suppress(Exception):
            await asyncio.wait_for(self.close(), 1.0)

    async def _tick_safely(self) -> None:
        try:
            await self.clock.see_that_it_fits()
            await self.tick()
            if self._ticks % RENEW_TICKS == 0 or not self.telegram.held:
                await self.telegram.renew()
        except Outgrown as error:
            log.error("database_outgrown")
            self._broken = error
            self.stop()
        except Exception as error:  # noqa: BLE001 - due stays due; the next tick finds it
            self.health.troubled("tick_failed")
            log.error("tick_failed", kind=type(error).__name__)

    def know_name(self, username: str) -> None:
        """Note the bot's name, which links and commands in groups need."""
        if isinstance(self.application.bot, OfflineBot):
            self.application.bot.know_name(username)
        self.health.name_known = True

    async def _tell_unreached(self, person: str, urgent: bool) -> None:
        await tell_unreached(self.database, self.policy, person, urgent=urgent)
        self.deliveries.wake()

    def _card_of_numbers(self, tag: str) -> Screen:
        return static_help(self.policy, tag)
