"""Forms about one child, opened from a list or a start of a placement, the child filled in."""

from desk import drafts
from desk.unit import Unit
from fostering.decisions import Decision
from fostering.office_hours import local_date


def ask_decision(unit: Unit, key: str, decision: str) -> None:
    """*Ask for a decision*, pressed on one line of *Who decides?*."""
    filled = {"decision": decision} if decision in tuple(Decision) else {}
    _open(unit, "decision", key, filled)


def ask_what_was_told(unit: Unit, key: str) -> None:
    """*What have I been told?*: the checklist anew."""
    _open(unit, "information", key, {})


def ask_question(unit: Unit, key: str) -> None:
    """*Ask a question about a child*."""
    _open(unit, "child_question", key, {})


def ask_support(unit: Unit, key: str) -> None:
    """*Support from the first day*."""
    _open(unit, "first_support", key, {})


def _open(unit: Unit, form: str, key: str, filled: dict[str, str]) -> None:
    """Open it anew; a child who is not placed there today is asked about, not filled in."""
    home = unit.scene.household
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    children = {p.id.hex for p in home.on(day).placements} if home is not None else set()
    child = {"child": key} if key in children else {}
    drafts.open_form(unit, form, answers={**child, **filled}, anew=True)
