"""What the form says while it asks: the number to ring, and what happens next with this kind."""

from conversations.facts import Facts
from conversations.forms.kind_questions import chosen_kind
from conversations.forms.shared_questions import DEATH_OF_A_CHILD
from conversations.forms.urgency import urgency
from conversations.kind_numbers import kind_numbers
from conversations.questions import NOT_SURE, YES, Answers
from conversations.readers import excluded_by, left_out, next_step_of, reader_lines
from locales import mark

RING_999 = mark("Ring 999 now, before you go on. Can't speak? Ring 999, listen, then press 55.")
RING_999_IF = mark("If anyone may be in danger, ring 999 now.")
DO_NOT_WRITE = mark("Don't write here what happened. We ring you and you tell us.")
DEPENDS = mark(
    "Who sees it depends on what it is. What is urgent goes to the workers on duty at once. "
    "We say who sees it before you send the rest."
)
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
        without = left_out(facts.household, excluded_by(answers))
        lines.append(next_step_of(facts.language, kind, without_supervisor=without))
        lines += kind_numbers(facts.language, kind)
        if kind.follows:
            lines.append(say(FOLLOWS, follows=say(kind.follows)))
    if after == "kind":
        lines += readers_of(answers, facts)
    return tuple(lines)


def readers_of(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who sees it, as the answers stand; a matter for the telephone goes to a manager."""
    kind = chosen_kind(answers, facts)
    return reader_lines(answers, facts, kind, urgency(answers, facts.policy.kinds))
