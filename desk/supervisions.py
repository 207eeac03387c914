"""Supervision at the desk: my dates, confirm, another time, held, did not happen, plan, move."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID, uuid4

from conversations import supervision as screens
from conversations.calendar_file import calendar_file
from conversations.form import Form
from conversations.refusals import sentence
from conversations.screen import Screen
from desk.home import show_home
from desk.placement_starts import shown_starts
from desk.say import here, reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering import supervision as rules
from fostering.drafts import Answer, Draft
from fostering.events import Event
from fostering.office_hours import instant, local_date
from fostering.people import Person, Standing
from fostering.refusals import Refusal
from fostering.supervision import Supervision, due_day
from fostering.supervisors import who_hears
from locales import Language, mark

CARD = "supervision"
Rule = Callable[[Supervision, Person], tuple[Event, ...]]


def show_my_dates(unit: Unit) -> None:
    """*My dates*: visits without notice are never among them."""
    scene = unit.scene
    if scene.person is None or scene.person.standing is not Standing.CARER:
        show_home(unit)
        return
    supervision = scene.supervision
    due = due_day(supervision, scene.policy) if supervision is not None else None
    worker = name_of(unit, supervision.worker) if supervision is not None else ""
    starts = shown_starts(unit)
    reply(unit, screens.my_dates(tongue(unit), supervision, due, worker, scene.at, starts))


def confirm(unit: Unit, moves: str) -> None:
    """*I will be there*; whoever was asked for another time hears that none is needed."""
    before = unit.scene.supervision
    if not _by_carer(unit, moves, lambda s, carer: rules.confirm(s, carer, unit.scene.at)):
        return
    if before is not None and before.another_time_at is not None:
        _tell_worker(unit, before, screens.there_after_all)


def say_held(unit: Unit, moves: str) -> None:
    """*Yes, it was held*: the carer agrees with the day that was said."""

    def rule(supervision: Supervision, carer: Person) -> tuple[Event, ...]:
        day = supervision.said_held_on or local_date(unit.scene.at, unit.scene.policy.office_hours)
        return rules.say_held(supervision, carer, day, unit.scene.at, unit.scene.policy)

    _by_carer(unit, moves, rule)


def did_not_happen(unit: Unit, moves: str) -> None:
    """*It did not happen*: no reason is asked; the worker is told to plan it again."""
    before = unit.scene.supervision
    if _by_carer(unit, moves, lambda s, carer: rules.dispute(s, carer, unit.scene.at)):
        _tell_worker(unit, before, screens.did_not_happen_notice)


def ask_another_time(unit: Unit, moves: str) -> None:
    """*I need another time*: asked once; nothing moves before staff have moved it."""
    before = unit.scene.supervision
    if not _by_carer(unit, moves, lambda s, carer: rules.ask_another_time(s, carer, unit.scene.at)):
        return
    words = tongue(unit)
    if before is not None and before.another_time_at is not None:
        unit.toast = words.say(mark("You have asked for another time already."))
        return
    told = _tell_worker(unit, before, screens.another_time_asked)
    unit.toast = (
        words.say(mark("{name} is asked for another time."), name=told.name)
        if told is not None
        else words.say(mark("We wrote it down, but nobody could be told. Ring your worker."))
    )


def hand_over_calendar(unit: Unit) -> None:
    """*Put it in my calendar*: the same UID for as long as this meeting lives."""
    supervision = unit.scene.supervision
    if supervision is None or supervision.planned_for is None:
        show_my_dates(unit)
        return
    words = tongue(unit)
    file = calendar_file(words, supervision, unit.scene.at)
    reply(unit, screens.calendar_screen(words, file), card="calendar")


def _by_carer(unit: Unit, moves: str, rule: Rule) -> bool:
    """Let the rule decide for the meeting that the button was about; an old button redraws."""
    scene = unit.scene
    supervision = scene.supervision
    if scene.person is None or supervision is None or str(supervision.moves) != moves:
        unit.toast = tongue(unit).say(mark("The date has changed. Here is the new one."))
        show_my_dates(unit)
        return False
    try:
        unit.decide(*rule(supervision, scene.person))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_my_dates(unit)
        return False
    show_my_dates(unit)
    _redraw_reminder(unit)
    return True


def _redraw_reminder(unit: Unit) -> None:
    """The last reminder says the same, where it stands on another message than the pressed one."""
    scene = unit.scene
    if scene.supervision is None or scene.shown.get(CARD, "") in ("", scene.pressed_message):
        return
    worker = name_of(unit, scene.supervision.worker)
    screen = screens.reminder(tongue(unit), scene.supervision, worker, scene.at)
    say(unit, screen, to=here(unit), card=CARD, lane=Lane.REPLY, edit_only=True)


def _tell_worker(
    unit: Unit, supervision: Supervision | None, screen: Callable[[Language, str, str], Screen]
) -> Person | None:
    """Tell who planned it last, else the household's own worker, or who stands in for them."""
    scene = unit.scene
    carer, home = scene.person, scene.household
    if carer is None:
        return None
    planned_by = supervision.worker if supervision is not None else None
    worker = planned_by or (home.supervising_social_worker if home is not None else None)
    told = who_hears(worker, home, scene.roster, _today(unit))
    if told is not None:
        shown = screen(tongue_of(unit, told), carer.name, carer.id.hex)
        say(unit, shown, to=to_person(told), lane=Lane.NOTICE)
    return told


def show_list(unit: Unit) -> None:
    """A supervising social worker's own carers."""
    scene = unit.scene
    if scene.person is None or scene.person.standing is not Standing.STAFF:
        show_home(unit)
        return
    listed = [
        (carer.hex, name_of(unit, carer), supervision, due_day(supervision, scene.policy))
        for carer, supervision in scene.supervisions.items()
    ]
    reply(unit, screens.worker_list(tongue(unit), sorted(listed, key=lambda entry: entry[1])))


def show_one(unit: Unit, key: str) -> None:
    """One carer's supervision, for their worker."""
    found = of_worker(unit, key)
    if found is None:
        show_list(unit)
        return
    carer, supervision = found
    reply(
        unit,
        screens.worker_view(
            tongue(unit),
            name_of(unit, carer),
            key,
            supervision,
            due_day(supervision, unit.scene.policy),
            unit.scene.at,
        ),
    )


def worker_says_held(unit: Unit, key: str) -> None:
    """*It was held*: on the day it was planned for; the carer is asked whether that is so."""
    found = of_worker(unit, key)
    worker = unit.scene.person
    if found is None or worker is None:
        show_list(unit)
        return
    carer, supervision = found
    scene = unit.scene
    planned = supervision.planned_for or scene.at
    day = min(local_date(planned, scene.policy.office_hours), _today(unit))
    try:
        unit.decide(*rules.say_held(supervision, worker, day, scene.at, scene.policy))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    else:
        tell_carer(unit, carer)
    show_one(unit, key)


def plan(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The day and time are given: planned or moved, and the carer is told."""
    del form
    scene = unit.scene
    key = str(draft.answers.get("family", ""))
    found = of_worker(unit, key)
    if found is None or scene.person is None:
        show_list(unit)
        return
    carer, supervision = found
    try:
        unit.decide(
            *rules.plan(
                supervision,
                scene.person,
                planned_instant(unit, answers),
                f"{uuid4().hex}@hearthline",
                scene.at,
            )
        )
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    else:
        tell_carer(unit, carer)
    show_one(unit, key)


def planned_instant(unit: Unit, answers: Mapping[str, Answer]) -> datetime:
    """The answered local day and time as an aware UTC instant."""
    day = date.fromisoformat(str(answers["day"]))
    clock = time.fromisoformat(str(answers["time"]))
    return instant(day, clock, unit.scene.policy.office_hours)


def tell_carer(unit: Unit, carer: UUID) -> None:
    """The carer sees the supervision as it stands now, as a message of its own."""
    person = unit.scene.people.get(carer)
    supervision = unit.scene.supervisions.get(carer)
    if person is None or supervision is None or not person.linked:
        return
    words = tongue_of(unit, person)
    screen = screens.reminder(words, supervision, name_of(unit, supervision.worker), unit.scene.at)
    say(
        unit,
        replace(screen, fresh=True),
        to=to_person(person),
        card=CARD,
        lane=Lane.NOTICE,
    )


def of_worker(unit: Unit, key: str) -> tuple[UUID, Supervision] | None:
    """The supervision that a button names, if it is this worker's."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.STAFF:
        return None
    return next(
        ((carer, s) for carer, s in unit.scene.supervisions.items() if carer.hex == key), None
    )


def _today(unit: Unit) -> date:
    return local_date(unit.scene.at, unit.scene.policy.office_hours)
