"""Home, language, Hide this: the ways that work from any state."""

from datetime import datetime
from uuid import UUID

from conversations.advocate_desk import advocate_home
from conversations.catalogue import FORMS
from conversations.home import (
    OnCall,
    carer_home,
    hidden_screen,
    staff_home,
    stranger_home,
)
from conversations.screen import fits
from conversations.young_home import young_person_home
from desk.answerers import offers_check_in
from desk.discretion import at_private_home, own_requests
from desk.help import numbers
from desk.occasions import is_asked
from desk.paging_tests import lines_at_home, rows_at_home
from desk.say import LIVE, here, reply, tongue
from desk.sight import on_lists, warned_tonight
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.events import ScreenHidden
from fostering.office_hours import local_date, open_at
from fostering.on_call import covers, managers_on_call, on_call, place_of, shift_ends
from fostering.people import Person, Role, Standing
from fostering.permission import DEALS_WITH_URGENT, MANAGES, may_cut_off, may_see_warnings
from fostering.priority import Priority
from fostering.private_homes import knows
from fostering.private_matters import may_turn
from fostering.requests import Request, RequestState
from fostering.rota_shifts import Place
from fostering.safe_times import times_of
from fostering.shifts import has_shift_now
from fostering.social_worker_task import falls_to
from locales import Language, mark

DUTY = frozenset(
    {Role.DUTY_WORKER, Role.OUT_OF_HOURS_WORKER, Role.ON_CALL_MANAGER, Role.SERVICE_MANAGER}
)
CONTINUE = mark("Carry on: {title}")
CONTINUE_SHORT = mark("… {title}")


def show_home(unit: Unit) -> None:
    """The first screen of whoever this is; answers not yet sent are offered, never lost."""
    scene = unit.scene
    person = scene.person
    if person is None or not scene.rooms:
        show_stranger(unit)
        return
    tongue_here = tongue(unit)
    match person.standing:
        case Standing.YOUNG_PERSON:
            unsent = [tag for _, tag in drafts_offered(unit)] if scene.policy.views else []
            screen = young_person_home(
                tongue_here,
                views=scene.policy.views,
                asked=offers_check_in(unit),
                said=has_said(unit, person),
                first=scene.policy.views and times_of(person).on,
                good_time=is_asked(unit, person),
                drafts=unsent,
            )
        case Standing.ADVOCATE:
            asked = [(a, name_of(unit, a.author)) for a in scene.advocacies.values() if a.open]
            screen = advocate_home(tongue_here, asked, others=len(scene.advocates) > 1)
        case Standing.CARER:
            mine = [
                request
                for request in own_requests(unit, person)
                if (request.open or at_private_home(unit, request)) and not request.private
            ]
            screen = carer_home(
                tongue_here,
                numbers(unit),
                office_open=open_at(
                    scene.at, scene.policy.office_hours, scene.policy.bank_holidays
                ),
                open_requests=len(mine),
                drafts=drafts_offered(unit),
                outside=knows(scene.household, person),
            )
        case Standing.STAFF:
            waiting = waiting_for(unit, person)
            oldest = min((r.raised_at for r in waiting), default=scene.at)
            screen = staff_home(
                tongue_here,
                waiting=len(waiting),
                oldest_minutes=int((scene.at - oldest).total_seconds() // 60),
                mine=len(with_worker(unit, person.id)),
                to_do=len(to_do(unit, person)),
                duty=bool(person.roles & DUTY),
                oversees=bool(person.roles & DEALS_WITH_URGENT),
                supervises=Role.SUPERVISING_SOCIAL_WORKER in person.roles,
                drafts=drafts_offered(unit),
                on_call=shift_of(unit, person),
                tests=lines_at_home(unit, person),
                test_rows=rows_at_home(unit, person),
                warned=len(warned_tonight(unit, person)) if may_see_warnings(person) else None,
                cuts_off=may_cut_off(person),
                manages=bool(person.roles & MANAGES),
                hands_over=has_shift_now(person, scene.roster, scene.policy, scene.at),
                childs_worker=Role.CHILDS_SOCIAL_WORKER in person.roles,
                keeps_private=may_turn(person, scene.policy),
                doubts=len(scene.doubts),
            )
    reply(unit, screen)


def has_said(unit: Unit, person: Person) -> bool:
    """Whether this young person ever said or asked for something, as far as we still list it."""
    mine = (r for r in unit.scene.requests.values() if r.author == person.id)
    return any(r.is_said for r in mine)


def shift_of(unit: Unit, worker: Person) -> OnCall | None:
    """The shift of who is paged as first, second or manager now; None for everybody else."""
    scene = unit.scene
    now = scene.roster, scene.policy, scene.at
    place = place_of(worker, *now)
    pair = on_call(*now)[:2]
    holders = pair if place is not Place.MANAGER else managers_on_call(*now)
    if place is None or worker.id not in [p.id for p in holders]:
        return None
    return OnCall(
        until=shift_ends(worker, *now),
        place=place,
        other=next((p.name for p in pair if p.id != worker.id), ""),
        by_rota=covers(*now),
    )


def show_stranger(unit: Unit, *, code_failed: bool = False) -> None:
    """Numbers and how to be invited; a group that is not linked gets the same."""
    scene = unit.scene
    screen = stranger_home(
        tongue(unit),
        scene.policy.out_of_hours_numbers,
        setting_up=not scene.rooms,
        code_failed=code_failed,
        linked=scene.person is not None,
    )
    reply(unit, screen)


def drafts_offered(unit: Unit) -> list[tuple[str, str]]:
    """A button for each set of answers not yet sent: its label and the draft's tag."""
    words = tongue(unit)
    return [
        (_carry_on(words, words.say(FORMS[draft.form].title)), draft.tag)
        for draft in unit.scene.drafts.values()
        if draft.form in FORMS
    ]


def _carry_on(words: Language, title: str) -> str:
    """The label of answers that are not sent, short enough for a phone."""
    label = words.say(CONTINUE, title=title)
    return label if fits(label) else words.say(CONTINUE_SHORT, title=title)


def waiting_for(unit: Unit, worker: Person) -> list[Request]:
    """What waits for this worker, urgent first, then the oldest: what nobody has that they may see.

    Also what a colleague has and asks them to take.
    """
    found = [
        r
        for r in unit.scene.requests.values()
        if (r.state is RequestState.RAISED or (r.open and r.offered_to == worker.id))
        and on_lists(unit, worker, r)
    ]
    return sorted(found, key=_urgent_first)


def with_worker(unit: Unit, worker: UUID) -> list[Request]:
    """Open requests that this worker has taken."""
    found = [
        r
        for r in unit.scene.requests.values()
        if r.acknowledged_by == worker
        and not r.private
        and r.state in (RequestState.ACKNOWLEDGED, RequestState.ANSWERED)
        and not (r.is_said and r.state is RequestState.ANSWERED)
    ]
    return sorted(found, key=_urgent_first)


def _urgent_first(request: Request) -> tuple[Priority, datetime]:
    return request.priority, request.raised_at


def to_do(unit: Unit, worker: Person) -> list[Request]:
    """The requests whose child's social worker this worker still has to tell, the first due on top.

    Closed ones are among them: closing a request does not tell anybody (practice 18).
    """
    scene = unit.scene
    day = local_date(scene.at, scene.policy.office_hours)
    found = [r for r in scene.requests.values() if falls_to(r, worker, scene.roster, day)]
    found = [r for r in found if not r.private]
    return sorted(found, key=lambda r: (r.task_due or r.raised_at, r.reference))


def hide(unit: Unit) -> None:
    """Blank first, then take away on both sides what is younger than two days."""
    scene = unit.scene
    young = scene.person is not None and scene.person.standing is Standing.YOUNG_PERSON
    screen = hidden_screen(tongue(unit), left_over=True, young=young)
    reply(unit, screen, card=LIVE, lane=Lane.URGENT)
    unit.wiped.append(here(unit))
    if scene.person is not None:
        unit.decide(
            ScreenHidden(at=scene.at, subject=scene.person.id, actor=scene.person.id, messages=0)
        )
