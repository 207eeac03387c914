"""Handing over at the desk: ask a colleague, who says yes or no; it stays where it is till then."""

from conversations.handing_over import ask_whom, ask_why, key_of
from desk.pages import act, allowed, refuse
from desk.say import reply, tongue
from desk.sight import household_today
from desk.unit import Unit
from desk.views import is_phone_only, name_of
from fostering import handing_over as rules
from fostering.office_hours import local_date
from fostering.people import Person
from fostering.requests import Request


def ask(unit: Unit, key: str, page: str = "") -> None:
    """*Hand over*: whom of those who may see it?"""
    found = allowed(unit, key, rules.check_hands_over)
    if found is None:
        return
    worker, request = found
    named = [(key_of(p.id), p.name) for p in _colleagues(unit, request, worker)]
    reply(unit, ask_whom(tongue(unit), request, named, page=page), card=f"page:{key}")


def offer(unit: Unit, key: str, colleague: str) -> None:
    """A colleague is chosen: they are asked, and nothing else changes."""
    found = allowed(unit, key, rules.check_hands_over)
    if found is None:
        return
    worker, request = found
    chosen = next(
        (p for p in _colleagues(unit, request, worker) if key_of(p.id) == colleague), None
    )
    if chosen is None:
        refuse(unit)
        return
    scene = unit.scene
    act(
        unit,
        key,
        lambda worker, request: rules.offer(
            request,
            worker,
            chosen,
            household_today(unit, request),
            scene.policy,
            local_date(scene.at, scene.policy.office_hours),
            scene.at,
            phone_only=is_phone_only(unit, request),
        ),
    )


def accept(unit: Unit, key: str) -> None:
    """*I take it*: now it is theirs, and the person who asked reads who has it."""
    act(unit, key, lambda w, r: rules.accept(r, w, unit.scene.at, holder=_holder(unit, r)))


def ask_reason(unit: Unit, key: str) -> None:
    """*I can't take it*: one press more says why."""

    def check(request: Request, worker: Person, *, holder: str) -> None:
        rules.refuse(request, worker, rules.REASONS[0], unit.scene.at, holder=holder)

    found = allowed(unit, key, check)
    if found is not None:
        screen = ask_why(tongue(unit), found[1], name=_holder(unit, found[1]))
        reply(unit, screen, card=f"page:{key}")


def say_no(unit: Unit, key: str, reason: str) -> None:
    """The colleague cannot take it; whoever asked reads why and keeps it."""
    if reason not in rules.REASONS:
        refuse(unit)
        return
    act(unit, key, lambda w, r: rules.refuse(r, w, reason, unit.scene.at, holder=_holder(unit, r)))


def take_back(unit: Unit, key: str) -> None:
    """*I keep it after all*."""
    act(unit, key, lambda w, r: rules.take_back(r, w, unit.scene.at, holder=_holder(unit, r)))


def _colleagues(unit: Unit, request: Request, worker: Person) -> tuple[Person, ...]:
    scene = unit.scene
    return rules.colleagues(
        request,
        worker,
        household_today(unit, request),
        scene.roster,
        local_date(scene.at, scene.policy.office_hours),
        phone_only=is_phone_only(unit, request),
    )


def _holder(unit: Unit, request: Request) -> str:
    return name_of(unit, request.acknowledged_by)
