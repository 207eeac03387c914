"""What is due now: climbs, promised rings, nudges, old drafts, meetings; told once each."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from conversations import notices
from conversations import supervision as screens
from conversations.catalogue import FORMS
from desk import advocacies, advocacy_scenes, placement_scenes, scenes
from desk.advice_telling import climb_advice
from desk.annual_review_due import tell_review
from desk.filing_notices import tell_filing_due
from desk.home_checks import check_due
from desk.meetings import home_of, today
from desk.newcomers import newcomer_due
from desk.paging_tests import paging_test_due
from desk.placement_starts import start_due
from desk.safe_times import safe_time_due
from desk.say import NUDGE, say, to_person, to_room, tongue, tongue_of
from desk.scene import Scene
from desk.shift_notices import shift_due
from desk.sight import household_today
from desk.social_worker_task import tell_task_due
from desk.standing_still import resumes_at
from desk.supervisions import SUPERVISIONS
from desk.telling import tell
from desk.unit import Lane, Unit
from desk.views import household_of
from fostering.annual_review import AnnualReview
from fostering.chasing import chase
from fostering.due import Due, Rule, due, next_due_at
from fostering.escalation import climb
from fostering.events import AnnualReviewTold, ReminderTold
from fostering.handing_over import lapse
from fostering.matters import CHASED
from fostering.meeting import count_as_held
from fostering.on_call import on_call
from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.requests import miss_ring
from fostering.supervision import Supervision
from fostering.supervisors import team_managers, who_hears
from storage.database import Reader
from storage.due import DueSubject

LATER = timedelta(minutes=1)
Load = Callable[[Reader, Scene, UUID], Awaitable[None]]


async def unit_for(reader: Reader, subject: DueSubject, scene: Scene) -> Unit:
    """Decide one due matter in its own unit, on a scene without a sender."""
    unit = Unit(scene=scene)
    match subject.noun:
        case "request":
            await scenes.reach(reader, scene, [subject.id])
            request_due(unit, subject.id)
        case "draft":
            await scenes.load_draft(reader, scene, subject.id)
            draft_due(unit, subject.id, still=resumes_at(scene, subject) is not None)
        case "advocacy":
            await advocacy_scenes.load_due(reader, scene, subject.id)
            advocacies.tell_late(unit, subject.id)
        case "person":
            shift_due(unit, subject.id)
            paging_test_due(unit, subject.id)
            await scenes.load_newcomer(reader, scene, subject.id)
            if not _asleep(scene):
                newcomer_due(unit, subject.id)
                safe_time_due(unit, subject.id)
        case noun:
            load, decide = OF_HOUSEHOLDS[noun]
            await load(reader, scene, subject.id)
            if resumes_at(scene, subject) is None:
                decide(unit, subject.id)
    tell(unit)
    return unit


def look_again_at(
    subject: DueSubject, unit: Unit | None, policy: Policy, at: datetime
) -> datetime | None:
    """When to look again at what brought nothing, or failed (`unit` None); None: never.

    Never at once: what fails or has been told must not keep the clock from other matters.
    """
    if unit is None:
        return at + LATER
    scene = unit.scene
    still = resumes_at(scene, subject)
    if still is not None:
        return still
    entity = (
        scene.requests.get(subject.id)
        or scene.drafts.get(subject.id)
        or scene.advocacies.get(subject.id)
        or _meeting(scene, subject)
        or scene.placement_starts.get(subject.id)
        or scene.home_checks.get(subject.id)
        or next((w for w in scene.roster if w.id == subject.id), None)
        or scene.people.get(subject.id)
    )
    wanted = next_due_at(entity, policy) if entity is not None else None
    if wanted is None:
        return None
    urgent = subject.noun in ("request", "person")
    return max(wanted, at + LATER if urgent else when_awake(at + LATER, policy))


def _meeting(scene: Scene, subject: DueSubject) -> Supervision | AnnualReview | None:
    """The meeting that was looked at; no annual review of a carer who has left is due."""
    if subject.noun == "supervision":
        return scene.supervisions.get(subject.id)
    carer = scene.people.get(subject.id)
    return scene.annual_reviews.get(subject.id) if carer is not None and carer.active else None


def request_due(unit: Unit, key: UUID) -> None:
    """Climb, remind the worker of the promised ring, or of the child's social worker."""
    scene = unit.scene
    request = scene.requests.get(key)
    if request is None:
        return
    for matter in due(request, scene.policy, scene.at):
        match matter.rule:
            case Rule.CLIMB:
                events = climb(
                    request, scene.roster, household_of(unit, request), scene.policy, scene.at
                )
                unit.decide(*events)
            case Rule.ADVICE_CLIMB:
                climb_advice(unit, scene.requests[key], household_today(unit, request))
            case Rule.HANDOVER_LAPSED:
                unit.decide(*lapse(scene.requests[key], scene.at))
            case Rule.RING_PASSED:
                _ring_missed(unit, key)
            case rule if rule in CHASED and not _asleep(scene):
                unit.told.append((rule.value, key.hex, matter.occurrence))
                unit.decide(chase(request, matter, scene.roster, scene.policy, scene.at))
            case Rule.FILING_REMINDER if not _asleep(scene):
                tell_filing_due(unit, request, matter)
            case Rule.TASK_REMINDER | Rule.TASK_OVERDUE_MANAGER if not _asleep(scene):
                tell_task_due(unit, request, matter)
            case _:
                continue


def _ring_missed(unit: Unit, key: UUID) -> None:
    scene = unit.scene
    request = scene.requests[key]
    missed = miss_ring(request, scene.at)
    unit.decide(*missed)
    worker = _person(unit, request.acknowledged_by)
    if missed and worker is not None:
        screen = notices.ring_passed(tongue_of(unit, worker), request)
        say(unit, screen, to=to_person(worker), card=f"ring:{key.hex}", lane=Lane.URGENT)


def draft_due(unit: Unit, key: UUID, *, still: bool = False) -> None:
    """One nudge, for carers only; after the policy's days the answers are thrown away.

    No nudge while prompts stand `still`.
    """
    scene = unit.scene
    draft = scene.drafts.get(key)
    person = scene.people.get(draft.person) if draft is not None else None
    if draft is None or person is None:
        return
    for matter in due(draft, scene.policy, scene.at):
        if matter.rule is Rule.DRAFT_EXPIRY:
            unit.drop(draft)
            _end_nudge(unit, person)
            return
        if still or _asleep(scene):
            continue
        form = FORMS.get(draft.form)
        may_nudge = form is not None and form.nudges and person.standing is Standing.CARER
        unit.keep(replace(draft, nudged=True))
        if may_nudge and form is not None and person.linked:
            words = tongue_of(unit, person)
            screen = notices.nudge(words, words.say(form.title), draft.tag)
            unit.told.append((matter.rule.value, key.hex, matter.occurrence))
            say(unit, screen, to=to_person(person), card=NUDGE, lane=Lane.REMINDER)


def _end_nudge(unit: Unit, person: Person) -> None:
    """A reminder that still stands there must not offer answers that are gone."""
    if person.linked:
        screen = notices.thrown_away(tongue_of(unit, person))
        say(unit, screen, to=to_person(person), card=NUDGE, lane=Lane.REMINDER, edit_only=True)


def _asleep(scene: Scene) -> bool:
    """Whether what was missed by day and can wait must wait for the morning."""
    return when_awake(scene.at, scene.policy) > scene.at


def supervision_due(unit: Unit, carer: UUID) -> None:
    """Reminders, what is to be planned, what is overdue, what counts as held."""
    scene = unit.scene
    supervision = scene.supervisions.get(carer)
    if supervision is None or _asleep(scene):
        return
    for matter in due(supervision, scene.policy, scene.at):
        if matter.rule is Rule.SUPERVISION_HELD:
            unit.decide(*count_as_held(supervision, scene.policy, scene.at))
            continue
        unit.told.append((matter.rule.value, carer.hex, matter.occurrence))
        unit.decide(
            ReminderTold(
                at=scene.at, subject=carer, rule=matter.rule.value, occurrence=matter.occurrence
            )
        )
        _tell_supervision(unit, matter, supervision)


def annual_review_due(unit: Unit, key: UUID) -> None:
    """The views to gather, the date to fix, the reminders, what is overdue, what counts as held."""
    scene = unit.scene
    review, carer = scene.annual_reviews.get(key), scene.people.get(key)
    if review is None or carer is None or not carer.active or _asleep(scene):
        return
    for matter in due(review, scene.policy, scene.at):
        if matter.rule is Rule.ANNUAL_REVIEW_HELD:
            unit.decide(*count_as_held(review, scene.policy, scene.at))
            continue
        rule, occurrence = matter.rule.value, matter.occurrence
        unit.told.append((rule, key.hex, occurrence))
        unit.decide(AnnualReviewTold(at=scene.at, subject=key, rule=rule, occurrence=occurrence))
        tell_review(unit, matter, review, carer)


def _tell_supervision(unit: Unit, matter: Due, supervision: Supervision) -> None:
    scene = unit.scene
    carer = scene.people.get(supervision.carer)
    day = supervision.due_day(scene.policy)
    if carer is None:
        return
    if matter.rule is Rule.SUPERVISION_REMINDER:
        SUPERVISIONS.tell_carer(unit, carer.id, lane=Lane.REMINDER)
        return
    if day is None:
        return
    to_manager = matter.rule is Rule.SUPERVISION_OVERDUE_MANAGER
    for worker in _who_hears(unit, supervision, to_manager=to_manager):
        words = tongue_of(unit, worker)
        if matter.rule is Rule.SUPERVISION_TO_PLAN:
            screen = screens.plan_soon_notice(words, carer.name, carer.id.hex, day)
        else:
            screen = screens.overdue_notice(
                words, carer.name, carer.id.hex, day, to_manager=to_manager
            )
        say(unit, screen, to=to_person(worker), lane=Lane.NOTICE)


def _who_hears(unit: Unit, supervision: Supervision, *, to_manager: bool) -> tuple[Person, ...]:
    """The carer's worker or who stands in for them; later the team managers."""
    scene = unit.scene
    home = home_of(unit, supervision.carer)
    day = today(unit)
    if to_manager:
        return team_managers(home, scene.roster, day)
    wanted = home.supervising_social_worker if home is not None else supervision.worker
    found = who_hears(wanted, home, scene.roster, day)
    return (found,) if found is not None else ()


def _person(unit: Unit, key: UUID | None) -> Person | None:
    return next((p for p in unit.scene.roster if p.id == key), None)


OF_HOUSEHOLDS: Mapping[str, tuple[Load, Callable[[Unit, UUID], None]]] = {
    "placement_start": (placement_scenes.load_start, start_due),
    "home_check": (placement_scenes.load_home_check, check_due),
    "supervision": (scenes.load_meetings, supervision_due),
    "annual_review": (scenes.load_meetings, annual_review_due),
}
"""What stands still while a household is in private process: how it is loaded, and decided."""


def say_unread(unit: Unit, author: Person | None = None) -> None:
    """Whoever is on call is told at once that something could not be read."""
    scene = unit.scene
    for worker in on_call(scene.roster, scene.policy, scene.at)[:1]:
        words = tongue_of(unit, worker)
        screen = (
            notices.unread_from(words, author.name) if author is not None else notices.unread(words)
        )
        say(unit, screen, to=to_person(worker), lane=Lane.URGENT)
    for room in scene.rooms:
        say(unit, notices.unread(tongue(unit)), to=to_room(room))
