"""People, requests, drafts and updates for the stories of storage; all of them invented."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from fostering.drafts import Draft
from fostering.events import PersonLinked, RequestRaised, WordsAdded
from fostering.requests import Priority, Request, RequestState
from storage import links, people
from storage.changes import Change, Decided, Kept
from storage.database import Database
from storage.imports import import_files
from storage.inbox import Arrived
from storage.outgoing import Put

AT = datetime(2026, 10, 26, 21, 0, tzinfo=UTC)
SAMPLES = Path(__file__).parents[2] / "samples"
CANARY = "Kanarienvogel im Flur"


async def take_in_samples(database: Database) -> dict[str, UUID]:
    """The samples' people; their ids by the service's reference."""
    seen = await import_files(database, sorted(SAMPLES.glob("*.csv")), AT)
    assert not seen.problems, seen.problems
    async with database.reading() as reader:
        return await people.by_import_reference(
            reader, ["C-001", "C-002", "YP-001", "YP-002", "S-001", "S-002", "S-003", "S-004"]
        )


async def link(database: Database, person: UUID, account: str) -> None:
    """Join an account to a person."""
    event = PersonLinked(
        at=AT, subject=person, invitation=uuid4(), door="telegram", account=account
    )
    async with database.writing() as writer:
        await links.link(writer, [event])


def request_of(author: UUID, **facts: Any) -> Request:
    """A request just raised."""
    id = uuid4()
    made = Request(
        id=id,
        reference=f"R-{id.hex[:6].upper()}",
        form="difficulty",
        kind="D02",
        author=author,
        household=None,
        state=RequestState.RAISED,
        priority=Priority.P1,
        language="en",
        raised_at=AT,
    )
    return replace(made, **facts)


def raised(request: Request, answers: str = CANARY) -> RequestRaised:
    """The event that raised it."""
    return RequestRaised(
        at=AT,
        subject=request.author,
        actor=request.author,
        request=request.id,
        reference=request.reference,
        form=request.form,
        household=None,
        priority=request.priority,
        language="en",
        finished=True,
        owner=None,
        answer_by=None,
        kind=request.kind,
        answers=answers,
    )


def raising(request: Request, **parts: Any) -> Decided:
    """A unit that raises a request."""
    change = Change(entity=request, base=None, next_due_at=AT)
    return Decided(events=(raised(request),), changes=(change,), **parts)


def words_of(person: UUID, words: str = CANARY) -> WordsAdded:
    """An event about a person with words in it."""
    return WordsAdded(at=AT, subject=person, actor=person, words=words)


def draft_of(person: UUID, **facts: Any) -> Draft:
    """A draft just begun."""
    made = Draft(
        id=uuid4(),
        person=person,
        form="household_change",
        form_version=1,
        language="en",
        begun_at=AT,
        touched_at=AT,
        answers={"group": "people", "who": ("partner", "child"), "count": 2, "note": CANARY},
    )
    return replace(made, **facts)


def keeping(draft: Draft, base: int | None = None) -> Decided:
    """A unit that keeps a draft."""
    return Decided(kept=(Kept(draft=draft, base=base),))


def arrived(number: int, order: str = "1", **parts: Any) -> Arrived:
    """An update out of a private chat."""
    return Arrived(
        door="telegram",
        update_id=str(number),
        payload=f'{{"update_id": {number}, "text": "{CANARY}"}}'.encode(),
        order_key=order,
        **parts,
    )


def screen(key: str = "900", **parts: Any) -> Put:
    """A screen to a stranger's chat."""
    facts: dict[str, Any] = {"place": "chat", "body": b"screen", "lane": 1, **parts}
    return Put(key=key, **facts)
