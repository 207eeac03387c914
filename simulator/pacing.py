"""The pace that Telegram asks for: about 30 messages a second, 1 a chat, 20 a minute a group."""

import math
import time
from collections.abc import Callable

from simulator.chats import Chat
from simulator.refusals import too_many

OVERALL_A_SECOND = 30.0
CHAT_A_SECOND = 1.0
CHAT_BURST = 5.0
GROUP_A_MINUTE = 20.0
PACED = frozenset(
    {"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageReplyMarkup"}
)


class _Bucket:
    """Tokens that come back evenly with time."""

    def __init__(self, *, size: float, a_second: float, at: float) -> None:
        self.size = size
        self.a_second = a_second
        self.tokens = size
        self.at = at

    def wait_seconds(self, at: float) -> float:
        self.tokens = min(self.size, self.tokens + (at - self.at) * self.a_second)
        self.at = at
        return max(0.0, (1.0 - self.tokens) / self.a_second)


class Pacing:
    """Counts messages in real (monotonic) seconds and refuses those that come too fast."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self._buckets: dict[int | str, _Bucket] = {}

    def _bucket(self, key: int | str, size: float, a_second: float) -> _Bucket:
        if key not in self._buckets:
            self._buckets[key] = _Bucket(size=size, a_second=a_second, at=self.monotonic())
        return self._buckets[key]

    def check(self, chat: Chat) -> None:
        """Count a message to a chat; raises `Refused` (429) with the seconds to wait."""
        buckets = [self._bucket("overall", OVERALL_A_SECOND, OVERALL_A_SECOND)]
        if chat.private:
            buckets.append(self._bucket(chat.id, CHAT_BURST, CHAT_A_SECOND))
        else:
            buckets.append(self._bucket(chat.id, GROUP_A_MINUTE, GROUP_A_MINUTE / 60))
        at = self.monotonic()
        wait = max(bucket.wait_seconds(at) for bucket in buckets)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.tokens -= 1
