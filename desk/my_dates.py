"""*My dates* at the desk: supervision beside the annual review."""

from conversations.annual_review import ANNUAL_REVIEW, carer_notes
from conversations.meeting import meeting_lines
from conversations.my_dates import my_dates
from conversations.screen import Line
from desk.home import show_home
from desk.meetings import today
from desk.placement_starts import shown_starts
from desk.say import reply, tongue
from desk.unit import Unit
from desk.views import name_of
from fostering.people import Standing


def show_my_dates(unit: Unit) -> None:
    """*My dates*: visits without notice are never among them."""
    scene = unit.scene
    if scene.person is None or scene.person.standing is not Standing.CARER:
        show_home(unit)
        return
    supervision = scene.supervision
    due = supervision.due_day(scene.policy) if supervision is not None else None
    worker = name_of(unit, supervision.worker) if supervision is not None else ""
    screen = my_dates(
        tongue(unit),
        supervision,
        due,
        worker,
        scene.at,
        review=_review_lines(unit),
        starts=shown_starts(unit),
    )
    reply(unit, screen)


def _review_lines(unit: Unit) -> list[Line]:
    review, words = unit.scene.annual_review, tongue(unit)
    due = review.due_day(unit.scene.policy) if review is not None else None
    if review is None or due is None:
        return []
    worker = name_of(unit, review.worker)
    late = due < today(unit)
    lines = meeting_lines(words, ANNUAL_REVIEW, review, due, worker, late=late)
    return [*carer_notes(words, review), *lines]
