"""Cancelling what is under way at its first, second, third … wait; a counter decides which."""

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any


class _Counted:
    """Awaits another's work, and cancels it while it waits for the `at`-th time."""

    def __init__(self, work: Coroutine[Any, Any, object], at: int) -> None:
        self._work = work
        self._left = at

    def __await__(self) -> Generator[Any, Any, object]:
        under_way = self._work.__await__()
        answer: object = None
        while True:
            try:
                waits_for = under_way.send(answer)
            except StopIteration as done:
                return done.value
            answer = yield from self._wait(under_way, waits_for)

    def _wait(self, under_way: Generator[Any, Any, object], waits_for: object) -> Any:
        while True:
            self._left -= 1
            task = asyncio.current_task()
            if self._left == 0 and task is not None:
                task.cancel()
            try:
                return (yield waits_for)
            except BaseException as error:  # noqa: BLE001 - it is the work's own to deal with
                try:
                    waits_for = under_way.throw(error)
                except StopIteration as done:
                    raise _Ended(done.value) from None


class _Ended(Exception):
    """The work ended by itself although it was cancelled."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


async def cancelled_at(work: Coroutine[Any, Any, object], at: int) -> bool:
    """Let it run until it waits for the `at`-th time, and cancel it there; False: it ended."""

    async def run() -> None:
        try:
            await _Counted(work, at)
        except _Ended:
            return

    task = asyncio.ensure_future(run())
    try:
        await task
    except asyncio.CancelledError:
        return True
    return False
