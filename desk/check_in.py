"""What a young person says or asks: they send it, take it back, read and judge the answer.

Nothing of it is told in the chat unless they ask: no message of its own, no card that stays.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from conversations.catalogue import FORMS
from conversations.check_in import nothing_said_card, said_card, said_list, sent_card
from conversations.form import Form
from conversations.forms.answer_check_in import THEIR_WORDS
from conversations.forms.check_in import says_something
from conversations.forms.check_in_topics import TALK, TOPIC
from conversations.forms.who_may_see import READERS
from conversations.journey import Journey
from conversations.questions.chosen_readers import TELL_HOME
from conversations.refusals import sentence
from conversations.who_sees import who_sees
from desk.answerers import answerers_of
from desk.answers import write_answers
from desk.check_in_views import said_of
from desk.facts import facts_for
from desk.home import show_home
from desk.reports import refuse
from desk.safe_times import answer_is_there, show_safe_times
from desk.say import reply, tongue
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Unit
from desk.views import name_of
from fostering import check_in as rules
from fostering.drafts import SKIPPED, Answer, Draft
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.references import make_reference
from fostering.refusals import Refusal
from fostering.requests import Request
from fostering.safe_times import open_answer
from locales import mark_for

Answers = Mapping[str, Answer]


def send_check_in(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Send it to whom they chose; the next press takes the place of the receipt."""
    scene, person = unit.scene, unit.scene.person
    if person is None or not scene.policy.views:
        show_home(unit)
        return
    if form.key == rules.CHECK_IN and not says_something(answers):
        unit.keep(draft)
        reply(unit, nothing_said_card(tongue(unit), draft.tag))
        return
    key = uuid4()
    try:
        events = rules.send_check_in(
            request=key,
            reference=make_reference(key.bytes),
            author=person,
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            chosen=chosen_in(answers),
            answers=write_answers(answers),
            form=form.key,
        )
    except Refusal as refusal:
        unit.keep(draft)
        refuse(unit, refusal)
        return
    unit.decide(*events)
    if scene.household is not None:
        scene.households[scene.household.id] = scene.household
    request = scene.requests[key]
    facts = facts_for(unit, tongue(unit))
    reply(unit, sent_card(tongue(unit), request, said_of(unit, request, facts)))


def just_talk(unit: Unit, tag: str) -> None:
    """*Tell them I'd like to talk*: that is all that is sent, to whom they chose."""
    draft = next((d for d in unit.scene.drafts.values() if d.tag == tag), None)
    if draft is None or draft.form != rules.CHECK_IN:
        show_home(unit)
        return
    form = FORMS[draft.form]
    said = replace(draft, answers={**draft.answers, TOPIC: TALK})
    unit.drop(draft)
    held = Journey.of(form, said, facts_for(unit, tongue(unit))).held
    send_check_in(unit, form, draft, held)


def chosen_in(answers: Answers) -> frozenset[UUID]:
    """The people who were ticked."""
    chosen = answers.get(READERS, ())
    if not isinstance(chosen, tuple):
        return frozenset()
    return frozenset(UUID(hex=key) for key in chosen if key != TELL_HOME)


def own_check_ins(unit: Unit, person: Person) -> list[Request]:
    """What this young person said, the newest first."""
    mine = [r for r in unit.scene.requests.values() if r.author == person.id and r.is_said]
    return sorted(mine, key=lambda request: request.raised_at, reverse=True)


def show_said(unit: Unit, page: str = "") -> None:
    """*What happened with what I said*: the list, by date only."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_home(unit)
        return
    today = local_date(unit.scene.at, unit.scene.policy.office_hours)
    found = [(r, name_of(unit, r.acknowledged_by)) for r in own_check_ins(unit, person)]
    reply(unit, said_list(tongue(unit), found, today, page=page))


def show_one(unit: Unit, key: str) -> None:
    """One of them; an answer stands there only until the next press."""
    found = _own(unit, key)
    if found is None:
        show_home(unit)
        return
    person, request = found
    facts = facts_for(unit, tongue(unit))
    reply(unit, said_card(tongue(unit), request, said_of(unit, request, facts)))
    unit.decide(*open_answer(person, request.id, unit.scene.at))


def show_who_sees(unit: Unit) -> None:
    """*Who sees this, language*: whom they can choose, and what can be changed."""
    words = tongue(unit)
    names = [label for _, label in answerers_of(unit, words)]
    if not unit.scene.policy.views or not names:
        show_safe_times(unit)
        return
    reply(unit, who_sees(words, names))


def take_back(unit: Unit, key: str) -> None:
    """*Take it back*, before anybody has opened it."""
    found = _own(unit, key)
    if found is None:
        show_home(unit)
        return
    person, request = found
    try:
        unit.decide(*rules.take_back(request, person, unit.scene.at))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_one(unit, key)


def judge(unit: Unit, key: str, word: str) -> None:
    """*Does this answer make sense?*"""
    found = _own(unit, key)
    if found is None or word not in ("yes", "no"):
        show_home(unit)
        return
    person, request = found
    scene = unit.scene
    try:
        events = rules.judge_answer(
            request,
            person,
            scene.at,
            makes_sense=word == "yes",
            roster=scene.roster,
            policy=scene.policy,
        )
        unit.decide(*events)
        if word == "yes" and events:
            thanks = mark_for("young_person", "Thank you. It stays here for you to read.")
            unit.toast = tongue(unit).say(thanks)
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_one(unit, key)


def _own(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """The young person and what they said; what is not theirs looks as if it did not exist."""
    person, request = unit.scene.person, named(unit, key)
    if person is None or request is None or not request.is_said:
        return None
    return (person, request) if request.author == person.id else None


def answer_check_in(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """A worker answers in three parts; the page is shut again afterwards."""
    del form
    worker = unit.scene.person
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if worker is None or request is None or not may_act(unit, worker, request):
        show_home(unit)
        return
    day = answers.get("done_by")
    try:
        unit.decide(
            *rules.answer(
                request,
                worker,
                unit.scene.at,
                said="" if answers.get("said_as") == THEIR_WORDS else _words(answers, "said"),
                done=_words(answers, "done"),
                done_by=date.fromisoformat(day) if isinstance(day, str) else None,
                refused=answers.get("refused") == "yes",
                why_not=_words(answers, "why_not"),
            )
        )
        answer_is_there(unit, request, worker)
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def _words(answers: Answers, key: str) -> str:
    words = answers.get(key, "")
    return "" if words == SKIPPED else str(words)
