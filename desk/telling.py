"""Telling: after a unit, everybody whom its events concern sees the request as it stands now."""

from collections.abc import Container
from dataclasses import replace
from uuid import UUID

from conversations import notices
from conversations.check_in import said_card
from conversations.death_card import death_card
from conversations.request_card import request_card
from conversations.request_views import passed_on_card
from conversations.screen import Push, Screen
from desk.advice_telling import advisers_now, tell_asker
from desk.check_in_telling import tell_readers
from desk.check_in_views import said_of
from desk.concern_views import concern_screen
from desk.discretion import is_frozen, is_written_to
from desk.facts import facts_for
from desk.holders import asked_before, asked_now, former, lost_sight, tell_holders
from desk.page_views import page_screen
from desk.room_telling import tell_rooms
from desk.say import known, reply, say, to_person, tongue, tongue_of
from desk.sight import may_act
from desk.unit import Lane, Unit
from desk.views import is_phone_only, name_of, reached_here, ringing_changed, standpoint
from desk.watchers import hearers, watchers
from fostering.escalation import nobody_paged
from fostering.events import (
    AnswerChased,
    AnswerExtended,
    AnswersAdded,
    BackSafeSaid,
    ContactDenied,
    ContactRecorded,
    Event,
    FilingReminded,
    HandoverAccepted,
    HelpJudged,
    MistakeSaid,
    OneTimeLinkMade,
    OneTimeLinkOpened,
    PriorityLowered,
    PrivateHomeEnded,
    PrivateHomeStarted,
    ReminderTold,
    ReplyAnswered,
    ReplySent,
    RequestAcknowledged,
    RequestClosed,
    RequestRaised,
    RequestTakenOver,
    RingPromised,
    SocialWorkerTaskReminded,
    WordsAdded,
    WordsRead,
    WorkerPaged,
)
from fostering.matters import LATE
from fostering.people import Person, Standing
from fostering.permission import MANAGES
from fostering.requests import Request

NEWS = (
    RequestAcknowledged,
    RequestTakenOver,
    HandoverAccepted,
    RingPromised,
    ReplySent,
    ContactRecorded,
    RequestClosed,
    AnswerExtended,
)
"""What the person who asked is told by a message of its own, not only by a change of the card."""
FROM_AUTHOR = (WordsAdded, MistakeSaid, BackSafeSaid, ReplyAnswered, ContactDenied)
"""What the person who asked says afterwards: whoever has it is told by a message of its own."""
SILENT = (
    WordsRead,
    ReminderTold,
    FilingReminded,
    SocialWorkerTaskReminded,
    OneTimeLinkMade,
    OneTimeLinkOpened,
)


def tell(unit: Unit) -> None:
    """Draw every card of every request that this unit's events have changed."""
    touched = dict.fromkeys(
        event.request
        for event in unit.events
        if event.request is not None and not isinstance(event, SILENT)
    )
    for key in touched:
        request = unit.scene.requests.get(key)
        if request is not None:
            events = [event for event in unit.events if event.request == key]
            tell_chased(unit, request, events)
            if request.is_said:
                tell_readers(unit, request, events)
                continue
            tell_author(unit, request, events)
            tell_workers(unit, request, events)
            tell_holders(unit, request, events)
            tell_asker(unit, request, events)
            if nobody_paged(events):
                say_nobody(unit, request)
            tell_rooms(unit, request, events)
    freeze(unit, touched)


def freeze(unit: Unit, told: Container[UUID]) -> None:
    """Where a private process began or ended, each card of its carers says the same at once."""
    turned = {
        event.household
        for event in unit.events
        if isinstance(event, PrivateHomeStarted | PrivateHomeEnded)
    }
    for request in [*unit.scene.requests.values()]:
        if request.household in turned and request.id not in told:
            tell_author(unit, request, [])


def author_screen(unit: Unit, request: Request, author: Person) -> Screen:
    """The card of the person who asked, in the language they have now."""
    words = tongue_of(unit, author)
    if request.is_said:
        return said_card(words, request, said_of(unit, request, facts_for(unit, words)))
    if request.is_concern:
        return concern_screen(unit, request, author, words)
    view = standpoint(unit, request, words)
    if author.standing is Standing.YOUNG_PERSON:
        return passed_on_card(words, request, view, words_shown=reached_here(unit, request))
    if view.death and request.open and not view.frozen:
        return death_card(words, request, view)
    return request_card(words, request, view)


def tell_author(unit: Unit, request: Request, events: list[Event]) -> None:
    """The person who asked sees each state on the same card; news comes as a new message."""
    author = next((p for p in known(unit) if p.id == request.author), None)
    if author is None or not (author.linked and author.active):
        return
    mine = unit.scene.person is not None and unit.scene.person.id == author.id
    if mine:
        return
    screen = author_screen(unit, request, author)
    news = any(isinstance(event, NEWS) for event in events)
    news |= any(isinstance(e, PriorityLowered) and not e.priority.urgent for e in events)
    late = any(isinstance(e, AnswerChased) and e.rule in LATE for e in events)
    late &= request.overdue(unit.scene.at) and author.standing is Standing.CARER
    first_climb = _told_more(request, events)
    raised = any(isinstance(event, RequestRaised) for event in events)
    raised &= is_written_to(unit, request)
    anew = (news or first_climb or late) and reached_here(unit, request)
    if is_frozen(unit, request):
        # What a worker writes is no status: at night it may be all that reaches them.
        wrote = any(isinstance(event, ReplySent) for event in events)
        anew = wrote and not request.private and reached_here(unit, request)
    say(
        unit,
        replace(screen, fresh=anew),
        to=to_person(author),
        card=f"request:{request.id.hex}",
        lane=Lane.REPLY,
        edit_only=not (anew or raised),
        rings=request.priority.urgent or request.escalation is not None,
    )


def _told_more(request: Request, events: list[Event]) -> bool:
    """Whether somebody was paged now who is the first after the first page."""
    since = request.escalation.told_since if request.escalation is not None else frozenset()
    now = {w for e in events if isinstance(e, WorkerPaged) for w in e.workers}
    return bool(since) and since <= now


def tell_workers(unit: Unit, request: Request, events: list[Event]) -> None:
    """New pages go out first; every copy that is shown somewhere changes with the request."""
    paged_now = {w for e in events if isinstance(e, WorkerPaged) for w in e.workers}
    paged_now |= advisers_now(events)
    watching = watchers(unit, request)
    newly = watching - watchers(unit, request, before=len(events))
    told = {request.owner, request.acknowledged_by, request.offered_to, *watching}
    told |= {*former(events), *(asked_before(events) - lost_sight(unit, request, events))}
    if request.escalation is not None:
        told |= set(request.escalation.paged)
    if request.advice is not None:
        told |= set(request.advice.told)
    if request.readers:
        told = {worker.id for worker in unit.scene.roster if may_act(unit, worker, request)}
    actor = unit.scene.person.id if unit.scene.person is not None else None
    for worker in unit.scene.roster:
        if worker.id not in told | paged_now or worker.id == actor or not worker.linked:
            continue
        hidden = is_frozen(unit, request) and not may_act(unit, worker, request)
        if hidden or worker.id in request.excluded:
            continue
        paged = worker.id in paged_now | asked_now(events)
        _page(unit, worker, request, events, anew=paged, newly=worker.id in newly - paged_now)
    withdraw(unit, request, events)


def tell_chased(unit: Unit, request: Request, events: list[Event]) -> None:
    """The owner hears that an answer is due or late, and a manager that it is late (NMS 31)."""
    for event in (e for e in events if isinstance(e, AnswerChased)):
        for worker in (w for w in unit.scene.roster if w.id in event.workers and w.linked):
            words = tongue_of(unit, worker)
            screen = notices.chased(
                words,
                request,
                rule=event.rule,
                owner=name_of(unit, request.acknowledged_by or request.owner),
                to_manager=worker.id == event.manager,
            )
            say(
                unit, screen, to=to_person(worker), card=f"chase:{request.id.hex}", lane=Lane.NOTICE
            )


def say_nobody(unit: Unit, request: Request) -> None:
    """Nobody fills any step: everybody who is linked and may deal with it is asked at once."""
    linked = [w for w in unit.scene.roster if w.linked and w.id not in request.excluded]
    asked = [w for w in linked if may_act(unit, w, request)]
    if not asked and not request.readers:
        asked = linked
    for worker in asked:
        screen = notices.nobody_to_page(tongue_of(unit, worker), request)
        say(unit, screen, to=to_person(worker), lane=Lane.URGENT)


def withdraw(unit: Unit, request: Request, events: list[Event]) -> None:
    """Whoever must not see it any more keeps no copy of the page either (practice 15)."""
    gone = {w for e in events if isinstance(e, AnswersAdded) for w in e.excluded}
    gone |= lost_sight(unit, request, events)
    for worker in unit.scene.roster:
        if worker.id in gone and worker.linked:
            say(
                unit,
                notices.withdrawn(tongue_of(unit, worker)),
                to=to_person(worker),
                card=f"page:{request.id.hex}",
                edit_only=True,
            )


def _page(
    unit: Unit,
    worker: Person,
    request: Request,
    events: list[Event],
    *,
    anew: bool,
    newly: bool,
) -> None:
    screen = page_screen(unit, request, worker, tongue_of(unit, worker))
    urgent = request.priority.urgent or worker.id in advisers_now(events)
    first = any(isinstance(event, RequestRaised) for event in events)
    added = any(isinstance(event, FROM_AUTHOR) for event in events)
    added |= any(isinstance(event, HelpJudged) and event.helped == "no" for event in events)
    added |= request.private and _answered(events)
    way_changed = request.form == "not_safe" or ringing_changed(unit, request)
    added |= not first and way_changed and _answered(events)
    holder = worker.id in hearers(unit, request)
    holder |= is_phone_only(unit, request) and bool(worker.roles & MANAGES)
    loud = anew or newly or (first and not urgent) or (added and holder)
    say(
        unit,
        replace(screen, push=Push.PAGE if urgent and not newly else Push.MESSAGE, fresh=loud),
        to=to_person(worker),
        card=f"page:{request.id.hex}",
        lane=Lane.URGENT if urgent else Lane.NOTICE,
        edit_only=not loud,
    )
    if loud:
        note_read(unit, worker, request)


def _answered(events: list[Event]) -> bool:
    return any(isinstance(event, AnswersAdded) for event in events)


def note_read(unit: Unit, worker: Person, request: Request) -> None:
    """Every read of a young person's words is written down."""
    author = next((p for p in known(unit) if p.id == request.author), None)
    shut = request.is_said
    if author is not None and author.standing is Standing.YOUNG_PERSON and not shut:
        unit.decide(
            WordsRead(at=unit.scene.at, subject=author.id, actor=worker.id, request=request.id)
        )


def show_page(unit: Unit, worker: Person, key: UUID) -> None:
    """The page as it stands, for the worker who pressed something on it."""
    request = unit.scene.requests[key]
    screen = page_screen(unit, request, worker, tongue(unit))
    reply(unit, screen, card=f"page:{key.hex}", lane=Lane.REPLY)
    note_read(unit, worker, request)
