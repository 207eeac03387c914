"""Concerns and complaints at the desk: who is outside, sent above, answered, taken further."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from conversations.concern_card import take_back_question
from conversations.concern_words import MAY_READ, NOBODY
from conversations.form import Form
from conversations.outside import concerns_door
from conversations.refusals import sentence
from conversations.young_concern_card import unfair_door
from desk import drafts, pages, reports
from desk.answers import answers_of, write_answers
from desk.home import show_home
from desk.say import reply, tongue
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Unit
from desk.views import name_of
from fostering import concern as rules
from fostering.drafts import Answer, Draft
from fostering.holding import check_holds
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.policy import TelephoneNumber
from fostering.references import make_reference
from fostering.refusals import Refusal
from fostering.requests import Request

Answers = Mapping[str, Answer]


def show_door(unit: Unit) -> None:
    """*Concerns and complaints*: first whom a carer can turn to without telling us."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.CARER:
        show_home(unit)
    else:
        reply(unit, concerns_door(tongue(unit), outside(unit)))


def show_young_door(unit: Unit) -> None:
    """*Something is not fair*: somebody on their side first, then the questions."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_home(unit)
        return
    if not unit.scene.policy.views:
        show_home(unit)
        return
    hours = unit.scene.policy.office_hours
    mine = [r for r in unit.scene.requests.values() if r.author == person.id and r.is_concern]
    mine.sort(key=lambda request: request.raised_at, reverse=True)
    own = [(request, local_date(request.raised_at, hours)) for request in mine]
    reply(unit, unfair_door(tongue(unit), own))


def outside(unit: Unit) -> tuple[TelephoneNumber, ...]:
    """The service's own list of people outside it, for the authorities of the children there."""
    home, policy = unit.scene.household, unit.scene.policy
    day = local_date(unit.scene.at, policy.office_hours)
    placed = {p.authority for p in home.on(day).placements} if home is not None else set()
    return tuple(n for n in policy.complaints.outside if not n.authority or n.authority in placed)


def send(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Send it above whom it is about; where nobody is above, nothing is sent and nothing lost."""
    scene, person = unit.scene, unit.scene.person
    if person is None or (form.key == rules.YOUNG_CONCERN and not scene.policy.views):
        show_home(unit)
        return
    key = uuid4()
    try:
        sent = rules.raise_concern(
            request=key,
            reference=make_reference(key.bytes),
            author=person,
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            about=str(answers.get("about", rules.UNSAID)),
            answers=write_answers(answers),
            chosen=chosen_in(answers),
        )
    except Refusal as refusal:
        unit.dropped.pop(draft.id, None)
        unit.keep(draft)
        unit.toast = sentence(refusal, tongue(unit))
        show_door(unit) if person.standing is Standing.CARER else show_young_door(unit)
        return
    unit.decide(*sent)
    _show(unit, key)


def ask_second_stage(unit: Unit, key: str) -> None:
    """*I am not satisfied*: the second stage, once."""
    found = _own(unit, key)
    if found is None:
        show_home(unit)
        return
    person, before = found
    scene = unit.scene
    answers = answers_of(unit, before)
    fresh = uuid4()
    again = (r for r in scene.requests.values() if r.earlier == before.reference)
    if (raised := next(again, None)) is not None:
        reports.show_request(unit, raised.id)
        return
    try:
        events = rules.ask_second_stage(
            before,
            person,
            request=fresh,
            reference=make_reference(fresh.bytes),
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            about=str(answers.get("about", rules.UNSAID)),
            answers=write_answers(answers),
            chosen=chosen_in(answers),
        )
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        reports.show_request(unit, before.id)
        return
    unit.decide(*events)
    _show(unit, fresh)


def ask_take_back(unit: Unit, key: str) -> None:
    """*Take it back*, asked once more."""
    found = _own(unit, key)
    if found is None or not found[1].open:
        show_home(unit)
        return
    screen = take_back_question(tongue(unit), found[1], found[0].standing)
    reply(unit, screen, card=f"request:{key}")


def take_back(unit: Unit, key: str) -> None:
    """*Yes, take it back*."""
    found = _own(unit, key)
    if found is None:
        show_home(unit)
        return
    try:
        unit.decide(*rules.take_back(found[1], found[0], unit.scene.at))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    reports.show_request(unit, found[1].id)


def ask_more_time(unit: Unit, key: str) -> None:
    """*I need more time*, by the one who has it, as long as the stage allows it."""
    found = pages.allowed(unit, key, check_holds)
    if found is None:
        return
    if rules.may_extend(found[1], unit.scene.policy, unit.scene.at):
        drafts.ask_words(unit, key, form="extend_concern")
    else:
        show_page(unit, found[0], found[1].id)


def extend(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Why it takes longer, to the person who asked."""
    del form
    found = _held(unit, draft)
    if found is None:
        show_home(unit)
        return
    worker, request = found
    words = str(answers.get("words", ""))
    holder = name_of(unit, request.acknowledged_by)
    try:
        unit.decide(
            *rules.extend(request, worker, words, unit.scene.policy, unit.scene.at, holder=holder)
        )
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def answer(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """What was found, and why; it ends the stage."""
    del form
    found = _held(unit, draft)
    if found is None:
        show_home(unit)
        return
    worker, request = found
    finding, words = str(answers.get("finding", "")), str(answers.get("words", ""))
    holder = name_of(unit, request.acknowledged_by)
    try:
        unit.decide(*rules.answer(request, worker, finding, words, unit.scene.at, holder=holder))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def chosen_in(answers: Answers) -> frozenset[UUID]:
    """Whom a young person lets read it besides the manager."""
    chosen = answers.get(MAY_READ, ())
    if not isinstance(chosen, tuple):
        return frozenset()
    return frozenset(UUID(hex=key) for key in chosen if key != NOBODY)


def _show(unit: Unit, key: UUID) -> None:
    home = unit.scene.household
    if home is not None:
        unit.scene.households[home.id] = home
    reports.show_request(unit, key)


def _own(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """Whoever wrote it, and the concern; what is not theirs looks as if it did not exist."""
    person, request = unit.scene.person, named(unit, key)
    if person is None or request is None or not request.is_concern:
        return None
    return (person, request) if request.author == person.id else None


def _held(unit: Unit, draft: Draft) -> tuple[Person, Request] | None:
    """The worker who answers, and the concern of which this draft is."""
    worker = unit.scene.person
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if worker is None or request is None or not request.is_concern:
        return None
    return (worker, request) if may_act(unit, worker, request) else None
