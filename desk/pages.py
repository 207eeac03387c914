"""Out of hours at the desk: I've got it, pass on, ring, reply, spoke, close; first press wins."""

from collections.abc import Callable
from datetime import timedelta

from conversations.page_card import ring_times
from conversations.refusals import sentence
from conversations.work_lists import work_list
from desk import drafts
from desk.answers import answers_of
from desk.discretion import is_written_to
from desk.home import show_home, waiting_for, with_worker
from desk.say import known, reply, tongue
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Unit
from desk.views import has_chat, household_of, is_missing, name_of
from fostering import requests as rules
from fostering.contact import ContactWay, asks_to_write
from fostering.escalation import pass_on
from fostering.events import Event
from fostering.people import Person, Standing
from fostering.priority import lowered
from fostering.refusals import Refusal
from fostering.requests import Request
from locales import mark

Rule = Callable[[Person, Request], tuple[Event, ...]]
Find = Callable[[Unit, str], tuple[Person, Request] | None]


def request_for_worker(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """The presser and the request, if it exists and they may deal with it; else nothing at all.

    "Not found" and "not allowed" look the same from outside. What a young person said is opened
    and answered on a page of its own.
    """
    found = request_to_file(unit, key)
    return None if found is not None and found[1].is_said else found


def request_to_file(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """The same, for what is done with every request alike: it ends in the case file."""
    worker = unit.scene.person
    request = named(unit, key)
    if worker is None or request is None or not may_act(unit, worker, request):
        return None
    return worker, request


def got_it(unit: Unit, key: str) -> None:
    """*I've got it*: the first press wins; later presses are told who has it."""
    act(
        unit,
        key,
        lambda worker, request: rules.acknowledge(
            request,
            worker,
            unit.scene.at,
            holder=name_of(unit, request.acknowledged_by),
        ),
    )


def pass_to_next(unit: Unit, key: str) -> None:
    """*I can't, next person*: the next is paged now; a second press is told who has it."""
    scene = unit.scene

    def rule(worker: Person, request: Request) -> tuple[Event, ...]:
        home = household_of(unit, request)
        events = pass_on(request, worker, scene.roster, home, scene.policy, scene.at)
        if not events:
            unit.toast = _paged_now(unit, request)
        return events

    act(unit, key, rule)


def _paged_now(unit: Unit, request: Request) -> str:
    """Who has the page now, in one line."""
    words = tongue(unit)
    paged = request.escalation.paged if request.escalation is not None else ()
    names = [name for name in (name_of(unit, worker) for worker in paged) if name]
    if not names:
        return words.say(mark("Nobody has this page now. It goes on climbing."))
    return words.say(mark("You don't have this page. Paged: {names}."), names=words.items(names))


def ask_when(unit: Unit, key: str) -> None:
    """*When will I ring?*"""
    found = request_for_worker(unit, key)
    if found is None:
        refuse(unit)
        return
    author = next((p for p in known(unit) if p.id == found[1].author), None)
    times = ring_times(
        tongue(unit),
        found[1],
        no_chat=not has_chat(author),
        not_written=not is_written_to(unit, found[1]),
    )
    reply(unit, times, card=f"page:{key}")


def promise_ring(unit: Unit, key: str, minutes: str) -> None:
    """The worker says when they will ring; the person who asked is told."""
    if minutes not in map(str, rules.RING_MINUTES):
        refuse(unit)
        return
    ring_by = unit.scene.at + timedelta(minutes=int(minutes))
    act(
        unit,
        key,
        lambda worker, request: rules.promise_ring(
            request,
            worker,
            ring_by,
            unit.scene.at,
            holder=name_of(unit, request.acknowledged_by),
        ),
    )


def spoke(unit: Unit, key: str) -> None:
    """*Spoke by phone*: contact is recorded and it stops climbing."""
    _record_contact(unit, key, ContactWay.RUNG)


def wrote(unit: Unit, key: str) -> None:
    """*We have written to each other*: contact, where they asked for writing and have answered."""
    _record_contact(unit, key, ContactWay.WRITTEN)


def reached(unit: Unit, key: str) -> None:
    """*I have reached them*: contact with somebody who is neither rung nor written to here."""
    _record_contact(unit, key, ContactWay.REACHED)


def lower(unit: Unit, key: str) -> None:
    """Only a named worker may lower the priority (practice 3)."""
    act(
        unit,
        key,
        lambda worker, request: rules.lower(
            request,
            worker,
            lowered(request.priority),
            unit.scene.at,
            holder=name_of(unit, request.acknowledged_by),
        ),
    )


def _record_contact(unit: Unit, key: str, way: ContactWay) -> None:
    act(
        unit,
        key,
        lambda worker, request: rules.record_contact(
            request,
            worker,
            unit.scene.at,
            way=way,
            asks_to_write=asks_to_write(answers_of(unit, request)),
            holder=name_of(unit, request.acknowledged_by),
        ),
    )


def answer_author(unit: Unit, key: str) -> None:
    """*Reply*, by the worker who has it."""
    _ask(unit, key, "staff_reply", rules.check_holds)


def close_with_words(unit: Unit, key: str) -> None:
    """*Close with what was done*: what was done, and of a missing child that they are back."""
    request = named(unit, key)
    if request is not None and request.is_concern:
        _ask(unit, key, "answer_concern", rules.check_holds)
        return
    missing = request is not None and is_missing(unit, request)
    form = "close_missing_child" if missing else "close_request"
    _ask(unit, key, form, rules.check_closes)


def _ask(unit: Unit, key: str, form: str, check: Callable[..., None]) -> None:
    """Ask the worker for words, unless the rule would refuse them in the end."""
    if allowed(unit, key, check) is not None:
        drafts.ask_words(unit, key, form=form)


def allowed(unit: Unit, key: str, check: Callable[..., None]) -> tuple[Person, Request] | None:
    """The worker and the request, if the rule would not refuse in the end; else it is said why."""
    found = request_for_worker(unit, key)
    if found is None:
        refuse(unit)
        return None
    worker, request = found
    try:
        check(request, worker, holder=name_of(unit, request.acknowledged_by))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_page(unit, worker, request.id)
        return None
    return found


def list_waiting(unit: Unit, page: str = "") -> None:
    """*Waiting*: what nobody has, the most urgent first."""
    worker = unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        refuse(unit)
        return
    words = tongue(unit)
    waiting = waiting_for(unit, worker)
    name = words.say(mark("Waiting"))
    reply(unit, work_list(words, name, waiting, unit.scene.at, verb="waiting", page=page))


def list_mine(unit: Unit, page: str = "") -> None:
    """*With me*: what this worker has taken, the most urgent first."""
    worker = unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        refuse(unit)
        return
    words = tongue(unit)
    mine = with_worker(unit, worker.id)
    name = words.say(mark("With me"))
    reply(unit, work_list(words, name, mine, unit.scene.at, verb="mine", page=page))


def act(unit: Unit, key: str, rule: Rule, find: Find = request_for_worker) -> None:
    """Let the rule decide, and show the page as it stands then; a refusal is said in one line."""
    found = find(unit, key)
    if found is None:
        refuse(unit)
        return
    worker, request = found
    try:
        unit.decide(*rule(worker, request))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def refuse(unit: Unit) -> None:
    """A forged, borrowed or outdated press changes nothing; the present first screen is drawn."""
    unit.toast = tongue(unit).say(mark("That button does not work any more. Here is the start."))
    show_home(unit)
