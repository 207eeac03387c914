"""Days of care at the desk: the child's worker or the carer's sets, moves, takes them away."""

from collections.abc import Mapping
from datetime import date

from conversations.care_days import care_days_screen, may_be_said
from conversations.form import Form
from conversations.forms.care_day import CHILD
from conversations.refusals import sentence
from desk import drafts
from desk.delegated_authority import placement_named
from desk.home import show_home
from desk.say import reply, tongue
from desk.unit import Unit
from fostering.care_day_notes import days_of, note_care_day
from fostering.care_days import CareDay
from fostering.drafts import Answer, Draft
from fostering.office_hours import local_date
from fostering.people import Person, Placement, Standing
from fostering.refusals import Refusal
from locales import mark


def show_days(unit: Unit, key: str) -> None:
    """*Care review and move* of one child; the same screen for all whose list it is to keep."""
    found = _of_worker(unit, key)
    if found is None:
        show_home(unit)
        return
    placement, child, _ = found
    day = _today(unit)
    reply(unit, care_days_screen(tongue(unit), key, placement.label, days_of(child), day))


def ask_day(unit: Unit, key: str, chosen: str) -> None:
    """One of the two days is set, moves, or does not take place: the questions for it."""
    found = _of_worker(unit, key)
    which, _, said = chosen.partition(".")
    if found is None or which not in tuple(CareDay):
        show_home(unit)
        return
    if said not in may_be_said(days_of(found[1]).day_of(CareDay(which)), _today(unit)):
        show_days(unit, key)
        return
    answers = {CHILD: key, "which": which, "said": said}
    drafts.open_form(unit, "care_day", answers=answers, anew=True)


def note(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The last answer is given: the day is written down, with the reason where one is needed."""
    del form
    key = str(draft.answers.get(CHILD, ""))
    found, day = _of_worker(unit, key), answers.get("day")
    if found is None:
        show_home(unit)
        return
    _, child, worker = found
    try:
        noted = note_care_day(
            child,
            worker,
            CareDay(str(answers["which"])),
            date.fromisoformat(day) if isinstance(day, str) else None,
            str(answers.get("reason", "")),
            unit.scene.at,
            _today(unit),
        )
        unit.decide(*noted)
        unit.toast = tongue(unit).say(mark("Set."))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_days(unit, key)


def _of_worker(unit: Unit, key: str) -> tuple[Placement, Person, Person] | None:
    """The placement, its young person and the worker, where this worker may set the days."""
    worker, found = unit.scene.person, placement_named(unit, key)
    if worker is None or worker.standing is not Standing.STAFF or found is None:
        return None
    child = unit.scene.people.get(found[1].young_person)
    return (found[1], child, worker) if child is not None else None


def _today(unit: Unit) -> date:
    return local_date(unit.scene.at, unit.scene.policy.office_hours)
