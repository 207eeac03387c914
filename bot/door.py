"""The door: what the desk may ask of Telegram's side of the house."""

from collections.abc import Mapping

from bot.answering import Answering
from bot.application import BotApplication, dispatch
from bot.commands import code_in
from bot.senders import read_sender
from conversations.screen import Press
from desk.glance import Glance
from desk.unit import Unit
from fostering.references import read_reference
from storage.kill_points import DECIDED, pass_point


class TelegramDoor:
    """Glances at updates, lets the routes decide them, answers presses."""

    def __init__(self, application: BotApplication, answering: Answering) -> None:
        self._application = application
        self._answering = answering

    def glance(self, raw: dict[str, object]) -> Glance | None:
        """Who an update is from and what it names; None where nobody can be read behind it."""
        sender = read_sender(raw)
        if sender is None:
            return None
        query = _part(raw, "callback_query")
        data, pressed = query.get("data"), _part(query, "message").get("message_id")
        words = _part(raw, "message").get("text")
        return Glance(
            sender=sender,
            press=Press.read(data) if isinstance(data, str) else None,
            pressed_message="" if pressed is None else str(pressed),
            typed="message" in raw,
            code=code_in(words) if isinstance(words, str) else "",
            reference=(read_reference(words) or "") if isinstance(words, str) else "",
        )

    async def dispatch(self, unit: Unit, raw: dict[str, object]) -> None:
        """Let the routes decide the unit; raises what they raise, or Unreadable."""
        await dispatch(self._application, unit, raw)
        pass_point(DECIDED)

    def answer(self, raw: dict[str, object], toast: str) -> None:
        """Answer a button press, best effort, after the commit."""
        self._answering.answer(raw, toast)


def _part(raw: Mapping[str, object], kind: str) -> Mapping[str, object]:
    part = raw.get(kind)
    return part if isinstance(part, Mapping) else {}
