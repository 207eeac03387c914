"""Telling the out-of-hours group: information only, by reference, wait and priority."""

from conversations.room_card import room_bundle, room_card
from desk.say import say, to_room, tongue, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.events import Event, RequestRaised
from fostering.requests import Request, RequestState

BUNDLED_ABOVE = 5
BUNDLE = "waiting"


def tell_rooms(unit: Unit, request: Request, events: list[Event]) -> None:
    """The group's card is information: reference, wait and priority; bundled above five."""
    scene = unit.scene
    if request.escalation is None or request.readers or request.private or not scene.rooms:
        return
    words = tongue_of(unit, scene.roster[0]) if scene.roster else tongue(unit)
    waiting = waiting_now(unit)
    anew = any(isinstance(event, RequestRaised) for event in events)
    bundled = len(waiting) > BUNDLED_ABOVE
    card = room_card(words, request, name_of(unit, request.acknowledged_by), scene.at)
    bundle = room_bundle(words, waiting, scene.at)
    for room in scene.rooms:
        one = f"room:{request.id.hex}"
        loud = anew and not bundled
        say(unit, card, to=to_room(room), card=one, lane=Lane.NOTICE, edit_only=not loud)
        loud = anew and bundled
        say(unit, bundle, to=to_room(room), card=BUNDLE, lane=Lane.NOTICE, edit_only=not loud)


def waiting_now(unit: Unit) -> list[Request]:
    """Everything urgent that nobody has, as this unit leaves it, the oldest first."""
    scene = unit.scene
    found = {request.id: request for request in scene.waiting} | scene.requests
    waiting = [
        request
        for request in found.values()
        if request.state is RequestState.RAISED and request.escalation is not None
    ]
    return sorted(waiting, key=lambda request: request.raised_at)
