"""A bare Bot API for measuring: hands out updates, takes answers, keeps no chats.

It checks nothing, so that it costs little; what is right is the simulator's business.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Sequence
from typing import Protocol
from urllib.parse import parse_qsl

from benchmarks.people import Fields, Person, labels
from benchmarks.sending import Hook, Sender

ANSWERS = frozenset({"sendmessage", "editmessagetext"})
JSON_FIELDS = ("reply_markup", "allowed_updates", "entities")
BOT = {"id": 100, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
BATCH = 100


class Steps(Protocol):
    """What people do: their first update, and the next after each answer."""

    finished: int
    """How many conversations were completed."""

    def first(self, person: Person) -> Fields:
        """The update with which a person begins."""

    def after(self, person: Person, message_id: int, fields: Fields) -> Fields | None:
        """The next update; None while the answer is not complete yet."""


class Responder:
    """The queue of updates, the people behind it, and how long each of them waited."""

    def __init__(
        self,
        people: Sequence[Person],
        steps: Steps,
        round_trip: float,
        hooks: tuple[Hook, ...] = (),
    ) -> None:
        self.round_trip = round_trip
        self.waits: list[float] = []
        self.sent: list[tuple[float, int]] = []
        self.finished_before = 0
        self.ready = asyncio.Event()
        self._hooks = hooks
        self._named = 0
        self._sender: Sender | None = None
        self._steps = steps
        self._people = {person.chat: person for person in people}
        self._shown: dict[int, tuple[int, Fields]] = {}
        self._queue: deque[Fields] = deque()
        # Counted on from one start to the next: a number that came before is not taken again.
        self._update_id = int(time.monotonic() * 1000)
        self._message_id = 100_000
        self._arrived = asyncio.Event()

    @property
    def finished(self) -> int:
        """How many conversations were completed since the beginning."""
        return self._steps.finished

    def begin(self) -> None:
        """Let everybody take their first step."""
        if self._hooks and self._sender is None:
            self._sender = Sender(self._hooks)
        for person in self._people.values():
            self._take(person, self._steps.first(person))

    def forget(self) -> None:
        """Count anew from here."""
        self.waits.clear()
        self.sent.clear()
        self.finished_before = self.finished

    def press(self, number: int, begins: str) -> float:
        """Let a person press the button whose data begins so, on what they see last.

        Returns the monotonic second; 0 where there is no such button.
        """
        person = next(p for p in self._people.values() if p.number == number)
        message_id, fields = self._shown.get(person.chat, (0, {}))
        fitting = [data for _, data in labels(fields) if data.startswith(begins)]
        if not fitting:
            return 0.0
        self._take(person, person.presses(message_id, fitting[0]))
        return person.waits or 0.0

    def _take(self, person: Person, update: Fields) -> None:
        self._update_id += 1
        whole = {"update_id": self._update_id, **update}
        person.waits = time.monotonic()
        if self._sender is not None:
            self._sender.put(whole)
            return
        self._queue.append(whole)
        self._arrived.set()

    async def get_updates(self, fields: Fields) -> list[Fields]:
        """Forget what is confirmed; wait for more if there is none."""
        self.ready.set()
        offset = int(str(fields.get("offset") or 0))
        while self._queue and int(str(self._queue[0]["update_id"])) < offset:
            self._queue.popleft()
        if not self._queue:
            self._arrived.clear()
            patience = min(float(str(fields.get("timeout") or 0)), 50.0)
            try:
                async with asyncio.timeout(patience):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        return [self._queue[place] for place in range(min(BATCH, len(self._queue)))]

    def answered(self, fields: Fields) -> Fields:
        """Take an answer: count how long its person waited, and let them go on."""
        arrived = time.monotonic()
        chat = int(str(fields["chat_id"]))
        if "message_id" in fields:
            message_id = int(str(fields["message_id"]))
        else:
            self._message_id += 1
            message_id = self._message_id
            self.sent.append((arrived, chat))
        self._shown[chat] = (message_id, fields)
        person = self._people.get(chat)
        if person is not None and person.waits is not None:
            update = self._steps.after(person, message_id, fields)
            if update is not None:
                self.waits.append(arrived - person.waits)
                self._take(person, update)
        return {
            "message_id": message_id,
            "date": 1_760_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "Person"},
            "from": BOT,
            "text": fields.get("text", ""),
        }

    async def answer(self, method: str, fields: Fields) -> object:
        """What the method results in, after the round trip."""
        if method == "getupdates":
            return await self.get_updates(fields)
        if self.round_trip:
            await asyncio.sleep(self.round_trip)
        if method in ANSWERS:
            return self.answered(fields)
        if method == "setwebhook":
            self._named += 1
            if self._named >= len(self._hooks):
                self.ready.set()
        if method == "getme":
            return {**BOT, "can_join_groups": True, "supports_inline_queries": False}
        return True

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One kept-open connection: calls and answers, until the other side closes."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                line, *rest = head.split("\r\n")
                headers = dict(entry.lower().split(": ", 1) for entry in rest if ": " in entry)
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                method = line.split(" ")[1].split("?")[0].rsplit("/", 1)[-1].lower()
                fields = read_fields(headers.get("content-type", ""), body)
                result = await self.answer(method, fields)
                sent = json.dumps({"ok": True, "result": result}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + str(len(sent)).encode()
                    + b"\r\n\r\n"
                    + sent
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def read_fields(content_type: str, body: bytes) -> Fields:
    """The fields of a call, as JSON or as a form whose nested values are JSON."""
    if not body:
        return {}
    if content_type.startswith("application/json"):
        fields: Fields = json.loads(body)
        return fields
    if not content_type.startswith("application/x-www-form-urlencoded"):
        return {}
    fields = dict(parse_qsl(body.decode()))
    for name in JSON_FIELDS:
        if isinstance(held := fields.get(name), str):
            fields[name] = json.loads(held)
    return fields
