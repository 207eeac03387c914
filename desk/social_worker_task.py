"""Telling the child's social worker at the desk: the list, *I have told them*, what falls due."""

from uuid import UUID

from conversations.refusals import sentence
from conversations.social_worker_task import task_due, task_list, task_overdue
from desk.home import show_home, to_do
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.refusals import Refusal
from fostering.requests import Request
from fostering.social_worker_task import managers, remind, say_told, who_answers
from locales import mark


def show_tasks(unit: Unit) -> None:
    """*To do*."""
    worker = unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        show_home(unit)
        return
    reply(unit, task_list(tongue(unit), to_do(unit, worker), unit.scene.at))


def told(unit: Unit, key: str) -> None:
    """*I have told them*, on the page or on a reminder: the page shows who did."""
    found = _say_told(unit, key)
    if found is not None:
        show_page(unit, *found)


def told_in_list(unit: Unit, key: str) -> None:
    """*I have told them* in the list: what is left is shown."""
    if _say_told(unit, key) is not None:
        show_tasks(unit)


def _say_told(unit: Unit, key: str) -> tuple[Person, UUID] | None:
    """Let the rule decide; a forged or borrowed press changes nothing."""
    worker, request = unit.scene.person, named(unit, key)
    if worker is None or request is None or not may_act(unit, worker, request):
        unit.toast = tongue(unit).say(
            mark("That button does not work any more. Here is the start.")
        )
        show_home(unit)
        return None
    teller = name_of(unit, request.task_done_by)
    try:
        unit.decide(*say_told(request, worker, unit.scene.at, teller=teller))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    return worker, request.id


def tell_task_due(unit: Unit, request: Request, matter: Due) -> None:
    """Whoever answers for it is reminded once; a working day later a manager is told once."""
    scene = unit.scene
    day = local_date(scene.at, scene.policy.office_hours)
    answering = who_answers(request, scene.roster, day)
    to_manager = matter.rule is Rule.TASK_OVERDUE_MANAGER
    told_now = managers(request, scene.roster, day) if to_manager else answering
    if not told_now:
        return
    unit.told.append((matter.rule.value, request.id.hex, matter.occurrence))
    unit.decide(remind(request, matter, scene.at))
    for worker in told_now:
        words = tongue_of(unit, worker)
        owner = answering[0].name if answering else ""
        screen = task_overdue(words, request, owner) if to_manager else task_due(words, request)
        say(unit, screen, to=to_person(worker), lane=Lane.NOTICE)
