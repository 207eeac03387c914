"""Requests as they stand, and the lists that staff work from."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Row, or_, select

from fostering.request_states import Request, RequestState
from storage.database import Reader
from storage.keys import key_of_person
from storage.sealing import Forgotten
from storage.tables import requests

LISTED = 50
RECENT = timedelta(days=30)
COLUMNS = tuple(field.name for field in fields(Request) if field.name != "kind")


async def load(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Request]:
    """These requests; ids that are none are left out."""
    found = await _find(reader, requests.c.id.in_(set(ids)), None)
    return {request.id: request for request in found}


async def by_reference(reader: Reader, references: Iterable[str]) -> dict[str, Request]:
    """The requests with these references."""
    found = await _find(reader, requests.c.reference.in_(set(references)), None)
    return {request.reference: request for request in found}


async def open_of(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, tuple[Request, ...]]:
    """The open requests of each author, the latest first."""
    authors = set(persons)
    found = await _find(
        reader, requests.c.author.in_(authors), requests.c.state != RequestState.CLOSED
    )
    return _by_author(authors, found)


async def recent_of(reader: Reader, persons: Iterable[UUID]) -> dict[UUID, tuple[Request, ...]]:
    """The requests of each author that are open or were raised in the last thirty days."""
    authors = set(persons)
    lately = requests.c.raised_at > reader.now - RECENT
    found = await _find(
        reader,
        requests.c.author.in_(authors),
        or_(requests.c.state != RequestState.CLOSED, lately),
    )
    return _by_author(authors, found)


async def waiting(reader: Reader, limit: int = LISTED) -> tuple[Request, ...]:
    """Requests that nobody has, most urgent first, then the oldest."""
    return await _find(
        reader, requests.c.state == RequestState.RAISED, None, urgent_first=True, limit=limit
    )


async def with_worker(reader: Reader, worker: UUID, limit: int = LISTED) -> tuple[Request, ...]:
    """Open requests that this worker has or owns, most urgent first."""
    return await _find(
        reader,
        or_(requests.c.acknowledged_by == worker, requests.c.owner == worker),
        requests.c.state != RequestState.CLOSED,
        urgent_first=True,
        limit=limit,
    )


async def every_open(reader: Reader, limit: int = LISTED) -> tuple[Request, ...]:
    """Open requests, most urgent first, then the oldest."""
    return await _find(
        reader, requests.c.state != RequestState.CLOSED, None, urgent_first=True, limit=limit
    )


async def overdue(reader: Reader, at: datetime, limit: int = LISTED) -> tuple[Request, ...]:
    """Open requests whose promised answer was due by then, most urgent first."""
    return await _find(
        reader,
        requests.c.answer_by <= at,
        requests.c.state.in_((RequestState.RAISED, RequestState.ACKNOWLEDGED)),
        urgent_first=True,
        limit=limit,
    )


async def _find(
    reader: Reader,
    first: ColumnElement[bool],
    second: ColumnElement[bool] | None,
    *,
    urgent_first: bool = False,
    limit: int | None = None,
) -> tuple[Request, ...]:
    wanted = select(requests).where(first).limit(limit)
    if second is not None:
        wanted = wanted.where(second)
    if urgent_first:
        wanted = wanted.order_by(requests.c.priority, requests.c.raised_at, requests.c.id)
    else:
        wanted = wanted.order_by(requests.c.raised_at.desc(), requests.c.id)
    rows = (await reader.connection.execute(wanted)).all()
    await reader.vault.fetch({key_of_person(row.author) for row in rows})
    return tuple(_request(reader, row) for row in rows)


def _request(reader: Reader, row: Row[tuple[object, ...]]) -> Request:
    place = kind_place(row.id)
    try:
        kind = reader.vault.open(key_of_person(row.author), place, row.sealed_kind).decode()
    except Forgotten:
        kind = ""
    return Request(kind=kind, **{name: row._mapping[name] for name in COLUMNS})


def kind_place(id: UUID) -> str:
    """What the sealed kind of a request is bound to."""
    return f"requests.sealed_kind.{id.hex}"


def _by_author(authors: set[UUID], found: Sequence[Request]) -> dict[UUID, tuple[Request, ...]]:
    return {
        author: tuple(request for request in found if request.author == author)
        for author in authors
    }
