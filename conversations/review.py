"""The review of a form, and the rows and lines it shares with the questions."""

from collections.abc import Sequence

from conversations.facts import Facts
from conversations.form import Form
from conversations.journey import Journey
from conversations.questions.choice import SHORT_LABEL
from conversations.questions.question import Answers, Question, Setting
from conversations.screen import (
    BLANK,
    Button,
    Line,
    button,
    fits,
    plain,
    quiet,
    quote,
    title,
)
from fostering.drafts import SKIPPED, Answer, Draft
from locales import Language, mark

CHANGE = mark("Change: {question}")
BACK = mark("Back")
SKIP = mark("Skip")
SAVE = mark("Save for later")
CANCEL = mark("Cancel")
SEND = mark("Send")
SEND_REST = mark("Send the rest")
CHECK = mark("Is this right? You can change each answer.")
NEXT = mark("What happens next")
CHANGE_NUMBER = mark("Change answer {number}")
NUMBERED = mark("{number}. {question}")

Rows = list[tuple[Button, ...]]


def shown_answers(
    form: Form,
    answers: Answers,
    facts: Facts,
    *,
    for_staff: bool = False,
    only: Sequence[str] = (),
) -> tuple[tuple[str, str], ...]:
    """What was asked and what was answered, in the language of the facts: for staff and copies.

    `for_staff` leaves out what was skipped, the list it was chosen from, and whom the person keeps
    away from it (practice 15). `only`: nothing but these questions, by their keys.
    """
    journey = Journey(form, answers, facts)
    return tuple(
        (short_name(question, facts.language), shown_answer(question, journey))
        for question in journey.path
        if question.key in journey.held
        and (not only or question.key in only)
        and not (for_staff and _not_for_staff(question.key, journey.held[question.key]))
    )


def _not_for_staff(key: str, answer: Answer) -> bool:
    return answer == SKIPPED or key in ("group", "must_not_see", "readers")


def is_raised(form: Form, draft: Draft) -> bool:
    """Whether the answers belong to a request that is raised already (practice 1)."""
    return draft.request is not None and (form.raised_first or not form.about_request)


def way_rows(journey: Journey, draft: Draft, question: Question | None) -> Rows:
    """Back and Skip, then Save for later and Cancel; the same places on every question."""
    say, tag = journey.facts.language.say, draft.tag
    way: list[Button] = []
    if journey.before(question.key if question is not None else None) is not None:
        way.append(button(say(BACK), "back", tag))
    if question is not None and question.optional:
        way.append(button(say(SKIP), "skip", tag, question.key))
    end = (button(say(SAVE), "save", tag), button(say(CANCEL), "cancel", tag))
    return [tuple(way), end] if way else [end]


def review(journey: Journey, draft: Draft) -> tuple[list[Line], Rows]:
    """Every answer shown back with a button to change it, then Send."""
    form, facts = journey.form, journey.facts
    language = facts.language
    lines: list[Line] = [plain(language.say(CHECK)), BLANK]
    shown = [question for question in journey.path if question.shown]
    named: list[str] = []
    for number, question in enumerate(shown, 1):
        label = language.say(CHANGE, question=short_name(question, language))
        name = short_name(question, language)
        if not fits(label):
            # The whole question stands above its answer, so the button names it by its number.
            label = language.say(CHANGE_NUMBER, number=str(number))
            name = language.say(NUMBERED, number=str(number), question=name)
        named.append(label)
        lines += [quiet(name), quote(shown_answer(question, journey))]
    advice = advice_lines(journey, None, journey.before(None))
    if advice:
        lines += [BLANK, title(language.say(NEXT)), *advice]
    if readers := form.who_sees_it(journey.held, facts):
        lines += [BLANK, *(quiet(line) for line in readers)]
    changes = [
        button(label, "change", draft.tag, question.key)
        for label, question in zip(named, shown, strict=True)
    ]
    send = form.send_now(journey.held, facts) if form.send_now is not None else form.send or SEND
    if send == SEND and is_raised(form, draft):
        send = SEND_REST
    rows: Rows = [(button(language.say(send), "send", draft.tag),)]
    rows += _paired(changes)
    rows += way_rows(journey, draft, None)
    return lines, rows


def advice_lines(journey: Journey, key: str | None, before: str | None) -> list[Line]:
    """What the form says while it asks: a number to ring, what happens next."""
    form, facts = journey.form, journey.facts
    if form.advice is None:
        return []
    return [plain(text) for text in form.advice(key, before, journey.held, facts)]


def _paired(buttons: list[Button]) -> Rows:
    """Two a row where all labels are short."""
    if any(len(one.label) > SHORT_LABEL for one in buttons):
        return [(one,) for one in buttons]
    return [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]


def short_name(question: Question, language: Language) -> str:
    """The name of an answer: the short one of its question, else the question itself."""
    return language.say(question.short or question.text)


def shown_answer(question: Question, journey: Journey) -> str:
    """An answer that holds, in the person's language."""
    setting = Setting(answers=journey.earlier(question.key), facts=journey.facts)
    return question.show(journey.held[question.key], setting)
