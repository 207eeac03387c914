"""Work that is cancelled, wherever it waits: nothing is half done and nothing is lost (T31)."""

from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from sqlalchemy import select

from storage import chronology
from storage.tables import chronology as lines
from storage.trays import inbox
from tests.interruptions import cancelled_at
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, lock_screen
from tests.town import Town

MOST = 400
LEASE_SECONDS, PAUSE_SECONDS = 35, 5
PAGE = "A page for you. Open it now."
ONE_UNIT = ("RequestRaised", "WorkerPaged")


async def happened(town: Town) -> Counter[str]:
    """How often each event stands in a chronology that is whole."""
    async with town.database.reading() as reader:
        assert not await chronology.verify(reader)
        return Counter(await reader.connection.scalars(select(lines.c.event)))


async def open_updates(town: Town) -> int:
    """How many updates are not decided."""
    async with town.database.reading() as reader:
        found = await reader.connection.scalars(
            select(inbox.c.arrival).where(inbox.c.state == "open")
        )
        return len(found.all())


async def recover(town: Town) -> None:
    """Whoever goes on finds what was left, once the lease of what was cancelled is over."""
    for seconds in (LEASE_SECONDS, PAUSE_SECONDS):
        town.clock.wait(seconds)
        await town.settle()


async def speak(town: Town) -> None:
    """Amina has spoken with Rosa; what Rosa tells next is a matter of its own."""
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")


Work = Callable[[Town], Coroutine[Any, Any, object]]
RECEIVING: Work = lambda town: town.service.receive_once()  # noqa: E731
DECIDING: Work = lambda town: town.service.take_turn()  # noqa: E731


@ON_SQLITE
@pytest.mark.parametrize("work", [RECEIVING, DECIDING], ids=["receiving", "deciding"])
async def test_a_call_for_help_is_raised_once_wherever_the_turn_is_cancelled(
    town: Town, work: Work
) -> None:
    await call_for_help(town)
    for at in range(1, MOST):
        await speak(town)
        before = await happened(town)
        shown = [m.id for m in town.rosa.phone.messages() if m.from_bot][-1]
        town.rosa.phone.forges(shown, "tell")
        if work is DECIDING:
            await town.service.receive_once()
        cancelled = await cancelled_at(work(town), at)
        told = await happened(town) - before
        assert len({told[event] for event in ONE_UNIT}) == 1, "half a unit"
        if work is DECIDING:
            assert told["RequestRaised"] + await open_updates(town) == 1, "lost or doubled"
        await recover(town)
        told = await happened(town) - before
        assert told["RequestRaised"] == 1
        assert "I've got it" in town.amina.buttons
        if not cancelled:
            return
    raise AssertionError("it never came to its end")


@ON_SQLITE
async def test_a_climb_happens_once_wherever_the_tick_is_cancelled(town: Town) -> None:
    await call_for_help(town)
    for at in range(1, MOST):
        before = await happened(town)
        town.clock.wait(15 * 60)
        cancelled = await cancelled_at(town.service.tick(), at)
        told = await happened(town) - before
        assert told["WorkerPaged"] in (0, 1)
        await town.settle()
        told = await happened(town) - before
        assert told["WorkerPaged"] == 1
        if not cancelled:
            return
    raise AssertionError("it never came to its end")


@ON_SQLITE
async def test_a_page_goes_out_wherever_its_carrying_is_cancelled(town: Town) -> None:
    await call_for_help(town)
    for at in range(1, MOST):
        await speak(town)
        seen = len(lock_screen(town.amina))
        shown = [m.id for m in town.rosa.phone.messages() if m.from_bot][-1]
        town.rosa.phone.forges(shown, "tell")
        await town.service.receive_once()
        await town.service.take_turn()
        cancelled = await cancelled_at(town.service.deliver_all(), at)
        await recover(town)
        assert PAGE in lock_screen(town.amina)[seen:]
        assert "I've got it" in town.amina.buttons
        if not cancelled:
            return
    raise AssertionError("it never came to its end")
