"""Discretion: what may stand on a phone that somebody else may read (practice 12 to 14)."""

from desk.answers import answers_of
from desk.unit import Unit
from fostering.people import Person
from fostering.private_homes import drawn_into
from fostering.requests import Request
from locales import mark

A_CALL = mark("A call with us")
"""What stands in the place of a title that tells too much."""
NOT_WRITTEN_TO = mark("They are not written to. Ring them.")
"""What a worker reads who would tell carers something while their household is private."""


def is_discreet(unit: Unit, request: Request) -> bool:
    """Whether its kind must not be named where the carer's household may read it."""
    kind = unit.scene.policy.kinds.get(request.kind)
    return kind is not None and kind.discreet


def is_written_to(unit: Unit, request: Request) -> bool:
    """Whether the person may be sent a card; after a phone call only where they said so."""
    return request.entered_by is None or answers_of(unit, request).get("write_here") == "yes"


def is_frozen(unit: Unit, request: Request) -> bool:
    """Whether its author reads no more of it than that they are phoned (practice 14)."""
    return request.private or at_private_home(unit, request)


def at_private_home(unit: Unit, request: Request) -> bool:
    """Whether it is held by the private process of its author's household."""
    home = unit.scene.households.get(request.household) if request.household else None
    return drawn_into(home, request) is not None


def own_requests(unit: Unit, person: Person) -> list[Request]:
    """What this person asked, the newest first, without discreet calls that duty wrote down."""
    mine = [
        request
        for request in unit.scene.requests.values()
        if request.author == person.id
        and not (request.entered_by is not None and is_discreet(unit, request))
    ]
    return sorted(mine, key=lambda request: request.raised_at, reverse=True)
