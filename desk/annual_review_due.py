"""What is due about an annual review: who is told what, once each, by day."""

from datetime import date
from uuid import UUID

from conversations import annual_review as screens
from conversations.screen import Screen
from desk.annual_reviews import ANNUAL_REVIEWS, asked_through_others
from desk.meetings import home_of, today
from desk.say import say, to_person, tongue_of
from desk.unit import Lane, Unit
from fostering.annual_review import AnnualReview
from fostering.due import Due, Rule
from fostering.people import Household, Person
from fostering.supervisors import asks_the_child, service_managers, team_managers, who_hears

NOTICES = {
    Rule.ANNUAL_REVIEW_BEGIN: screens.begin_notice,
    Rule.ANNUAL_REVIEW_NO_DATE: screens.no_date_notice,
    Rule.ANNUAL_REVIEW_OVERDUE: screens.overdue_notice,
}
"""What is told to the worker, and of the last two to a manager as well."""


def tell_review(unit: Unit, matter: Due, review: AnnualReview, carer: Person) -> None:
    """Tell one matter to everybody whom it concerns."""
    day = review.due_day(unit.scene.policy)
    home = home_of(unit, carer.id)
    if day is None:
        return
    match matter.rule:
        case Rule.ANNUAL_REVIEW_REMINDER:
            ANNUAL_REVIEWS.tell_carer(unit, carer.id, lane=Lane.REMINDER)
        case Rule.ANNUAL_REVIEW_VIEWS if carer.linked:
            screen = screens.views_notice(tongue_of(unit, carer), day)
            say(unit, screen, to=to_person(carer), lane=Lane.REMINDER)
        case Rule.ANNUAL_REVIEW_CHILD if home is not None:
            _have_the_children_asked(unit, carer, home, day)
        case rule if rule in NOTICES:
            for worker in _who_hears(unit, rule, home):
                words = tongue_of(unit, worker)
                _notice(unit, worker, NOTICES[rule](words, carer.name, carer.id.hex, day))
        case _:
            return


def _who_hears(unit: Unit, rule: Rule, home: Household | None) -> tuple[Person, ...]:
    """The carer's worker or who stands in; near the day, and after it, a manager as well."""
    roster, day = unit.scene.roster, today(unit)
    worker = who_hears(_supervisor(home), home, roster, day)
    more: tuple[Person, ...] = ()
    if rule is Rule.ANNUAL_REVIEW_NO_DATE:
        more = team_managers(home, roster, day)
    elif rule is Rule.ANNUAL_REVIEW_OVERDUE:
        more = service_managers(home, roster, day)
    found = (worker, *more) if worker is not None else more
    return tuple({person.id: person for person in found}.values())


def _have_the_children_asked(unit: Unit, carer: Person, home: Household, day: date) -> None:
    """Each child's own social worker; where one cannot be reached, the supervising one's to do."""
    roster = unit.scene.roster
    for placement in home.on(today(unit)).placements:
        worker = asks_the_child(placement, home, roster, today(unit))
        if worker is not None:
            words = tongue_of(unit, worker)
            _notice(unit, worker, screens.child_notice(words, carer.name, placement.label, day))
    labels = asked_through_others(unit, home)
    supervisor = who_hears(_supervisor(home), home, roster, today(unit))
    if labels and supervisor is not None:
        words = tongue_of(unit, supervisor)
        _notice(unit, supervisor, screens.ask_notice(words, carer.name, carer.id.hex, labels))


def _supervisor(home: Household | None) -> UUID | None:
    return home.supervising_social_worker if home is not None else None


def _notice(unit: Unit, worker: Person, screen: Screen) -> None:
    say(unit, screen, to=to_person(worker), lane=Lane.NOTICE)
