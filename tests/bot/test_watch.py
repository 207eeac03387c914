"""The watch: it beats only when all is well, and what it shows outside names nobody."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bot.aiohttp_request import AiohttpRequest
from bot.calls import Accepted
from bot.heartbeat import Heartbeat
from bot.watch import Watch
from desk.failing import FORGOTTEN_AFTER, OFTEN
from fostering.audit import TOO_OLD, Finding
from simulator.faults import Fault
from simulator.world import World
from storage import leases, outbox
from storage.clock import Clock
from storage.database import Database
from storage.due import DueSubject
from tests.bot.watching import HEARTBEAT_PATH, MINUTE, Watcher, a_good_minute
from tests.storage.test_audits import a_test_was_missed
from tests.storage_fixtures import HandClock


async def alarms(database: Database) -> dict[int, int]:
    async with database.reading() as reader:
        return await outbox.depth(reader)


async def test_each_good_minute_sends_one_sign_of_life_and_nothing_with_it(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, database: Database
) -> None:
    for _ in range(3):
        await a_good_minute(watch, clock)
        await watch.see_to_it()
    beats = watcher[0].beats
    assert [(beat.method, beat.url.path) for beat in beats] == [("GET", HEARTBEAT_PATH)] * 3
    assert all("content-length" not in beat.headers and not beat.url.query for beat in beats)
    assert await alarms(database) == {}
    assert watch.health.sound


async def test_a_finding_withholds_it_and_tells_the_operator_once(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, database: Database
) -> None:
    clock.wait(81)
    watch.health.ticked()
    assert await watch.see_to_it() == 1
    await watch.see_to_it()
    clock.wait(MINUTE)
    watch.health.ticked()
    assert await watch.see_to_it() == 0
    assert watcher[0].beats == []
    assert await alarms(database) == {-1: 1}
    assert not watch.health.sound


async def test_what_a_person_has_to_do_is_told_and_the_sign_of_life_goes_on(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, database: Database
) -> None:
    await a_test_was_missed(database, clock)
    await a_good_minute(watch, clock)
    assert watch.health.last is not None
    assert watch.health.last.findings == (Finding.TEST_UNANSWERED,)
    assert await alarms(database) == {-1: 1}
    assert len(watcher[0].beats) == 1
    assert watch.health.sound


async def test_going_deaf_is_seen_at_once_and_not_at_the_next_minute(
    watch: Watch, clock: HandClock
) -> None:
    await a_good_minute(watch, clock)
    clock.wait(45)
    watch.health.heard()
    seen_after = 0
    for second in range(1, 91):
        clock.wait(1)
        watch.health.ticked()
        if await watch.see_to_it() and not seen_after:
            seen_after = second
    assert 0 < seen_after <= 90


async def test_a_database_that_is_gone_gives_no_sign_of_life(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, database: Database
) -> None:
    await a_good_minute(watch, clock)
    async with database.writing() as writer:
        await writer.connection.exec_driver_sql("ALTER TABLE leases RENAME TO elsewhere")
    await a_good_minute(watch, clock)
    assert len(watcher[0].beats) == 1
    assert watch.health.trouble == "audit_failed"
    clock.wait(TOO_OLD.total_seconds())
    assert not watch.health.sound


@pytest.mark.parametrize("answer", [301, 404, 503])
async def test_a_watcher_that_is_ill_is_no_trouble_of_ours(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, answer: int
) -> None:
    watcher[0].answer = answer
    await a_good_minute(watch, clock)
    assert watch.health.sound
    assert watch.health.counts["beats"] == 0
    assert len(watcher[0].beats) == 1


async def test_without_a_watcher_or_with_one_that_is_gone_it_goes_on(
    watch: Watch, request_over_http: AiohttpRequest, clock: HandClock
) -> None:
    for address in ("", "http://127.0.0.1:9/"):
        watch.heartbeat = Heartbeat(address, request_over_http)
        await a_good_minute(watch, clock)
        assert watch.health.sound


async def test_who_does_not_lead_looks_but_neither_beats_nor_alarms(
    watch: Watch, watcher: tuple[Watcher, str], clock: HandClock, database: Database
) -> None:
    watch.leads = lambda: False
    clock.wait(200)
    await watch.see_to_it()
    assert watch.health.last is not None
    assert watch.health.last.findings == (Finding.CLOCK_STANDS,)
    assert (watcher[0].beats, await alarms(database)) == ([], {})


async def test_where_nobody_leads_whoever_looks_says_so(
    watch: Watch, clock: HandClock, database: Database
) -> None:
    watch.leads = lambda: False
    async with database.writing() as writer:
        await leases.hold(writer, "telegram", "one that died", 30)
    clock.wait(91)
    watch.health.ticked()
    assert await watch.see_to_it() == 1


async def test_a_matter_that_fails_again_and_again_is_found_and_forgotten_once_it_goes_well(
    watch: Watch, clock: HandClock
) -> None:
    matter = DueSubject(noun="draft", id=uuid4())
    for _ in range(OFTEN - 1):
        watch.failing.failed(matter, clock.now())
    assert watch.failing.count(clock.now()) == 0
    watch.failing.failed(matter, clock.now())
    await a_good_minute(watch, clock)
    assert watch.health.last is not None
    assert watch.health.last.findings == (Finding.MATTER_FAILS,)
    watch.failing.went_well(matter)
    assert watch.failing.count(clock.now()) == 0
    for _ in range(OFTEN):
        watch.failing.failed(matter, clock.now())
    assert watch.failing.count(clock.now() + 2 * FORGOTTEN_AFTER) == 0


async def test_with_a_webhook_telegram_is_asked_whether_it_reaches_us(
    watch: Watch, world: World, clock: HandClock
) -> None:
    watch.polls = False
    for _ in range(3):
        clock.wait(MINUTE)
        watch.health.ticked()
        await watch.see_to_it()
    assert watch.health.sound
    world.faults.next("getWebhookInfo", Fault.UNAUTHORIZED, times=None)
    for _ in range(2):
        clock.wait(MINUTE)
        watch.health.ticked()
        await watch.see_to_it()
    assert watch.health.last is not None
    assert watch.health.last.findings == (Finding.DEAF,)


async def test_updates_that_wait_at_telegram_because_it_cannot_reach_us_are_no_quiet_night(
    watch: Watch, clock: HandClock
) -> None:
    watch.polls = False
    failed = int(clock.seconds) + 80

    class Refused:
        async def call(self, method: str, *_: object, **__: object) -> object:
            return Accepted(result={"pending_update_count": 3, "last_error_date": failed})

    watch.line = Refused()  # type: ignore[assignment]
    clock.wait(90)
    watch.health.ticked()
    await watch.see_to_it()
    assert watch.health.last is not None
    assert watch.health.last.findings == (Finding.DEAF,)
    assert watch.health.trouble == "webhook_unreached"


def test_a_wall_clock_set_back_is_seen_and_one_that_runs_ahead_is_followed() -> None:
    wall, counted = [1_000.0], [0.0]
    clock = Clock(wall=lambda: wall[0], monotonic=lambda: counted[0])
    wall[0], counted[0] = 1_060.0, 60.0
    assert clock.behind() == timedelta()
    wall[0] = 460.0
    assert clock.behind() == timedelta(minutes=10)
    wall[0] = 5_000.0
    assert clock.behind() == timedelta()
