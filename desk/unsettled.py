"""*It is not settled*: the person who asked opens anew what was closed."""

from uuid import uuid4

from desk import reports
from desk.answers import answers_of, frozen_readers, write_answers
from desk.home import show_home
from desk.sight import named
from desk.unit import Unit
from desk.wishes import child_of
from fostering.people import Standing
from fostering.references import make_reference
from fostering.refusals import Refusal
from fostering.unsettled import raise_unsettled


def say_unsettled(unit: Unit, key: str) -> None:
    """Raise it anew, once: a second press shows what the first has raised."""
    scene = unit.scene
    person, before = scene.person, named(unit, key)
    if person is None or before is None:
        show_home(unit)
        return
    again = next(
        (
            r
            for r in scene.requests.values()
            if r.author == person.id and r.open and r.earlier == before.reference
        ),
        None,
    )
    if again is not None:
        reports.show_request(unit, again.id)
        return
    answers = answers_of(unit, before)
    young = person.standing is Standing.YOUNG_PERSON
    fresh = uuid4()
    try:
        events = raise_unsettled(
            before,
            person,
            request=fresh,
            reference=make_reference(fresh.bytes),
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            answers=write_answers(answers, frozen_readers(unit, before)),
            child=person.id if young else child_of(scene.household, answers),
        )
    except Refusal as refusal:
        reports.refuse(unit, refusal)
        return
    unit.decide(*events)
    if scene.household is not None:
        scene.households[scene.household.id] = scene.household
    reports.show_request(unit, fresh)
