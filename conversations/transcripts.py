"""Transcripts: a form written out for reading, with every question, every kind and one way through.

`python -m conversations.transcripts` writes them anew; a test holds them to the forms.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from conversations.answering import Answered, Turned, press, write
from conversations.card import form_card
from conversations.catalogue import FORMS
from conversations.facts import Facts
from conversations.form import Form
from conversations.journey import Journey
from conversations.kinds import QUESTIONS
from conversations.questions import Question, Setting
from conversations.questions.several import DONE
from conversations.questions.text import KEEP
from conversations.readers import next_step_of
from conversations.rehearsal import fresh_draft, rehearsal_facts
from conversations.screen import Press, Screen, Style
from fostering.drafts import Draft
from fostering.kinds import Kind, Span
from locales import languages

PLACE = Path("tests/conversations/transcripts")
SPANS = {Span.MINUTES: "minutes", Span.HOURS: "office hours", Span.WORKING_DAYS: "working days"}
TYPED = {
    "Text": "Blue Fox is upset.",
    "OwnWords": "I want to talk to someone else.",
    "Time": "21:30",
    "Telephone": "020 7946 0456",
}
MOST_STEPS = 40
CHOSEN = {
    "household_change": {"group": "people", "kind": "CH01", "happened": "planned"},
    "difficulty": {"danger": "no", "group": "family", "kind": "D13"},
}


def transcript(form: Form, tag: str) -> str:
    """The whole form in one language, as text that a social worker can read."""
    facts = rehearsal_facts(tag)
    parts = [*_heading(form, facts), *_questions(form, facts), *_kinds(form, facts)]
    parts += _way_through(form, facts)
    return "\n".join(parts).rstrip() + "\n"


def transcripts() -> Iterator[tuple[str, str]]:
    """File name and text of every form in every whole language."""
    for form in FORMS.values():
        for tag in languages():
            yield f"{form.key}.{tag}.txt", transcript(form, tag)


def _heading(form: Form, facts: Facts) -> Iterator[str]:
    say = facts.language.say
    yield say(form.title)
    yield f"[{form.key}, version {form.version}, for: {form.audience}, {facts.language.tag}]"
    yield ""
    for text in (*form.intro, form.who_sees):
        if text:
            yield say(text)
    yield ""


def _questions(form: Form, facts: Facts) -> Iterator[str]:
    say = facts.language.say
    yield "QUESTIONS"
    for question in form.questions:
        if question.key in QUESTIONS and not form.kind:
            continue
        notes = [type(question).__name__.lower()]
        notes += ["may be skipped"] if question.optional else []
        notes += ["where it applies"] if question.when is not None else []
        yield f"- {question.text_in(facts)} [{question.key}: {', '.join(notes)}]"
        if question.hint:
            yield f"    ({say(question.hint)})"
        yield from (f"    · {label}" for label in _labels(question, facts))
    yield ""


def _labels(question: Question, facts: Facts) -> list[str]:
    rows = question.offers(Setting(answers={}, facts=facts))
    return [offer.label for row in rows for offer in row]


def _kinds(form: Form, facts: Facts) -> Iterator[str]:
    kinds = [kind for kind in facts.policy.kinds.values() if kind.form == form.key]
    if kinds:
        yield "KINDS"
    for kind in kinds:
        yield from _kind(kind, form, facts)


def _kind(kind: Kind, form: Form, facts: Facts) -> Iterator[str]:
    say = facts.language.say
    count, span = kind.answer_within.count, kind.answer_within.span
    clock = "the same day" if not count else f"{count} {SPANS[span]}"
    mark = " (our proposal)" if kind.proposed else ""
    yield f"- {kind.code} {say(kind.title)}"
    tier = f", tell us: {kind.tier.replace('_', ' ')}" if kind.tier is not None else ""
    yield f"    [{kind.priority}, first answer within {clock}{mark}, {kind.owner}{tier}]"
    if kind.phone_only:
        yield "    [by telephone only: nothing is written]"
    for key in kind.asks:
        question = form.question(key)
        if question is not None:
            labels = " / ".join(_labels(question, facts))
            yield f"    ? {question.text_in(facts)} {labels}".rstrip()
    yield f"    > {next_step_of(facts.language, kind)}"
    if kind.follows:
        yield f"    > {say(kind.follows)}"
    yield f"    [{kind.source}]"


def _way_through(form: Form, facts: Facts) -> Iterator[str]:
    """Each screen from the first question to the review, answered in the plainest way."""
    yield ""
    yield "ONE WAY THROUGH"
    draft = fresh_draft(form, facts)
    if form.raised_first:
        draft = replace(draft, request=draft.id)
    for _ in range(MOST_STEPS):
        yield from written(form_card(form, draft, facts))
        question = Journey.of(form, draft, facts).present
        if question is None:
            return
        draft, deed, finished = answered(form, draft, question, facts)
        yield f"                {deed} <"
        if finished:
            return


def answered(form: Form, draft: Draft, question: Question, facts: Facts) -> tuple[Draft, str, bool]:
    """The draft after a plain answer: a chosen or the first button, else fitting words."""
    chosen: Mapping[str, str] = CHOSEN.get(form.key, {})
    offers = [o for row in question.offers(_setting(form, draft, question, facts)) for o in row]
    typed = TYPED.get(type(question).__name__)
    if typed is not None:
        outcome, deed = write(form, draft, typed, facts), typed
        if isinstance(outcome, Turned):
            outcome = press(form, outcome.draft, _answer(draft, question, KEEP), facts)
    else:
        wanted = chosen.get(question.key, offers[0].value)
        offer = next(offer for offer in offers if offer.value == wanted)
        deed = offer.label
        outcome = press(form, draft, _answer(draft, question, offer.value), facts)
        if isinstance(outcome, Turned):
            outcome = press(form, outcome.draft, _answer(draft, question, DONE), facts)
    if not isinstance(outcome, Answered):
        raise ValueError(f"{form.key}: {question.key} was not answered by {deed!r}")
    return outcome.draft, deed, outcome.finished


def written(screen: Screen) -> Iterator[str]:
    """A screen as lines of text, its buttons in brackets."""
    yield "-" * 48
    for line in screen.lines:
        match line.style:
            case Style.TITLE:
                yield f"**{line.text}**"
            case Style.QUIET:
                yield f"_{line.text}_"
            case Style.QUOTE:
                yield f"> {line.text}"
            case Style.PLAIN:
                yield line.text
    for row in screen.rows:
        yield " ".join(f"[{button.label}]" for button in row)


def _setting(form: Form, draft: Draft, question: Question, facts: Facts) -> Setting:
    journey = Journey.of(form, draft, facts)
    return Setting(answers=journey.earlier(question.key), facts=facts)


def _answer(draft: Draft, question: Question, value: str) -> Press:
    return Press(verb="a", args=(draft.tag, question.key, value))


def main() -> None:
    """Write every transcript into its place."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name, text in transcripts():
        (PLACE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
