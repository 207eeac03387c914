"""Danger words at the desk: they only ever add the offer of help; nothing is raised by them."""

from conversations.card import is_raised
from conversations.form import Form
from conversations.unkept import DANGER_OFFER, DANGER_OPEN, YOUNG_DANGER_OPEN
from desk.help import open_urgent
from desk.say import tongue
from desk.unit import Unit
from fostering.danger import danger_words
from fostering.drafts import Draft
from fostering.people import Standing


def danger_offer(unit: Unit, form: Form, draft: Draft, text: str) -> str:
    """The line above the question after words of danger; "" without them, and for staff.

    Also in what is added to a request: whoever has it may be asleep (practice 2). Where the team
    was told already, it leads to 999 instead of a button that is not there.
    """
    person = unit.scene.person
    if person is None or is_raised(form, draft):
        return ""
    if person.standing in (Standing.STAFF, Standing.ADVOCATE):
        return ""
    if not danger_words(text):
        return ""
    if open_urgent(unit) is None:
        return tongue(unit).say(DANGER_OFFER)
    young = person.standing is Standing.YOUNG_PERSON
    return tongue(unit).say(YOUNG_DANGER_OPEN if young else DANGER_OPEN)
