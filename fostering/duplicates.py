"""Duplicates: what duty wrote down after a call is joined to what the person told already."""

from datetime import datetime

from fostering.events import Event, RequestClosed, WordsAdded
from fostering.holding import check_open
from fostering.people import Person
from fostering.refusals import MoreUrgent, NotYours
from fostering.requests import Request

JOINED = "joined"
"""The outcome of what was joined; its words are the reference of the other."""


def may_join(added: Request, other: Request) -> bool:
    """Whether the added one may end because the other goes on in its place (practice 1, 28).

    Only what a worker wrote down after a call is joined, to an open request of the same person
    that is at least as urgent; and where it still climbs, only to one that climbs as well.
    """
    same_person = added.entered_by is not None and added.author == other.author
    both_open = added.open and other.open and added.id != other.id
    goes_on = other.priority <= added.priority and (other.still_climbs or not added.still_climbs)
    return same_person and both_open and goes_on


def join_duplicate(
    added: Request, other: Request, worker: Person, words: str, at: datetime
) -> tuple[Event, ...]:
    """ "It is the same": its words are added to the other, then it is closed and says where.

    Raises MoreUrgent where the other would not carry it on.
    """
    check_open(added)
    check_open(other)
    if added.author != other.author or added.entered_by is None:
        raise NotYours
    if not may_join(added, other):
        raise MoreUrgent
    closed = RequestClosed(
        at=at,
        subject=added.author,
        actor=worker.id,
        request=added.id,
        outcome=JOINED,
        words=other.reference,
    )
    if not words:
        return (closed,)
    told = WordsAdded(at=at, subject=other.author, actor=worker.id, request=other.id, words=words)
    return (told, closed)
