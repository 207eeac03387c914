"""What a finished form leads to: each form's own deed."""

from collections.abc import Callable, Mapping

from conversations.card import is_raised
from conversations.duty_replies import OWN, names_number
from conversations.form import Form
from conversations.refusals import sentence
from desk import (
    advocacies,
    care_days,
    check_in,
    concerns,
    decision_requests,
    families,
    lost_phones,
    phone_calls,
    private_homes,
    raising,
    reports,
    start_forms,
)
from desk.annual_reviews import ANNUAL_REVIEWS, note_held_on, send_views
from desk.help import numbers
from desk.home import show_home
from desk.say import tongue
from desk.sight import may_look
from desk.supervisions import SUPERVISIONS
from desk.telling import show_page
from desk.unit import Unit
from desk.views import household_of, name_of
from fostering import requests as rules
from fostering.closing import Return
from fostering.drafts import SKIPPED, Answer, Draft
from fostering.refusals import Refusal
from fostering.requests import Request
from locales import mark

Answers = Mapping[str, Answer]
Deed = Callable[[Unit, Form, Draft, Answers], None]


def send(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """The last answer is given: do what this form is for; the draft is done with."""
    unit.drop(draft)
    DEEDS.get(form.key, raising.send_report)(unit, form, draft, answers)


def cancel(unit: Unit, form: Form, draft: Draft) -> None:
    """Throw the answers away; what was raised already stays sent (practice 1)."""
    unit.drop(draft)
    words = tongue(unit)
    if is_raised(form, draft):
        unit.toast = words.say(mark("What you sent already stays sent. It is not taken back."))
    else:
        unit.toast = words.say(mark("Thrown away. Nothing was sent."))


def add_words(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Further words or a correction, by the person who asked."""
    person, request = unit.scene.person, _request(unit, draft)
    if person is None or request is None:
        show_home(unit)
        return
    words = words_of(answers)
    try:
        unit.decide(
            *rules.add_words(
                request, person, words, unit.scene.at, correction=form.key == "correction"
            )
        )
    except Refusal as refusal:
        reports.refuse(unit, refusal)
        return
    reports.show_request(unit, request.id)


def reply_to_author(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Words from staff to the person who asked: a fixed sentence, or their own."""
    del form
    worker, request = unit.scene.person, _request(unit, draft)
    if worker is None or request is None or not may_look(unit, worker, request):
        show_home(unit)
        return
    code = str(answers.get("reply", OWN))
    ring = numbers(unit, household_of(unit, request))
    try:
        unit.decide(
            *rules.reply(
                request,
                worker,
                words_of(answers),
                unit.scene.at,
                holder=name_of(unit, request.acknowledged_by),
                code=code if code != OWN else "",
                number=ring[0].number if ring and names_number(code) else "",
            )
        )
    except Refusal as refusal:
        reports.refuse(unit, refusal)
        return
    show_page(unit, worker, request.id)


def close_with_words(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Close with what was done: an outcome, and a sentence the person who asked will read."""
    worker, request = unit.scene.person, _request(unit, draft)
    if worker is None or request is None or not may_look(unit, worker, request):
        show_home(unit)
        return
    try:
        unit.decide(
            *rules.close(
                request,
                worker,
                str(answers.get("outcome", "")),
                str(answers.get("reason", "")) or words_of(answers),
                unit.scene.at,
                child=_child_back(form, answers),
                holder=name_of(unit, request.acknowledged_by),
                form_sent=answers.get("form_sent") == "yes",
            )
        )
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_page(unit, worker, request.id)


def _child_back(form: Form, answers: Answers) -> Return | None:
    """What was said of a missing child; None where none is missing."""
    if form.key != "close_missing_child":
        return None
    return Return(
        back=answers.get("back") == "yes",
        seen_by=str(answers.get("seen_by", "")),
        told=answers.get("told") == "yes",
    )


def words_of(answers: Answers) -> str:
    """The words of a form that asks for words; "" where they were passed over."""
    words = answers.get("words", "")
    return "" if words == SKIPPED else str(words)


def _request(unit: Unit, draft: Draft) -> Request | None:
    return unit.scene.requests.get(draft.request) if draft.request is not None else None


DEEDS: Mapping[str, Deed] = {
    "add_words": add_words,
    "correction": add_words,
    "own_words": add_words,
    "check_in": check_in.send_check_in,
    "ask": check_in.send_check_in,
    "answer_check_in": check_in.answer_check_in,
    "safe_number": raising.add_safe_number,
    "staff_reply": reply_to_author,
    "close_request": close_with_words,
    "close_missing_child": close_with_words,
    "phone_call": phone_calls.send_phone_call,
    "plan_supervision": SUPERVISIONS.plan,
    "plan_review": ANNUAL_REVIEWS.plan,
    "review_held": note_held_on,
    "review_views": send_views,
    "lost_phone": lost_phones.ask_first,
    "concern": concerns.send,
    "young_concern": concerns.send,
    "answer_concern": concerns.answer,
    "extend_concern": concerns.extend,
    "find_family": families.show_family,
    "advocacy": advocacies.send,
    "to_advocate": advocacies.send_words,
    "from_advocate": advocacies.send_words,
    "decision": decision_requests.send,
    "care_day": care_days.note,
    "information": start_forms.send_information,
    "first_support": start_forms.send_support,
    "private_home": private_homes.start,
    "private_home_end": private_homes.end,
    "private_home_told": private_homes.say_told,
}
