"""Telling the on-call team: raised the moment it is pressed; once per person at a time."""

from desk import drafts, raising, reports
from desk.help import open_urgent, show_help
from desk.unit import Unit
from fostering.people import Standing

CALL = "call"
"""The way of a young person who wants to be rung; then a number is needed that is safe."""


def tell_the_team(unit: Unit) -> None:
    """*Tell the on-call team*."""
    _tell(unit, form="urgent_help")


def talk_tonight(unit: Unit) -> None:
    """*I need to talk to someone tonight*."""
    _tell(unit, form="talk_tonight")


def not_safe(unit: Unit, way: str) -> None:
    """A young person's own button: tell the team, and how it is safe to reach them."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_help(unit)
        return
    already = open_urgent(unit)
    if already is not None:
        raising.change_safe_way(unit, already, way)
    request = already or raising.raise_not_safe(unit, way)
    if way == CALL and request is not None:
        drafts.open_form(unit, "safe_number", request=request.id)


def _tell(unit: Unit, *, form: str) -> None:
    """Raised and paged now; a few questions follow that may wait."""
    person = unit.scene.person
    if person is None or person.standing in (Standing.STAFF, Standing.ADVOCATE):
        show_help(unit)
        return
    if person.standing is Standing.YOUNG_PERSON:
        not_safe(unit, "team")
        return
    already = open_urgent(unit)
    if already is not None:
        reports.show_request(unit, already.id)
        return
    request = raising.raise_urgent(unit, person, form=form)
    drafts.open_form(unit, form, request=request.id)
