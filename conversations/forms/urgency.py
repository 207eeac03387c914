"""How urgent the answers so far are: a thin reader of answers for `fostering.priority`."""

from conversations.kinds.raising import raised_by
from conversations.questions import Answers
from fostering.kinds import Kinds
from fostering.priority import Priority, priority_of

UNKNOWN_PLACES = ("not_known", "no", "think")


def urgency(answers: Answers, kinds: Kinds) -> Priority:
    """The highest of the kind and of the answers given (practice 3); P3 while nothing is known."""
    kind = kinds.get(str(answers.get("kind", "")))
    return priority_of(
        kind,
        danger=_code(answers, "danger"),
        everyone_safe=_code(answers, "everyone_safe"),
        whereabouts_known=_whereabouts(answers),
        can_wait=_code(answers, "can_wait"),
        happened=answers.get("happened") == "happened",
        asked_for=raised_by(kind, answers) if kind is not None else None,
    )


def _code(answers: Answers, key: str) -> str:
    return str(answers.get(key, ""))


def _whereabouts(answers: Answers) -> str:
    place = _code(answers, "whereabouts")
    if not place:
        return ""
    return "no" if place in UNKNOWN_PLACES else "yes"
