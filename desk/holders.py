"""Holders: who had a request, or was asked to take it, hears when that has changed."""

from uuid import UUID

from conversations import notices
from conversations.handing_over import (
    ACCEPTED,
    NO_ANSWER,
    SAID_NO,
    TAKEN_BACK,
    TOO_LATE,
    answered,
)
from desk.say import say, to_person, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.events import (
    Event,
    HandoverAccepted,
    HandoverLapsed,
    HandoverOffered,
    HandoverRecalled,
    HandoverRefused,
    PrivateMatterStarted,
    RequestDrawnIn,
    RequestTakenOver,
)
from fostering.people import Person
from fostering.requests import Request


def former(events: list[Event]) -> set[UUID]:
    """Who had it before these events."""
    taken = (e for e in events if isinstance(e, RequestTakenOver | HandoverAccepted))
    return {event.former for event in taken if event.former is not None}


def asked_now(events: list[Event]) -> set[UUID]:
    """Who is asked by these events to take it."""
    return {event.to for event in events if isinstance(event, HandoverOffered)}


def asked_before(events: list[Event]) -> set[UUID | None]:
    """Who was asked until these events, and did not take it."""
    over = (e for e in events if isinstance(e, HandoverLapsed | HandoverRecalled))
    refused = (e for e in events if isinstance(e, HandoverRefused))
    return {*(event.asked for event in over), *(event.actor for event in refused)}


def tell_holders(unit: Unit, request: Request, events: list[Event]) -> None:
    """Who had it hears who has it; who asked hears the answer; who was asked, that it is over."""
    holder = request.acknowledged_by
    for event in events:
        match event:
            case RequestTakenOver(former=before):
                for worker in _linked(unit, before):
                    name = name_of(unit, holder)
                    screen = notices.taken_over(tongue_of(unit, worker), request, name)
                    card = f"taken:{request.id.hex}"
                    say(unit, screen, to=to_person(worker), card=card, lane=_lane(request))
            case HandoverAccepted(former=before, actor=actor):
                _hear(unit, request, before, ACCEPTED, actor)
            case HandoverRefused(actor=actor, reason=reason):
                _hear(unit, request, holder, SAID_NO[reason], actor)
            case HandoverLapsed(asked=asked):
                _hear(unit, request, holder, NO_ANSWER, asked)
                _hear(unit, request, asked, TOO_LATE, holder)
            case HandoverRecalled(asked=asked):
                _hear(unit, request, asked, TAKEN_BACK, holder)
            case _:
                continue


def lost_sight(unit: Unit, request: Request, events: list[Event]) -> set[UUID]:
    """Who saw it only because they were asked, and keeps no copy of it now."""
    if any(isinstance(event, PrivateMatterStarted | RequestDrawnIn) for event in events):
        return {w.id for w in unit.scene.roster if not may_act(unit, w, request)}
    over = asked_before(events)
    return {w.id for w in unit.scene.roster if w.id in over and not may_act(unit, w, request)}


def _hear(
    unit: Unit, request: Request, worker: UUID | None, words: str, about: UUID | None
) -> None:
    for person in _linked(unit, worker):
        screen = answered(tongue_of(unit, person), request, words, name_of(unit, about))
        card = f"hand:{request.id.hex}"
        say(unit, screen, to=to_person(person), card=card, lane=_lane(request))


def _linked(unit: Unit, worker: UUID | None) -> list[Person]:
    return [person for person in unit.scene.roster if person.id == worker and person.linked]


def _lane(request: Request) -> Lane:
    return Lane.URGENT if request.priority.urgent else Lane.NOTICE
