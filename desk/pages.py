"""Out of hours at the desk: I've got it, pass on, ring, reply, spoke, close; first press wins."""

from collections.abc import Callable
from datetime import timedelta

from conversations.page_card import requests_waiting, ring_times
from conversations.refusals import sentence
from desk.discretion import is_written_to
from desk.home import show_home, waiting_for, with_worker
from desk.say import known, reply, tongue
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Unit
from desk.views import has_chat, household_of, name_of
from fostering import requests as rules
from fostering.escalation import pass_on
from fostering.events import Event
from fostering.people import Person
from fostering.priority import lowered
from fostering.refusals import Refusal
from fostering.requests import Request
from locales import mark

Rule = Callable[[Person, Request], tuple[Event, ...]]


def request_for_worker(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """The presser and the request, if it exists and they may deal with it; else nothing at all.

    "Not found" and "not allowed" look the same from outside.
    """
    worker = unit.scene.person
    request = named(unit, key)
    if worker is None or request is None or not may_act(unit, worker, request):
        return None
    return worker, request


def got_it(unit: Unit, key: str) -> None:
    """*I've got it*: the first press wins; later presses are told who has it."""
    _act(
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
    """*I can't, next person*: the next step is paged now."""
    scene = unit.scene
    _act(
        unit,
        key,
        lambda worker, request: pass_on(
            request, worker, scene.roster, household_of(unit, request), scene.policy, scene.at
        ),
    )


def ask_when(unit: Unit, key: str) -> None:
    """*When will I ring?*"""
    found = request_for_worker(unit, key)
    if found is None:
        _refuse(unit)
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
    if minutes not in ("5", "15", "30", "60"):
        _refuse(unit)
        return
    ring_by = unit.scene.at + timedelta(minutes=int(minutes))
    _act(
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
    _act(unit, key, lambda worker, request: rules.record_contact(request, worker, unit.scene.at))


def lower(unit: Unit, key: str) -> None:
    """Only a named worker may lower the priority (practice 3)."""
    _act(
        unit,
        key,
        lambda worker, request: rules.lower(
            request, worker, lowered(request.priority), unit.scene.at
        ),
    )


def list_waiting(unit: Unit) -> None:
    """*Waiting*: what nobody has."""
    worker = unit.scene.person
    if worker is None:
        _refuse(unit)
        return
    words = tongue(unit)
    reply(
        unit,
        requests_waiting(
            words, words.say(mark("Waiting")), waiting_for(unit, worker), unit.scene.at
        ),
    )


def list_mine(unit: Unit) -> None:
    """*With me*: what this worker has taken."""
    worker = unit.scene.person
    if worker is None:
        _refuse(unit)
        return
    words = tongue(unit)
    reply(
        unit,
        requests_waiting(
            words, words.say(mark("With me")), with_worker(unit, worker.id), unit.scene.at
        ),
    )


def _act(unit: Unit, key: str, rule: Rule) -> None:
    """Let the rule decide, and show the page as it stands then; a refusal is said in one line."""
    found = request_for_worker(unit, key)
    if found is None:
        _refuse(unit)
        return
    worker, request = found
    try:
        unit.decide(*rule(worker, request))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def _refuse(unit: Unit) -> None:
    """A forged, borrowed or outdated press changes nothing; the present first screen is drawn."""
    unit.toast = tongue(unit).say(mark("That button does not work any more. Here is the start."))
    show_home(unit)
