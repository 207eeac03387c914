"""Deciding: which unit is at the desk in this task, so that nothing may call Telegram meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from telegram.error import TelegramError

from desk.unit import Unit


@dataclass
class Decision:
    """A unit while python-telegram-bot dispatches it, and what its callbacks raised."""

    unit: Unit
    faults: list[Exception] = field(default_factory=list)


_DECISION: ContextVar[Decision | None] = ContextVar("decision", default=None)


class CallWhileDeciding(TelegramError):
    """Something tried to call Telegram before the unit was recorded."""


@contextmanager
def deciding(unit: Unit) -> Iterator[Decision]:
    """Put a unit on the desk for as long as it is decided."""
    decision = Decision(unit=unit)
    token = _DECISION.set(decision)
    try:
        yield decision
    finally:
        _DECISION.reset(token)


def decision_here() -> Decision:
    """The decision under way; LookupError when none is."""
    decision = _DECISION.get()
    if decision is None:
        raise LookupError("no unit is being decided")
    return decision


def unit_here() -> Unit:
    """The unit at the desk; LookupError when none is."""
    return decision_here().unit


def refuse_calls() -> None:
    """Raise CallWhileDeciding while a unit is at the desk: what is said goes to the outbox."""
    if _DECISION.get() is not None:
        raise CallWhileDeciding("a callback tried to call Telegram; it must say it to the unit")
