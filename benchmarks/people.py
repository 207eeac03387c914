"""People who wait for an answer and then take their next step at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Updates = Callable[[dict[str, object]], None]
Fields = dict[str, object]
PLAIN_STEPS = ("/report", "Someone moves in", "My sister", "Today", "She comes on Sunday.")


@dataclass(kw_only=True)
class Person:
    """One person in a private chat: what they do next, and since when they wait.

    `waits` is the monotonic instant (seconds) at which their last update could be fetched.
    """

    number: int
    steps: int = 0
    waits: float | None = None
    update: int = field(default=0)

    @property
    def chat(self) -> int:
        """The number of their private chat."""
        return 1_000_000 + self.number

    def who(self) -> Fields:
        """How Telegram names them."""
        return {
            "id": self.chat,
            "is_bot": False,
            "first_name": f"Person {self.number}",
            "language_code": "en",
        }

    def writes(self, text: str) -> Fields:
        """The update of a message they wrote."""
        self.steps += 1
        message: Fields = {
            "message_id": self.steps,
            "date": 1_760_000_000 + self.steps,
            "chat": {"id": self.chat, "type": "private", "first_name": f"Person {self.number}"},
            "from": self.who(),
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return {"message": message}

    def presses(self, message_id: int, data: str) -> Fields:
        """The update of a button they pressed."""
        self.steps += 1
        return {
            "callback_query": {
                "id": f"{self.chat}{self.steps:06}",
                "from": self.who(),
                "chat_instance": str(self.chat),
                "data": data,
                "message": {
                    "message_id": message_id,
                    "date": 1_760_000_000,
                    "chat": {"id": self.chat, "type": "private", "first_name": "Person"},
                    "text": "…",
                },
            }
        }


class PlainSteps:
    """What a person does with the plain bot: the same five steps again and again."""

    def __init__(self) -> None:
        self._at: dict[int, int] = {}
        self.finished = 0

    def first(self, person: Person) -> Fields:
        """Their first update."""
        return self._next(person)

    def after(self, person: Person, message_id: int, fields: Fields) -> Fields | None:
        """Their next update after this answer."""
        if self._at[person.number] == 0:
            self.finished += 1
        return self._next(person)

    def _next(self, person: Person) -> Fields:
        step = self._at.get(person.number, 0)
        self._at[person.number] = (step + 1) % len(PLAIN_STEPS)
        return person.writes(PLAIN_STEPS[step])


def labels(fields: Fields) -> Iterator[tuple[str, str]]:
    """Every button under an answer: its label and what it carries."""
    markup = fields.get("reply_markup")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    for row in rows:
        for shown in row:
            if "callback_data" in shown:
                yield str(shown["text"]), str(shown["callback_data"])
