"""*It is the same* at the desk: a phone call is joined to what the person told in their chat."""

from conversations.refusals import sentence
from desk.answers import answers_of
from desk.pages import refuse, request_for_worker
from desk.say import tongue
from desk.sight import duplicate_of
from desk.telling import show_page
from desk.unit import Unit
from fostering.drafts import SKIPPED
from fostering.duplicates import join_duplicate
from fostering.refusals import Refusal


def join(unit: Unit, key: str) -> None:
    """*It is the same*: the page of the other shows from now on."""
    found = request_for_worker(unit, key)
    other = duplicate_of(unit, *found) if found is not None else None
    if found is None or other is None:
        refuse(unit)
        return
    worker, added = found
    words = answers_of(unit, added).get("words", "")
    said = "" if words == SKIPPED else str(words)
    try:
        unit.decide(*join_duplicate(added, other, worker, said, unit.scene.at))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_page(unit, worker, added.id)
        return
    show_page(unit, worker, other.id)
