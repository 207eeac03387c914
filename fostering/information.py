"""Information: what a carer must be told about a child who comes to live with them.

Source: Fostering Services Regulations 2011, reg 17(3): all information that is needed to care, kept
up to date, with the latest care plan. Which facts stand on the list is ours. Only a mark for each
is ever kept: told, not told, out of date.
"""

from enum import StrEnum


class Fact(StrEnum):
    """One thing to be told; the first ones are needed in the first hour."""

    ALLERGIES = "allergies"
    RISKS = "risks"
    NUMBERS = "numbers"
    TREATMENT = "treatment"
    COLLECTING = "collecting"
    HEALTH = "health"
    SCHOOL = "school"
    STORY = "story"
    CARE_PLAN = "care_plan"
    PLACEMENT_PLAN = "placement_plan"
    AUTHORITY = "authority"
    COMFORT = "comfort"
    CULTURE = "culture"
    FAMILY_TIME = "family_time"
    MISSING = "missing"
    MONEY = "money"


FIRST_HOUR = (Fact.ALLERGIES, Fact.RISKS, Fact.NUMBERS, Fact.TREATMENT, Fact.COLLECTING)
"""What is asked in the first hour of an emergency placement, and nothing else."""
