"""The watch: looks each minute whether what was promised still holds, and says so outside."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.calls import Accepted, Line
from bot.health import Health, Pass
from bot.heartbeat import Heartbeat
from desk.alarms import NOBODY, Operator, tell_operator
from desk.failing import Failing
from fostering.audit import EVERY, NEVER, Finding, Signs, audit, is_well
from fostering.policy import Policy
from storage import audits
from storage.database import Database
from storage.logs import logger
from storage.results import Lane

LOOK_SECONDS = 1.0
UNREACHED_WITHIN = timedelta(minutes=2)
"""An error of Telegram's at our webhook that is younger, with updates waiting there, is one."""

log = logger("bot")


@dataclass(kw_only=True)
class Watch:
    """Looks, finds, alarms and beats; reads counts alone.

    `leads` says whether this process polls and sends, `lease` names what it holds for that: the
    others look as well, for their own /health, and alarm only where nobody leads.
    """

    database: Database
    policy: Policy
    health: Health
    heartbeat: Heartbeat
    line: Line
    failing: Failing
    leads: Callable[[], bool]
    lease: str
    operator: Operator = NOBODY
    polls: bool = True
    _due_at: float = 0.0
    _was_deaf: bool = False

    async def see_to_it(self) -> int:
        """Look, if the minute has come or we have just gone deaf; how many alarms were queued."""
        deaf = self.health.deaf and self.leads()
        newly, self._was_deaf = deaf and not self._was_deaf, deaf
        if self.health.now() < self._due_at and not newly:
            return 0
        self._due_at = self.health.now() + EVERY.total_seconds()
        try:
            return await self._look()
        except Exception as fault:  # noqa: BLE001 - it is looked at again; no beat goes out
            self.health.troubled("audit_failed")
            log.error("audit_failed", kind=type(fault).__name__)
            return 0

    async def run(self, stopping: asyncio.Event) -> None:
        """Look until `stopping` is set; how late we wake shows whether something blocks us."""
        while not stopping.is_set():
            begun = self.health.now()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), LOOK_SECONDS)
            late = self.health.now() - begun - LOOK_SECONDS
            self.health.late = max(self.health.late, late)
            await self.see_to_it()

    async def _look(self) -> int:
        leads = self.leads()
        if leads and not self.polls:
            await self._ask_webhook()
        async with self.database.reading() as reader:
            carried = await audits.carried(reader)
            unled = await audits.unled(reader, self.lease)
            signs = await audits.signs(reader)
        signs = self._own(replace(signs, unled=unled), carried, leads=leads)
        findings = audit(signs)
        for finding in findings:
            log.error("audit_found", code=finding.value)
        told = 0
        if leads or Finding.NOBODY_SENDS in findings:
            told = await tell_operator(self.database, self.policy, self.operator, findings)
        self.health.late = 0.0
        self.health.looked(
            Pass(at=self.health.now(), signs=signs, carried=carried, findings=findings)
        )
        if leads and is_well(findings) and await self.heartbeat.beat():
            self.health.count("beats")
        return told

    def _own(self, signs: Signs, carried: tuple[audits.Carried, ...], *, leads: bool) -> Signs:
        return replace(
            signs,
            pages=audits.waiting_in(carried, Lane.URGENT),
            messages=audits.waiting_in(carried, Lane.ALARM, Lane.REPLY, Lane.NOTICE),
            reminders=audits.waiting_in(carried, Lane.REMINDER),
            unheard=self.health.unheard if leads else NEVER,
            standing=self.health.standing,
            fail=self.failing.count(self.database.clock.lease_now()),
            behind=self.database.clock.behind(),
            late=timedelta(seconds=self.health.late),
            paused=self.database.paused,
        )

    async def _ask_webhook(self) -> None:
        """With a webhook silence may be a quiet night: ask Telegram whether it reaches us."""
        outcome = await self.line.call("getWebhookInfo")
        if not isinstance(outcome, Accepted) or not isinstance(outcome.result, Mapping):
            return
        if outcome.result.get("pending_update_count") and self._lately(outcome.result):
            self.health.troubled("webhook_unreached")
        else:
            self.health.heard()

    def _lately(self, told: Mapping[str, object]) -> bool:
        failed = told.get("last_error_date")
        if not isinstance(failed, int):
            return False
        at = datetime.fromtimestamp(failed, UTC)
        return self.database.clock.lease_now() - at < UNREACHED_WITHIN
