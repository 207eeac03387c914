"""Contact: when a worker and the person who asked have reached each other, and in which way.

An urgent request that somebody has climbs again until contact is recorded (practice 7). Who asked
to be written to is not rung; then contact is that a worker has written *and* the person has
answered in the chat after it: nobody knows else that they have seen it (practice 8, 28).
"""

from collections.abc import Mapping
from enum import StrEnum

from fostering.drafts import Answer


class ContactWay(StrEnum):
    """How they reached each other."""

    RUNG = "rung"
    WRITTEN = "written"
    REACHED = "reached"


def asks_to_write(answers: Mapping[str, Answer]) -> bool:
    """Whether the person wants to be written to and not rung, as far as these answers tell.

    A carer's "Write to me, don't ring" (unless they ask for a call as well), or a young person's
    "Message only".
    """
    need = answers.get("need", ())
    chosen = need if isinstance(need, tuple) else ()
    needs_words = "text_only" in chosen and "call" not in chosen
    return (
        needs_words
        or answers.get("can_ring") == "text_only"
        or answers.get("safe_way") == "message"
    )
