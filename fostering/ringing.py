"""Ringing: whether a telephone call is safe for the person who asked (practice 12, 28)."""

from collections.abc import Mapping
from enum import StrEnum

from fostering.kinds import SAFE_TO_RING, Kind


class Ringing(StrEnum):
    """What the person said about being rung."""

    WELCOME = "welcome"
    MESSAGE_FIRST = "message_first"
    NEVER = "never"
    UNKNOWN = "unknown"


def ringing(kind: Kind | None, answers: Mapping[str, object]) -> Ringing:
    """Whether they may be rung: not before they have said so, where the kind asks it.

    A ringing telephone tells a frightening adult that somebody knows.
    """
    match answers.get(SAFE_TO_RING):
        case "no":
            return Ringing.NEVER
        case "message_first":
            return Ringing.MESSAGE_FIRST
        case "yes":
            return Ringing.WELCOME
        case None if kind is None or SAFE_TO_RING not in kind.asks:
            return Ringing.WELCOME
        case _:
            return Ringing.UNKNOWN
