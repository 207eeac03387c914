"""Whom a young person may choose to see what they say (practice 12, 23, 27)."""

from dataclasses import replace

from fostering.answerers import Part, answerers
from fostering.people import Role
from tests.rules.cast import CLEO, HOME, MONDAY_NOON, POLICY, SAM, YOUNG, absence
from tests.rules.said import NIA, RAY, STAFF


def offered(household=HOME, roster=STAFF):
    """Whom Ari may choose, by name and part."""
    found = answerers(YOUNG, household, roster, POLICY, MONDAY_NOON)
    return [(each.person.name, each.part) for each in found]


def test_the_own_social_worker_comes_first_then_the_reviewing_officer_then_who_answers():
    assert offered() == [
        ("Cleo", Part.SOCIAL_WORKER),
        ("Ray", Part.REVIEWING_OFFICER),
        ("Nia", Part.ANSWERER),
    ]
    assert offered(household=None) == [("Ray", Part.REVIEWING_OFFICER), ("Nia", Part.ANSWERER)]


def test_who_cannot_be_reached_here_is_not_offered_unless_covered_for():
    gone = replace(CLEO, linked=False)
    assert ("Cleo", Part.SOCIAL_WORKER) not in offered(roster=(gone, RAY))
    away = replace(CLEO, absences=absence())
    assert ("Cleo", Part.SOCIAL_WORKER) not in offered(roster=(away, RAY))
    covered = replace(CLEO, absences=absence(RAY.id))
    assert ("Cleo", Part.SOCIAL_WORKER) in offered(roster=(covered, RAY))
    assert offered(roster=()) == []
    nobody = replace(HOME, placements=(replace(HOME.placements[0], childs_social_worker=None),))
    assert offered(household=nobody, roster=(RAY,)) == [("Ray", Part.REVIEWING_OFFICER)]


def test_who_is_too_near_to_the_household_is_never_offered():
    both = replace(SAM, roles=SAM.roles | {Role.YOUNG_PEOPLES_ANSWERER})
    assert "Sam" not in [name for name, _ in offered(roster=(both, CLEO))]
    kept = replace(HOME, kept_from=frozenset({NIA.id}))
    assert "Nia" not in [name for name, _ in offered(household=kept)]
    near = replace(CLEO, absences=absence(SAM.id))
    assert "Cleo" not in [name for name, _ in offered(roster=(near, SAM))]


def test_somebody_of_two_parts_stands_there_once():
    two = replace(CLEO, roles=CLEO.roles | {Role.YOUNG_PEOPLES_ANSWERER})
    assert offered(roster=(two,)) == [("Cleo", Part.SOCIAL_WORKER)]
