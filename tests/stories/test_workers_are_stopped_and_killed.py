"""Three real workers: stopped past their lease, killed, met in a race; nothing is lost or twice."""

import signal
from pathlib import Path

import pytest
from sqlalchemy import select

from storage import inbox
from storage.kill_points import CLAIMED, DECIDED
from storage.tables import chronology
from tests.storage_fixtures import ON_POSTGRESQL
from tests.stories.deeds import call_for_help
from tests.town_of_workers import TownOfWorkers, a_town_of_workers

pytestmark = [ON_POSTGRESQL, pytest.mark.long]
TONGUES = ("ar", "cy", "en") * 3


async def events(town: TownOfWorkers, *names: str) -> list[str]:
    """The codes of these events in the order in which they were recorded."""
    async with town.database.reading() as reader:
        wanted = select(chronology.c.codes).where(chronology.c.event.in_(names))
        return [*await reader.connection.scalars(wanted.order_by(chronology.c.seq))]


async def test_three_workers_lose_nothing_and_do_nothing_twice(tmp_path: Path, url: str) -> None:
    linked = ("rosa", "amina", "tom", "grace")
    async with a_town_of_workers(tmp_path, url, 3, at="next 23:40", linked=linked) as town:
        await each_person_is_taken_in_order(town)
        await one_of_two_presses_wins(town)
        await what_stood_still_is_taken_over(town)
        await what_a_killed_one_had_is_carried(town)
        for worker in town.workers:
            if worker.child is not None and worker.child.returncode is None:
                assert await worker.stop() == 0


async def each_person_is_taken_in_order(town: TownOfWorkers) -> None:
    """Whatever the hurry, and whoever receives."""
    for tag in TONGUES:
        for hand in (town.rosa, town.tom):
            hand.phone.forges(1, f"lang:{tag}")
    await town.settle()
    chosen = await events(town, "LanguageChosen")
    for hand in (town.rosa, town.tom):
        person = (await town.person("C-001" if hand is town.rosa else "S-004")).hex
        own = [codes for codes in chosen if person in codes.replace("-", "")]
        assert [tag for codes in own for tag in ("ar", "cy", "en") if f'"{tag}"' in codes] == [
            *TONGUES
        ]
    assert min(town.proxy.asked.values()) > 0, "each of them received"


async def one_of_two_presses_wins(town: TownOfWorkers) -> None:
    """One has decided for Amina when another records that Tom has it."""
    await call_for_help(town)
    await town.move("+6m")
    await town.workers[0].until(lambda: "I've got it" in town.tom.buttons, "the page did not climb")
    await town.settle()
    town.all_stand_still_at(DECIDED)
    town.amina.phone.presses("I've got it")
    late = await town.first_at(DECIDED)
    town.tom.phone.presses("I've got it")
    await late.until(lambda: "You have it." in town.tom.all_words, "Tom does not have it")
    late.stand_still_at("")
    await town.settle()
    await late.until(lambda: bool(town.amina.toasts), "Amina was not told")
    assert town.amina.toasts[-1] == "Tom Barker has it already."
    assert len(await events(town, "RequestAcknowledged")) == 1


async def what_stood_still_is_taken_over(town: TownOfWorkers) -> None:
    """And when it wakes, it records nothing and says nothing."""
    town.all_stand_still_at(DECIDED)
    town.grace.phone.says("/help")
    stopped = await town.first_at(DECIDED)
    town.send(stopped, signal.SIGSTOP)
    await stopped.let_leases_run_out()
    await town.settle()
    stopped.stand_still_at("")
    before = [message.id for message in town.grace.messages]
    town.send(stopped, signal.SIGCONT)
    assert await stopped.stop() == 0
    await town.settle()
    assert [message.id for message in town.grace.messages] == before
    async with town.database.reading() as reader:
        assert (await inbox.waiting(reader)).parked == 0


async def what_a_killed_one_had_is_carried(town: TownOfWorkers) -> None:
    """By another, after the lease."""
    town.all_stand_still_at(CLAIMED)
    seen = town.rosa.messages[-1].id
    town.rosa.phone.says("/help")
    killed = await town.first_at(CLAIMED)
    await killed.kill()
    await town.settle()
    assert town.rosa.messages[-1].id > seen
