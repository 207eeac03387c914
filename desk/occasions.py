"""Occasions at the desk: a young person reads why we ask, a reader what they were told."""

from datetime import date, datetime

from conversations.form import Form
from conversations.occasions import reader_lines, why_lines
from desk.say import tongue
from desk.unit import Unit
from fostering.care_day_notes import days_of
from fostering.care_days import CareDay, Occasion
from fostering.check_in import CHECK_IN
from fostering.drafts import Draft
from fostering.occasions import asked_now, open_on
from fostering.office_hours import local_date
from fostering.people import Person
from locales import Language


def why_now(unit: Unit, form: Form, draft: Draft) -> str:
    """Above the first question of *Say how things are*: why we ask, where there is a reason."""
    person = unit.scene.person
    if person is None or form.key != CHECK_IN or draft.answers:
        return ""
    today = _day(unit, unit.scene.at)
    return "\n".join(why_lines(tongue(unit), _occasions(unit, person, today), today))


def is_asked(unit: Unit, person: Person) -> bool:
    """Whether their first screen says that now is a good time."""
    return asked_now(person, unit.scene.policy, _day(unit, unit.scene.at))


def told_to_readers(
    unit: Unit, author: Person, said_at: datetime, language: Language
) -> tuple[str, ...]:
    """What the young person was told when they said it, while it is still so."""
    said, today = _day(unit, said_at), _day(unit, unit.scene.at)
    days = _occasions(unit, author, said)
    still = [(each, day) for each, day in days if each is Occasion.MOVED or day >= today]
    return reader_lines(language, still, today)


def _occasions(unit: Unit, person: Person, day: date) -> list[tuple[Occasion, date]]:
    """The occasions that run on that local day, each with the day of care it is about."""
    about = {Occasion.REVIEW: CareDay.REVIEW}
    found = (
        (each, days_of(person).day_of(about.get(each, CareDay.MOVE)))
        for each in open_on(person, unit.scene.policy, day)
    )
    return [(each, day) for each, day in found if day is not None]


def _day(unit: Unit, at: datetime) -> date:
    return local_date(at, unit.scene.policy.office_hours)
