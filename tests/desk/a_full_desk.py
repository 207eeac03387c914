"""A scene in which something of everything is there, and the people who press its buttons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from conversations.kinds import KINDS
from desk.home import show_home
from desk.unit import Unit
from fostering.advice import ask
from fostering.annual_review import AnnualReview
from fostering.doubts import Doubt
from fostering.events import Event
from fostering.handing_over import offer
from fostering.people import Household, Person
from fostering.placement_start import PlacementStart
from fostering.priority import Priority
from fostering.requests import Request, RequestState, acknowledge, promise_ring
from fostering.supervision import Supervision
from tests.bot.desks import policy
from tests.desk.at_the_desk import PRIVATE, line, unit_of
from tests.rules.cast import CARER, CLEO, DEE, HOME, MONDAY_NOON, ONA, ROSTER, SAM, TIA, YOUNG
from tests.rules.requests_told import follow, raised
from tests.rules.said import sent
from tests.rules.test_advocacy import APPOINTED, NADIA, PROVIDER

EVENING = MONDAY_NOON - timedelta(hours=18)
"""The night before, when all of it was raised."""
POLICY = replace(policy(), views=True, pages_address="https://pages.example.org")
ROUTINE = "D12"
"""A kind that its household's worker answers the same day."""
ARI = replace(YOUNG, linked=True)
AT_THE_DESK: dict[str, tuple[Person | None, str]] = {
    "nobody we know": (None, "stranger"),
    "Ari": (ARI, "young"),
    "Rosa": (CARER, "carer"),
    "Nadia": (NADIA, "advocate"),
    "Sam": (SAM, "worker"),
    "Cleo": (CLEO, "worker"),
    "Dee": (DEE, "duty"),
    "Ona": (ONA, "duty"),
    "Tia": (TIA, "manager"),
}
"""Everybody who presses, and of which kind they are in tests/stories/presses_decided.py."""


def _asked(number: int, form: str = "difficulty", **how: Any) -> Request:
    kind = KINDS[ROUTINE] if form == "difficulty" else None
    how = {"priority": Priority.P2, "at": EVENING, "form": form, "kind": kind, **how}
    return raised(request=UUID(int=number), reference=f"R-2{number}", **how)


def _urgent(number: int, form: str = "urgent_help", **how: Any) -> Request:
    return _asked(number, form, **{"priority": Priority.P1, **how})


def _taken(number: int, *more: Callable[[Request], tuple[Event, ...]]) -> Request:
    """Dee has it for five minutes; and what came after that."""
    request = _urgent(number, at=MONDAY_NOON - timedelta(minutes=10))
    request = follow(request, acknowledge(request, DEE, MONDAY_NOON - timedelta(minutes=5)))
    for events in more:
        request = follow(request, events(request))
    return request


def _offered(request: Request) -> tuple[Event, ...]:
    day = MONDAY_NOON.date()
    return offer(request, DEE, SAM, HOME, POLICY, day, MONDAY_NOON, phone_only=False)


def _advised(request: Request) -> tuple[Event, ...]:
    return ask(request, DEE, ROSTER, HOME, POLICY, MONDAY_NOON)


def _rings(request: Request) -> tuple[Event, ...]:
    return promise_ring(request, DEE, MONDAY_NOON + timedelta(minutes=15), MONDAY_NOON)


REQUESTS = {
    "urgent": _urgent(101),
    "missing": _urgent(102, "missing_child"),
    "not safe": _urgent(103, "not_safe", author=ARI, not_safe=True, child=ARI.id),
    "taken": _taken(104),
    "offered": _taken(105, _offered),
    "advised": _taken(106, _advised),
    "ringing": _taken(113, _rings),
    "routine": _asked(107),
    "left out": _asked(108, excluded=frozenset({TIA.id})),
    "private": replace(_asked(109), private_since=MONDAY_NOON, private_by=TIA.id),
    "closed": replace(
        _asked(110), state=RequestState.CLOSED, closed_at=MONDAY_NOON, closed_by=SAM.id
    ),
    "said": replace(sent(), id=UUID(int=111)),
    "concern": _asked(112, "concern"),
}
WRITTEN = {
    request.id: (line("RequestRaised", "{}", kind=request.kind),) for request in REQUESTS.values()
}
ADVOCACY = replace(APPOINTED, id=UUID(int=120))
DOUBT = Doubt(id=UUID(int=121), to=CARER.id, card="supervision", at=MONDAY_NOON)
PLACED = HOME.placements[0]


def everything(person: Person | None, home: Household = HOME) -> Unit:
    """What this person does while something of everything is there."""
    return unit_of(
        person,
        *REQUESTS.values(),
        at=MONDAY_NOON,
        sender=PRIVATE,
        policy=POLICY,
        rooms=("out_of_hours",),
        household=home if person in (CARER, ARI) else None,
        households={home.id: home},
        people={CARER.id: CARER, ARI.id: ARI},
        advocacies={ADVOCACY.id: ADVOCACY},
        advocates=PROVIDER,
        supervisions={
            CARER.id: Supervision(carer=CARER.id, worker=SAM.id, last_held=date(2026, 10, 1))
        },
        annual_reviews={
            CARER.id: AnnualReview(
                carer=CARER.id, worker=None, last_held=date(2026, 5, 7), approved=date(2024, 6, 6)
            )
        },
        placement_starts={
            PLACED.id: PlacementStart(
                id=PLACED.id,
                household=HOME.id,
                young_person=PLACED.young_person,
                first=PLACED.first,
                brought_at=MONDAY_NOON,
            )
        },
        doubts=(DOUBT,) if person in (SAM, TIA) else (),
        written=dict(WRITTEN),
    )


def nothing_yet(person: Person | None) -> Unit:
    """What this person does at night, while nothing has been asked of anybody."""
    return unit_of(
        person,
        sender=PRIVATE,
        policy=POLICY,
        rooms=("out_of_hours",),
        household=HOME if person in (CARER, ARI) else None,
        people={CARER.id: CARER, ARI.id: ARI},
        advocates=PROVIDER,
    )


def words_for(unit: Unit, person: Person | None) -> str:
    """All that this unit says to the person at the desk, buttons included."""
    own = {PRIVATE.chat, person.id.hex if person is not None else ""}
    return "\n".join(
        text
        for said in unit.said
        if said.address.key in own
        for text in (
            *(each.text for each in said.screen.lines),
            *(button.label for row in said.screen.rows for button in row),
        )
    )


def first_screen(person: Person | None) -> str:
    """What they see where nothing is done."""
    unit = everything(person)
    show_home(unit)
    return words_for(unit, person)


NAMES = {p.id.hex: p.name for p in (*ROSTER, CARER, ARI, *PROVIDER)}
