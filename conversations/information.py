"""Information about a child, in words: a mark for each thing, and never what it says."""

from collections.abc import Mapping

from fostering.information import Fact
from locales import mark

FACTS: Mapping[Fact, str] = {
    Fact.ALLERGIES: mark("Allergies and medicine"),
    Fact.RISKS: mark("Risks and how to keep safe"),
    Fact.NUMBERS: mark("Who to ring, day and night"),
    Fact.TREATMENT: mark("Consent to treatment"),
    Fact.COLLECTING: mark("Who may see or collect them"),
    Fact.HEALTH: mark("Health and appointments"),
    Fact.SCHOOL: mark("School and the way there"),
    Fact.STORY: mark("Why they came to you"),
    Fact.CARE_PLAN: mark("The newest care plan"),
    Fact.PLACEMENT_PLAN: mark("The placement plan"),
    Fact.AUTHORITY: mark("Who decides what"),
    Fact.COMFORT: mark("Food, sleep, comfort, fears"),
    Fact.CULTURE: mark("Faith, culture, language"),
    Fact.FAMILY_TIME: mark("Time with their family"),
    Fact.MISSING: mark("What to do if they are missing"),
    Fact.MONEY: mark("Pocket money and clothes"),
}
