"""The switch for a whole household at the desk, the list of all that is private, and who helps."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from conversations import private_homes as screens
from conversations.form import Form
from conversations.private_homes import Entry, HomeView
from conversations.refusals import sentence
from desk.home import show_home
from desk.private_home_scenes import HOME
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering import private_homes as rules
from fostering.drafts import Answer, Draft
from fostering.due import next_due_at
from fostering.events import Event, PrivateHomeEnded, PrivateHomeStarted
from fostering.office_hours import local_date
from fostering.people import Household, Person
from fostering.private_matters import may_turn
from fostering.refusals import Refusal
from fostering.requests import Request

CARD = "outside"
Found = tuple[Person, Household, tuple[Request, ...]]
Rule = Callable[[Person, Household, tuple[Request, ...]], tuple[Event, ...]]


def show_private(unit: Unit, page: str = "") -> None:
    """*Private process*: every request and household that is in one, the oldest first."""
    scene, worker = unit.scene, unit.scene.person
    if worker is None or not may_turn(worker, scene.policy):
        show_home(unit)
        return
    entries: list[Entry] = [
        (r.private_since, r.reference, "req", r.id.hex)
        for r in scene.requests.values()
        if r.private_since is not None and r.open and may_act(unit, worker, r)
    ]
    for process in scene.private_homes:
        here = of_worker(unit, process.id.hex)
        if here is not None:
            names = tongue(unit).items(_carers(unit, here[1]))
            entries.append((process.since, names, "privhome", process.id.hex))
    entries.sort(key=lambda each: each[0])
    reply(unit, screens.private_list(tongue(unit), entries, page=page))


def show_household(unit: Unit, key: str) -> None:
    """The household's own screen, for whoever may turn its switch."""
    here = of_worker(unit, key)
    if here is None:
        show_home(unit)
        return
    worker, home, theirs = here
    process = home.process
    view = HomeView(
        key=key,
        carers=_carers(unit, home),
        process=process,
        by=name_of(unit, process.by) if process is not None else "",
        teller=name_of(unit, process.told_by) if process is not None else "",
        reasons=_reasons(unit, home),
        still=_still(unit, home),
        open=[r for r in theirs if r.open and may_act(unit, worker, r)],
    )
    reply(unit, screens.home_screen(tongue(unit), view))


def start(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """It begins: what the carers have open goes to this manager, and is frozen for them."""
    del form
    scene, reason = unit.scene, str(answers.get("reason", ""))
    _turn(
        unit,
        draft,
        lambda worker, home, theirs: rules.start_home(
            home, worker, theirs, reason, scene.policy, scene.at
        ),
    )


def end(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """It ends: from now on the carers read again how things stand."""
    del form
    scene, reason = unit.scene, str(answers.get("reason", ""))
    _turn(
        unit,
        draft,
        lambda worker, home, theirs: rules.end_home(
            home, worker, theirs, reason, scene.policy, scene.at
        ),
    )


def say_told(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """A person has told them: only now the carers are shown who helps them from outside."""
    del form
    scene = unit.scene
    told = date.fromisoformat(str(answers["day"])), UUID(hex=str(answers["teller"]))
    home = _turn(
        unit,
        draft,
        lambda worker, home, theirs: rules.say_home_told(
            home, worker, theirs, told, scene.policy, scene.at
        ),
    )
    for carer in (scene.people.get(id) for id in sorted(home.carers if home else ())):
        if carer is not None and carer.linked and carer.active:
            shown = replace(screens.outside_card(tongue_of(unit, carer)), fresh=True)
            say(unit, shown, to=to_person(carer), card=CARD, lane=Lane.NOTICE)


def show_outside(unit: Unit) -> None:
    """*Independent support*, for carers who have been told; for others there is no such button."""
    person = unit.scene.person
    if person is None or not rules.knows(unit.scene.household, person):
        show_home(unit)
        return
    reply(unit, screens.outside_card(tongue(unit)))


def _turn(unit: Unit, draft: Draft, rule: Rule) -> Household | None:
    """Let the rule decide about the draft's household; returns it where anything has happened."""
    key = str(draft.answers.get(HOME, ""))
    here = of_worker(unit, key)
    if here is None:
        show_home(unit)
        return None
    try:
        events = rule(*here)
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        events = ()
    unit.decide(*events)
    show_household(unit, key)
    return here[1] if events else None


def of_worker(unit: Unit, key: str) -> Found | None:
    """The presser, the household and what its carers have open; None for who may not turn it."""
    scene, worker = unit.scene, unit.scene.person
    home = next((h for h in scene.households.values() if h.id.hex == key), None)
    if worker is None or home is None:
        return None
    theirs = tuple(r for r in scene.requests.values() if r.author in home.carers)
    if not rules.may_turn_home(worker, home, theirs, scene.policy):
        return None
    return worker, home, theirs


def _carers(unit: Unit, home: Household) -> list[str]:
    return sorted(name for carer in home.carers if (name := name_of(unit, carer)))


def _reasons(unit: Unit, home: Household) -> list[tuple[datetime, str, str]]:
    """Why it was switched, the oldest first, with what was written just now."""
    before = [
        (line.at, name_of(unit, line.actor), words)
        for line in unit.scene.written.get(home.id, ())
        if (words := line.words.get("reason", ""))
    ]
    now = (e for e in unit.events if isinstance(e, PrivateHomeStarted | PrivateHomeEnded))
    return before + [(event.at, name_of(unit, event.actor), event.reason) for event in now]


def _still(unit: Unit, home: Household) -> list[tuple[str, date]]:
    """Each promise that has come due since the switch, or waited then already, and since when."""
    scene, process = unit.scene, home.process
    if process is None:
        return []
    found: dict[str, date] = {}
    for promise, entity in scene.promises.get(home.id, ()):
        at = next_due_at(entity, scene.policy)
        if at is not None and at <= scene.at:
            day = local_date(max(at, process.since), scene.policy.office_hours)
            found[promise] = min(day, found.get(promise, day))
    return list(found.items())
