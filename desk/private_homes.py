"""The switch for a whole household at the desk, the list of all that is private, and who helps."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from conversations import private_homes as screens
from conversations.form import Form
from conversations.private_homes import Entry, HomeView
from conversations.refusals import sentence
from desk.forms import open_form
from desk.home import show_home
from desk.private_home_scenes import HOME
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from desk.unkept import old_button
from desk.views import name_of
from fostering import private_homes as rules
from fostering.drafts import Answer, Draft
from fostering.due import next_due_at
from fostering.events import Event
from fostering.office_hours import local_date
from fostering.people import Household, Person, Standing
from fostering.refusals import Refusal
from fostering.requests import Request

CARD = "outside"
Found = tuple[Person, Household, tuple[Request, ...]]
Rule = Callable[[Person, Household, tuple[Request, ...]], tuple[Event, ...]]


def show_private(unit: Unit, page: str = "") -> None:
    """*Private process*: every request and household that is in one, the oldest first."""
    scene, worker = unit.scene, unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        show_home(unit)
        return
    entries: list[Entry] = [
        (r.private_since, r.reference, "req", r.id.hex)
        for r in scene.requests.values()
        if r.private_since is not None and r.open and may_act(unit, worker, r)
    ]
    for process in scene.private_homes:
        found = _found(unit, process.id.hex)
        if found is not None:
            names = tongue(unit).items(_carers(unit, found[1]))
            entries.append((process.since, names, "privhome", process.id.hex))
    entries.sort(key=lambda each: each[0])
    reply(unit, screens.private_list(tongue(unit), entries, page=page))


def show_household(unit: Unit, key: str) -> None:
    """The household's own screen, for whoever may turn its switch; else an old button."""
    found = _found(unit, key)
    if found is None:
        old_button(unit)
        return
    worker, home, theirs = found
    process = home.process
    view = HomeView(
        key=key,
        carers=_carers(unit, home),
        process=process,
        by=name_of(unit, process.by) if process is not None else "",
        teller=name_of(unit, process.told_by) if process is not None else "",
        reasons=[
            (line.at, name_of(unit, line.actor), words)
            for line in unit.scene.written.get(home.id, ())
            if (words := line.words.get("reason", ""))
        ],
        still=_still(unit, home),
        open=[r for r in theirs if r.open and may_act(unit, worker, r)],
    )
    reply(unit, screens.home_screen(tongue(unit), view))


def ask_start(unit: Unit, key: str) -> None:
    """*Make it private*: the reason is asked."""
    _ask(unit, key, "private_home")


def ask_end(unit: Unit, key: str) -> None:
    """*End the private process*: the reason is asked."""
    _ask(unit, key, "private_home_end")


def ask_told(unit: Unit, key: str) -> None:
    """*They have been told*: on which day, and by whom."""
    _ask(unit, key, "private_home_told")


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
    found = _turn(
        unit,
        draft,
        lambda worker, home, theirs: rules.say_home_told(
            home, worker, theirs, told, scene.policy, scene.at
        ),
    )
    for carer in (scene.people.get(id) for id in sorted(found.carers if found else ())):
        if carer is not None and carer.linked and carer.active:
            shown = replace(screens.outside_card(tongue_of(unit, carer)), fresh=True)
            say(unit, shown, to=to_person(carer), card=CARD, lane=Lane.NOTICE)


def show_outside(unit: Unit) -> None:
    """*Independent support*, for carers who have been told; for others there is no such button."""
    person = unit.scene.person
    if person is None or not rules.knows(unit.scene.household, person):
        old_button(unit)
        return
    reply(unit, screens.outside_card(tongue(unit)))


def _ask(unit: Unit, key: str, form: str) -> None:
    if _found(unit, key) is None:
        old_button(unit)
        return
    open_form(unit, form, answers={HOME: key}, anew=True)


def _turn(unit: Unit, draft: Draft, rule: Rule) -> Household | None:
    """Let the rule decide about the draft's household; returns it where anything has happened."""
    key = str(draft.answers.get(HOME, ""))
    found = _found(unit, key)
    if found is None:
        show_home(unit)
        return None
    try:
        events = rule(*found)
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        events = ()
    unit.decide(*events)
    show_household(unit, key)
    return found[1] if events else None


def _found(unit: Unit, key: str) -> Found | None:
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
    return [name for carer in sorted(home.carers) if (name := name_of(unit, carer))]


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
