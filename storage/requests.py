"""Requests as they stand, and the lists that staff work from."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Integer, Row, Select, Text, bindparam, or_, select, type_coerce

from fostering.request_states import Request, RequestState
from storage.columns import columns_of
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.tables import requests

LISTED = 50
TASKS_LISTED = 200
ALL_OPEN = 1000
"""More open requests than a service that is served has."""
RECENT = timedelta(days=30)
COLUMNS = tuple(field.name for field in fields(Request) if field.name != "kind")


IS_OPEN = requests.c.state != RequestState.CLOSED
LATEST_FIRST = select(requests).order_by(requests.c.raised_at.desc(), requests.c.id)
URGENT_FIRST = (
    select(requests)
    .order_by(requests.c.priority, requests.c.raised_at, requests.c.id)
    .limit(bindparam("limit", type_=Integer))
)
BY_ID = LATEST_FIRST.where(requests.c.id.in_(bindparam("ids", expanding=True)))
BY_REFERENCE = LATEST_FIRST.where(requests.c.reference.in_(bindparam("references", expanding=True)))
BY_AUTHOR = LATEST_FIRST.where(requests.c.author.in_(bindparam("authors", expanding=True)))
RECENT_OF = BY_AUTHOR.where(or_(IS_OPEN, requests.c.raised_at > bindparam("since")))
FOR_ANYBODY = requests.c.readers == frozenset()
WAITING = URGENT_FIRST.where(requests.c.state == RequestState.RAISED, FOR_ANYBODY)
WAITING_PAGED = WAITING.where(requests.c.escalation.is_not(None))
WITH_WORKER = URGENT_FIRST.where(
    or_(
        requests.c.acknowledged_by == bindparam("worker"),
        requests.c.owner == bindparam("worker"),
        requests.c.offered_to == bindparam("worker"),
    ),
    IS_OPEN,
)
WITH_TASK = (
    select(requests)
    .where(requests.c.task_due.is_not(None), requests.c.task_done_at.is_(None))
    .order_by(requests.c.task_due, requests.c.id)
    .limit(bindparam("limit", type_=Integer))
)
OPEN_NOW = URGENT_FIRST.where(IS_OPEN)
NOT_FILED = (
    select(requests)
    .where(
        requests.c.state == RequestState.CLOSED,
        or_(requests.c.filed_at.is_(None), requests.c.filed_at < requests.c.closed_at),
    )
    .order_by(requests.c.closed_at, requests.c.id)
    .limit(bindparam("limit", type_=Integer))
)
RAISED_SINCE = URGENT_FIRST.where(requests.c.raised_at >= bindparam("since"))
PRIVATE = (
    select(requests)
    .where(
        requests.c.state.in_([state for state in RequestState if state is not RequestState.CLOSED]),
        requests.c.private_since.is_not(None),
    )
    .order_by(requests.c.private_since, requests.c.id)
)
READERS = type_coerce(requests.c.readers, Text)


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Request]:
    """These requests; ids that are none are left out."""
    found = await _find(reader, BY_ID, {"ids": [*set(ids)]})
    return {request.id: request for request in found}


async def by_reference(reader: Reader, references: Iterable[str]) -> dict[str, Request]:
    """The requests with these references."""
    found = await _find(reader, BY_REFERENCE, {"references": [*set(references)]})
    return {request.reference: request for request in found}


async def open_of(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, tuple[Request, ...]]:
    """The open requests of each author, the latest first."""
    authors = set(persons)
    found = await _find(reader, BY_AUTHOR.where(IS_OPEN), {"authors": [*authors]})
    return _by_author(authors, found)


async def all_of(reader: Reader, person: UUID) -> tuple[Request, ...]:
    """Everything this person ever asked or told, the latest first."""
    return await _find(reader, BY_AUTHOR, {"authors": [person]})


async def recent_of(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, tuple[Request, ...]]:
    """The requests of each author that are open or were raised in the last thirty days."""
    authors = set(persons)
    given = {"authors": [*authors], "since": reader.now - RECENT}
    found = await _find(reader, RECENT_OF, given)
    return _by_author(authors, found)


async def of_author_since(reader: Reader, author: UUID, first: date) -> tuple[Request, ...]:
    """What this person raised from that day on, the latest first."""
    since = datetime.combine(first, time(), UTC)
    wanted = BY_AUTHOR.where(requests.c.raised_at >= bindparam("since"))
    return await _find(reader, wanted, {"authors": [author], "since": since})


async def waiting(
    reader: Reader, limit: int = LISTED, *, paged: bool = False
) -> tuple[Request, ...]:
    """Requests that nobody has, most urgent first, then the oldest; `paged`: only such as climb.

    Without those for which the person chose the readers.
    """
    return await _find(reader, WAITING_PAGED if paged else WAITING, {"limit": limit})


async def with_worker(reader: Reader, worker: UUID, limit: int = LISTED) -> tuple[Request, ...]:
    """Open requests that this worker has, owns or is asked to take, most urgent first."""
    return await _find(reader, WITH_WORKER, {"worker": worker, "limit": limit})


async def with_task(reader: Reader, limit: int = TASKS_LISTED) -> tuple[Request, ...]:
    """Requests, closed ones too, whose child's social worker is still to be told, first due."""
    return await _find(reader, WITH_TASK, {"limit": limit})


async def open_now(reader: Reader, limit: int = ALL_OPEN) -> tuple[Request, ...]:
    """Every open request, most urgent first, then the oldest."""
    return await _find(reader, OPEN_NOW, {"limit": limit})


async def not_filed(reader: Reader, limit: int = ALL_OPEN) -> tuple[Request, ...]:
    """Closed requests that nobody has said are in the case file, the longest closed first."""
    return await _find(reader, NOT_FILED, {"limit": limit})


async def raised_since(
    reader: Reader, since: datetime, limit: int = ALL_OPEN
) -> tuple[Request, ...]:
    """Every request raised at or after this instant, closed ones too, most urgent first."""
    return await _find(reader, RAISED_SINCE, {"since": since, "limit": limit})


async def private(reader: Reader) -> tuple[Request, ...]:
    """Open requests that are a private process by themselves, the oldest first."""
    return await _find(reader, PRIVATE, {})


async def read_by(
    reader: Reader, workers: Iterable[UUID], limit: int = LISTED
) -> tuple[Request, ...]:
    """Open requests of which one of these workers is a chosen reader, most urgent first."""
    theirs = or_(*(READERS.contains(worker.hex) for worker in sorted(workers)))
    return await _find(reader, OPEN_NOW.where(theirs), {"limit": limit})


async def _find(
    reader: Reader, wanted: Select[tuple[object, ...]], given: dict[str, object]
) -> tuple[Request, ...]:
    rows = (await reader.connection.execute(wanted, given)).all()
    await reader.vault.fetch({key_of_person(row.author) for row in rows})
    return tuple(_request(reader, row) for row in rows)


def _request(reader: Reader, row: Row[tuple[object, ...]]) -> Request:
    place = kind_place(row.id)
    try:
        kind = reader.vault.open(key_of_person(row.author), place, row.sealed_kind).decode()
    except Forgotten:
        kind = ""
    return Request(kind=kind, **columns_of(row, COLUMNS))


def kind_place(id: UUID) -> str:
    """What the sealed kind of a request is bound to."""
    return f"requests.sealed_kind.{id.hex}"


def _by_author(authors: set[UUID], found: Sequence[Request]) -> dict[UUID, tuple[Request, ...]]:
    return {
        author: tuple(request for request in found if request.author == author)
        for author in authors
    }
