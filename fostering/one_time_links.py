"""One-time links: a page or a file that one person may open once, within minutes, outside the chat.

The chat carries only the link (practice 20: personal content never goes through Telegram). What is
behind it is made at the moment of opening, after asking again whether the person still may see it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fostering.events import DetailsRead, Event, OneTimeLinkMade, OneTimeLinkOpened
from fostering.events.one_time_links import Purpose as Purpose
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.refusals import AlreadyClosed, LinkNotGood, NotTaken, NotYours
from fostering.request_states import Request

MOST_TRIES = 30
"""Links that open nothing, tried from one address within an hour; ours. More are not looked up."""
TRIES_WITHIN = timedelta(hours=1)


class Extent(StrEnum):
    """How much *Who is this?* tells of a request's people."""

    FAMILY = "family"
    YOUNG_PERSON = "young_person"
    TELEPHONE_ONLY = "telephone_only"


@dataclass(frozen=True, kw_only=True)
class OneTimeLink:
    """One link, good for one opening by `person`, for one purpose.

    `subject` is whom it is about, `request` the request it belongs to, if any. Only a keyed hash of
    its token (256 bits of chance) is kept. All instants are aware UTC.
    """

    id: UUID
    token_hash: bytes
    person: UUID
    subject: UUID
    request: UUID | None
    purpose: Purpose
    expires_at: datetime
    opened_at: datetime | None = None
    version: int = 1

    def good(self, at: datetime) -> bool:
        """Whether it can still be opened: not opened before, and not too old."""
        return self.opened_at is None and at < self.expires_at


def make_link(
    *,
    id: UUID,
    token_hash: bytes,
    person: Person,
    subject: UUID,
    request: UUID | None,
    purpose: Purpose,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Make a link for this person alone."""
    return (
        OneTimeLinkMade(
            at=at,
            subject=subject,
            actor=person.id,
            request=request,
            link=id,
            purpose=purpose,
            token_hash=token_hash,
            expires_at=at + timedelta(minutes=policy.one_time_minutes),
        ),
    )


def check_may_ask_who(
    request: Request, worker: Person, household: Household | None, *, asked_before: bool = False
) -> None:
    """*Who is this?* is for an open request that somebody has said they have (practice 20).

    `asked_before`: the link is being opened; it may have climbed on meanwhile. Raises
    AlreadyClosed, NotTaken, or NotYours for whoever is kept from the household (practice 27).
    """
    if not request.open:
        raise AlreadyClosed
    if not (asked_before or request.taken):
        raise NotTaken
    if household is not None and worker.id in household.kept_from:
        raise NotYours


def may_open(link: OneTimeLink, person: Person | None, at: datetime) -> bool:
    """Whether it is good and its person is still with us; who lost their phone has no chat."""
    if person is None or person.id != link.person:
        return False
    return link.good(at) and person.active and person.linked


def open_link(
    link: OneTimeLink, person: Person | None, shown: Iterable[UUID], at: datetime
) -> tuple[Event, ...]:
    """Open it: that spends it, and each person whose details are `shown` has the read on record.

    Raises LinkNotGood, which never says why.
    """
    if person is None or not may_open(link, person, at):
        raise LinkNotGood
    opened = OneTimeLinkOpened(
        at=at,
        subject=link.subject,
        actor=person.id,
        request=link.request,
        link=link.id,
        purpose=link.purpose,
    )
    reads = (
        DetailsRead(at=at, subject=one, actor=person.id, link=link.id, purpose=link.purpose)
        for one in dict.fromkeys(shown)
    )
    return (opened, *reads)


def may_try(tries: int) -> bool:
    """Whether an address with so many failed tries in the last hour may try another link."""
    return tries < MOST_TRIES


def extent_of(*, young_person: bool, phone_only: bool, manages: bool) -> Extent:
    """How much *Who is this?* tells.

    What a young person asked is about them alone (practice 12). Of a matter for the telephone,
    whoever does not manage learns whom to ring and no more (practice 13).
    """
    if young_person:
        return Extent.YOUNG_PERSON
    return Extent.TELEPHONE_ONLY if phone_only and not manages else Extent.FAMILY


def after(link: OneTimeLink | None, event: Event) -> OneTimeLink:
    """The link as it stands after the event; the only place that says so."""
    match event:
        case OneTimeLinkMade() if event.actor is not None:
            return OneTimeLink(
                id=event.link,
                token_hash=event.token_hash,
                person=event.actor,
                subject=event.subject,
                request=event.request,
                purpose=event.purpose,
                expires_at=event.expires_at,
            )
        case OneTimeLinkOpened() if link is not None:
            return replace(link, opened_at=event.at)
    raise ValueError(f"{type(event).__name__} does not change this link")
