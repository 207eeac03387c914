"""The questions that follow from the kind: which group, which kind, and what that kind asks."""

from collections.abc import Callable
from graphlib import TopologicalSorter

from conversations.facts import Facts
from conversations.kinds import GROUPS, KINDS, QUESTIONS, Asking, QuestionText
from conversations.questions import (
    Answers,
    Choice,
    Date,
    Number,
    Option,
    Question,
    Several,
    Telephone,
    Text,
    Time,
    YesNo,
)
from conversations.questions.question import Condition
from fostering.kinds import Kind


def chosen_kind(answers: Answers, facts: Facts) -> Kind | None:
    """The kind that is chosen, with the service's own changes to it."""
    return facts.policy.kinds.get(str(answers.get("kind", "")))


def by_phone_only(answers: Answers, facts: Facts) -> bool:
    """Whether the chosen kind is never written about: no child, place or words (practice 13)."""
    kind = chosen_kind(answers, facts)
    return kind is not None and kind.phone_only


def written_about(answers: Answers, facts: Facts) -> bool:
    """Whether a kind is chosen that may be written about."""
    kind = chosen_kind(answers, facts)
    return kind is not None and not kind.phone_only


def asked_by_kind(key: str) -> Condition:
    """Whether the chosen kind asks this question."""

    def asked(answers: Answers, facts: Facts) -> bool:
        kind = chosen_kind(answers, facts)
        return kind is not None and key in kind.asks

    return asked


def group_options(form: str) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """The groups of a form that still have a kind on offer."""
    every = tuple(Option(value=group.key, label=group.title) for group in GROUPS[form])

    def options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        return tuple(option for option in every if (form, option.value) in facts.policy.offered)

    return options


def kind_options(form: str) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """The kinds on offer in the chosen group."""

    def options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        offered = facts.policy.offered.get((form, str(answers.get("group", ""))), ())
        return tuple(Option(value=kind.code, label=kind.title) for kind in offered)

    return options


def asks_of(form: str) -> tuple[Question, ...]:
    """The questions of all kinds of a form, so that each kind's own order is kept.

    Raises graphlib.CycleError when two kinds ask the same questions in opposite order.
    """
    order: TopologicalSorter[str] = TopologicalSorter()
    for kind in KINDS.values():
        if kind.form == form:
            for place, key in enumerate(kind.asks):
                order.add(key, *kind.asks[:place])
    return tuple(kind_question(QUESTIONS[key]) for key in order.static_order())


def kind_question(words: QuestionText, when: Condition | None = None) -> Question:
    """A question of the lists, asked when the chosen kind asks it."""
    key, text, hint, optional = words.key, words.text, words.hint, words.optional
    when = when or asked_by_kind(key)
    options = tuple(Option(value=option.value, label=option.label) for option in words.options)
    match words.type:
        case Asking.CHOICE:
            return Choice(
                key=key, text=text, hint=hint, optional=optional, when=when, options=options
            )
        case Asking.SEVERAL:
            return Several(
                key=key, text=text, hint=hint, optional=optional, when=when, options=options
            )
        case Asking.YES_NO:
            return YesNo(key=key, text=text, hint=hint, optional=optional, when=when)
        case Asking.DATE:
            return Date(
                key=key, text=text, hint=hint, optional=optional, when=when, planned=lies_ahead
            )
        case Asking.TEXT:
            return Text(key=key, text=text, hint=hint, optional=optional, when=when)
        case Asking.NUMBER:
            return Number(key=key, text=text, hint=hint, optional=optional, when=when)
        case Asking.TIME:
            return Time(key=key, text=text, hint=hint, optional=optional, when=when)
        case Asking.TELEPHONE:
            return Telephone(key=key, text=text, hint=hint, optional=optional, when=when)


def lies_ahead(answers: Answers, facts: Facts) -> bool:
    """Whether the day asked for lies ahead: the change is planned, or it is not a change."""
    return answers.get("happened", "planned") == "planned"
