"""What is told of *Need my manager*: the page of a manager, and news to who has the request."""

from collections.abc import Sequence
from uuid import UUID

from conversations.advice import ASKED_MORE, NONE_LEFT, NOW_SEEN, advice_told
from desk.say import say, to_person, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.advice import climb
from fostering.events import AdviceAnswered, AdviceAsked, AdviceClimbed, AdviceUnanswered, Event
from fostering.people import Household
from fostering.requests import Request


def advisers_now(events: Sequence[Event]) -> set[UUID]:
    """The managers who are asked by these events: they are paged, whatever it is about."""
    asked = (event for event in events if isinstance(event, AdviceAsked | AdviceClimbed))
    return {manager for event in asked for manager in event.managers}


def climb_advice(unit: Unit, request: Request, household: Household | None) -> None:
    """Nobody has said in time that they have seen it: the next managers, or nobody is left."""
    scene = unit.scene
    unit.decide(*climb(request, scene.roster, household, scene.policy, scene.at))


def tell_asker(unit: Unit, request: Request, events: Sequence[Event]) -> None:
    """Who has the request hears what has come of it; what they pressed themselves they see."""
    for event in events:
        match event:
            case AdviceAnswered(actor=manager):
                _hear(unit, request, NOW_SEEN, [manager])
            case AdviceClimbed(managers=managers):
                _hear(unit, request, ASKED_MORE, managers)
            case AdviceUnanswered():
                _hear(unit, request, NONE_LEFT, [])
            case _:
                continue


def _hear(unit: Unit, request: Request, words: str, managers: Sequence[UUID | None]) -> None:
    names = [name_of(unit, manager) for manager in managers]
    asker = request.advice.by if request.advice is not None else None
    for person in unit.scene.roster:
        if person.id == asker and person.linked:
            tongue = tongue_of(unit, person)
            screen = advice_told(
                tongue, request, words, name=names[0] if names else "", names=tongue.items(names)
            )
            card = f"advice:{request.id.hex}"
            say(unit, screen, to=to_person(person), card=card, lane=Lane.URGENT)
