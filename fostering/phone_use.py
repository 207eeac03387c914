"""Who uses a young person's phone, as they say themselves (practice 24)."""

from enum import StrEnum


class PhoneUse(StrEnum):
    """Only they, somebody else too, or they do not know; "" until they have said it."""

    UNKNOWN = ""
    OWN = "own"
    SHARED = "shared"
    UNSURE = "unsure"


NOT_ONLY_THEIRS = frozenset({PhoneUse.SHARED, PhoneUse.UNSURE})
"""Where somebody else may read what comes."""
