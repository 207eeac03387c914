"""The demo: a real bot in a process of its own, linked phones, and a clock that can be moved."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import aiohttp

from commands.demo import running_demo
from commands.demo_cast import CAST
from commands.demo_folder import demo_policy
from simulator.phones import Phone
from simulator.world import World

PATIENCE_SECONDS = 60.0
"""After this a test fails; nothing is measured by it."""


async def until(world: World, so: Callable[[], bool]) -> None:
    """Wait for the phones to show it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not so():
            await world.changed.wait(world.changed.version, 1.0)


def shows(phone: Phone, words: str) -> Callable[[], bool]:
    """Whether a phone shows these words, in a message or on a button."""
    return lambda: any(
        words in (message.text or "")
        or any(words in button.text for row in message.buttons for button in row)
        for message in phone.messages()
    )


def paged(world: World) -> set[str]:
    """Whose phones have been paged so far."""
    return {key for key, phone in world.phones.items() if shows(phone, "I've got it")()}


async def test_a_newcomer_sees_a_page_climb_when_the_clock_is_moved(tmp_path: Path) -> None:
    async with running_demo(tmp_path / "demo") as (root, world):
        for part in CAST:
            await until(world, shows(world.phones[part.key], "Demo: nobody is reading this."))
        carer = world.phones["carer"]
        for label in ("I need help now", "Tell the on-call team"):
            await until(world, shows(carer, label))
            assert not paged(world)
            carer.presses(label)
        await until(world, lambda: bool(paged(world)))
        first = paged(world)
        async with aiohttp.ClientSession() as viewer:
            moved = await viewer.post(f"{root}/clock", json={"move": "+30m"})
            assert moved.status == 200
        await until(world, lambda: paged(world) > first)


def test_the_demo_says_on_every_screen_that_nobody_is_reading() -> None:
    sample = '[service]\nname = "A"\nmode = "live"   # who reads\n'
    assert 'mode = "demo"' in demo_policy(sample)
    assert "live" not in demo_policy(sample)
    assert "views = true" in demo_policy("[switches]\nviews = false    # off until then\n")
