"""Who takes part: carers, young people, staff and advocates; roles, absences and cover."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from fostering.care_days import CareDays
from fostering.events import (
    AnswerAwaited,
    AnswerOpened,
    CareDayNoted,
    Event,
    LanguageChosen,
    LegalHoldLifted,
    LegalHoldPlaced,
    NewcomerConfirmed,
    NewcomerJoined,
    NewcomerUnconfirmed,
    PersonLinked,
    PersonUnlinked,
    PhoneUseSaid,
    SafeTimeMissed,
    SafeTimesChosen,
    ShiftAccepted,
    ShiftOffered,
    ShiftRefused,
    ShiftResumed,
    ShiftUncovered,
    SomethingNewSaid,
)
from fostering.paging_test_effects import PagingTest, PagingTestEvent, after_paging_test
from fostering.phone_use import NOT_ONLY_THEIRS, PhoneUse
from fostering.private_home_states import PrivateHome
from fostering.rota_shifts import Shift
from fostering.safe_choices import SafeTimes
from fostering.safe_time_effects import after_safe_time, silenced


class Standing(StrEnum):
    """What a person is to the service; one account never holds two of these."""

    CARER = "carer"
    YOUNG_PERSON = "young_person"
    STAFF = "staff"
    ADVOCATE = "advocate"
    """Of the advocacy provider: independent of the service, and never counted to its staff."""


class Role(StrEnum):
    """What a staff member does; one may do several things."""

    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    CHILDS_SOCIAL_WORKER = "childs_social_worker"
    DUTY_WORKER = "duty_worker"
    OUT_OF_HOURS_WORKER = "out_of_hours_worker"
    ON_CALL_MANAGER = "on_call_manager"
    TEAM_MANAGER = "team_manager"
    SERVICE_MANAGER = "service_manager"
    FINANCE = "finance"
    TRAINING = "training"
    SUPPORT_GROUPS = "support_groups"
    RESPONSIBLE_INDIVIDUAL = "responsible_individual"
    REVIEWING_OFFICER = "reviewing_officer"
    YOUNG_PEOPLES_ANSWERER = "young_peoples_answerer"


@dataclass(frozen=True, kw_only=True)
class Absence:
    """Days, both included, on which a worker is away, and who stands in."""

    first: date
    last: date
    cover: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Relief:
    """A worker on call cannot take pages until `until`, the end of the shift (aware UTC).

    `asked` is who was asked to take them and has until `ends_at` to answer; `held_by` has accepted.
    `tried` are all who were asked. While nobody has accepted, pages go on as before.
    """

    until: datetime
    asked: UUID | None = None
    ends_at: datetime | None = None
    held_by: UUID | None = None
    tried: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """A young person whose chat no worker has confirmed yet; to be said by `confirm_by` (UTC).

    `overdue`: the days have passed and the managers know.
    """

    confirm_by: datetime
    overdue: bool = False


@dataclass(frozen=True, kw_only=True)
class Person:
    """A carer, a young person, a staff member or an advocate.

    `name`, `telephone` and `address` are personal words. Of a carer, `address` is where the
    household lives, `approved` is the day of approval and `reviewed` that of the last annual
    review. `language` is a tag such as "en" or "ar".
    `linked` says whether the person has a chat with us at present. `turn` is the place in the
    out-of-hours order (1 is paged first; None: never by that order); of an advocate, in that of the
    provider. `shifts` are theirs on the rota, `relief` is the handing over of their last shift, if
    there was one, `paging_test` that of the last shift that was tested. `newcomer` is there until a
    worker has said whose chat it is; `phone_use` is what a young person said of who else uses the
    phone, and `safe_times` when it may say first that something is new. `care_days` are the days of
    a young person's care review and planned move. `held`: nothing of theirs may be forgotten (legal
    hold).
    """

    id: UUID
    standing: Standing
    name: str
    language: str
    version: int = 1
    active: bool = True
    linked: bool = False
    born: date | None = None
    telephone: str = ""
    address: str = ""
    roles: frozenset[Role] = frozenset()
    absences: tuple[Absence, ...] = ()
    turn: int | None = None
    shifts: tuple[Shift, ...] = ()
    household: UUID | None = None
    approved: date | None = None
    reviewed: date | None = None
    relief: Relief | None = None
    paging_test: PagingTest | None = None
    newcomer: Newcomer | None = None
    phone_use: PhoneUse = PhoneUse.UNKNOWN
    safe_times: SafeTimes | None = None
    care_days: CareDays | None = None
    held: bool = False

    def relief_at(self, at: datetime) -> Relief | None:
        """The handing over of the shift that runs at this instant; None when there is none."""
        runs = self.relief is not None and at < self.relief.until
        return self.relief if runs else None

    def away_until(self, day: date) -> date | None:
        """The last day of the absence that this day falls into; None when they are there."""
        return max((a.last for a in self.absences if a.first <= day <= a.last), default=None)

    def away(self, day: date) -> bool:
        """Whether this worker is absent on that day (the service's local date)."""
        return any(absence.first <= day <= absence.last for absence in self.absences)


@dataclass(frozen=True, kw_only=True)
class Placement:
    """One young person living in one household from a day until another.

    `label` is what a carer sees for the child in a chat (an initial and an animal, never a name).
    `number` is the child's number in the service's own system; it is never shown in a chat.
    `alert` is what duty must know of the child, a few words, until the day `alert_until`, included;
    `alert_listed` is the local day on which the service's list last said so, None where that is
    not known. None of them is ever shown in a chat.
    """

    id: UUID
    household: UUID
    young_person: UUID
    label: str
    first: date
    number: str = ""
    childs_social_worker: UUID | None = None
    authority: str = ""
    last: date | None = None
    alert: str = ""
    alert_until: date | None = None
    alert_listed: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the placement is running on that day; it ends with its last day (practice 21)."""
        return self.first <= day and (self.last is None or day < self.last)

    def warning_on(self, day: date) -> str:
        """The alert that holds that day; "" where there is none, or it has run out."""
        runs = self.alert_until is not None and day <= self.alert_until
        return self.alert if runs else ""


@dataclass(frozen=True, kw_only=True)
class Household:
    """A carer's home: its carers, its placements and its supervising social worker.

    `kept_from` are staff who never see this household: relatives, and staff who are carers
    themselves (practice 27). `process` is its last private process, ended or not (practice 14).
    """

    id: UUID
    carers: frozenset[UUID]
    supervising_social_worker: UUID | None = None
    placements: tuple[Placement, ...] = ()
    kept_from: frozenset[UUID] = frozenset()
    process: PrivateHome | None = None

    @property
    def private(self) -> bool:
        """Whether it is in a private process now."""
        return self.process is not None and self.process.running

    def private_for(self, person: UUID) -> bool:
        """Whether it is in a private process now and this is one of its carers."""
        return self.private and person in self.carers

    def on(self, day: date) -> "Household":
        """The household as it stands that day, without ended placements (practice 21)."""
        return replace(self, placements=tuple(p for p in self.placements if p.holds(day)))


def after(person: Person, event: Event) -> Person:
    """The person as they stand after the event; events that change nothing leave them so."""
    match event:
        case LanguageChosen():
            return replace(person, language=event.language)
        case PersonLinked():
            return replace(person, linked=True)
        case PersonUnlinked():
            person = replace(person, linked=False, newcomer=None, safe_times=None)
            return replace(person, phone_use=PhoneUse.UNKNOWN)
        case LegalHoldPlaced() | LegalHoldLifted():
            return replace(person, held=isinstance(event, LegalHoldPlaced))
        case ShiftOffered() | ShiftAccepted() | ShiftRefused() | ShiftUncovered() | ShiftResumed():
            return replace(person, relief=_relief(person.relief, event))
        case _ if isinstance(event, PagingTestEvent):
            return replace(person, paging_test=after_paging_test(person.paging_test, event))
        case _:
            return _of_young(person, event)


def _of_young(person: Person, event: Event) -> Person:
    """What only a young person has: whose chat it is, who else reads the phone, safe times."""
    match event:
        case NewcomerJoined():
            newcomer = Newcomer(confirm_by=event.confirm_by)
            person = replace(person, newcomer=newcomer, safe_times=None)
            return replace(person, phone_use=PhoneUse.UNKNOWN)
        case NewcomerConfirmed():
            return replace(person, newcomer=None)
        case NewcomerUnconfirmed() if person.newcomer is not None:
            return replace(person, newcomer=replace(person.newcomer, overdue=True))
        case PhoneUseSaid() if event.use in NOT_ONLY_THEIRS:
            times = silenced(person.safe_times)
            return replace(person, phone_use=event.use, safe_times=times)
        case PhoneUseSaid():
            return replace(person, phone_use=event.use)
        case CareDayNoted():
            days = person.care_days or CareDays()
            return replace(person, care_days=days.with_day(event.which, event.day, event.at))
        case SomethingNewSaid() if event.occasions and person.care_days is not None:
            days = person.care_days.with_asked(event.occasions, event.at)
            times = after_safe_time(person.safe_times, event)
            return replace(person, care_days=days, safe_times=times)
        case (
            SafeTimesChosen()
            | AnswerAwaited()
            | AnswerOpened()
            | SomethingNewSaid()
            | SafeTimeMissed()
        ):
            return replace(person, safe_times=after_safe_time(person.safe_times, event))
        case _:
            return person


def _relief(
    relief: Relief | None,
    event: ShiftOffered | ShiftAccepted | ShiftRefused | ShiftUncovered | ShiftResumed,
) -> Relief | None:
    """The handing over of a shift after the event; a new one begins with nobody tried."""
    match event:
        case ShiftOffered():
            runs = relief is not None and event.at < relief.until
            tried = relief.tried if relief is not None and runs else ()
            return Relief(
                until=event.until, asked=event.to, ends_at=event.ends_at, tried=(*tried, event.to)
            )
        case ShiftResumed():
            return None
        case _ if relief is None:
            return None
        case ShiftAccepted():
            return replace(relief, asked=None, ends_at=None, held_by=event.actor)
        case _:
            return replace(relief, asked=None, ends_at=None)
