"""The forms of a household's switch, opened by its manager: why, and who told the carers."""

from desk.drafts import open_form
from desk.private_home_scenes import HOME
from desk.private_homes import of_worker
from desk.unit import Unit
from desk.unkept import old_button


def ask_start(unit: Unit, key: str) -> None:
    """*Make it private*: the reason is asked."""
    _ask(unit, key, "private_home")


def ask_end(unit: Unit, key: str) -> None:
    """*End the private process*: the reason is asked."""
    _ask(unit, key, "private_home_end")


def ask_told(unit: Unit, key: str) -> None:
    """*They have been told*: on which day, and by whom."""
    _ask(unit, key, "private_home_told")


def _ask(unit: Unit, key: str, form: str) -> None:
    if of_worker(unit, key) is None:
        old_button(unit)
        return
    open_form(unit, form, answers={HOME: key}, anew=True)
