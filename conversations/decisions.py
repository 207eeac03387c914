"""Decisions in words: each thing that somebody decides about, its theme, and who decides."""

from collections.abc import Mapping

from fostering.decisions import Decider, Decision, Say, Theme
from locales import mark, mark_for

THEMES: Mapping[Theme, str] = {
    Theme.HEALTH: mark("Doctor, dentist, medicine"),
    Theme.SCHOOL: mark("School"),
    Theme.HOME: mark("Home and free time"),
    Theme.FAITH: mark("Faith and culture"),
    Theme.PHONE: mark("Phone and social media"),
    Theme.OTHER: mark("Hair, photos, travel, work"),
}
DECISIONS: Mapping[Decision, str] = {
    Decision.CHECK_UP: mark("Check-ups: doctor, dentist, eyes"),
    Decision.VACCINATION: mark("Vaccinations"),
    Decision.TREATMENT: mark("Treatment that is planned"),
    Decision.MEDICINE: mark("Everyday medicine"),
    Decision.WHICH_SCHOOL: mark("Which school"),
    Decision.DAY_TRIP: mark("School trips for a day"),
    Decision.TRIP_OVERNIGHT: mark("School trips overnight"),
    Decision.SCHOOL_TALKS: mark("Talks with the school"),
    Decision.FRIENDS: mark("Visiting friends in the day"),
    Decision.SLEEPOVER: mark("A night at a friend's home"),
    Decision.CLUB: mark("Clubs and sports"),
    Decision.RISKY_SPORT: mark("Sports that can be risky"),
    Decision.BABYSITTER: mark("Who may babysit"),
    Decision.WORSHIP: mark("Going to worship"),
    Decision.CUSTOMS: mark("Food, dress and feast days"),
    Decision.OWN_PHONE: mark("Having a phone"),
    Decision.SOCIAL_MEDIA: mark("Social media accounts"),
    Decision.PHOTO_ONLINE: mark("Photos shared online"),
    Decision.HAIR: mark("Haircut and hair colour"),
    Decision.PIERCING: mark("Ear piercing"),
    Decision.PHOTO: mark("School and club photos"),
    Decision.HOLIDAY: mark("A holiday in this country"),
    Decision.ABROAD: mark("Travel abroad, a passport"),
    Decision.JOB: mark("A part-time job"),
}
"""A mark of each stands on buttons, and is read by young people too."""

NOT_NOTED = mark("not written down yet")
TO_CARERS: Mapping[Decider | None, str] = {
    Decider.CARER: mark("you decide"),
    Decider.ASK: mark("ask first"),
    Decider.WORKER: mark("the child's social worker decides"),
    Decider.PARENTS: mark("the parents decide"),
    None: NOT_NOTED,
}
TO_STAFF: Mapping[Decider | None, str] = {
    Decider.CARER: mark("the carer decides"),
    Decider.ASK: mark("the carer asks first"),
    Decider.WORKER: mark("the child's social worker decides"),
    Decider.PARENTS: mark("the parents decide"),
    None: NOT_NOTED,
}
DECIDERS: Mapping[Decider, str] = {
    Decider.CARER: mark("The carer decides"),
    Decider.ASK: mark("The carer asks first"),
    Decider.WORKER: mark("The child's worker decides"),
    Decider.PARENTS: mark("The parents decide"),
}
"""What a worker presses."""

SAYS_TO_STAFF: Mapping[Say, str] = {
    Say.SELF: mark("They decide themselves"),
    Say.TOGETHER: mark("They decide with somebody"),
    Say.OTHERS: mark("Somebody else decides for them"),
}
SAYS: Mapping[Say, str] = {
    Say.SELF: mark_for("young_person", "You decide"),
    Say.TOGETHER: mark_for("young_person", "You decide together with your carer or worker"),
    Say.OTHERS: mark_for("young_person", "Somebody else decides, and asks what you want"),
}
"""What a young person reads above the decisions of each sort."""
