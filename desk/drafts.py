"""Drafts at the desk: begun, carried on with, shown as the card they are; only answers."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid4

from conversations import answering
from conversations.card import form_card
from conversations.catalogue import FORMS
from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.missing_child import MISSING_CHILD
from conversations.journey import Journey
from conversations.request_card import RING_NOW, another_child
from desk import raising
from desk.answerers import offers_check_in
from desk.answers import answers_of
from desk.discretion import is_frozen
from desk.facts import facts_for
from desk.help import numbers
from desk.home import show_home
from desk.occasions import why_now
from desk.say import reply, tongue
from desk.sight import may_look, named
from desk.unit import Unit
from fostering.check_in import SAID
from fostering.drafts import Answer, Draft
from fostering.permission import may_cut_off
from fostering.requests import Request
from locales import mark

GOES_ON = mark("{reference} is sent. Your service will phone you. What you add goes to them.")
STARTED = mark("{reference} is sent. Your answers are added to it as you go.")


def open_form(
    unit: Unit,
    key: str,
    *,
    answers: Mapping[str, Answer] | None = None,
    request: UUID | None = None,
    anew: bool = False,
) -> None:
    """Open a form, or carry on with the answers that are there already.

    `anew`: what is told now is another matter than what was raised before.
    """
    form = FORMS.get(key)
    person = unit.scene.person
    shut = key in SAID and not offers_check_in(unit)
    if form is None or person is None or person.standing is not form.audience or shut:
        show_home(unit)
        return
    draft = next((d for d in unit.scene.drafts.values() if d.form == key), None)
    other = draft is not None and (anew or request not in (None, draft.request))
    if draft is not None and (other or is_over(unit, draft)):
        unit.drop(draft)
        draft = None
    if draft is None:
        draft = Draft(
            id=uuid4(),
            person=person.id,
            form=key,
            form_version=form.version,
            language=person.language,
            begun_at=unit.scene.at,
            touched_at=unit.scene.at,
            answers=dict(answers or {}),
            request=request,
        )
    go_on(unit, form, answering.taken_up(draft, unit.scene.at), anew=anew)


def is_over(unit: Unit, draft: Draft) -> bool:
    """Whether its request was spoken about or closed: what happens now is a matter of its own.

    Else a child who goes missing again would be added to what nobody looks at any more. A form
    about a request is over only when that is closed.
    """
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if request is None:
        return False
    return not (request.open if FORMS[draft.form].about_request else request.same_matter)


def report_another_child(unit: Unit) -> None:
    """*Another child is missing*: a matter of its own; what was told of the first stays told."""
    open_form(unit, "missing_child", anew=True)


def answer_the_rest(unit: Unit, key: str) -> None:
    """Carry on with the questions of a request that was raised before they were answered."""
    request = named(unit, key)
    drafts = unit.scene.drafts.values()
    own = [d for d in drafts if d.form in FORMS and not FORMS[d.form].about_request]
    draft = next((d for d in own if request and d.request == request.id), None)
    if draft is not None:
        go_on(unit, FORMS[draft.form], answering.taken_up(draft, unit.scene.at))
    elif request is None or not _may_begin_again(unit, request):
        show_home(unit)
    elif any(d.form == request.form and d.request is None for d in own):
        # Its questions are open for something that is not sent yet, which must not be lost.
        add_something(unit, key)
    else:
        open_form(unit, request.form, answers=answers_of(unit, request), request=request.id)


def _may_begin_again(unit: Unit, request: Request) -> bool:
    """Whether questions of this request are left, and this is the person who may answer them."""
    person = unit.scene.person
    own = person is not None and person.id == request.author
    return own and request.open and not request.finished and request.form in FORMS


def open_draft(unit: Unit) -> Draft | None:
    """The draft whose card is open: the one touched last that was not saved for later."""
    drafts = [d for d in unit.scene.drafts.values() if not d.saved and d.form in FORMS]
    return max(drafts, key=lambda d: d.touched_at, default=None)


def draft_of(unit: Unit, tag: str) -> Draft | None:
    """This person's draft that a button names."""
    return next((d for d in unit.scene.drafts.values() if d.tag == tag and d.form in FORMS), None)


def redraw_open_draft(unit: Unit, *, hint: str = "") -> bool:
    """Show the open form again with all its answers; False where none is open."""
    draft = open_draft(unit)
    if draft is None:
        return False
    show(unit, FORMS[draft.form], draft, hint=hint)
    return True


def show(unit: Unit, form: Form, draft: Draft, *, hint: str = "") -> None:
    """The card of the form as the answers have it now."""
    facts = facts_for(unit, tongue(unit))
    screen = form_card(form, draft, facts, hint, banner=_banner(unit, form, draft))
    if form.key == MISSING_CHILD.key and draft.request is not None:
        screen = replace(
            screen, rows=(*screen.rows[:-1], another_child(tongue(unit)), screen.rows[-1])
        )
    reply(unit, screen)


def go_on(unit: Unit, form: Form, draft: Draft, *, hint: str = "", anew: bool = False) -> None:
    """Keep the answers; raise what is urgent the moment it shows; ask what comes next."""
    facts = facts_for(unit, tongue(unit))
    draft = raising.raise_early(unit, form, draft, held(form, draft, facts), anew=anew)
    unit.keep(draft)
    show(unit, form, draft, hint=hint)


def held(form: Form, draft: Draft, facts: Facts) -> Mapping[str, Answer]:
    """The answers that count: of the questions that are asked of this person."""
    return Journey.of(form, draft, facts).held


def _banner(unit: Unit, form: Form, draft: Draft) -> str:
    """What is sent already stands above the question, with the number to ring."""
    if draft.request is None or form.about_request:
        return why_now(unit, form, draft)
    request = unit.scene.requests.get(draft.request)
    ring = numbers(unit, child=draft.answers.get("child"))
    if request is None:
        return ""
    words = tongue(unit)
    frozen = is_frozen(unit, request)
    sent = words.say(GOES_ON if frozen else STARTED, reference=request.reference)
    rings = request.still_climbs if not frozen else request.escalation is not None
    if not ring or unit.scene.policy.phone_texts_live or not rings:
        return sent
    return f"{words.say(RING_NOW, number=ring[0].number)}\n{sent}"


def ask_words(unit: Unit, key: str, *, form: str) -> None:
    """*Add something*, *Correct a mistake*, *Reply*: one question about this request."""
    person, request = unit.scene.person, named(unit, key)
    if person is None or request is None or not may_look(unit, person, request):
        show_home(unit)
        return
    open_form(unit, form, request=request.id)


def add_something(unit: Unit, key: str) -> None:
    """*Add something*."""
    ask_words(unit, key, form="add_words")


def correct(unit: Unit, key: str) -> None:
    """*Correct a mistake* after sending (practice 30)."""
    ask_words(unit, key, form="correction")


def find_family(unit: Unit) -> None:
    """*Find a family*: of those that this worker may look up."""
    open_form(unit, "find_family")


def lost_phone(unit: Unit) -> None:
    """*A phone is lost*: whose it is, by name or out of the list (practice 32)."""
    worker = unit.scene.person
    if worker is not None and may_cut_off(worker):
        open_form(unit, "lost_phone")
    else:
        show_home(unit)
