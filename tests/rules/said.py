"""What Ari said, for the rules' tests: sent, opened, answered and judged."""

from uuid import UUID

from fostering.check_in import answer, judge_answer, open_to_read, send_check_in
from fostering.people import Role
from tests.rules.cast import CLEO, HOME, MONDAY_NOON, POLICY, ROSTER, YOUNG, staff, utc
from tests.rules.requests_told import follow

RAY = staff(9, "Ray", Role.REVIEWING_OFFICER)
NIA = staff(10, "Nia", Role.YOUNG_PEOPLES_ANSWERER)
STAFF = (*ROSTER, RAY, NIA)
SEEN_BY = utc(2026, 11, 4, 17)
ANSWERED_BY = utc(2026, 11, 16, 17)


def sending(*chosen, household=HOME, roster=STAFF, at=MONDAY_NOON):
    """Ari says how things are, to these people."""
    return send_check_in(
        request=UUID(int=99),
        reference="R-22222F",
        author=YOUNG,
        household=household,
        roster=roster,
        policy=POLICY,
        at=at,
        chosen=frozenset(person.id for person in chosen),
        answers="{}",
    )


def sent(*chosen, **how):
    """What Ari sent, as it stands."""
    return follow(None, sending(*(chosen or (CLEO, NIA)), **how))


def opened(request=None, worker=CLEO):
    """The same, opened by a reader."""
    request = request or sent()
    return follow(request, open_to_read(request, worker, MONDAY_NOON))


def answering(request, worker=CLEO, **parts):
    """The events by which a reader answers."""
    given = {"said": "", "done": "We moved your bed.", "done_by": None, "refused": False}
    return answer(request, worker, MONDAY_NOON, **{**given, "why_not": "", **parts})


def answered(request=None):
    """The same, answered."""
    request = request or opened()
    return follow(request, answering(request))


def judged(request, *, makes_sense, roster=STAFF):
    """The same, after Ari said whether the answer makes sense."""
    events = judge_answer(
        request, YOUNG, MONDAY_NOON, makes_sense=makes_sense, roster=roster, policy=POLICY
    )
    return follow(request, events)
