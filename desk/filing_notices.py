"""The reminder that a closed request is not in the case file: to who closed it, and nobody else."""

from dataclasses import replace

from conversations.filing import filing_due
from desk.say import say, to_person, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from fostering.filing import remind
from fostering.matters import Due
from fostering.office_hours import local_date
from fostering.requests import Request

CARD = "filing"
"""One card for all: who closed ten requests hears of them once, and finds the list."""


def tell_filing_due(unit: Unit, request: Request, matter: Due) -> None:
    """Who closed it, if they are there today and may still see it."""
    scene = unit.scene
    unit.told.append((matter.rule.value, request.id.hex, matter.occurrence))
    unit.decide(remind(request, scene.at))
    day = local_date(scene.at, scene.policy.office_hours)
    for worker in scene.roster:
        reached = worker.id == request.closed_by and worker.linked and not worker.away(day)
        if reached and may_act(unit, worker, request):
            screen = replace(filing_due(tongue_of(unit, worker), request), fresh=True)
            say(unit, screen, to=to_person(worker), card=CARD, lane=Lane.REMINDER)
