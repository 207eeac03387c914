"""A worker's page: the request with all that this worker may see of it, in their language."""

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.check_in_page import shut_page
from conversations.closed_card import SEEN_BY
from conversations.duty_replies import reply_words
from conversations.page_card import page_card
from conversations.page_view import PageView
from conversations.screen import Screen
from desk.answers import answers_of
from desk.check_in_views import view_of
from desk.discretion import is_written_to
from desk.facts import facts_for
from desk.say import known
from desk.sight import duplicate_of
from desk.unit import Unit
from desk.views import (
    NOT_RUNG,
    SAFE_WAYS,
    TO_RING,
    has_chat,
    household_of,
    is_phone_only,
    name_of,
    reached_here,
    spoken_of,
    title_of,
    was_denied,
)
from desk.written_notice import form_is_owed
from fostering.advice import may_answer, may_ask
from fostering.concern import may_extend
from fostering.contact import asks_to_write
from fostering.office_hours import local_date
from fostering.people import Person, Role, Standing
from fostering.permission import MANAGES
from fostering.phone_use import NOT_ONLY_THEIRS
from fostering.private_homes import may_turn_home
from fostering.private_matters import may_turn
from fostering.requests import Request, RequestState
from fostering.ringing import Ringing, ringing
from fostering.social_worker_task import falls_to
from fostering.taking_over import may_take_over
from locales import Language, mark

BY_PHONE = mark("A matter for the telephone")
SPOKEN_EVENTS = ("WordsAdded", "ReplySent")


def page_view(unit: Unit, request: Request, worker: Person, language: Language) -> PageView:
    """The request as this worker sees it, in their language."""
    home = household_of(unit, request)
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    answers = answers_of(unit, request)
    form = FORMS.get("safe_number" if request.form == "not_safe" else request.form)
    phone_only = is_phone_only(unit, request)
    author = next((p for p in known(unit) if p.id == request.author), None)
    young = author is not None and author.standing is Standing.YOUNG_PERSON
    asks: tuple[tuple[str, str], ...] = ()
    if form is not None and answers:
        facts = facts_for(unit, language, home)
        only = TO_RING if phone_only else ()
        asks = shown_answers(form, answers, facts, for_staff=True, only=only)
    safe = ringing(unit.scene.policy.kinds.get(request.kind), answers)
    sealed = phone_only and not worker.roles & MANAGES
    title = title_of(unit, request, language)
    if sealed and Role.ON_CALL_MANAGER not in worker.roles:
        title = language.say(BY_PHONE)
    spoken = spoken_of(unit, request, *SPOKEN_EVENTS)
    return PageView(
        title=title,
        author=author.name if author is not None else "",
        safe_way=language.say(SAFE_WAYS[str(answers.get("safe_way", "team"))]) if young else "",
        phone_shared=author is not None and author.phone_use in NOT_ONLY_THEIRS,
        holder=name_of(unit, request.acknowledged_by),
        mine=request.acknowledged_by == worker.id and request.state is not RequestState.RAISED,
        paged=request.escalation is not None and worker.id in request.escalation.paged,
        copy=_copy(unit, request),
        phone_only=phone_only,
        young_person=young,
        sealed=sealed and bool(spoken),
        asks=asks,
        written=[
            (line.at, name_of(unit, line.actor), reply_words(language, line.words))
            for line in (() if sealed else spoken)
        ],
        teller=name_of(unit, request.task_done_by),
        task_mine=falls_to(request, worker, unit.scene.roster, day),
        rings=answers.get("safe_way") not in NOT_RUNG and safe is Ringing.WELCOME,
        ringing=safe,
        may_extend=request.is_concern and may_extend(request, unit.scene.policy, unit.scene.at),
        form_owed=request.open and form_is_owed(unit, request),
        writes=reached_here(unit, request) and has_chat(author),
        no_chat=not has_chat(author),
        not_written=not is_written_to(unit, request),
        asks_to_write=asks_to_write(answers),
        number_held=not young and "ring_back" not in answers,
        no_safe_number=young
        and answers.get("safe_way") not in NOT_RUNG
        and "ring_back" not in answers,
        takes_over=may_take_over(request, worker),
        same_as=_same_as(unit, request, worker),
        offered=name_of(unit, request.offered_to),
        asked=request.offered_to == worker.id,
        filer=name_of(unit, request.filed_by),
        from_backup=_from_backup(unit, request),
        turns_private=_turns_private(unit, request, worker, author),
        private_home=_private_home(unit, request, worker, author),
        needs_manager=may_ask(request, worker),
        advises=may_answer(request, worker),
        adviser=name_of(unit, request.advice.seen_by) if request.advice else "",
        advisers=[name_of(unit, m) for m in request.advice.asked] if request.advice else (),
        denied=request.open and was_denied(unit, request),
        seen_by=_seen_by(unit, request, language),
    )


def page_screen(unit: Unit, request: Request, worker: Person, language: Language) -> Screen:
    """The page as this worker sees it; what a young person said stays shut until it is opened."""
    if not request.is_said:
        view = page_view(unit, request, worker, language)
        return page_card(language, request, view, unit.scene.at)
    facts = facts_for(unit, language, household_of(unit, request))
    return shut_page(language, request, view_of(unit, request, facts))


def _turns_private(unit: Unit, request: Request, worker: Person, author: Person | None) -> bool:
    """Whether the switch for a private process stands on this worker's page."""
    of_carer = author is not None and author.standing is Standing.CARER
    pressed = request.private or (request.open and not request.still_climbs)
    pressed &= not request.is_concern
    return of_carer and pressed and may_turn(worker, unit.scene.policy)


def _private_home(unit: Unit, request: Request, worker: Person, author: Person | None) -> str:
    """The household whose switch stands on this worker's page; "" where none does."""
    home = household_of(unit, request)
    if home is None or author is None or author.id not in home.carers or request.is_concern:
        return ""
    return home.id.hex if may_turn_home(worker, home, [request], unit.scene.policy) else ""


def _copy(unit: Unit, request: Request) -> int:
    """Which page this is: how often somebody was paged for it, over all steps and rounds."""
    lines = unit.scene.written.get(request.id, ())
    return sum(line.event == "WorkerPaged" and bool(line.codes.get("workers")) for line in lines)


def _from_backup(unit: Unit, request: Request) -> bool:
    restored_at = unit.scene.policy.restored_at
    return restored_at is not None and request.open and request.raised_at <= restored_at


def _same_as(unit: Unit, request: Request, worker: Person) -> str:
    other = duplicate_of(unit, worker, request)
    return other.reference if other is not None else ""


def _seen_by(unit: Unit, request: Request, language: Language) -> str:
    lines = reversed(unit.scene.written.get(request.id, ()))
    codes = (line.words.get("seen_by", "") for line in lines if line.event == "RequestClosed")
    return language.say(SEEN_BY[code]) if (code := next(codes, "")) in SEEN_BY else ""
