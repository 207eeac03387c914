"""A glance at an update before its scene is loaded: who it is from, and what it names."""

from dataclasses import dataclass

from conversations.screen import Press
from desk.scene import Sender


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What an edge can tell of an update without knowing anybody.

    `press` is the button pressed, `pressed_message` the message it stood on. `typed`: the person
    wrote words. `code` is what may be an invitation (after /start or /connect, or loose words),
    `reference` the reference of a request that they typed.
    """

    sender: Sender
    press: Press | None = None
    pressed_message: str = ""
    typed: bool = False
    code: str = ""
    reference: str = ""
