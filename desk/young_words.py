"""A young person's own words to whoever has what they sent; nothing is kept before their *Yes*."""

from desk import drafts, forms
from desk.home import show_home
from desk.sight import named
from desk.unit import Unit
from desk.views import reached_here
from fostering.people import Standing
from fostering.requests import Request

FORM = "own_words"


def write_to_them(unit: Unit, key: str) -> None:
    """*Write to them*, on the card of what they sent."""
    request = named(unit, key)
    if request is not None and request.open and not request.readers and reached_here(unit, request):
        drafts.ask_words(unit, key, form=FORM)
    else:
        show_home(unit)


def offer_to_send(unit: Unit, text: str) -> bool:
    """Words that were only typed: ask whether to send them; False where nobody waits for any."""
    request = waiting_for_words(unit)
    if request is None:
        return False
    drafts.open_form(unit, FORM, request=request.id)
    forms.write(unit, text)
    return True


def waiting_for_words(unit: Unit) -> Request | None:
    """What this young person sent last that is open, if they may be written to in this chat."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        return None
    mine = [
        r
        for r in unit.scene.requests.values()
        if r.author == person.id and r.open and not r.readers
    ]
    latest = max(mine, key=lambda r: r.raised_at, default=None)
    return latest if latest is not None and reached_here(unit, latest) else None
