"""The bot's waiting updates, as the Bot API keeps them until they are confirmed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.raw import Json
from simulator.signals import Signal

CALLBACK_LIFE = timedelta(seconds=150)
UPDATE_LIFE = timedelta(hours=24)
FIRST_UPDATE_ID = 500_000_001
PAST_THE_TAIL = 10
ANSWER_BYTES = 4 << 20
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KNOWN_KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "message_reaction",
        "message_reaction_count",
        "chat_boost",
        "removed_chat_boost",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "purchased_paid_media",
    ]
)


@dataclass(kw_only=True, eq=False)
class Waiting:
    """One update that is not confirmed yet; an injected one is kept until handed out once."""

    update_id: int
    raw: Json
    expires_at: datetime
    size: int
    injected: bool = False
    handed_out: bool = False


class UpdateQueue:
    """Updates in the order of their arrival."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.arrived = Signal()
        self.next_id = FIRST_UPDATE_ID
        self.allowed: frozenset[str] | None = None
        self._now = now
        self._waiting: list[Waiting] = []

    def allows(self, kind: str) -> bool:
        """Whether the bot has asked for this kind of update."""
        if self.allowed is None:
            return kind not in LEFT_OUT_BY_DEFAULT
        return kind in self.allowed

    def set_allowed(self, kinds: list[str] | None) -> None:
        """Keep what the bot asks for: absent changes nothing, `[]` is the default again."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & KNOWN_KINDS if kinds else None

    def add(self, kind: str, body: Json) -> None:
        """Queue an update, unless the bot has not asked for its kind; then it is lost."""
        if not self.allows(kind):
            return
        life = CALLBACK_LIFE if kind == "callback_query" else UPDATE_LIFE
        self._append({"update_id": self.next_id, kind: body}, life, injected=False)
        self.next_id += 1

    def inject(self, raw: Json) -> None:
        """Queue any raw update as it is; without an `update_id` it gets the next one."""
        if "update_id" not in raw:
            raw = {"update_id": self.next_id} | raw
            self.next_id += 1
        self._append(raw, UPDATE_LIFE, injected=True)

    def _append(self, raw: Json, life: timedelta, *, injected: bool) -> None:
        self._waiting.append(
            Waiting(
                update_id=raw["update_id"],
                raw=raw,
                expires_at=self._now() + life,
                size=len(json.dumps(raw)),
                injected=injected,
            )
        )
        self.arrived.touch()

    def waiting(self) -> list[Waiting]:
        """What is not confirmed and not too old."""
        at = self._now()
        self._waiting = [update for update in self._waiting if update.expires_at > at]
        return self._waiting

    def forget(self, update: Waiting) -> None:
        """Drop one update that has been delivered."""
        if update in self._waiting:
            self._waiting.remove(update)

    def clear(self) -> None:
        """Drop everything."""
        self._waiting.clear()

    def take(self, offset: int, limit: int) -> list[Json]:
        """The updates from an offset on, as `getUpdates` gives them.

        A positive offset forgets what is below it, a negative one all but the last so many; one
        that lies more than ten past the tail counts as no offset.
        """
        waiting = self.waiting()
        if offset < 0:
            self._waiting = waiting = waiting[offset:]
        elif 0 < offset <= self._tail() + PAST_THE_TAIL:
            self._waiting = waiting = [
                update
                for update in waiting
                if update.update_id >= offset or (update.injected and not update.handed_out)
            ]
        taken: list[Waiting] = []
        for update in waiting[:limit]:
            if taken and sum(each.size for each in taken) + update.size > ANSWER_BYTES:
                break
            taken.append(update)
        for update in taken:
            update.handed_out = True
        return [update.raw for update in taken]

    def _tail(self) -> int:
        return max([self.next_id, *(update.update_id + 1 for update in self._waiting)])
