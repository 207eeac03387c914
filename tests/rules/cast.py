"""The cast of the rules' tests: a small service with its staff, a household and a policy."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from fostering.kinds import Clock, Kind, Span, Tier
from fostering.people import Absence, Household, Person, Placement, Role, Standing
from fostering.policy import Mode, OfficeHours, Policy, TelephoneNumber
from fostering.priority import Priority
from fostering.steps import Filler, Step

HOURS = OfficeHours(opens=time(9), shuts=time(17))
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
MONDAY_NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 11, 2, 23, tzinfo=UTC)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An aware UTC instant."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def staff(number: int, name: str, *roles: Role, turn: int | None = None) -> Person:
    """A linked staff member."""
    return Person(
        id=UUID(int=number),
        standing=Standing.STAFF,
        name=name,
        language="en",
        linked=True,
        roles=frozenset(roles),
        turn=turn,
    )


SAM = staff(1, "Sam", Role.SUPERVISING_SOCIAL_WORKER)
DEE = staff(2, "Dee", Role.DUTY_WORKER)
ONA = staff(3, "Ona", Role.OUT_OF_HOURS_WORKER, turn=1)
TWO = staff(4, "Tom", Role.OUT_OF_HOURS_WORKER, turn=2)
MEG = staff(5, "Meg", Role.ON_CALL_MANAGER)
TIA = staff(6, "Tia", Role.TEAM_MANAGER)
SVEN = staff(7, "Sven", Role.SERVICE_MANAGER)
CLEO = staff(8, "Cleo", Role.CHILDS_SOCIAL_WORKER)
ROSTER = (SAM, DEE, ONA, TWO, MEG, TIA, SVEN, CLEO)

CARER = Person(id=UUID(int=20), standing=Standing.CARER, name="Rosa", language="en", linked=True)
OTHER_CARER = Person(id=UUID(int=21), standing=Standing.CARER, name="Lee", language="en")
YOUNG = Person(
    id=UUID(int=30),
    standing=Standing.YOUNG_PERSON,
    name="Ari",
    language="en",
    born=date(2009, 5, 1),
)
HOME = Household(
    id=UUID(int=40),
    carers=frozenset({CARER.id}),
    supervising_social_worker=SAM.id,
    placements=(
        Placement(
            id=UUID(int=41),
            household=UUID(int=40),
            young_person=YOUNG.id,
            label="A. Otter",
            first=date(2026, 1, 1),
            childs_social_worker=CLEO.id,
        ),
    ),
)

ADVICE = TelephoneNumber(
    name="Advice line",
    number="020 7946 0001",
    checked=date(2026, 11, 1),
    opens=time(17),
    shuts=time(23),
)
EDT = TelephoneNumber(name="Emergency duty team", number="020 7946 0002", checked=date(2026, 11, 1))
DUTY = TelephoneNumber(name="Duty desk", number="020 7946 0003", checked=date(2026, 11, 1))


def kind(
    code: str = "D12",
    *,
    priority: Priority = Priority.P2,
    owner: Role = Role.SUPERVISING_SOCIAL_WORKER,
    tier: Tier | None = None,
    phone_only: bool = False,
    concerns_child: bool = False,
) -> Kind:
    """A kind of report, answered within two working days."""
    return Kind(
        code=code,
        form="difficulty",
        title="Something",
        group="other",
        priority=priority,
        answer_within=Clock(count=2, span=Span.WORKING_DAYS),
        owner=owner,
        next_step="Somebody rings you.",
        source="ours",
        tier=tier,
        phone_only=phone_only,
        concerns_child=concerns_child,
    )


POLICY = Policy(
    service_name="Hearthline Demo",
    mode=Mode.DEMO,
    office_hours=HOURS,
    out_of_hours_numbers=(ADVICE, EDT),
    duty_numbers=(DUTY,),
    office_steps=(
        Step(
            fillers=(Filler.SUPERVISING_SOCIAL_WORKER, Filler.DUTY_WORKER),
            wait_minutes=10,
        ),
        Step(fillers=(Filler.TEAM_MANAGER,), wait_minutes=15),
    ),
    out_of_hours_steps=(
        Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5),
        Step(fillers=(Filler.SECOND_ON_CALL,), wait_minutes=10),
        Step(fillers=(Filler.ON_CALL_MANAGER, Filler.SERVICE_MANAGER), wait_minutes=15),
    ),
    kinds={},
    bank_holidays=CHRISTMAS,
)


def absence(cover: UUID | None = None) -> tuple[Absence, ...]:
    """Away all of November 2026."""
    return (Absence(first=date(2026, 11, 1), last=date(2026, 11, 30), cover=cover),)
