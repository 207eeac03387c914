"""Following events: what the scene holds after an event, by the rules' own `after`."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from uuid import UUID

from desk.scene import Scene, Written
from fostering import (
    advocacy,
    annual_review,
    delegated_authority,
    home_check,
    invitations,
    one_time_links,
    people,
    placement_start,
    private_home_states,
    requests,
    supervision,
)
from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.events import (
    AnswerAwaited,
    AnswerOpened,
    CareDayNoted,
    DeciderNoted,
    Event,
    HomeChecked,
    HomeCheckTold,
    HomeCheckTurned,
    InformationTicked,
    LanguageChosen,
    NewcomerConfirmed,
    NewcomerJoined,
    NewcomerUnconfirmed,
    PagingTestAnswered,
    PagingTestMissed,
    PagingTestSent,
    PagingTestSkipped,
    PersonLinked,
    PersonUnlinked,
    PhoneUseSaid,
    PlanTicked,
    PrivateHomeEnded,
    PrivateHomeStarted,
    PrivateHomeTold,
    SafeTimeMissed,
    SafeTimesChosen,
    ShiftAccepted,
    ShiftOffered,
    ShiftRefused,
    ShiftResumed,
    ShiftUncovered,
    SomethingNewSaid,
    StartReminded,
)
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.meeting import M
from fostering.one_time_links import OneTimeLink
from fostering.people import Person
from fostering.placement_start import PlacementStart
from fostering.private_home_states import PrivateHome
from fostering.requests import Request
from fostering.subjects import AFTER, Noun
from fostering.supervision import Supervision

STARTS = (InformationTicked, PlanTicked, StartReminded)
HOME_CHECKS = (HomeChecked, HomeCheckTold, HomeCheckTurned)
PRIVATE_HOMES = (PrivateHomeStarted, PrivateHomeEnded, PrivateHomeTold)
SHIFTS = (ShiftOffered, ShiftAccepted, ShiftRefused, ShiftUncovered, ShiftResumed)
PAGING_TESTS = (PagingTestSent, PagingTestSkipped, PagingTestAnswered, PagingTestMissed)
NEWCOMERS = (NewcomerJoined, NewcomerConfirmed, NewcomerUnconfirmed, PhoneUseSaid)
SAFE_TIMES = (SafeTimesChosen, AnswerAwaited, AnswerOpened, SomethingNewSaid, SafeTimeMissed)
YOUNG = (*NEWCOMERS, *SAFE_TIMES, CareDayNoted)

Entity = (
    Request
    | Supervision
    | AnnualReview
    | Person
    | Invitation
    | OneTimeLink
    | Advocacy
    | DelegatedAuthority
    | PlacementStart
    | HomeCheck
    | PrivateHome
)


def follow(scene: Scene, event: Event) -> Iterator[tuple[UUID, int | None, Entity]]:
    """Bring the scene up to this event; yields what it changed: key, version before, entity."""
    _keep_words(scene, event)
    match AFTER.get(type(event)):
        case Noun.REQUEST if event.request is not None:
            before = scene.requests.get(event.request)
            entity = requests.after(before, event)
            scene.requests[event.request] = entity
            yield event.request, before.version if before is not None else None, entity
        case Noun.SUPERVISION:
            yield from _follow_meeting(scene.supervisions, supervision.after, event)
        case Noun.ANNUAL_REVIEW:
            yield from _follow_meeting(scene.annual_reviews, annual_review.after, event)
        case Noun.INVITATION:
            yield from _follow_invitation(scene, event)
        case Noun.ONE_TIME_LINK:
            known = scene.one_time_link
            scene.one_time_link = one_time_links.after(known, event)
            version = known.version if known is not None else None
            yield scene.one_time_link.id, version, scene.one_time_link
        case Noun.ADVOCACY if event.request is not None:
            asked = scene.advocacies.get(event.request)
            stands = advocacy.after(asked, event)
            scene.advocacies[event.request] = stands
            yield event.request, asked.version if asked is not None else None, stands
        case Noun.PERSON:
            yield from _follow_person(scene, event)
        case Noun.DELEGATED_AUTHORITY if isinstance(event, DeciderNoted):
            yield from _follow_authority(scene, event)
        case Noun.PLACEMENT_START | Noun.HOME_CHECK | Noun.PRIVATE_HOME:
            yield from _follow_household(scene, event)
        case _:
            return


def _follow_meeting(
    met: dict[UUID, M], after: Callable[[M, Event], M], event: Event
) -> Iterator[tuple[UUID, int | None, M]]:
    known = met.get(event.subject)
    if known is not None:
        met[event.subject] = after(known, event)
        yield event.subject, known.version, met[event.subject]


def _follow_invitation(scene: Scene, event: Event) -> Iterator[tuple[UUID, int | None, Entity]]:
    before = scene.invitation
    scene.invitation = invitations.after(before, event)
    joined = _known(scene, event.subject) if isinstance(event, PersonLinked) else None
    if joined is not None:
        _stand(scene, people.after(joined, event))
    yield scene.invitation.id, before.version if before is not None else None, scene.invitation


def _follow_person(scene: Scene, event: Event) -> Iterator[tuple[UUID, int | None, Entity]]:
    person = scene.person
    if isinstance(event, LanguageChosen) and person is not None and person.id == event.subject:
        scene.person = replace(person, language=event.language)
        yield person.id, person.version, scene.person
    elif isinstance(event, SHIFTS + PAGING_TESTS):
        yield from _follow_shift(scene, event)
    elif isinstance(event, (*YOUNG, PersonUnlinked)):
        before = _known(scene, event.subject)
        if before is not None:
            changed = people.after(before, event)
            _stand(scene, changed)
            yield changed.id, before.version, changed


def _known(scene: Scene, id: UUID) -> Person | None:
    """Whoever this is, from wherever the scene holds them."""
    own = (scene.person,) if scene.person is not None else ()
    held = (*own, *scene.people.values(), *scene.roster, *scene.advocates)
    return next((person for person in held if person.id == id), None)


def _stand(scene: Scene, changed: Person) -> None:
    """Wherever the scene holds them, they stand as they are now."""
    scene.people[changed.id] = changed
    if scene.person is not None and scene.person.id == changed.id:
        scene.person = changed
    scene.roster = tuple(changed if w.id == changed.id else w for w in scene.roster)
    scene.advocates = tuple(changed if a.id == changed.id else a for a in scene.advocates)


def _follow_shift(scene: Scene, event: Event) -> Iterator[tuple[UUID, int | None, Entity]]:
    """The roster knows at once who takes whose pages."""
    worker = next((w for w in scene.roster if w.id == event.subject), None)
    if worker is None:
        return
    changed = people.after(worker, event)
    scene.roster = tuple(changed if w.id == worker.id else w for w in scene.roster)
    if scene.person is not None and scene.person.id == worker.id:
        scene.person = changed
    yield worker.id, worker.version, changed


def _follow_authority(
    scene: Scene, event: DeciderNoted
) -> Iterator[tuple[UUID, int | None, Entity]]:
    known = scene.authorities.get(event.placement)
    begun = known or DelegatedAuthority(placement=event.placement, young_person=event.subject)
    scene.authorities[event.placement] = delegated_authority.after(begun, event)
    version = known.version if known is not None else None
    yield event.placement, version, scene.authorities[event.placement]


def _follow_household(scene: Scene, event: Event) -> Iterator[tuple[UUID, int | None, Entity]]:
    """A private process; the start of a placement or the quarterly question, made by an import."""
    if isinstance(event, PRIVATE_HOMES):
        yield from _follow_private(scene, event)
    elif isinstance(event, STARTS):
        begun = scene.placement_starts[event.placement]
        scene.placement_starts[begun.id] = placement_start.after(begun, event)
        yield begun.id, begun.version, scene.placement_starts[begun.id]
    elif isinstance(event, HOME_CHECKS):
        check = scene.home_checks[event.household]
        scene.home_checks[check.id] = home_check.after(check, event)
        yield check.id, check.version, scene.home_checks[check.id]


def _follow_private(
    scene: Scene, event: PrivateHomeStarted | PrivateHomeEnded | PrivateHomeTold
) -> Iterator[tuple[UUID, int | None, Entity]]:
    """The household knows at once that it is in private process, or no longer."""
    home = scene.households[event.household]
    changed = private_home_states.after(home.process, event)
    scene.households[home.id] = replace(home, process=changed)
    yield home.id, home.process.version if home.process is not None else None, changed


def _keep_words(scene: Scene, event: Event) -> None:
    """What happened in this unit can be shown in it."""
    if event.request is None:
        return
    personal = event.personal_fields()
    codes = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in personal}
    line = Written(
        at=event.at,
        actor=event.actor,
        event=type(event).__name__,
        words={name: str(getattr(event, name)) for name in sorted(personal)},
        codes=codes,
    )
    scene.written[event.request] = (*scene.written.get(event.request, ()), line)
