"""What the cards of a concern need besides it: the stage, its days and who reads it."""

from datetime import datetime

from conversations.concern_card import Stage, concern_card
from conversations.screen import Screen
from conversations.young_concern_card import young_concern_card
from desk.scene import Written
from desk.unit import Unit
from desk.views import reached_here, standpoint
from fostering.concern import FIRST, TAKEN_BACK, ask_until
from fostering.people import Person, Standing
from fostering.requests import Request
from locales import Language


def concern_screen(unit: Unit, request: Request, author: Person, language: Language) -> Screen:
    """The card of whoever wrote it; at their own press a young person reads the answer too."""
    stage = stage_of(unit, request, language)
    if author.standing is not Standing.YOUNG_PERSON:
        return concern_card(language, request, stage)
    at_desk = unit.scene.person is not None and unit.scene.person.id == author.id
    shown = at_desk or reached_here(unit, request)
    return young_concern_card(language, request, stage, shown=shown)


def stage_of(unit: Unit, request: Request, language: Language) -> Stage:
    """Where its stage stands."""
    view = standpoint(unit, request, language)
    longer = _last(unit, request, "AnswerExtended")
    return Stage(
        title=view.title,
        at=unit.scene.at,
        reader=view.holder or view.owner,
        chased_to=view.chased_to if request.overdue(unit.scene.at) else "",
        longer=longer.words.get("words", "") if longer is not None else "",
        replies=view.replies,
        outcome=view.outcome,
        outcome_words=view.outcome_words,
        ask_until=_ask_until(unit, request, view.outcome),
        added_at=view.added_at,
    )


def _ask_until(unit: Unit, request: Request, outcome: str) -> datetime | None:
    """Until when the second stage may be asked for; None where it is over, or was asked for."""
    if request.closed_at is None or request.kind != FIRST or outcome == TAKEN_BACK:
        return None
    until = ask_until(request.closed_at, unit.scene.policy)
    again = any(r.earlier == request.reference for r in unit.scene.requests.values())
    return until if unit.scene.at < until and not again else None


def _last(unit: Unit, request: Request, event: str) -> Written | None:
    lines = reversed(unit.scene.written.get(request.id, ()))
    return next((line for line in lines if line.event == event), None)
