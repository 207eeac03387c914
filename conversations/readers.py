"""Who sees this: said truly before it is sent, by urgency and kind, from the real route."""

from collections.abc import Sequence
from uuid import UUID

from conversations.facts import Facts
from conversations.questions import Answers
from conversations.social_worker_task import STILL_TO_TELL
from fostering.kinds import Kind
from fostering.office_hours import local_date
from fostering.people import Household
from fostering.permission import ABOUT_APPROVAL
from fostering.priority import Priority
from fostering.readers import Reader, readers
from fostering.routing import Route, route
from locales import Language, mark

MUST_NOT_SEE = "must_not_see"
NOBODY = "nobody"
A_MANAGER = mark("This goes to a manager.")
WHO_SEES = mark("Who sees this: {people}.")
WORDS = {
    Reader.ON_DUTY: mark("the workers on duty and on call"),
    Reader.ONE_ON_DUTY: mark("a worker on duty"),
    Reader.WHO_ANSWERS: mark("the worker who answers it"),
    Reader.SUPERVISOR: mark("your supervising social worker"),
    Reader.CHILDS_WORKERS: mark("the social workers of the children with you"),
    Reader.MANAGERS: mark("the managers"),
}
YOUR_WORKER = mark("Your supervising social worker")
A_WORKER = mark("A worker")


def excluded_by(answers: Answers) -> frozenset[UUID]:
    """The workers who must not see the report (practice 15)."""
    chosen = answers.get(MUST_NOT_SEE, ())
    if not isinstance(chosen, tuple):
        return frozenset()
    return frozenset(UUID(hex=key) for key in chosen if key != NOBODY)


def left_out(home: Household | None, excluded: frozenset[UUID]) -> bool:
    """Whether the household's supervising social worker must not see it."""
    return home is not None and home.supervising_social_worker in excluded


def way_of(answers: Answers, facts: Facts, kind: Kind | None, *, form: str = "") -> Route:
    """Where these answers would go now."""
    excluded = excluded_by(answers)
    home, policy = facts.household, facts.policy
    placements = home.placements if home is not None else ()
    chosen = answers.get("child")
    child = next((p.young_person for p in placements if p.id.hex == chosen), None)
    return route(
        kind,
        home,
        facts.roster,
        policy,
        facts.at,
        excluded=excluded,
        child=child,
        about_child=chosen != NOBODY,
        of_approval=form in ABOUT_APPROVAL,
    )


def who_reads(
    answers: Answers, facts: Facts, kind: Kind | None, priority: Priority, *, form: str = ""
) -> tuple[Reader, ...]:
    """Who would see these answers, sent now; frozen with the request when it is."""
    way = way_of(answers, facts, kind, form=form)
    day = local_date(facts.at, facts.policy.office_hours)
    return readers(kind, priority, facts.household, facts.roster, way, day, form=form)


def reader_lines(
    answers: Answers, facts: Facts, kind: Kind | None, priority: Priority
) -> tuple[str, ...]:
    """Translated: who sees it, and whom the service has to tell in another way (practice 18)."""
    say = facts.language.say
    lines = [said(facts.language, who_reads(answers, facts, kind, priority))]
    if kind is not None and kind.phone_only:
        lines = [say(A_MANAGER)]
    if way_of(answers, facts, kind).social_worker_task:
        lines.append(say(STILL_TO_TELL))
    return tuple(line for line in lines if line)


def said(language: Language, found: Sequence[str]) -> str:
    """The readers in words; "" where there are none that we know."""
    words = [language.say(WORDS[Reader(one)]) for one in found if one in tuple(Reader)]
    return language.say(WHO_SEES, people=language.items(words)) if words else ""


def next_step_of(language: Language, kind: Kind, *, without_supervisor: bool = False) -> str:
    """What happens next with this kind, translated; it names no worker who must not see it."""
    if "{worker}" not in kind.next_step:
        return language.say(kind.next_step)
    worker = A_WORKER if without_supervisor else YOUR_WORKER
    return language.say(kind.next_step, worker=language.say(worker))
