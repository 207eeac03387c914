"""The oracle: knows what the phones did, what the API server saw and what the database says."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from conversations.supervision import SUPERVISION
from fostering.requests import RequestState
from simulator.messages import Message
from simulator.queue import FIRST_UPDATE_ID
from storage import chronology
from storage import outbox as outbox_rows
from storage.chronology import Entry
from storage.database import Reader
from storage.results import Lane
from storage.tables import drafts, requests
from storage.trays import inbox, outbox
from tests.kills.phones import Phones, carries
from tests.kills.village import CALLERS, REMINDED, WORKERS, Village

BARS = (
    "updates lost",
    "urgent lost",
    "climbs missing",
    "double acknowledgements",
    "half transactions",
    "doubled reminders",
    "duplicates without their reference",
    "uncertain and not listed",
)
PUSH_LINE = "A page for you. Open it now."
REFERENCE = re.compile(r"\bR-[0-9A-Z]{6}\b")
URGENT = "urgent_help"
REPORT = "household_change"


@dataclass
class Oracle:
    """Judges a service that has come to rest; counts every breach by its bar."""

    village: Village
    phones: Phones
    breaches: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    judged: int = FIRST_UPDATE_ID
    plans: int = 0
    due: int = 0
    """How many reminders of this plan have come to their day."""
    row_before: int = 0
    messages_before: Counter[str] = field(default_factory=Counter)

    def breach(self, bar: str, words: str) -> None:
        """Count one breach; the words name numbers and events, never people's words."""
        if (words := f"{bar}: {words}") not in self.said:
            self.breaches[bar] += 1
            self.said.append(words)

    async def judge(self) -> None:
        """Look at everything."""
        async with self.village.database.reading() as reader:
            await self._updates(reader)
            raised = (await reader.connection.execute(select(requests))).all()
            lines = await chronology.entries(reader, [row.id for row in raised])
            for finding in await chronology.verify(reader):
                self.breach("half transactions", f"chronology: {finding}")
            self._reports({row.id: row for row in raised}, lines)
            for row in raised:
                if row.form == URGENT:
                    self._urgent(row, lines[row.id])
            await self._at_its_end(reader)
            self._duplicates({row.reference: row.id for row in raised}, lines)
            await self._reminders(reader)

    async def _updates(self, reader: Reader) -> None:
        """Every update that the API server made stands in the inbox, once, and is done."""
        made = range(self.judged, self.village.world.queue.next_id)
        found = await reader.connection.execute(select(inbox.c.update_id, inbox.c.state))
        states = Counter((int(row.update_id), row.state) for row in found)
        for number in made:
            here = {state: n for (update, state), n in states.items() if update == number}
            if not here:
                self.breach("updates lost", f"update {number - FIRST_UPDATE_ID}")
            elif here != {"done": 1}:
                self.breach("half transactions", f"update {number - FIRST_UPDATE_ID}: {here}")
        self.judged = self.village.world.queue.next_id

    def _reports(
        self, raised: Mapping[UUID, Row[Any]], lines: dict[UUID, tuple[Entry, ...]]
    ) -> None:
        """As many requests as were told, each raised once, with the words that were written."""
        by_author: Counter[tuple[object, object]] = Counter(
            (row.author, row.form) for row in raised.values()
        )
        for name in CALLERS:
            told, there = self.phones.calls[name], by_author[self.village.ids[name], URGENT]
            if there < told:
                self.breach("urgent lost", f"{name}: told {told} times, raised {there} times")
            if there > told:
                self.breach("half transactions", f"{name}: told {told} times, raised {there}")
        for id, entries in lines.items():
            count = sum(entry.event == "RequestRaised" for entry in entries)
            if count != 1:
                self.breach("half transactions", f"request {id.hex}: raised {count} times")
        written = Counter(
            words
            for entries in lines.values()
            for entry in entries
            if entry.event == "RequestRaised"
            for sent in self.phones.sent.values()
            for words in sent
            if f'"{words}"' in entry.words.get("answers", "")
        )
        for name, sent in self.phones.sent.items():
            for words in sent:
                if written[words] != 1:
                    self.breach("half transactions", f"{words}: in {written[words]} requests")
            there = by_author[self.village.ids[name], REPORT]
            if there != len(sent):
                self.breach("half transactions", f"{name}: sent {len(sent)}, raised {there}")

    def _urgent(self, row: Row[Any], entries: Iterable[Entry]) -> None:
        """Paged, step after step, each of them seen on the worker's phone; taken by one."""
        id, reference = row.id, row.reference
        pagings = [entry for entry in entries if entry.event == "WorkerPaged"]
        taken = [entry for entry in entries if entry.event == "RequestAcknowledged"]
        steps = [(entry.codes.get("round"), entry.codes.get("step")) for entry in pagings]
        if not pagings:
            self.breach("urgent lost", f"{reference}: nobody was paged")
        if len(set(steps)) != len(steps) or steps != sorted(steps, key=str):
            self.breach("climbs missing", f"{reference}: steps {steps}")
        if len(taken) > 1:
            past = story(entries)
            self.breach("double acknowledgements", f"{reference}: {len(taken)} in {past}")
        if id in self.phones.spoken and row.spoken_at is None:
            self.breach("updates lost", f"{reference}: a call does not count in {story(entries)}")
        if name := self.phones.without_page.get(id):
            said = f"{reference}: {name} has it and sees no page of it after {story(entries)}"
            self.breach("urgent lost", said)
        state, due = row.state, row.next_due_at
        if state is RequestState.RAISED and (due is None or due <= self.village.now):
            self.breach("climbs missing", f"{reference}: due and not climbed")
        holders = 0
        for name in WORKERS:
            paged = sum(self.village.ids[name].hex in str(e.codes.get("workers")) for e in pagings)
            shown = [m for m in from_bot(self.village, name) if names(m, reference, id)]
            if paged and not shown:
                bar = "urgent lost" if len(pagings) == 1 else "climbs missing"
                self.breach(bar, f"{reference}: {name} was paged and shows nothing")
            holders += any("You have it." in (m.text or "") for m in shown if not m.deleted)
        if holders > 1:
            events = [entry.event for entry in entries]
            said = f"{reference}: {holders} phones say so after {events}"
            self.breach("double acknowledgements", said)

    async def _at_its_end(self, reader: Reader) -> None:
        for table, states in ((inbox, ("open", "parked")), (outbox, ("waiting", "sending"))):
            count = await reader.connection.scalar(
                select(func.count()).where(table.c.state.in_(states))
            )
            if count:
                self.breach("half transactions", f"{table.name}: {count} {states}")
        writers = [self.village.ids[n] for n, s in self.phones.step.items() if s == 0]
        left = await reader.connection.scalar(
            select(func.count()).where(drafts.c.person.in_(writers), drafts.c.form == REPORT)
        )
        if left:
            self.breach("half transactions", f"{left} drafts of reports that were sent")

    def _duplicates(self, known: dict[str, UUID], lines: dict[UUID, tuple[Entry, ...]]) -> None:
        """Every page, and every copy of one, names the request that it is about."""
        copies = 0
        for name in WORKERS:
            for message in from_bot(self.village, name):
                words = message.text or ""
                found = set(REFERENCE.findall(words))
                if found - set(known):
                    self.breach("duplicates without their reference", f"{name}: {found}")
                if words == PUSH_LINE and not any(names(message, "", id) for id in known.values()):
                    self.breach("duplicates without their reference", f"{name}: {message.id}")
            for reference, id in known.items():
                shown = sum(names(m, reference, id) for m in from_bot(self.village, name))
                hexed = self.village.ids[name].hex
                paged = sum(
                    hexed in str(e.codes.get("workers"))
                    for e in lines[id]
                    if e.event == "WorkerPaged"
                )
                copies += max(0, shown - paged)
        self.seen["copies of pages"] = copies
        self.seen["pages"] = sum(e.event == "WorkerPaged" for each in lines.values() for e in each)
        self.seen["calls for help"] = self.phones.calls.total()
        self.seen["reports"] = sum(map(len, self.phones.sent.values()))

    async def begin_reminders(self) -> None:
        """From here on every message to the reminded carers is a reminder."""
        async with self.village.database.reading() as reader:
            found = await reader.connection.scalar(select(func.max(outbox.c.number)))
        self.row_before, self.plans, self.due = found or 0, self.plans + 1, 0
        for name in REMINDED:
            self.messages_before[name] = len(from_bot(self.village, name))

    async def _reminders(self, reader: Reader) -> None:
        """Each told once in each plan's two days; arrived once, or listed as uncertain."""
        if not self.plans:
            return
        stuck = await outbox_rows.uncertain(reader)
        listed = {row.number for row in stuck}
        self.seen["reminders, uncertain and listed"] = sum(r.lane == Lane.REMINDER for r in stuck)
        self.seen["reminders"] = (self.plans - 1) * 2 * len(REMINDED) + self.due * len(REMINDED)
        rows = (
            await reader.connection.execute(
                select(outbox).where(
                    outbox.c.number > self.row_before,
                    outbox.c.address.in_([self.village.ids[name].hex for name in REMINDED]),
                )
            )
        ).all()
        for name in REMINDED:
            mine = [row for row in rows if row.address == self.village.ids[name].hex]
            due = [r for r in mine if r.lane == Lane.REMINDER and r.card == SUPERVISION.card]
            shown = len(from_bot(self.village, name)) - self.messages_before[name]
            if len(due) > self.due or shown > len(mine):
                self.breach("doubled reminders", f"{name}: {shown} of {len(mine)}, {self.due} due")
            if len(due) < self.due:
                self.breach("uncertain and not listed", f"{name}: {len(due)} of {self.due} told")
            unsure = [row for row in mine if row.number in listed]
            if shown < len(mine) - len(unsure):
                self.breach("uncertain and not listed", f"{name}: {shown} of {len(mine)}")


def story(entries: Iterable[Entry]) -> str:
    """What happened with a request, without words or people."""
    return ", ".join(f"{entry.event} {entry.at:%d %H:%M:%S}" for entry in entries)


def from_bot(village: Village, name: str) -> list[Message]:
    """Every message of the bot in somebody's own chat, also those that were taken away again."""
    chat = village.hands[name].phone.private_chat
    return [message for message in chat.messages.values() if message.from_bot]


def names(message: Message, reference: str, id: UUID) -> bool:
    """Whether a message is about this request, by its title or by a button.

    Another request's page may name it too: "They told us before".
    """
    titles = (message.text or "").splitlines()
    titled = any(line.startswith(f"{reference} ·") for line in titles)
    return (bool(reference) and titled) or carries(message, id)
