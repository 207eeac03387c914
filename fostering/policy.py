"""The fostering service's own numbers, read from policy.toml and checked before the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property

from fostering.kinds import Kind, Kinds
from fostering.priority import Priority
from fostering.steps import Step


class Mode(StrEnum):
    """What every screen must say about who is reading (practice 33)."""

    LIVE = "live"
    DRILL = "drill"
    DEMO = "demo"


@dataclass(frozen=True, kw_only=True)
class TelephoneNumber:
    """A number people may be told to ring.

    `opens` and `shuts` are the local times between which it answers; None: always. With
    `while_office_shut` it answers only while our office is shut, all day at weekends.
    `authority` limits it to children placed by that authority (practice 10).
    """

    name: str
    number: str
    checked: date
    opens: time | None = None
    shuts: time | None = None
    authority: str = ""
    while_office_shut: bool = False


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Who provides advocates to this service's young people, independent of it (s26A CA 1989).

    `number` and `email` ("" where there is none) are shown to young people with the day on which
    somebody last `checked` them. Where nobody of theirs has a chat here, the e-mail is written to.
    """

    name: str
    number: str
    email: str
    checked: date


@dataclass(frozen=True, kw_only=True)
class Complaints:
    """The stages of a concern or complaint, in working days (SI 2006/1738), and who is outside.

    `acknowledge` is ours. `extend_to` and `second_extend_to` run from when it was sent,
    `ask_second` from the answer. `outside` are people who are not of the service: LADO, Ofsted,
    a whistle-blowing line.
    """

    acknowledge: int = 3
    answer: int = 10
    extend_to: int = 20
    ask_second: int = 20
    second_answer: int = 25
    second_extend_to: int = 65
    outside: tuple[TelephoneNumber, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """Local opening times; weekends and bank holidays are out of hours."""

    opens: time
    shuts: time
    time_zone: str = "Europe/London"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Every number and choice of the service that the rules need; each name says its unit."""

    service_name: str
    mode: Mode
    office_hours: OfficeHours
    out_of_hours_numbers: tuple[TelephoneNumber, ...]
    duty_numbers: tuple[TelephoneNumber, ...]
    office_steps: tuple[Step, ...]
    out_of_hours_steps: tuple[Step, ...]
    kinds: Kinds
    bank_holidays: frozenset[date] = frozenset()
    languages: tuple[str, ...] = ("en", "ar", "cy")
    contact_within_minutes: int = 30
    take_within_working_days: int = 1
    overdue_again_working_days: int = 2
    handover_urgent_minutes: int = 10
    handover_routine_hours: int = 4
    shift_answer_minutes: int = 10
    paging_tests: bool = True
    paging_test_after_minutes: int = 2
    paging_test_answer_minutes: int = 10
    advice_minutes: int = 10
    private_roles: tuple[str, ...] = ("team_manager", "service_manager")
    weekly_picture_at: time = time(9, 0)
    file_within_working_days: int = 2
    keep_days: int = 90
    keep_days_young: int = 30
    forgets_by_itself: bool = False
    """Whether who has left is forgotten each night once their days are over."""
    chronology_kinds: tuple[str, ...] = ("D01", "D02", "D05", "D09", "D10", "D27", "D29")
    return_talk_within_hours: int = 72
    supervision_every_days: int = 42
    supervision_remind_days: tuple[int, ...] = (7, 1)
    supervision_dispute_working_days: int = 5
    supervision_plan_days: tuple[int, ...] = (14, 7)
    supervision_overdue_manager_days: int = 7
    annual_review_begin_days: int = 90
    annual_review_views_days: int = 60
    annual_review_child_days: int = 30
    annual_review_no_date_days: int = 14
    annual_review_remind_days: tuple[int, ...] = (7, 1)
    annual_review_dispute_working_days: int = 5
    decision_near_priority: Priority = Priority.P2
    start_ask_again_hours: tuple[int, ...] = (24, 120)
    start_nudge_working_days: int = 3
    start_meeting_working_days: int = 5
    start_shown_days: int = 28
    home_check_every_days: int = 91
    draft_days: int = 14
    nudge_after_hours: int = 24
    chat_is_written_notice: bool = False
    written_notice_form: str = ""
    under_16_on_telegram: bool = False
    unchecked_languages: bool = False
    phone_texts_live: bool = False
    views: bool = False
    """Whether young people are asked how things are; off until there is somebody who answers."""
    views_seen_within_working_days: int = 2
    views_answered_within_working_days: int = 10
    safe_morning: time = time(9, 0)
    safe_after_school: time = time(16, 0)
    safe_evening: time = time(19, 0)
    safe_spread_minutes: int = 40
    safe_late_minutes: int = 30
    care_day_ask_days: int = 28
    care_day_spread_days: int = 6
    moved_ask_days: int = 7
    complaints: Complaints = Complaints()
    advocacy_provider: Provider | None = None
    advocacy_next: Provider | None = None
    advocacy_contact_working_days: int = 1
    advocacy_appoint_working_days: int = 2
    link_hours: int = 24
    spoken_code_minutes: int = 10
    code_tries_per_hour: int = 5
    confirm_days: int = 7
    one_time_minutes: int = 10
    quiet_from: time = time(21, 0)
    quiet_until: time = time(9, 0)
    texts: Mapping[str, str] = field(default_factory=dict)
    pages_address: str = ""
    """Where our own web door is reached; "" where there is none. From the settings."""
    restored_at: datetime | None = None
    """What was raised before may be out of date: a backup was restored then. From the database."""
    letters: bool = False
    """Whether a mail server takes our letters. From the settings."""

    @cached_property
    def offered(self) -> Mapping[tuple[str, str], tuple[Kind, ...]]:
        """The kinds on offer, by form and group, in the order of the lists."""
        found: dict[tuple[str, str], tuple[Kind, ...]] = {}
        for kind in self.kinds.values():
            if kind.offered:
                place = (kind.form, kind.group)
                found[place] = (*found.get(place, ()), kind)
        return found
