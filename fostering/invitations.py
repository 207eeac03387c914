"""Invitations: the one way in; a code made by staff joins a chat to a person or a group."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fostering.events import Event, InvitationMade, PersonLinked, PersonUnlinked, RoomConnected
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.refusals import CodeNotGood, StandingClash, TooYoung

SPOKEN_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 symbols without I, L, O and U, which are heard and read as 1, 1, 0 and V."""

SPOKEN_LENGTH = 10
HEARD_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
TELEGRAM_AGE = 16


class CodeForm(StrEnum):
    """How the code reached us; each has its own end."""

    LINK = "link"
    SPOKEN = "spoken"


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """One invitation, good for one use: of a person, or of the out-of-hours group (`person` None).

    Only keyed hashes of the two codes are kept. All instants are aware UTC.
    """

    id: UUID
    person: UUID | None
    link_hash: bytes
    spoken_hash: bytes
    link_expires: datetime
    spoken_expires: datetime
    group: bool = False
    used_at: datetime | None = None
    version: int = 1

    def good(self, code: CodeForm, at: datetime) -> bool:
        """Whether this code can be used now: unused and not too old."""
        expires = self.link_expires if code is CodeForm.LINK else self.spoken_expires
        return self.used_at is None and at < expires


def spoken_code(chance: bytes) -> str:
    """A code to say aloud, from at least ten random bytes."""
    return "".join(SPOKEN_ALPHABET[byte % 32] for byte in chance[:SPOKEN_LENGTH])


def read_spoken_code(text: str) -> str | None:
    """The code in what somebody typed; case, spaces and dashes do not matter. None: not a code."""
    symbols = "".join(c for c in text.upper() if not c.isspace() and c not in "-–").translate(
        HEARD_AS
    )
    if len(symbols) != SPOKEN_LENGTH or not set(symbols) <= set(SPOKEN_ALPHABET):
        return None
    return symbols


def invite(
    *,
    id: UUID,
    subject: UUID,
    by: UUID | None,
    link_hash: bytes,
    spoken_hash: bytes,
    policy: Policy,
    at: datetime,
    group: bool = False,
) -> tuple[Event, ...]:
    """Invite a person, or connect a group; `subject` is the person, for a group the inviter."""
    return (
        InvitationMade(
            at=at,
            subject=subject,
            actor=by,
            invitation=id,
            link_hash=link_hash,
            spoken_hash=spoken_hash,
            link_expires=at + timedelta(hours=policy.link_hours),
            spoken_expires=at + timedelta(minutes=policy.spoken_code_minutes),
            group=group,
        ),
    )


def redeem(
    invitation: Invitation | None,
    code: CodeForm,
    person: Person | None,
    *,
    holder: Person | None,
    door: str,
    account: str,
    tries: int,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Join the account to the invited `person`; `holder` is who the account belongs to so far.

    `tries` are the wrong codes of this account in the last hour. A code that is wrong, used, too
    old or tried too often is refused without saying which. One account is one person. A young
    person must be 16 on Telegram unless the policy says otherwise; without a birth date nobody can
    know that they are. A person who has a chat already moves to the new one.
    """
    if invitation is None or person is None or invitation.group or not person.active:
        raise CodeNotGood
    if invitation.person != person.id or not may_try(tries, policy):
        raise CodeNotGood
    if not invitation.good(code, at):
        raise CodeNotGood
    if holder is not None and holder.id != person.id:
        raise StandingClash
    if not old_enough(person, policy, at):
        raise TooYoung
    linked = PersonLinked(
        at=at,
        subject=person.id,
        actor=person.id,
        invitation=invitation.id,
        door=door,
        account=account,
    )
    if person.linked and holder is None:
        return PersonUnlinked(at=at, subject=person.id, actor=person.id, reason="moved"), linked
    return (linked,)


def connect_room(
    invitation: Invitation | None,
    code: CodeForm,
    speaker: Person | None,
    *,
    door: str,
    room: str,
    tries: int,
    policy: Policy,
    at: datetime,
) -> tuple[Event, ...]:
    """Connect the group in which a staff member wrote the group's code; nobody else can."""
    if invitation is None or not invitation.group or not invitation.good(code, at):
        raise CodeNotGood
    if not may_try(tries, policy) or speaker is None or speaker.standing is not Standing.STAFF:
        raise CodeNotGood
    return (
        RoomConnected(
            at=at,
            subject=speaker.id,
            actor=speaker.id,
            invitation=invitation.id,
            door=door,
            room=room,
        ),
    )


def may_try(tries: int, policy: Policy) -> bool:
    """Whether an account with so many wrong codes in the last hour may try another."""
    return tries < policy.code_tries_per_hour


def old_enough(person: Person, policy: Policy, at: datetime) -> bool:
    """Whether the policy lets this person have a chat on Telegram: a young person must be 16.

    Without a birth date nobody can know that they are (Telegram's own minimum in the UK).
    """
    if person.standing is not Standing.YOUNG_PERSON or policy.under_16_on_telegram:
        return True
    today = local_date(at, policy.office_hours)
    return person.born is not None and age_on(person.born, today) >= TELEGRAM_AGE


def age_on(born: date, day: date) -> int:
    """Whole years on that day; who was born on 29 February has the birthday on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def after(invitation: Invitation | None, event: Event) -> Invitation:
    """The invitation as it stands after the event; the only place that says so."""
    match event:
        case InvitationMade():
            return Invitation(
                id=event.invitation,
                person=None if event.group else event.subject,
                group=event.group,
                link_hash=event.link_hash,
                spoken_hash=event.spoken_hash,
                link_expires=event.link_expires,
                spoken_expires=event.spoken_expires,
            )
        case PersonLinked() | RoomConnected() if invitation is not None:
            return replace(invitation, used_at=event.at)
    raise ValueError(f"{type(event).__name__} does not change this invitation")
