"""Reads the service's policy.toml into the rules' Policy, and names every gap at once."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays

from fostering.kinds import Kinds
from fostering.people import Role
from fostering.policy import Mode, OfficeHours, Policy, Provider, TelephoneNumber
from fostering.priority import Priority
from fostering.steps import Filler, Step
from storage.policy_complaints import read_complaints
from storage.policy_safe_times import SAFE_TIMES, read_safe_times
from storage.policy_tables import Section

Override = Callable[[Kinds, Mapping[str, object]], Kinds]

NATIONS = {"england_and_wales": "ENG", "scotland": "SCT", "northern_ireland": "NIR"}
MAY_START = ("team_manager", "service_manager")
CHRONOLOGY = ("D01", "D02", "D05", "D09", "D10", "D27", "D29")
YEARS_BEFORE, YEARS_AFTER = 1, 2
SECTIONS = (
    "service",
    "office_hours",
    "numbers",
    "escalation",
    "answers",
    "handover",
    "paging_test",
    "private_process",
    "weekly_picture",
    "case_file",
    "retention",
    "young_people",
    "missing_child",
    "supervision",
    "annual_review",
    "decisions",
    "placement_start",
    "home_check",
    "drafts",
    "quiet_hours",
    "codes",
    "languages",
    "complaints",
    "advocacy",
    "switches",
    "texts",
    "kinds",
)

ADVOCACY_DAYS = ("contact_within_working_days", "appoint_within_working_days")


class PolicyGaps(ValueError):
    """The policy is not complete; `gaps` says what is missing or wrong, in plain words."""

    def __init__(self, gaps: tuple[str, ...]) -> None:
        super().__init__("; ".join(gaps))
        self.gaps = gaps


def read_policy(path: Path, kinds: Kinds, override: Override, *, at: datetime) -> Policy:
    """The policy in this file; `at` (aware UTC) decides for which years bank holidays are known.

    `override` lays the tables [kinds.CODE] over `kinds`. Raises PolicyGaps.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise PolicyGaps((f"The file {path.name} cannot be read.",)) from None
    except tomllib.TOMLDecodeError as error:
        raise PolicyGaps((f"{path.name} is not written as TOML: {error}",)) from None
    gaps: list[str] = []
    policy = _policy(Section("", tables, gaps), kinds, override, at)
    if gaps:
        raise PolicyGaps(tuple(gaps))
    return policy


def bank_holidays(nation: str, zone: ZoneInfo, at: datetime) -> frozenset[date]:
    """The bank holidays of a nation in the years around an instant."""
    year = at.astimezone(zone).year
    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    return frozenset(holidays.country_holidays("GB", subdiv=NATIONS[nation], years=years))


def _policy(top: Section, kinds: Kinds, override: Override, at: datetime) -> Policy:
    top.only(*SECTIONS)
    service = top.section("service", needed=True).only("name", "mode", "nation", "time_zone")
    office = top.section("office_hours", needed=True).only("opens", "shuts")
    numbers = top.section("numbers", needed=True).only("out_of_hours", "duty")
    escalation = top.section("escalation", needed=True)
    escalation.only("contact_within_minutes", "office", "out_of_hours")
    answers = top.section("answers").only("take_within_working_days", "overdue_again_working_days")
    case_file = top.section("case_file").only("remind_after_working_days", "chronology_kinds")
    private = top.section("private_process").only("may_start")
    weekly = top.section("weekly_picture").only("at")
    retention = top.section("retention").only(
        "days_after_filing", "young_days_after_filing", "by_itself"
    )
    handover = top.section("handover").only(
        "urgent_minutes", "routine_hours", "shift_minutes", "manager_minutes"
    )
    paging_test = top.section("paging_test").only("send", "after_minutes", "answer_minutes")
    supervision = top.section("supervision").only(
        "every_days", "remind_days", "plan_days", "overdue_manager_days", "dispute_working_days"
    )
    review = top.section("annual_review").only(
        "begin_days",
        "views_days",
        "child_days",
        "no_date_days",
        "remind_days",
        "dispute_working_days",
    )
    missing = top.section("missing_child").only("return_talk_within_hours")
    decisions = top.section("decisions").only("near_priority")
    near = decisions.one_of("near_priority", tuple(Priority)[1:], Priority.P2)
    start = top.section("placement_start").only(
        "ask_again_hours", "nudge_working_days", "meeting_within_working_days", "shown_days"
    )
    home_check = top.section("home_check").only("every_days")
    drafts = top.section("drafts").only("keep_days", "nudge_after_hours")
    quiet = top.section("quiet_hours").only("from", "until")
    codes = top.section("codes").only(
        "link_hours", "spoken_minutes", "tries_per_hour", "one_time_minutes", "confirm_days"
    )
    languages = top.section("languages").only("offered", "unchecked")
    switches = top.section("switches").only(
        "chat_is_written_notice",
        "written_notice_form",
        "under_16_on_telegram",
        "phone_texts_live",
        "views",
    )
    young = top.section("young_people").only(
        "seen_within_working_days", "answered_within_working_days", *SAFE_TIMES
    )
    advocacy = top.section("advocacy")
    zone = service.zone("time_zone", "Europe/London")
    nation = service.one_of("nation", tuple(NATIONS), "england_and_wales")
    return Policy(
        service_name=service.text("name"),
        mode=Mode(service.one_of("mode", tuple(Mode), None) or Mode.LIVE),
        office_hours=_office_hours(office, zone),
        out_of_hours_numbers=_numbers(numbers, "out_of_hours"),
        duty_numbers=_numbers(numbers, "duty"),
        office_steps=_steps(escalation, "office"),
        out_of_hours_steps=_steps(escalation, "out_of_hours"),
        kinds=_kinds(top, kinds, override),
        bank_holidays=bank_holidays(nation or "england_and_wales", ZoneInfo(zone), at),
        languages=languages.texts("offered", ("en", "ar", "cy")),
        contact_within_minutes=escalation.count("contact_within_minutes", 30),
        take_within_working_days=answers.count("take_within_working_days", 1),
        overdue_again_working_days=answers.count("overdue_again_working_days", 2),
        file_within_working_days=case_file.count("remind_after_working_days", 2),
        chronology_kinds=case_file.texts("chronology_kinds", CHRONOLOGY),
        private_roles=_roles(private, "may_start", MAY_START),
        weekly_picture_at=weekly.time("at", "09:00"),
        keep_days=retention.count("days_after_filing", 90),
        keep_days_young=retention.count("young_days_after_filing", 30),
        forgets_by_itself=retention.switch("by_itself"),
        handover_urgent_minutes=handover.count("urgent_minutes", 10),
        handover_routine_hours=handover.count("routine_hours", 4),
        shift_answer_minutes=handover.count("shift_minutes", 10),
        advice_minutes=handover.count("manager_minutes", 10),
        paging_tests=paging_test.switch("send", usual=True),
        paging_test_after_minutes=paging_test.count("after_minutes", 2),
        paging_test_answer_minutes=paging_test.count("answer_minutes", 10),
        return_talk_within_hours=missing.count("return_talk_within_hours", 72),
        supervision_every_days=supervision.count("every_days", 42),
        supervision_remind_days=supervision.counts("remind_days", (7, 1)),
        supervision_plan_days=supervision.counts("plan_days", (14, 7)),
        supervision_overdue_manager_days=supervision.count("overdue_manager_days", 7),
        supervision_dispute_working_days=supervision.count("dispute_working_days", 5),
        annual_review_begin_days=review.count("begin_days", 90),
        annual_review_views_days=review.count("views_days", 60),
        annual_review_child_days=review.count("child_days", 30),
        annual_review_no_date_days=review.count("no_date_days", 14),
        annual_review_remind_days=review.counts("remind_days", (7, 1)),
        annual_review_dispute_working_days=review.count("dispute_working_days", 5),
        decision_near_priority=Priority(near or Priority.P2),
        start_ask_again_hours=start.counts("ask_again_hours", (24, 120)),
        start_nudge_working_days=start.count("nudge_working_days", 3),
        start_meeting_working_days=start.count("meeting_within_working_days", 5),
        start_shown_days=start.count("shown_days", 28),
        home_check_every_days=home_check.count("every_days", 91),
        draft_days=drafts.count("keep_days", 14),
        nudge_after_hours=drafts.count("nudge_after_hours", 24),
        chat_is_written_notice=switches.switch("chat_is_written_notice"),
        written_notice_form=switches.text("written_notice_form", ""),
        under_16_on_telegram=switches.switch("under_16_on_telegram"),
        unchecked_languages=languages.switch("unchecked"),
        phone_texts_live=switches.switch("phone_texts_live"),
        views=switches.switch("views"),
        views_seen_within_working_days=young.count("seen_within_working_days", 2),
        views_answered_within_working_days=young.count("answered_within_working_days", 10),
        **read_safe_times(young, quiet),
        complaints=read_complaints(top.section("complaints")),
        advocacy_provider=_provider(advocacy, "next", *ADVOCACY_DAYS),
        advocacy_next=_provider(advocacy.section("next")),
        advocacy_contact_working_days=advocacy.count("contact_within_working_days", 1),
        advocacy_appoint_working_days=advocacy.count("appoint_within_working_days", 2),
        link_hours=codes.count("link_hours", 24),
        spoken_code_minutes=codes.count("spoken_minutes", 10),
        code_tries_per_hour=codes.count("tries_per_hour", 5),
        confirm_days=codes.count("confirm_days", 7),
        one_time_minutes=codes.count("one_time_minutes", 10),
        quiet_from=quiet.time("from", "21:00"),
        quiet_until=quiet.time("until", "09:00"),
        texts=top.section("texts").all_texts(),
    )


def _provider(advocacy: Section, *besides: str) -> Provider | None:
    """Who provides advocates; None where nobody is named."""
    advocacy.only("provider", "number", "email", "checked", *besides)
    if "provider" not in advocacy.table:
        return None
    return Provider(
        name=advocacy.text("provider"),
        number=advocacy.telephone("number"),
        email=advocacy.text("email", ""),
        checked=advocacy.day("checked"),
    )


def _office_hours(office: Section, zone: str) -> OfficeHours:
    opens, shuts = office.time("opens"), office.time("shuts")
    if opens >= shuts and not office.gaps:
        office.gap("shuts", "must be later than opens")
    return OfficeHours(opens=opens, shuts=shuts, time_zone=zone)


def _numbers(section: Section, name: str) -> tuple[TelephoneNumber, ...]:
    found: list[TelephoneNumber] = []
    for row in section.rows(name):
        row.only("name", "number", "checked", "opens", "shuts", "authority", "while_office_shut")
        found.append(
            TelephoneNumber(
                name=row.text("name"),
                number=row.telephone("number"),
                checked=row.day("checked"),
                opens=row.time_or_none("opens"),
                shuts=row.time_or_none("shuts"),
                authority=row.text("authority", ""),
                while_office_shut=row.switch("while_office_shut"),
            )
        )
    if not any(not n.authority and (name == "duty" or n.opens is None) for n in found):
        when = "for every child" if name == "duty" else "at every hour, for every child"
        section.gap(name, f"needs a number that answers {when}: people are told to ring it")
    return tuple(found)


def _steps(section: Section, name: str) -> tuple[Step, ...]:
    found: list[Step] = []
    for row in section.rows(name):
        row.only("page", "wait_minutes")
        fillers = row.texts("page", ())
        for filler in fillers:
            if filler not in tuple(Filler):
                row.gap("page", f"{filler} is not one of {', '.join(Filler)}")
        known = tuple(Filler(filler) for filler in fillers if filler in tuple(Filler))
        found.append(Step(fillers=known, wait_minutes=row.count("wait_minutes")))
    if not found:
        section.gap(name, "needs at least one step: nobody would be paged")
    return tuple(found)


def _roles(section: Section, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    found = section.texts(name, default)
    for role in found:
        if role not in tuple(Role):
            section.gap(name, f"{role} is not one of {', '.join(Role)}")
    return found


def _kinds(top: Section, kinds: Kinds, override: Override) -> Kinds:
    try:
        return override(kinds, top.section("kinds").table)
    except ValueError as error:
        reasons = getattr(error, "reasons", None) or error.args[:1]
        for reason in reasons if isinstance(reasons, list | tuple) else (reasons,):
            top.gaps.append(str(reason))
        return kinds
