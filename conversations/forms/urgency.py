"""How urgent the answers so far are: a thin reader of answers for `fostering.priority`."""

from conversations.kinds import QUESTIONS
from conversations.questions import Answers
from fostering.kinds import Kind, Kinds
from fostering.priority import Priority, highest, priority_of

UNKNOWN_PLACES = ("not_known", "no", "think")


def priority(answers: Answers, kinds: Kinds, code: str = "") -> Priority:
    """The highest of the kind and of the answers given (practice 3); P3 while nothing is known."""
    kind = kinds.get(code or str(answers.get("kind", "")))
    return highest(
        priority_of(
            kind,
            danger=_code(answers, "danger"),
            everyone_safe=_code(answers, "everyone_safe"),
            whereabouts_known=_whereabouts(answers),
            can_wait=_code(answers, "can_wait"),
            happened=answers.get("happened") == "happened",
        ),
        *_raised_by_answers(answers, kind),
    )


def raised_at_once(answers: Answers, kinds: Kinds) -> Priority | None:
    """The priority, if it is urgent; None while the request may wait for the last answer."""
    found = priority(answers, kinds)
    return found if found.urgent else None


def _code(answers: Answers, key: str) -> str:
    return str(answers.get(key, ""))


def _whereabouts(answers: Answers) -> str:
    place = _code(answers, "whereabouts")
    if not place:
        return ""
    return "no" if place in UNKNOWN_PLACES else "yes"


def _raised_by_answers(answers: Answers, kind: Kind | None) -> list[Priority]:
    """What the answers to the kind's own questions raise; those of another kind do not count."""
    found: list[Priority] = []
    for key in kind.asks if kind is not None else ():
        answer = answers.get(key)
        given = answer if isinstance(answer, tuple) else (str(answer),)
        raises = QUESTIONS[key].raises
        found += [raises[value] for value in given if value in raises]
    return found
