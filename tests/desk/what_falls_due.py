"""What falls due where nobody does anything: decided when, told to whom, looked at again when.

`python -m tests.desk.what_falls_due` writes it anew. Each life begins at one instant; every line is
one look of the clock at it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import bot.presses  # noqa: F401 - the desk's modules lean on each other: this begins rightly
from desk import advocacies
from desk.due import annual_review_due, draft_due, look_again_at, request_due, supervision_due
from desk.home_checks import check_due
from desk.newcomers import newcomer_due
from desk.paging_tests import paging_test_due
from desk.placement_starts import start_due
from desk.shift_notices import shift_due
from desk.telling import tell
from desk.unit import Unit
from fostering import people
from fostering.annual_review import AnnualReview
from fostering.annual_review import after as after_review
from fostering.home_check import HomeCheck
from fostering.meeting import plan
from fostering.newcomers import join
from fostering.people import Placement
from fostering.placement_start import PlacementStart
from fostering.requests import RequestState
from fostering.rota_shifts import Place
from fostering.shifts import offer_shift
from fostering.supervision import Supervision
from fostering.supervision import after as after_supervision
from storage.due import DueSubject
from tests.desk.a_full_desk import (
    ARI,
    PLACED,
    POLICY,
    REQUESTS,
)
from tests.desk.at_the_desk import draft_of, unit_of
from tests.desk.what_follows import hears
from tests.rules.cast import CARER, HOME, MEG, MONDAY_NIGHT, MONDAY_NOON, ONA, ROSTER, SAM, TWO
from tests.rules.requests_told import raised
from tests.rules.test_advocacy import ASKED, PROVIDER
from tests.rules.test_rota import DUSK, on, shift

PLACE = Path(__file__).with_suffix(".txt")
HEAD = """\
What falls due where nobody does anything: when the clock looks, what is decided, and who hears.
Written anew by `make transcripts`. + by a message of its own, ! one that wakes them, - only on the
card they have, ~ a letter. Times are UTC.
"""
LOOKS = 7
"""How many times the clock looks at each."""
Decide = Callable[[Unit, UUID], None]


@dataclass(frozen=True, kw_only=True)
class Life:
    """One thing that nobody touches: its noun, how it is decided, and the scene around it."""

    name: str
    noun: str
    id: UUID
    decide: Decide
    since: datetime = MONDAY_NOON
    scene: dict[str, Any] = field(default_factory=dict)


def _request(name: str, request: Any, since: datetime = MONDAY_NOON, **scene: Any) -> Life:
    return Life(
        name=name,
        noun="request",
        id=request.id,
        decide=request_due,
        since=since,
        scene={"requests": {request.id: request}, **scene},
    )


def _draft(name: str, person: people.Person, form: str) -> Life:
    draft = draft_of(person, form)
    return Life(
        name=name, noun="draft", id=draft.id, decide=draft_due, scene={"drafts": {draft.id: draft}}
    )


def _worker(name: str, decide: Decide, since: datetime, *workers: people.Person) -> Life:
    worker = workers[0]
    known = {w.id: w for w in workers}
    roster = tuple(known.get(w.id, w) for w in ROSTER)
    return Life(
        name=name,
        noun="person",
        id=worker.id,
        decide=decide,
        since=since,
        scene={"roster": roster},
    )


def _after(person: people.Person, events: Any) -> people.Person:
    for event in events:
        person = people.after(person, event)
    return person


FRESH = Supervision(carer=CARER.id, worker=SAM.id, last_held=date(2026, 10, 1))
PLANNED = after_supervision(
    FRESH, plan(FRESH, SAM, MONDAY_NOON + timedelta(days=9), "uid-1", MONDAY_NOON)[0]
)
REVIEW = AnnualReview(
    carer=CARER.id, worker=None, last_held=date(2026, 1, 7), approved=date(2024, 6, 6)
)
PLANNED_REVIEW = after_review(
    REVIEW, plan(REVIEW, SAM, MONDAY_NOON + timedelta(days=9), "uid-1", MONDAY_NOON)[0]
)
SUPERVISED = ("supervision", CARER.id, supervision_due)
STRANGE_WORKER = replace(
    PLACED,
    id=UUID(int=43),
    young_person=UUID(int=32),
    label="C. Crow",
    childs_social_worker=UUID(int=77),
)
"""A child whose social worker is nobody of the service's."""


START = PlacementStart(
    id=PLACED.id,
    household=HOME.id,
    young_person=PLACED.young_person,
    first=MONDAY_NOON.date(),
    brought_at=MONDAY_NOON,
)


def _household(name: str, noun: str, id: UUID, decide: Decide, **scene: Any) -> Life:
    return Life(name=name, noun=noun, id=id, decide=decide, scene=scene)


def _placed(*placements: Placement) -> dict[UUID, Any]:
    return {HOME.id: replace(HOME, placements=placements)}


LIVES = (
    _request(
        "A call for help at night",
        raised(request=UUID(int=101), at=MONDAY_NIGHT),
        MONDAY_NIGHT,
        rooms=("out_of_hours",),
    ),
    _request("The same by day, where nobody is linked", REQUESTS["urgent"], roster=(SAM,)),
    _request("Taken, and nobody rings", REQUESTS["taken"], rooms=("out_of_hours",)),
    _request("A promised ring that does not come", REQUESTS["ringing"]),
    _request("Offered to a colleague who says nothing", REQUESTS["offered"]),
    _request("A manager is asked and says nothing", REQUESTS["advised"]),
    _request("A routine report", REQUESTS["routine"]),
    _request(
        "The same, taken",
        replace(
            REQUESTS["routine"],
            state=RequestState.ACKNOWLEDGED,
            acknowledged_by=SAM.id,
            acknowledged_at=MONDAY_NOON,
        ),
    ),
    _request("Closed and not filed", REQUESTS["closed"]),
    _request("Private: nothing falls due", REQUESTS["private"]),
    _request("What Ari said", REQUESTS["said"]),
    _request(
        "The child's social worker is still to be told",
        replace(REQUESTS["routine"], answer_by=None, task_due=MONDAY_NOON + timedelta(hours=2)),
    ),
    _draft("Answers of a carer, not sent", CARER, "household_change"),
    _draft("Answers of a young person, not sent", ARI, "check_in"),
    _household(
        "The start of a placement",
        "placement_start",
        PLACED.id,
        start_due,
        placement_starts={PLACED.id: START},
        households=_placed(replace(PLACED, first=START.first)),
    ),
    _household(
        "Has anything changed at home?",
        "home_check",
        HOME.id,
        check_due,
        home_checks={HOME.id: HomeCheck(id=HOME.id, since=date(2026, 9, 1))},
    ),
    _household("A supervision that nobody plans", *SUPERVISED, supervisions={CARER.id: FRESH}),
    _household("A supervision that is planned", *SUPERVISED, supervisions={CARER.id: PLANNED}),
    _household(
        "An annual review that nobody plans",
        "annual_review",
        CARER.id,
        annual_review_due,
        annual_reviews={CARER.id: REVIEW},
        households=_placed(PLACED, STRANGE_WORKER),
    ),
    _household(
        "An annual review that is planned",
        "annual_review",
        CARER.id,
        annual_review_due,
        annual_reviews={CARER.id: PLANNED_REVIEW},
        households=_placed(PLACED),
    ),
    Life(
        name="A young person whom nobody has confirmed",
        noun="person",
        id=ARI.id,
        decide=newcomer_due,
        scene={
            "people": {
                CARER.id: CARER,
                ARI.id: _after(ARI, join(ARI, POLICY, MONDAY_NOON)),
            }
        },
    ),
    _worker(
        "A shift offered, and nobody answers",
        shift_due,
        MONDAY_NIGHT,
        _after(ONA, offer_shift(ONA, ROSTER, POLICY, MONDAY_NIGHT)),
    ),
    _worker(
        "The paging test of a shift, not answered",
        paging_test_due,
        DUSK,
        on(TWO, shift()),
        on(MEG, shift(Place.MANAGER)),
    ),
    Life(
        name="Advocacy that nobody takes up",
        noun="advocacy",
        id=ASKED.id,
        decide=advocacies.tell_late,
        scene={"advocacies": {ASKED.id: ASKED}, "advocates": PROVIDER},
    ),
)


def lines() -> Iterator[str]:
    """Every life, one look a line."""
    for life in LIVES:
        yield f"\n{life.name}"
        yield from _looks(life)


def _looks(life: Life) -> Iterator[str]:
    scene = unit_of(
        None, **{"policy": POLICY, "people": {CARER.id: CARER, ARI.id: ARI}, **life.scene}
    ).scene
    subject = DueSubject(noun=life.noun, id=life.id)
    at = look_again_at(subject, Unit(scene=scene), POLICY, life.since)
    for _ in range(LOOKS):
        if at is None:
            break
        scene.at = at
        unit = Unit(scene=scene)
        life.decide(unit, life.id)
        tell(unit)
        told = [f"told {rule}" for rule, _, _ in unit.told]
        decided = [type(event).__name__ for event in unit.events]
        dropped = ["thrown away" for _ in unit.dropped]
        for draft in unit.dropped:
            scene.drafts.pop(draft, None)
        line = " ".join([*decided, *told, *dropped, *hears(unit)])
        yield f"  {at:%a %d %b %H:%M}  {line or '-'}"
        at = look_again_at(subject, unit, POLICY, at)
    yield "  and on" if at is not None else "  never again"


def written() -> str:
    """As it stands in the file."""
    return HEAD + "\n".join(lines()) + "\n"


if __name__ == "__main__":
    PLACE.write_text(written(), encoding="utf-8")
