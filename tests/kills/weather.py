"""The weather on the way to Telegram: at random a call is lost, or its answer is."""

from collections import Counter
from random import Random

from simulator.faults import Fault, Faults

HANG_SECONDS = 12.0
"""Longer than the service waits for an answer."""
AMBIGUOUS = {
    "accepted, answer dropped": Fault.DROP_AFTER,
    "accepted, then 500": Fault.SERVER_ERROR_AFTER,
    "accepted, then 502": Fault.SERVER_ERROR_AFTER(code=502),
    "accepted, answer unreadable": Fault.MALFORMED_JSON,
    "dropped before acceptance": Fault.DROP_BEFORE,
    "500 before acceptance": Fault.SERVER_ERROR,
    "accepted, then a hang": Fault.HANG_AFTER(hang_seconds=HANG_SECONDS),
}
"""How a send can come out so that its sender cannot know whether it arrived."""
OFTEN = 5
"""So much more often than a hang, which costs ten seconds, any of the others happens."""
NAMES = (*(list(AMBIGUOUS)[:-1] * OFTEN), list(AMBIGUOUS)[-1])
SENDS = frozenset({"sendMessage", "sendDocument", "sendPhoto"})
OTHERS = frozenset({"editMessageText", "deleteMessage", "getUpdates", "answerCallbackQuery"})


class Weather(Faults):
    """Faults by chance instead of by script; `sends` counts how each ambiguous send came out."""

    def __init__(self, luck: Random) -> None:
        super().__init__()
        self._luck = luck
        self.sends: Counter[str] = Counter()
        self.hangs = 0
        self.rough = 0.0
        """How likely a send goes wrong; 0 is fine weather."""

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault of this call, if it meets one; half as likely where nothing new is sent."""
        likely = self.rough if method in SENDS else self.rough / 2 if method in OTHERS else 0
        if self._luck.random() >= likely:
            return super().take(method, chat_id)
        name = self._luck.choice(NAMES)
        fault = AMBIGUOUS[name]
        if method not in SENDS:
            return None if fault.hang_seconds == HANG_SECONDS else fault
        self.sends[name] += 1
        self.hangs += fault.hang_seconds == HANG_SECONDS
        return fault
