"""Which answers are urgent, read off the lists and off practice, and not off the engine."""

from collections.abc import Mapping

from conversations.kinds import KINDS, QUESTIONS
from fostering.drafts import Answer
from fostering.priority import Priority

URGENT = (Priority.P0, Priority.P1)
WORRYING: dict[str, tuple[str, ...]] = {
    "danger": ("yes", "not_sure"),
    "everyone_safe": ("no", "not_sure"),
}
WORRYING |= {"whereabouts": ("not_known",), "can_wait": ("no",)}
CALM = {"danger": "no", "happened": "planned", "everyone_safe": "yes"}
CALM |= {"whereabouts": "home", "can_wait": "yes"}
"""The calmest answers, so that nothing but the kind itself may page."""


def should_page(answers: Mapping[str, Answer]) -> bool:
    """What practice says is urgent, read off the lists and not off the engine."""
    if any(answers.get(key) in worries for key, worries in WORRYING.items()):
        return True
    kind = KINDS.get(str(answers.get("kind", "")))
    if kind is None:
        return False
    if kind.priority in URGENT or (kind.told_before and answers.get("happened") == "happened"):
        return True
    return any(
        QUESTIONS[key].raises.get(value) in URGENT
        for key in kind.asks
        for value in chosen(answers.get(key))
    )


def chosen(answer: Answer | None) -> tuple[str, ...]:
    """The codes in an answer."""
    return answer if isinstance(answer, tuple) else (str(answer),)
