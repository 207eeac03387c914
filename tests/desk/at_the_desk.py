"""One unit at the desk in the rules' service: no database, no door, nothing to wait for."""

from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any
from uuid import UUID

from desk.scene import Scene, Sender, Where, Written
from desk.unit import Unit
from fostering.drafts import Draft
from fostering.people import Person
from fostering.requests import Request
from tests.bot.desks import policy
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, MONDAY_NOON, ROSTER, YOUNG

POLICY = policy()
PRIVATE = Sender(door="telegram", account="77", chat="77", where=Where.PRIVATE, language="en")


def unit_of(
    person: Person | None, *requests: Request, at: datetime = MONDAY_NIGHT, **more: Any
) -> Unit:
    """What this person does in their private chat; None: what falls due."""
    facts: dict[str, Any] = {
        "policy": POLICY,
        "roster": ROSTER,
        "people": {CARER.id: CARER, YOUNG.id: YOUNG},
        "households": {HOME.id: HOME},
        "requests": {request.id: request for request in requests},
        "chance": bytes(16),
    }
    if person is not None:
        facts["sender"] = PRIVATE
    return Unit(scene=Scene(**{**facts, "at": at, "person": person, **more}))


def draft_of(person: Person, form: str, request: UUID | None = None) -> Draft:
    """This person's answers to this form, just begun."""
    return Draft(
        id=UUID(int=7),
        person=person.id,
        form=form,
        form_version=1,
        language="en",
        begun_at=MONDAY_NOON,
        touched_at=MONDAY_NOON,
        request=request,
    )


def line(event: str, words: str = "", at: datetime = MONDAY_NIGHT, **codes: object) -> Written:
    """A line of a request's chronology; `words` are the answers kept with it."""
    return Written(
        at=at, actor=None, event=event, words={"answers": words} if words else {}, codes=codes
    )


def told(unit: Unit) -> dict[str, str]:
    """Who is said something, by the key of their address, and what."""
    return {
        said.address.key: "\n".join(line.text for line in said.screen.lines) for said in unit.said
    }


def changed(now: str, place: Path) -> list[tuple[str | None, str | None]]:
    """The first lines in which what follows now is not what stands written: (written, now)."""
    before = place.read_text(encoding="utf-8").split("\n")
    pairs = zip_longest(before, now.split("\n"))
    return [pair for pair in pairs if pair[0] != pair[1]][:3]
