"""Asking a worker once more before a press that ends an alarm; nothing has happened yet."""

from collections.abc import Callable

from conversations.screen import Screen
from conversations.sure import lower_question, spoke_question, take_question
from desk.page_views import page_view
from desk.pages import allowed
from desk.say import reply, tongue
from desk.unit import Unit
from desk.views import name_of
from fostering.people import Person
from fostering.requests import Request, check_holds
from fostering.taking_over import take_over


def ask_spoke(unit: Unit, key: str) -> None:
    """*Spoke by phone*, *I have reached them*."""

    def question(worker: Person, request: Request) -> Screen:
        view = page_view(unit, request, worker, tongue(unit))
        return spoke_question(tongue(unit), request, name=view.author, rings=view.rings)

    _ask(unit, key, question)


def ask_lower(unit: Unit, key: str) -> None:
    """*Less urgent than this*."""

    def question(worker: Person, request: Request) -> Screen:
        view = page_view(unit, request, worker, tongue(unit))
        return lower_question(tongue(unit), request, name=view.author)

    _ask(unit, key, question)


def ask_take(unit: Unit, key: str) -> None:
    """*Take it over*."""

    def question(worker: Person, request: Request) -> Screen:
        holder = name_of(unit, request.acknowledged_by)
        return take_question(tongue(unit), request, holder=holder)

    def check(request: Request, worker: Person, *, holder: str) -> None:
        del holder
        take_over(request, worker, unit.scene.at)

    _ask(unit, key, question, check)


def _ask(
    unit: Unit,
    key: str,
    question: Callable[[Person, Request], Screen],
    check: Callable[..., None] = check_holds,
) -> None:
    """Ask it, unless the rule would refuse the answer."""
    found = allowed(unit, key, check)
    if found is not None:
        reply(unit, question(*found), card=f"page:{key}")
