"""Calls that come at once are stored together, and each hears what became of its own."""

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from bot.together import Together

Stored = list[list[object]]


class Shelf:
    """Keeps what it is given once it is let; `spoilt` is an update that cannot be kept."""

    def __init__(self, spoilt: int = 0) -> None:
        self.kept: Stored = []
        self.let = asyncio.Event()
        self.asked = asyncio.Event()
        self._spoilt = spoilt

    async def receive(self, updates: Sequence[Mapping[str, object]]) -> None:
        self.asked.set()
        await self.let.wait()
        numbers = [raw["update_id"] for raw in updates]
        if self._spoilt in numbers:
            raise ValueError("spoilt")
        self.kept.append(numbers)


async def call_at_once(shelf: Shelf) -> list[BaseException | None]:
    """1 comes alone; 2, 3 and 4 come while it is being stored."""
    together = Together(shelf.receive)
    calls = [asyncio.create_task(together.receive([{"update_id": 1}]))]
    await shelf.asked.wait()
    calls += [asyncio.create_task(together.receive([{"update_id": n}])) for n in (2, 3, 4)]
    await asyncio.sleep(0)
    shelf.let.set()
    return await asyncio.gather(*calls, return_exceptions=True)


async def test_what_comes_while_one_is_stored_is_stored_in_one() -> None:
    shelf = Shelf()
    assert await call_at_once(shelf) == [None] * 4
    assert shelf.kept == [[1], [2, 3, 4]]


async def test_one_that_cannot_be_stored_does_not_hold_up_the_others() -> None:
    shelf = Shelf(spoilt=3)
    first, second, third, fourth = await call_at_once(shelf)
    assert (first, second, fourth) == (None, None, None)
    assert isinstance(third, ValueError)
    assert shelf.kept == [[1], [2], [4]]


async def test_a_caller_who_hung_up_loses_nothing() -> None:
    shelf = Shelf()
    together = Together(shelf.receive)
    call = asyncio.create_task(together.receive([{"update_id": 1}]))
    await shelf.asked.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    shelf.let.set()
    await together.receive([{"update_id": 2}])
    assert shelf.kept == [[1], [2]]
