"""Oversight at the desk: who has what, what was promised and kept, the Monday picture."""

from datetime import datetime, timedelta

from conversations.catalogue import FORMS
from conversations.oversight import loads_screen, promises_screen, week_picture
from desk import scenes
from desk.pages import refuse
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.sight import on_lists
from desk.unit import Lane, Unit
from desk.views import TITLES, name_of
from fostering.office_hours import instant, local, local_date
from fostering.oversight import Firsts, loads, may_be_counted, tallies, week
from fostering.people import Person
from fostering.permission import MANAGES
from fostering.policy import Policy
from fostering.requests import Request
from locales import Language
from storage import due, firsts, requests
from storage.changes import Told
from storage.database import Reader

DAYS = 30
"""Of how many days the promises are counted; ours."""
RULE = "weekly_picture"
STILL_NEWS = timedelta(days=2)
"""How long after Monday's hour the picture is still sent, if we were away."""
COUNTED = frozenset(form.key for form in FORMS.values() if form.counted)


def show_by_worker(unit: Unit) -> None:
    """*By worker*, for managers: of what they may see and what may be counted."""
    worker = _who_manages(unit)
    if worker is None:
        return
    seen = [r for r in _counted(unit) if on_lists(unit, worker, r)]
    found = loads(seen, unit.scene.at)
    shown = [(name_of(unit, load.worker), load.open, load.late) for load in found]
    reply(unit, loads_screen(tongue(unit), shown))


def show_kept(unit: Unit) -> None:
    """*Promises kept and missed*, for managers."""
    worker = _who_manages(unit)
    if worker is None:
        return
    scene = unit.scene
    since = scene.at - timedelta(days=DAYS)
    seen = [r for r in _counted(unit) if r.raised_at >= since and on_lists(unit, worker, r)]
    found = [(r, scene.firsts.get(r.id, Firsts())) for r in seen]
    reply(unit, promises_screen(tongue(unit), tallies(found, scene.policy, scene.at), DAYS))


def monday(policy: Policy, at: datetime) -> datetime:
    """The last Monday at the policy's hour, at or before this instant (aware UTC)."""
    here = local(at, policy.office_hours)
    day = local_date(at, policy.office_hours) - timedelta(days=here.weekday())
    found = instant(day, policy.weekly_picture_at, policy.office_hours)
    return found if found <= at else _week_before(policy, found)


async def weekly(reader: Reader, policy: Policy, at: datetime) -> Unit | None:
    """Monday's picture of the week before, once, to the managers; None where it is not due.

    Whoever must not see a request has it in no count of theirs either (practice 15).
    """
    until = monday(policy, at)
    occurrence = until.date().isoformat()
    telling = Told(RULE, "service", occurrence)
    if at >= until + STILL_NEWS or await due.told_before(reader, [telling]):
        return None
    since = _week_before(policy, until)
    scene = await scenes.for_clock(reader, policy, at)
    unit = Unit(scene=scene)
    raised = [
        request
        for request in await requests.raised_since(reader, since)
        if may_be_counted(request, COUNTED, policy)
    ]
    known = await firsts.of(reader, [request.id for request in raised])
    unit.told.append((telling.rule, telling.subject, telling.occurrence))
    for manager in (w for w in scene.roster if w.roles & MANAGES and w.linked):
        words = tongue_of(unit, manager)
        theirs = [(r, known[r.id]) for r in raised if manager.id not in r.excluded]
        picture = week(theirs, policy, since, until, at)
        titles = [_title(policy, code, words) for code, _ in picture.kinds]
        say(unit, week_picture(words, picture, titles), to=to_person(manager), lane=Lane.REMINDER)
    return unit


def _week_before(policy: Policy, until: datetime) -> datetime:
    day = local_date(until, policy.office_hours) - timedelta(days=7)
    return instant(day, policy.weekly_picture_at, policy.office_hours)


def _who_manages(unit: Unit) -> Person | None:
    worker = unit.scene.person
    if worker is None or not worker.roles & MANAGES:
        refuse(unit)
        return None
    return worker


def _counted(unit: Unit) -> list[Request]:
    policy = unit.scene.policy
    return [r for r in unit.scene.requests.values() if may_be_counted(r, COUNTED, policy)]


def _title(policy: Policy, code: str, language: Language) -> str:
    kind = policy.kinds.get(code)
    if kind is not None:
        return language.say(kind.title)
    form = FORMS.get(code)
    return language.say(TITLES.get(code) or (form.title if form is not None else code))
