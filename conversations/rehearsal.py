"""A rehearsal: an invented evening on which forms are played, written down and tried."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from uuid import UUID

from conversations.facts import Facts
from conversations.form import Form
from conversations.kinds import KINDS
from fostering.drafts import Answer, Draft
from fostering.people import Household, Person, Placement, Role, Standing
from fostering.policy import Mode, OfficeHours, Policy, Provider, TelephoneNumber
from locales import language

EVENING = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
"""A Sunday evening in winter, so that London and UTC show the same hour."""


def invented(number: int, name: str, role: Role) -> Person:
    """An invented worker with a chat."""
    roles = frozenset({role})
    return Person(
        id=UUID(int=number),
        standing=Standing.STAFF,
        name=name,
        language="en",
        linked=True,
        roles=roles,
    )


PRIYA = invented(0xC3, "Priya", Role.SUPERVISING_SOCIAL_WORKER)
SAM = invented(0xD4, "Sam", Role.CHILDS_SOCIAL_WORKER)
TEAM_MANAGER = invented(0xE5, "Helen", Role.TEAM_MANAGER)
ON_CALL = invented(0xF6, "Amina", Role.OUT_OF_HOURS_WORKER)
HOME = Household(
    id=UUID(int=0xA0),
    carers=frozenset(),
    supervising_social_worker=PRIYA.id,
    placements=(
        Placement(
            id=UUID(int=0xA1),
            household=UUID(int=0xA0),
            young_person=UUID(int=0xA2),
            label="Blue Fox",
            first=date(2026, 1, 1),
            childs_social_worker=SAM.id,
        ),
    ),
)


def rehearsal_policy() -> Policy:
    """An invented service with the packaged kinds; its number is kept free for drama."""
    number = TelephoneNumber(name="On-call team", number="020 7946 0123", checked=date(2026, 11, 1))
    return Policy(
        service_name="Rehearsal Fostering",
        mode=Mode.DRILL,
        office_hours=OfficeHours(opens=time(9), shuts=time(17)),
        out_of_hours_numbers=(number,),
        duty_numbers=(),
        office_steps=(),
        out_of_hours_steps=(),
        kinds=KINDS,
        advocacy_provider=Provider(
            name="Young Voices", number="0161 496 0177", email="", checked=date(2026, 11, 1)
        ),
    )


def rehearsal_facts(tag: str = "en", at: datetime = EVENING) -> Facts:
    """Two children by their labels, two workers, three families, a closed office."""
    return Facts(
        at=at,
        language=language(tag),
        policy=rehearsal_policy(),
        children=(("a1", "Blue Fox"), ("b2", "Red Owl")),
        workers=((PRIYA.id.hex, PRIYA.name), (SAM.id.hex, SAM.name)),
        families=(("e5", "Rosa Okafor"), ("f6", "Daniel Okafor"), ("f7", "Mei Lin")),
        findable=(("e5", "Rosa Okafor"), ("e6", "Daniel Okafor")),
        phones=(("e5", "Rosa Okafor"), ("c3", "Priya Sharma")),
        answerers=((SAM.id.hex, "Sam"), (TEAM_MANAGER.id.hex, "Nadia")),
        their_words=("It is loud at night.",),
        own_number_known=True,
        new_starts=frozenset({"a1"}),
        office_open=False,
        number="020 7946 0123",
        household=HOME,
        roster=(PRIYA, SAM, TEAM_MANAGER, ON_CALL),
    )


def fresh_draft(form: Form, facts: Facts, answers: Mapping[str, Answer] | None = None) -> Draft:
    """A draft that has just been begun."""
    return Draft(
        id=UUID("12345678123456781234567812345678"),
        person=UUID(int=1),
        form=form.key,
        form_version=form.version,
        language=facts.language.tag,
        begun_at=facts.at,
        touched_at=facts.at,
        answers=dict(answers or {}),
    )
