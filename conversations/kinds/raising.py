"""What a kind's own answers do: a threat lifts its priority, a worker out of reach its owner."""

from collections.abc import Mapping
from dataclasses import replace

from conversations.kinds import QUESTIONS
from fostering.drafts import Answer
from fostering.kinds import Kind
from fostering.priority import Priority, highest


def raised_by(kind: Kind, answers: Mapping[str, Answer]) -> Priority | None:
    """The priority that the answers to this kind's questions lift it to; None when they lift none.

    `answers` are those of the form so far, by question key; the others are passed over. An answer
    only ever raises (practice 3): give the result to `priority_of` as `asked_for`.
    """
    found = [
        QUESTIONS[key].raises[value]
        for key in kind.asks
        for value in given(answers.get(key))
        if value in QUESTIONS[key].raises
    ]
    return highest(*found) if found else None


def owned_by(kind: Kind, answers: Mapping[str, Answer]) -> Kind:
    """The kind with the owner that the answers name, else its own.

    Whoever cannot be reached does not get the request that says so.
    """
    for key in kind.asks:
        for value in given(answers.get(key)):
            if owner := QUESTIONS[key].owners.get(value):
                return replace(kind, owner=owner)
    return kind


def given(answer: Answer | None) -> tuple[str, ...]:
    """The codes in an answer."""
    match answer:
        case str():
            return (answer,)
        case tuple():
            return answer
        case _:
            return ()
