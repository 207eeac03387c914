"""Advocacy by letter: a provider without a chat is written to, with nothing of the young person.

The letter holds a link that opens once, until the day by which somebody should answer. What is
behind it goes to the provider alone, as in a chat (practice 17).
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from fostering.advocacy import within
from fostering.advocacy_states import Advocacy
from fostering.events import (
    AdvocacyAsked,
    AdvocacyLetterOpened,
    AdvocacyLetterWritten,
    AdvocacyTakenOn,
    Event,
)
from fostering.people import Person, Standing
from fostering.policy import Policy, Provider
from fostering.refusals import AlreadyClosed, LinkNotGood, NoAdvocate, NotYours


def provider_to_write(policy: Policy, advocates: Sequence[Person]) -> Provider | None:
    """Who is written to: the provider, where nobody of theirs is linked and a letter can go."""
    provider = policy.advocacy_provider
    if provider is None or any(person.linked for person in advocates):
        return None
    return provider if _can_write(policy, provider) else None


def ask_by_letter(
    id: UUID,
    author: Person,
    provider: Provider,
    policy: Policy,
    at: datetime,
    answers: str,
    *,
    token_hash: bytes,
) -> tuple[Event, ...]:
    """Ask for somebody on their side where only a letter reaches the provider."""
    if author.standing is not Standing.YOUNG_PERSON:
        raise NotYours
    contact_by, appoint_by = _days(policy, at)
    asked = AdvocacyAsked(
        at=at,
        subject=author.id,
        actor=author.id,
        request=id,
        language=author.language,
        contact_by=contact_by,
        appoint_by=appoint_by,
        told=(),
        answers=answers,
    )
    return (asked, _written(id, author.id, provider, policy, at, token_hash))


def next_provider(advocacy: Advocacy, policy: Policy) -> Provider | None:
    """Who else may be written to once the first have not answered in time (practice 17)."""
    further = policy.advocacy_next
    if further is None or advocacy.letter is None or advocacy.letter.provider == further.name:
        return None
    waits = advocacy.open and advocacy.contacted_at is None and not advocacy.taken_on
    late = advocacy.late_until is not None
    return further if waits and late and _can_write(policy, further) else None


def ask_next(
    advocacy: Advocacy, person: Person, policy: Policy, at: datetime, *, token_hash: bytes
) -> tuple[Event, ...]:
    """The young person wants the next provider written to as well; the first letter is spent."""
    if person.id != advocacy.author:
        raise NotYours
    if not advocacy.open:
        raise AlreadyClosed
    further = next_provider(advocacy, policy)
    if further is None:
        raise NoAdvocate
    return (_written(advocacy.id, advocacy.author, further, policy, at, token_hash),)


def may_open_letter(advocacy: Advocacy, at: datetime) -> bool:
    """Whether the link of its letter still opens: once, in time, and while it is wanted."""
    letter = advocacy.letter
    if letter is None or not advocacy.open:
        return False
    return letter.opened_at is None and at < letter.until


def open_letter(advocacy: Advocacy, at: datetime) -> tuple[Event, ...]:
    """Somebody of the provider opens it: that spends the link, and the read is on record.

    Raises LinkNotGood, which never says why.
    """
    if not may_open_letter(advocacy, at):
        raise LinkNotGood
    return (AdvocacyLetterOpened(at=at, subject=advocacy.author, request=advocacy.id),)


def take_on(advocacy: Advocacy, at: datetime) -> tuple[Event, ...]:
    """ "We have got it", by whoever opened the letter, once. Raises LinkNotGood."""
    letter = advocacy.letter
    if letter is None or letter.opened_at is None or advocacy.taken_on or not advocacy.open:
        raise LinkNotGood
    return (AdvocacyTakenOn(at=at, subject=advocacy.author, request=advocacy.id),)


def _can_write(policy: Policy, provider: Provider) -> bool:
    return bool(policy.letters and policy.pages_address and provider.email)


def _days(policy: Policy, at: datetime) -> tuple[datetime, datetime]:
    return (
        within(policy.advocacy_contact_working_days, policy, at),
        within(policy.advocacy_appoint_working_days, policy, at),
    )


def _written(
    id: UUID, author: UUID, provider: Provider, policy: Policy, at: datetime, token_hash: bytes
) -> Event:
    contact_by, appoint_by = _days(policy, at)
    return AdvocacyLetterWritten(
        at=at,
        subject=author,
        actor=author,
        request=id,
        provider=provider.name,
        token_hash=token_hash,
        contact_by=contact_by,
        appoint_by=appoint_by,
    )
