"""Meetings at the desk, the same for every sort: confirm, another time, held, plan, move."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Generic
from uuid import UUID, uuid4

from conversations import meeting as screens
from conversations.calendar_file import calendar_file
from conversations.form import Form
from conversations.meeting import Listed, Wording
from conversations.refusals import sentence
from conversations.screen import Screen
from desk.discretion import NOT_WRITTEN_TO
from desk.home import show_home
from desk.say import here, reply, say, to_person, tongue, tongue_of
from desk.scene import Scene
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering import meeting as rules
from fostering.drafts import Answer, Draft
from fostering.events import Event
from fostering.meeting import M, Meeting
from fostering.office_hours import instant, local_date
from fostering.people import Household, Person, Standing
from fostering.refusals import Refusal
from fostering.supervisors import who_hears
from locales import Language, mark

Rule = Callable[[M, Person], tuple[Event, ...]]
ToWorker = Callable[[Language, Wording, str, str], Screen]


class Meetings(ABC, Generic[M]):
    """One sort of meeting: what its buttons do, for the carer and for the worker."""

    words: Wording

    @abstractmethod
    def within_reach(self, scene: Scene) -> Mapping[UUID, M]:
        """The carer's own, or those that the worker at the desk deals with, by carer."""

    @abstractmethod
    def show_own(self, unit: Unit) -> None:
        """Where the carer sees their own."""

    def own(self, scene: Scene) -> M | None:
        """The meeting of the carer at the desk."""
        return self.within_reach(scene).get(scene.person.id) if scene.person is not None else None

    def for_carer(self, unit: Unit, language: Language, meeting: M) -> Screen:
        """The meeting as a message of its own, in its carer's language."""
        worker = name_of(unit, meeting.worker)
        return screens.reminder(language, self.words, meeting, worker, unit.scene.at)

    def for_worker(self, unit: Unit, listed: Listed, meeting: M) -> Screen:
        """The meeting as its worker sees it."""
        del meeting
        return screens.worker_view(tongue(unit), self.words, listed, unit.scene.at)

    def confirm(self, unit: Unit, moves: str) -> None:
        """*I will be there*; whoever was asked for another time hears that none is needed."""
        before = self.own(unit.scene)
        if not self._by_carer(unit, moves, lambda m, carer: rules.confirm(m, carer, unit.scene.at)):
            return
        if before is not None and before.another_time_at is not None:
            self._tell_worker(unit, before, screens.there_after_all)

    def say_held(self, unit: Unit, moves: str) -> None:
        """*Yes, it was held*: the carer agrees with the day that was said."""

        def rule(meeting: M, carer: Person) -> tuple[Event, ...]:
            day = meeting.said_held_on or today(unit)
            return rules.say_held(meeting, carer, day, unit.scene.at, unit.scene.policy)

        self._by_carer(unit, moves, rule)

    def did_not_happen(self, unit: Unit, moves: str) -> None:
        """*It did not happen*: no reason is asked; the worker is told to plan it again."""
        before = self.own(unit.scene)
        if self._by_carer(unit, moves, lambda m, carer: rules.dispute(m, carer, unit.scene.at)):
            self._tell_worker(unit, before, screens.did_not_happen_notice)

    def ask_another_time(self, unit: Unit, moves: str) -> None:
        """*I need another time*: asked once; nothing moves before staff have moved it."""
        before = self.own(unit.scene)
        if not self._by_carer(
            unit, moves, lambda m, carer: rules.ask_another_time(m, carer, unit.scene.at)
        ):
            return
        words = tongue(unit)
        if before is not None and before.another_time_at is not None:
            unit.toast = words.say(mark("You have asked for another time already."))
            return
        told = self._tell_worker(unit, before, screens.another_time_asked)
        unit.toast = (
            words.say(mark("{name} is asked for another time."), name=told.name)
            if told is not None
            else words.say(mark("We wrote it down, but nobody could be told. Ring your worker."))
        )

    def hand_over_calendar(self, unit: Unit) -> None:
        """*Put it in my calendar*: the same UID for as long as this meeting lives."""
        meeting = self.own(unit.scene)
        if meeting is None or meeting.planned_for is None:
            self.show_own(unit)
            return
        words = tongue(unit)
        file = calendar_file(words, meeting, unit.scene.at)
        reply(unit, screens.calendar_screen(words, file), card="calendar")

    def show_list(self, unit: Unit) -> None:
        """The carers of this worker, or all of them for a manager."""
        scene = unit.scene
        if scene.person is None or scene.person.standing is not Standing.STAFF:
            show_home(unit)
            return
        listed = [self._listed(unit, carer, m) for carer, m in self.within_reach(scene).items()]
        listed.sort(key=lambda each: each.name)
        reply(unit, screens.worker_list(tongue(unit), self.words, listed))

    def show_one(self, unit: Unit, key: str) -> None:
        """One carer's meeting, for their worker."""
        found = self.of_worker(unit, key)
        if found is None:
            self.show_list(unit)
            return
        carer, meeting = found
        reply(unit, self.for_worker(unit, self._listed(unit, carer, meeting), meeting))

    def worker_says_held(self, unit: Unit, key: str) -> None:
        """*It was held*: on the day it was planned for; the carer is asked whether that is so."""
        found = self.of_worker(unit, key)
        if found is None:
            self.show_list(unit)
            return
        self.note_held(unit, key, planned_day(unit, found[1]))

    def note_held(self, unit: Unit, key: str, day: date) -> None:
        """A worker says that it was held on this local day."""

        def rule(meeting: M, worker: Person) -> tuple[Event, ...]:
            return rules.say_held(meeting, worker, day, unit.scene.at, unit.scene.policy)

        self._by_worker(unit, key, rule)

    def plan(self, unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
        """The day and time are given: planned or moved, and the carer is told."""
        del form

        def rule(meeting: M, worker: Person) -> tuple[Event, ...]:
            uid = f"{uuid4().hex}@hearthline"
            return rules.plan(meeting, worker, planned_instant(unit, answers), uid, unit.scene.at)

        self._by_worker(unit, str(draft.answers.get("family", "")), rule)

    def tell_carer(self, unit: Unit, carer: UUID, *, lane: Lane = Lane.NOTICE) -> None:
        """The carer sees the meeting as it stands now, as a message of its own."""
        person = unit.scene.people.get(carer)
        meeting = self.within_reach(unit.scene).get(carer)
        if person is None or meeting is None or not person.linked:
            return
        if is_private_home(unit, carer):
            if unit.scene.person is not None:
                unit.toast = tongue(unit).say(NOT_WRITTEN_TO)
            return
        screen = replace(self.for_carer(unit, tongue_of(unit, person), meeting), fresh=True)
        say(unit, screen, to=to_person(person), card=self.words.card, lane=lane)

    def of_worker(self, unit: Unit, key: str) -> tuple[UUID, M] | None:
        """The meeting that a button names, if it is this worker's."""
        person = unit.scene.person
        if person is None or person.standing is not Standing.STAFF:
            return None
        reached = self.within_reach(unit.scene).items()
        return next(((carer, m) for carer, m in reached if carer.hex == key), None)

    def _listed(self, unit: Unit, carer: UUID, meeting: M) -> Listed:
        due = meeting.due_day(unit.scene.policy)
        return Listed(key=carer.hex, name=name_of(unit, carer), meeting=meeting, due=due)

    def _by_worker(self, unit: Unit, key: str, rule: Rule[M]) -> None:
        """Let the rule decide for the carer that a worker's button names; the carer is told."""
        found, worker = self.of_worker(unit, key), unit.scene.person
        if found is None or worker is None:
            self.show_list(unit)
            return
        carer, meeting = found
        try:
            unit.decide(*rule(meeting, worker))
        except Refusal as refusal:
            unit.toast = sentence(refusal, tongue(unit))
        else:
            self.tell_carer(unit, carer)
        self.show_one(unit, key)

    def _by_carer(self, unit: Unit, moves: str, rule: Rule[M]) -> bool:
        """Let the rule decide for the meeting that the button was about; an old button redraws."""
        scene = unit.scene
        meeting = self.own(scene)
        if scene.person is None or meeting is None or str(meeting.moves) != moves:
            unit.toast = tongue(unit).say(mark("The date has changed. Here is the new one."))
            self.show_own(unit)
            return False
        try:
            unit.decide(*rule(meeting, scene.person))
        except Refusal as refusal:
            unit.toast = sentence(refusal, tongue(unit))
            self.show_own(unit)
            return False
        self.show_own(unit)
        self._redraw_reminder(unit)
        return True

    def _redraw_reminder(self, unit: Unit) -> None:
        """The last reminder says the same, where it stands on another message than the pressed."""
        scene, card = unit.scene, self.words.card
        meeting = self.own(scene)
        if meeting is None or scene.shown.get(card, "") in ("", scene.pressed_message):
            return
        screen = self.for_carer(unit, tongue(unit), meeting)
        say(unit, screen, to=here(unit), card=card, lane=Lane.REPLY, edit_only=True)

    def _tell_worker(self, unit: Unit, meeting: M | None, screen: ToWorker) -> Person | None:
        """Tell who planned it last, else the household's own worker, or who stands in for them."""
        scene = unit.scene
        carer, home = scene.person, scene.household
        if carer is None:
            return None
        planned_by = meeting.worker if meeting is not None else None
        worker = planned_by or (home.supervising_social_worker if home is not None else None)
        told = who_hears(worker, home, scene.roster, today(unit))
        if told is not None:
            shown = screen(tongue_of(unit, told), self.words, carer.name, carer.id.hex)
            say(unit, shown, to=to_person(told), lane=Lane.NOTICE)
        return told


def planned_instant(unit: Unit, answers: Mapping[str, Answer]) -> datetime:
    """The answered local day and time as an aware UTC instant."""
    day = date.fromisoformat(str(answers["day"]))
    clock = time.fromisoformat(str(answers["time"]))
    return instant(day, clock, unit.scene.policy.office_hours)


def planned_day(unit: Unit, meeting: Meeting) -> date:
    """The local day for which it was planned; today where nothing is, or it is still to come."""
    planned = meeting.planned_for or unit.scene.at
    return min(local_date(planned, unit.scene.policy.office_hours), today(unit))


def today(unit: Unit) -> date:
    """The service's local day."""
    return local_date(unit.scene.at, unit.scene.policy.office_hours)


def is_private_home(unit: Unit, carer: UUID) -> bool:
    """Whether this carer's household is in private process: then nothing prompts them."""
    home = home_of(unit, carer)
    return home is not None and home.private


def home_of(unit: Unit, carer: UUID) -> Household | None:
    """The household that this carer belongs to, if it is within reach."""
    return next((h for h in unit.scene.households.values() if carer in h.carers), None)
