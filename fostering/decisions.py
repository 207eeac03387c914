"""Decisions: what somebody has to decide about for a child, by theme, and who may.

The themes are those of the placement plan (Care Planning Regulations 2010, Schedule 2, as amended
in 2013); which decisions stand under each is ours.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Theme(StrEnum):
    """What a decision is about."""

    HEALTH = "health"
    SCHOOL = "school"
    HOME = "home"
    FAITH = "faith"
    PHONE = "phone"
    OTHER = "other"


class Decision(StrEnum):
    """One thing that somebody has to decide about."""

    CHECK_UP = "check_up"
    VACCINATION = "vaccination"
    TREATMENT = "treatment"
    MEDICINE = "medicine"
    WHICH_SCHOOL = "which_school"
    DAY_TRIP = "day_trip"
    TRIP_OVERNIGHT = "trip_overnight"
    SCHOOL_TALKS = "school_talks"
    FRIENDS = "friends"
    SLEEPOVER = "sleepover"
    CLUB = "club"
    RISKY_SPORT = "risky_sport"
    BABYSITTER = "babysitter"
    WORSHIP = "worship"
    CUSTOMS = "customs"
    OWN_PHONE = "own_phone"
    SOCIAL_MEDIA = "social_media"
    PHOTO_ONLINE = "photo_online"
    HAIR = "hair"
    PIERCING = "piercing"
    PHOTO = "photo"
    HOLIDAY = "holiday"
    ABROAD = "abroad"
    JOB = "job"


class Decider(StrEnum):
    """Who decides, from the side of the carer; ASK: the carer asks first, every time."""

    CARER = "carer"
    ASK = "ask"
    WORKER = "worker"
    PARENTS = "parents"


class Say(StrEnum):
    """What the young person has to say in it, from their own side."""

    SELF = "self"
    TOGETHER = "together"
    OTHERS = "others"


BY_THEME: Mapping[Theme, tuple[Decision, ...]] = MappingProxyType(
    {
        Theme.HEALTH: (
            Decision.CHECK_UP,
            Decision.VACCINATION,
            Decision.TREATMENT,
            Decision.MEDICINE,
        ),
        Theme.SCHOOL: (
            Decision.WHICH_SCHOOL,
            Decision.DAY_TRIP,
            Decision.TRIP_OVERNIGHT,
            Decision.SCHOOL_TALKS,
        ),
        Theme.HOME: (
            Decision.FRIENDS,
            Decision.SLEEPOVER,
            Decision.CLUB,
            Decision.RISKY_SPORT,
            Decision.BABYSITTER,
        ),
        Theme.FAITH: (Decision.WORSHIP, Decision.CUSTOMS),
        Theme.PHONE: (Decision.OWN_PHONE, Decision.SOCIAL_MEDIA, Decision.PHOTO_ONLINE),
        Theme.OTHER: (
            Decision.HAIR,
            Decision.PIERCING,
            Decision.PHOTO,
            Decision.HOLIDAY,
            Decision.ABROAD,
            Decision.JOB,
        ),
    }
)
"""The decisions of each theme, in the order in which they are shown."""


def theme_of(decision: Decision) -> Theme:
    """What this decision is about."""
    return next(theme for theme, decisions in BY_THEME.items() if decision in decisions)
