"""Answering: what a press or typed words do to a draft; pure, nothing is kept here."""

from dataclasses import replace
from datetime import datetime

from conversations.answered import (
    Answered,
    CancelConfirmed,
    CancelPressed,
    Outcome,
    OutOfDate,
    Resumed,
    SavePressed,
    SendPressed,
    Turned,
)
from conversations.facts import Facts
from conversations.form import Form
from conversations.journey import Journey
from conversations.questions.choice import turned
from conversations.questions.question import (
    Misunderstood,
    Picking,
    Question,
    Setting,
    Understanding,
    Understood,
    Withdrawn,
)
from conversations.screen import Press
from fostering.drafts import SKIPPED, Answer, Draft
from locales import mark

__all__ = [
    "Answered",
    "CancelConfirmed",
    "CancelPressed",
    "Misunderstood",
    "OutOfDate",
    "Outcome",
    "Resumed",
    "SavePressed",
    "SendPressed",
    "Turned",
    "press",
    "setting_of",
    "taken_up",
    "write",
]

CHOOSE_BELOW = mark("Tap one of the buttons below.")


def press(form: Form, draft: Draft, press: Press, facts: Facts) -> Outcome:
    """What a press does. Nothing in it is trusted: an old or forged one is out of date."""
    if draft.form != form.key or press.args[:1] != (draft.tag,):
        return OutOfDate()
    journey = Journey.of(form, draft, facts)
    if len(press.args) == 1:
        return _press_way(press.verb, journey, draft)
    key, *words = press.args[1:]
    return _press_question(press.verb, journey, draft, key, words)


def _press_question(
    verb: str, journey: Journey, draft: Draft, key: str, words: list[str]
) -> Outcome:
    """A button of one question: it must be the present one, or one on the path to change."""
    match verb, words:
        case "a", [value]:
            return _understand(journey, draft, key, value)
        case "page", [page]:
            return _turn_page(journey, draft, key, page)
        case "skip", []:
            return _skip(journey, draft, key)
        case "change", []:
            return _change(journey, draft, key)
        case _:
            return OutOfDate()


def _press_way(verb: str, journey: Journey, draft: Draft) -> Outcome:
    """A button that stands on every card."""
    facts = journey.facts
    match verb:
        case "back":
            return _go_back(journey, draft)
        case "keep" | "review":
            return Turned(draft=_moved(draft, facts, changing=None))
        case "resume":
            return Resumed(draft=taken_up(draft, facts.at))
        case "save":
            return SavePressed(draft=replace(draft, saved=True, touched_at=facts.at))
        case "cancel":
            return CancelPressed()
        case "cancelyes":
            return CancelConfirmed()
        case "send":
            if not journey.complete:
                return Turned(draft=_moved(draft, facts, changing=None))
            return SendPressed(draft=draft)
        case _:
            return OutOfDate()


def write(form: Form, draft: Draft, text: str, facts: Facts) -> Outcome:
    """What typed words do: they answer the present question, or a hint says what to do."""
    journey = Journey.of(form, draft, facts)
    question = journey.present
    if question is None:
        return Misunderstood(hint=facts.language.say(CHOOSE_BELOW))
    understood = question.read(text.strip(), setting_of(journey, draft, question))
    return _settle(journey, draft, question, understood)


def taken_up(draft: Draft, at: datetime) -> Draft:
    """The draft with its card open, also if it was saved for later: words answer it from now on."""
    return replace(draft, saved=False, touched_at=at)


def setting_of(journey: Journey, draft: Draft, question: Question) -> Setting:
    """The question as this draft asks it."""
    return Setting(
        answers=journey.earlier(question.key),
        facts=journey.facts,
        picked=draft.picked,
        page=draft.page,
        old=journey.held.get(question.key),
    )


def _present(journey: Journey, key: str) -> Question | None:
    present = journey.present
    return present if present is not None and present.key == key else None


def _understand(journey: Journey, draft: Draft, key: str, value: str) -> Outcome:
    question = _present(journey, key)
    if question is None:
        return OutOfDate()
    understood = question.press(value, setting_of(journey, draft, question))
    return _settle(journey, draft, question, understood)


def _settle(
    journey: Journey, draft: Draft, question: Question, understood: Understanding
) -> Outcome:
    match understood:
        case Understood(answer=answer):
            return _answer(journey, draft, question, answer)
        case Picking(picked=picked, page=page, hint=hint):
            ticked = replace(taken_up(draft, journey.facts.at), picked=picked, page=page)
            return Turned(draft=ticked, hint=hint)
        case Withdrawn():
            return CancelConfirmed()
        case Misunderstood():
            return understood


def _answer(journey: Journey, draft: Draft, question: Question, answer: Answer) -> Answered:
    """Keep the answer; answers that no longer apply stay in the draft, but are not sent."""
    kept = _moved(draft, journey.facts, changing=None)
    kept = replace(kept, answers={**draft.answers, question.key: answer})
    after = Journey.of(journey.form, kept, journey.facts)
    finished = after.complete and not journey.form.shows_back(after.held, journey.facts)
    return Answered(draft=kept, key=question.key, finished=finished)


def _turn_page(journey: Journey, draft: Draft, key: str, page: str) -> Outcome:
    if _present(journey, key) is None:
        return OutOfDate()
    opened = taken_up(draft, journey.facts.at)
    return Turned(draft=replace(opened, page=turned(draft.page, page)))


def _skip(journey: Journey, draft: Draft, key: str) -> Outcome:
    question = _present(journey, key)
    if question is None or not question.optional:
        return OutOfDate()
    return _answer(journey, draft, question, SKIPPED)


def _go_back(journey: Journey, draft: Draft) -> Outcome:
    if draft.page:
        # A calendar or the next page of a list is open: back closes that first.
        return Turned(draft=_moved(draft, journey.facts, changing=draft.changing))
    present = journey.present
    before = journey.before(present.key if present is not None else None)
    return Turned(draft=_moved(draft, journey.facts, changing=before or draft.changing))


def _change(journey: Journey, draft: Draft, key: str) -> Outcome:
    if key not in journey.held:
        return OutOfDate()
    return Turned(draft=_moved(draft, journey.facts, changing=key))


def _moved(draft: Draft, facts: Facts, *, changing: str | None) -> Draft:
    """The draft at another question: nothing ticked, first page."""
    return replace(taken_up(draft, facts.at), changing=changing, picked=(), page="")
