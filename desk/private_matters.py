"""The switch for a private process at the desk: two presses to start it, two to end it."""

from conversations.private_matters import end_question, start_question
from desk.pages import act, allowed, refuse
from desk.say import known, reply, tongue
from desk.unit import Unit
from fostering import private_matters as rules
from fostering.events import Event
from fostering.people import Person
from fostering.refusals import NotYours
from fostering.requests import Request


def ask_start(unit: Unit, key: str) -> None:
    """*This is a private process*."""

    def check(request: Request, worker: Person, *, holder: str) -> None:
        del holder
        _start(unit, worker, request)

    found = allowed(unit, key, check)
    if found is not None:
        reply(unit, start_question(tongue(unit), found[1]), card=f"page:{key}")


def start(unit: Unit, key: str) -> None:
    """*Yes, make it private*: whoever else saw it keeps no copy."""
    act(unit, key, lambda worker, request: _start(unit, worker, request))


def ask_end(unit: Unit, key: str) -> None:
    """*End the private process*."""

    def check(request: Request, worker: Person, *, holder: str) -> None:
        del holder
        rules.end_private(request, worker, rules.REASONS[0], unit.scene.policy, unit.scene.at)

    found = allowed(unit, key, check)
    if found is not None:
        reply(unit, end_question(tongue(unit), found[1]), card=f"page:{key}")


def end(unit: Unit, key: str, reason: str) -> None:
    """It ends, with a reason."""
    if reason not in rules.REASONS:
        refuse(unit)
        return
    scene = unit.scene
    act(unit, key, lambda w, r: rules.end_private(r, w, reason, scene.policy, scene.at))


def _start(unit: Unit, worker: Person, request: Request) -> tuple[Event, ...]:
    author = next((p for p in known(unit) if p.id == request.author), None)
    if author is None:
        raise NotYours
    return rules.start_private(request, worker, author, unit.scene.policy, unit.scene.at)
