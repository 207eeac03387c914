"""What the form says while it asks: the number to ring, and what happens next with this kind."""

from collections.abc import Callable

from conversations.facts import Facts
from conversations.forms.kind_questions import chosen_kind
from conversations.forms.shared_questions import DEATH_OF_A_CHILD
from conversations.questions import NOT_SURE, YES, Answers
from locales import mark

RING_999 = mark("Ring 999 now, before you go on. Can't speak? Ring 999, listen, then press 55.")
RING_999_IF = mark("If anyone may be in danger, ring 999 now.")
DO_NOT_WRITE = mark("Don't write here what happened. We ring you and you tell us.")
A_MANAGER = mark("This goes to a manager.")
FOLLOWS = mark("After that: {follows}")


def advice(key: str | None, after: str | None, answers: Answers, facts: Facts) -> tuple[str, ...]:
    """The number first when there is danger; after the kind, and on the review, its next step."""
    say = facts.language.say
    lines: list[str] = []
    if answers.get("danger") == YES:
        lines.append(say(RING_999))
    elif answers.get("danger") == NOT_SURE:
        lines.append(say(RING_999_IF))
    kind = chosen_kind(answers, facts)
    if kind is None:
        return tuple(lines)
    if kind.phone_only and kind.code != DEATH_OF_A_CHILD:
        lines.append(say(DO_NOT_WRITE))
    if key is None or after == "kind":
        lines.append(say(kind.next_step))
        if kind.follows:
            lines.append(say(FOLLOWS, follows=say(kind.follows)))
    return tuple(lines)


def readers_of(ordinary: str) -> Callable[[Answers, Facts], str]:
    """Who reads it: a matter for the telephone goes to a manager (practice 13)."""

    def readers(answers: Answers, facts: Facts) -> str:
        kind = chosen_kind(answers, facts)
        return A_MANAGER if kind is not None and kind.phone_only else ordinary

    return readers
