"""The responder in a process of its own: what it costs is not counted as the bot's."""

import asyncio
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

import uvloop

from benchmarks.people import Person
from benchmarks.responder import Responder, Steps
from benchmarks.sending import Hook

READY_SECONDS = 90.0


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Who talks to the bot, what they do, and how far away the Bot API is (seconds)."""

    people: int
    steps: Steps
    round_trip: float
    port: int
    hooks: tuple[Hook, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the responder saw since it was last asked to forget: waits in seconds."""

    waits: tuple[float, ...]
    finished: int
    sent: tuple[tuple[float, int], ...]
    """Each message that was sent anew: the monotonic second, and the chat."""


class Far:
    """The driver's side of the responder's process."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def ask(self, word: str, *more: object) -> object:
        """Ask the responder for something and wait for its answer."""
        self._line.send((word, *more))
        return self._line.recv()

    def wait_until_asked(self) -> None:
        """Wait until the bot has asked for updates, or has named its address."""
        if not self.ask("wait"):
            raise RuntimeError("the bot did not come up")

    def seen(self) -> Seen:
        """What was seen since the last `forget`."""
        found = self.ask("seen")
        assert isinstance(found, Seen)
        return found


@contextmanager
def responding(crowd: Crowd) -> Iterator[Far]:
    """Start the responder, and stop it at the end."""
    apart = multiprocessing.get_context("spawn")
    ours, theirs = apart.Pipe()
    process = apart.Process(target=_run, args=(crowd, theirs), daemon=True)
    process.start()
    try:
        ours.recv()
        yield Far(ours)
    finally:
        process.kill()
        process.join()


def _run(crowd: Crowd, line: Connection) -> None:
    uvloop.run(_respond(crowd, line))


async def _respond(crowd: Crowd, line: Connection) -> None:
    people: Sequence[Person] = [Person(number=n) for n in range(1, crowd.people + 1)]
    responder = Responder(people, crowd.steps, crowd.round_trip, crowd.hooks)
    await asyncio.start_server(responder.talk, "127.0.0.1", crowd.port, limit=2**20)
    words: asyncio.Queue[tuple[str, tuple[object, ...]]] = asyncio.Queue()

    def hear() -> None:
        word, *more = line.recv()
        words.put_nowait((word, tuple(more)))

    asyncio.get_running_loop().add_reader(line.fileno(), hear)
    line.send("listening")
    while True:
        word, more = await words.get()
        line.send(await _answer(responder, word, more))


async def _answer(responder: Responder, word: str, more: tuple[object, ...]) -> object:
    match word:
        case "wait":
            try:
                async with asyncio.timeout(READY_SECONDS):
                    await responder.ready.wait()
            except TimeoutError:
                return False
        case "begin":
            responder.begin()
        case "forget":
            responder.forget()
        case "press":
            return responder.press(int(str(more[0])), str(more[1]))
        case "seen":
            return Seen(
                waits=tuple(responder.waits),
                finished=responder.finished - responder.finished_before,
                sent=tuple(responder.sent),
            )
    return True
