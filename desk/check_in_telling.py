"""Telling of a check-in: its readers hear that it is there, and the young person never first."""

from dataclasses import replace
from uuid import UUID

from conversations.notices import withdrawn
from conversations.screen import Push
from desk.page_views import page_screen
from desk.say import say, to_person, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from fostering.events import AnswerJudged, CheckInTakenBack, Event, RequestRaised
from fostering.people import Person
from fostering.requests import Request


def tell_readers(unit: Unit, request: Request, events: list[Event]) -> None:
    """A page of it in each reader's chat, without one word of it; new where they must look again.

    Nothing is told to its author: they look when it is safe to look. What was taken back is taken
    away where it stands.
    """
    actor = unit.scene.person.id if unit.scene.person is not None else None
    loud = any(isinstance(event, RequestRaised) for event in events)
    loud |= any(isinstance(event, AnswerJudged) and not event.makes_sense for event in events)
    for worker in _readers(unit, request):
        if worker.id != actor:
            screen = page_screen(unit, request, worker, tongue_of(unit, worker))
            say(
                unit,
                replace(screen, push=Push.MESSAGE, fresh=loud),
                to=to_person(worker),
                card=_card(request.id),
                lane=Lane.NOTICE,
                edit_only=not loud,
            )
    for event in (event for event in events if isinstance(event, CheckInTakenBack)):
        for worker in _readers(unit, replace(request, readers=event.readers)):
            screen = withdrawn(tongue_of(unit, worker))
            say(unit, screen, to=to_person(worker), card=_card(request.id), edit_only=True)


def _readers(unit: Unit, request: Request) -> list[Person]:
    """Who may read it now and has a chat with us."""
    return [w for w in unit.scene.roster if w.linked and may_act(unit, w, request)]


def _card(key: UUID) -> str:
    return f"page:{key.hex}"
