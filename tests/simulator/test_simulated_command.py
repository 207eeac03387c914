"""`python -m simulator` serves alone, with a clock that the page can move."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from simulator.__main__ import MovedClock


async def test_it_prints_its_address_and_answers_there() -> None:
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", "--token", "7:abc",
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert command.stdout is not None
    try:
        line = (await asyncio.wait_for(command.stdout.readline(), 30)).decode()
        address = line.removeprefix("Bot API:").strip()
        assert address.endswith("/bot7:abc/getMe")
        async with aiohttp.ClientSession() as http, http.get(address) as answer:
            assert (await answer.json())["result"]["id"] == 7
    finally:
        command.terminate()
        await command.wait()


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("+5m", timedelta(minutes=5)),
        ("+2h", timedelta(hours=2)),
        ("+1d", timedelta(days=1)),
        ("+6w", timedelta(weeks=6)),
    ],
)
async def test_the_clock_moves_by_words(words: str, moved: timedelta) -> None:
    clock = MovedClock()
    before = datetime.now(UTC)
    after = await clock.move(words)
    assert before + moved <= after <= datetime.now(UTC) + moved


async def test_the_clock_moves_to_the_next_nine_in_the_morning() -> None:
    clock = MovedClock()
    before = clock.now()
    for _ in range(2):
        after = await clock.move("next 09:00")
        assert (after.hour, after.minute) == (9, 0)
        assert before < after <= before + timedelta(days=1, minutes=1)
        before = after
