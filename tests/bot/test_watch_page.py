"""The page of the watch: whether all is well, and numbers that name nobody."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette

from bot.health import Health
from bot.metrics import written
from bot.watch import Watch
from bot.watch_page import build_watch_page
from fostering.audit import TOO_OLD
from storage import outbox, outgoing
from storage.database import Database
from tests.bot.watching import a_good_minute
from tests.storage_fixtures import HandClock


@asynccontextmanager
async def asking(page: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(page)
    async with httpx.AsyncClient(transport=transport, base_url="http://watch") as asked:
        yield asked


async def test_health_answers_200_only_after_a_look_that_found_nothing_and_is_fresh(
    watch: Watch, clock: HandClock, database: Database
) -> None:
    async with asking(build_watch_page(watch.health, database)) as asked:
        assert (await asked.get("/health")).status_code == 503
        await a_good_minute(watch, clock)
        answer = await asked.get("/health")
        assert (answer.status_code, json.loads(answer.text)["pass_age_seconds"]) == (200, 0)
        clock.wait(TOO_OLD.total_seconds() + 1)
        assert (await asked.get("/health")).status_code == 503
        watch.health.heard()
        await watch.see_to_it()
        answer = await asked.get("/health")
        assert answer.status_code == 503
        assert json.loads(answer.text)["findings"] == ["clock_stands"]


async def test_metrics_are_counts_and_ages(
    watch: Watch, clock: HandClock, database: Database
) -> None:
    async with asking(build_watch_page(watch.health, database)) as asked:
        before = (await asked.get("/metrics")).text
        assert "hearthline_commits_total" in before
        assert "hearthline_finding" not in before
        waits = outgoing.Put(place="chat", key="900111222", body=b"Kanarienvogel", lane=3)
        async with database.writing() as writer:
            await outbox.put(writer, [waits])
        watch.health.count("accepted", 5)
        clock.wait(7)
        await watch.see_to_it()
        told = (await asked.get("/metrics")).text
    for line in (
        'hearthline_outbox_rows{lane="reminder",state="waiting"} 1.0',
        'hearthline_outbox_oldest_seconds{lane="reminder",state="waiting"} 7.0',
        'hearthline_sends_total{outcome="accepted"} 5.0',
        'hearthline_finding{finding="deaf"} 0.0',
        "hearthline_urgent_unacknowledged 0.0",
        "hearthline_inbox_waiting 0.0",
        "hearthline_pass_age_seconds 0.0",
    ):
        assert line in told.splitlines(), line
    assert "Kanarienvogel" not in told
    assert "900111222" not in told
    labels = {
        part.split("=")[0]
        for line in told.splitlines()
        if "{" in line
        for part in line.split("{")[1].split("}")[0].split(",")
    }
    assert labels == {"lane", "state", "outcome", "finding"}


def test_a_label_is_always_one_of_our_own_words(health: Health) -> None:
    assert b"telegram" not in written(health, {"WorkerPaged": 2}).lower().replace(
        b"since telegram was last heard", b""
    )
    assert b"hearthline_pages_total 2.0" in written(health, {"WorkerPaged": 2})
