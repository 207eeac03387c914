"""The annual review at the desk: what the carer sees, what staff fix, and what is missing."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from conversations import meeting as screens
from conversations.annual_review import (
    ANNUAL_REVIEW,
    carer_notes,
    found_notice,
    held_on,
    rights_line,
    say_how,
    staff_notes,
    year_held,
)
from conversations.form import Form
from conversations.meeting import Listed
from conversations.screen import Screen
from desk import raising
from desk.discretion import NOT_WRITTEN_TO
from desk.home import show_home
from desk.meetings import Meetings, home_of, is_private_home, today
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.scene import Scene
from desk.unit import Unit
from desk.views import name_of
from fostering import annual_review as rules
from fostering.annual_review import AnnualReview, children_are_asked, wants_views
from fostering.drafts import SKIPPED, Answer, Draft
from fostering.people import Household
from fostering.supervisors import asks_the_child
from locales import Language, mark


class _AnnualReviews(Meetings[AnnualReview]):
    words = ANNUAL_REVIEW

    def within_reach(self, scene: Scene) -> Mapping[UUID, AnnualReview]:
        return scene.annual_reviews

    def show_own(self, unit: Unit) -> None:
        """*Annual review*, for its carer."""
        review = self.own(unit.scene)
        if review is None:
            show_home(unit)
            return
        reply(unit, self.for_carer(unit, tongue(unit), review))

    def for_carer(self, unit: Unit, language: Language, meeting: AnnualReview) -> Screen:
        scene = unit.scene
        due = meeting.due_day(scene.policy)
        asked = wants_views(meeting, scene.policy, today(unit))
        return screens.reminder(
            language,
            self.words,
            meeting,
            name_of(unit, meeting.worker),
            scene.at,
            due=due,
            late=due is not None and due < today(unit),
            more=(*carer_notes(language, meeting), rights_line(language)),
            first=(*([say_how(language)] if asked else []), year_held(language)),
        )

    def for_worker(self, unit: Unit, listed: Listed, meeting: AnnualReview) -> Screen:
        scene, words = unit.scene, tongue(unit)
        home = home_of(unit, meeting.carer)
        asked = home is not None and children_are_asked(meeting, scene.policy, today(unit))
        return screens.worker_view(
            words,
            self.words,
            listed,
            scene.at,
            late=listed.due is not None and listed.due < today(unit),
            more=staff_notes(
                words,
                meeting,
                missing=wants_views(meeting, scene.policy, today(unit)),
                to_ask=asked_through_others(unit, home) if home is not None and asked else (),
            ),
            last=(
                *([held_on(words, listed.key)] if meeting.said_held_on is None else []),
                year_held(words, listed.key),
            ),
        )


ANNUAL_REVIEWS = _AnnualReviews()
"""What the buttons of an annual review do."""


def note_held_on(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """*It was held*: the carer is asked whether that is so, and reads how they are doing."""
    del form
    day, key = date.fromisoformat(str(answers["day"])), str(draft.answers.get("family", ""))
    found, worker = ANNUAL_REVIEWS.of_worker(unit, key), unit.scene.person
    ANNUAL_REVIEWS.note_held(unit, key, day)
    if found is None or worker is None:
        return
    said = answers.get("words", SKIPPED)
    words = "" if said == SKIPPED else str(said)
    told = rules.say_how_they_do(found[1], worker, words, unit.scene.at)
    unit.decide(*told)
    carer = unit.scene.people.get(found[0])
    if not told or carer is None:
        return
    if not carer.linked:
        unit.toast = tongue(unit).say(mark("They have no chat here. Tell them yourself."))
        return
    if is_private_home(unit, carer.id):
        unit.toast = tongue(unit).say(NOT_WRITTEN_TO)
        return
    say(unit, found_notice(tongue_of(unit, carer), worker.name, words), to=to_person(carer))


def send_views(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The carer has said how the year was: a request to their worker, noted with the review."""
    raising.send_report(unit, form, draft, answers)
    review, carer = unit.scene.annual_review, unit.scene.person
    if review is not None and carer is not None:
        unit.decide(*rules.send_views(review, carer, unit.scene.at))


def asked_through_others(unit: Unit, home: Household) -> tuple[str, ...]:
    """The labels of the children there whose own social worker cannot be told in a chat."""
    day, roster = today(unit), unit.scene.roster
    placements = home.on(day).placements
    return tuple(p.label for p in placements if asks_the_child(p, home, roster, day) is None)
