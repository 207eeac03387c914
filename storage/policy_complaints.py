"""The section [complaints] of policy.toml: the days of each stage, and who is outside."""

from fostering.policy import Complaints, TelephoneNumber
from storage.policy_tables import Section

SETTINGS = (
    "acknowledge_within_working_days",
    "answer_within_working_days",
    "extend_to_working_days",
    "ask_second_within_working_days",
    "second_answer_within_working_days",
    "second_extend_to_working_days",
)


def read_complaints(section: Section) -> Complaints:
    """The stages; an extension that is shorter than the answer is a gap."""
    section.only("outside", *SETTINGS)
    own = Complaints()
    found = Complaints(
        acknowledge=section.count("acknowledge_within_working_days", own.acknowledge),
        answer=section.count("answer_within_working_days", own.answer),
        extend_to=section.count("extend_to_working_days", own.extend_to),
        ask_second=section.count("ask_second_within_working_days", own.ask_second),
        second_answer=section.count("second_answer_within_working_days", own.second_answer),
        second_extend_to=section.count("second_extend_to_working_days", own.second_extend_to),
        outside=tuple(_number(row) for row in section.rows("outside")),
    )
    if found.extend_to < found.answer:
        section.gap("extend_to_working_days", "must not be less than answer_within_working_days")
    if found.second_extend_to < found.second_answer:
        section.gap(
            "second_extend_to_working_days",
            "must not be less than second_answer_within_working_days",
        )
    return found


def _number(row: Section) -> TelephoneNumber:
    """A number of somebody who is not of the service, with the day on which it was checked."""
    row.only("name", "number", "checked", "authority")
    return TelephoneNumber(
        name=row.text("name"),
        number=row.telephone("number"),
        checked=row.day("checked"),
        authority=row.text("authority", ""),
    )
