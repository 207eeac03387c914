"""Pacing: how soon the next message may go, so that Telegram does not make us wait longer."""

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

OVERALL_PER_SECOND = 26.0
OVERALL_BURST = 4
"""Together the 30 that Telegram publishes: no second has more, however it is cut."""
BULK_SHARE = 0.7
CHAT_PER_SECOND = 1.0
CHAT_BURST = 3
GROUP_PER_MINUTE = 20
MINUTE_SECONDS = 60.0
FORGET_CHATS_ABOVE = 5000
GROUP = "-"
"""What the number of a group begins with, at Telegram; its name here does too."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How many messages may go: a second in all, a second in a chat, a minute in a group."""

    overall_per_second: float
    overall_burst: int
    chat_per_second: float
    chat_burst: int
    group_per_minute: int


TELEGRAM = Pace(
    overall_per_second=OVERALL_PER_SECOND,
    overall_burst=OVERALL_BURST,
    chat_per_second=CHAT_PER_SECOND,
    chat_burst=CHAT_BURST,
    group_per_minute=GROUP_PER_MINUTE,
)
"""What Telegram publishes, a little less of it: the only pace of a real bot."""


@dataclass(kw_only=True)
class Tap:
    """Lets so many a second through, smoothly, with a small burst after a rest."""

    per_second: float
    burst: int
    full_at: float = -inf

    def opens_at(self) -> float:
        """The monotonic instant (seconds) from which the next one may go."""
        return self.full_at - (self.burst - 1) / self.per_second

    def free(self, now: float) -> int:
        """How many may go now, at the monotonic instant `now` (seconds)."""
        rested = now - self.opens_at()
        if rested < 0:
            return 0
        return min(self.burst, int(min(rested * self.per_second, self.burst)) + 1)

    def draw(self, now: float) -> None:
        """Count one that goes now, whether it was its time or not."""
        self.full_at = max(self.full_at, now) + 1 / self.per_second


@dataclass(kw_only=True)
class ChatPace:
    """One chat's own pace; a group has its 20 a minute on top. `here` is its address."""

    group: bool
    tap: Tap
    lately: deque[float]
    here: tuple[str, str] = ("", "")
    rests_until: float = -inf

    def opens_at(self) -> float:
        """When this chat may get its next message."""
        opens = self.tap.opens_at()
        if self.group and len(self.lately) == self.lately.maxlen:
            opens = max(opens, self.lately[0] + MINUTE_SECONDS)
        return opens

    def goes_at(self, *, urgent: bool) -> float:
        """When a message of that sort may go; an urgent one waits only for Telegram's own word."""
        return self.rests_until if urgent else max(self.opens_at(), self.rests_until)

    def counted(self) -> tuple[float, ...]:
        """When the last messages went, where they are counted by the minute."""
        return tuple(self.lately) if self.group else ()

    def forgets_at(self) -> float:
        """When nothing is left to count: of a group, a minute after its last message."""
        return self.lately[-1] + MINUTE_SECONDS if self.group and self.lately else -inf

    def draw(self, now: float) -> None:
        """Count one message to this chat."""
        self.tap.draw(now)
        self.lately.append(now)


class Pacer:
    """Knows when which message may go; `now` gives real seconds. Pure but for what it counts.

    Telegram publishes about 30 messages a second in all, one a second in a chat and 20 a minute in
    a group; urgent messages wait for none of these, only when Telegram itself said "retry after".
    `called` says by which name a chat is known here and to other workers. `moved` says that
    something was counted.
    """

    def __init__(
        self,
        now: Callable[[], float],
        pace: Pace = TELEGRAM,
        *,
        called: Callable[[str], str] = str,
    ) -> None:
        self._now = now
        self._allowed = pace
        self._called = called
        self.moved = False
        self._overall = Tap(per_second=pace.overall_per_second, burst=pace.overall_burst)
        self._bulk = Tap(
            per_second=pace.overall_per_second * BULK_SHARE,
            burst=round(pace.overall_burst * BULK_SHARE),
        )
        self._chats: dict[str, ChatPace] = {}
        self._rests_until = -inf
        self._looked_at: float | None = None

    def waits(self, *, urgent: bool = False, bulk: bool = False) -> float:
        """Seconds until the next message of that sort may go to some chat; 0: now."""
        if urgent:
            return 0.0
        return max(0.0, self._opens_at(bulk=bulk) - self._now())

    def free(self, *, bulk: bool = False) -> int:
        """How many messages of that sort may go now, to chats that may get one."""
        now = self._now()
        if now < self._rests_until:
            return 0
        free = self._overall.free(now)
        return min(free, self._bulk.free(now)) if bulk else free

    def chat_waits(self, chat: str, *, urgent: bool = False) -> float:
        """Seconds until this chat may get a message; 0: now."""
        pace = self._chats.get(self._name(chat))
        return 0.0 if pace is None else max(0.0, pace.goes_at(urgent=urgent) - self._now())

    def waiting_chats(self, *, urgent: bool = False) -> dict[str, float]:
        """The chats that may not get a message now, with the seconds they still wait."""
        now = self._now()
        goes_at = {chat: pace.goes_at(urgent=urgent) for chat, pace in self._chats.items()}
        return {chat: at - now for chat, at in goes_at.items() if at > now}

    def look(self) -> None:
        """What may go is looked for now: whatever had to wait then is the next chance."""
        self._looked_at = self._now()

    def next_chance(self) -> float:
        """Seconds until something that waited at the last look may go, bulk too; inf: nothing did.

        What has opened since that look may go at once.
        """
        now = self._now()
        looked_at = now if self._looked_at is None else self._looked_at
        opens = (self._opens_at(), self._opens_at(bulk=True))
        chats = (pace.goes_at(urgent=False) for pace in self._chats.values())
        return max(0.0, min((at for at in (*opens, *chats) if at > looked_at), default=inf) - now)

    def waiting_places(self, *, urgent: bool = False) -> frozenset[tuple[str, str]]:
        """The addresses of the chats that may not get a message now."""
        return frozenset(self._chats[chat].here for chat in self.waiting_chats(urgent=urgent))

    def draw(self, chat: str, *, bulk: bool = False, here: tuple[str, str] = ("", "")) -> None:
        """Count a message that goes to this chat, at this address, now."""
        now = self._now()
        self.moved = True
        self._overall.draw(now)
        if bulk:
            self._bulk.draw(now)
        pace = self._pace(chat)
        pace.here = here
        pace.draw(now)
        if len(self._chats) > FORGET_CHATS_ABOVE:
            self._forget_quiet_chats(now)

    def rest(self, chat: str, seconds: float, *, here: tuple[str, str] = ("", "")) -> None:
        """Telegram said "retry after" for this chat: it alone waits, urgent messages too."""
        self.moved = True
        pace = self._pace(chat)
        pace.here = here
        pace.rests_until = max(pace.rests_until, self._now() + seconds)

    def rest_all(self, seconds: float) -> None:
        """Telegram's word is not about one chat: whatever can wait waits in every chat.

        Urgent messages are still tried: what is left of Telegram's patience is theirs.
        """
        self.moved = True
        self._rests_until = max(self._rests_until, self._now() + seconds)

    def rests_beside(self, chat: str) -> bool:
        """Whether Telegram itself said "retry after" of another chat, which still waits."""
        now, name = self._now(), self._name(chat)
        return any(pace.rests_until > now for other, pace in self._chats.items() if other != name)

    def forgive(self) -> None:
        """Forget what went lately; only Telegram's own "retry after" still stands."""
        self._overall.full_at = self._bulk.full_at = -inf
        for pace in self._chats.values():
            pace.tap.full_at = -inf
            pace.lately.clear()

    def write(self) -> str:
        """What the next worker must know: when who may go again, no chat by its own number."""
        now = self._now()
        chats = [
            [name, *pace.here, pace.tap.full_at, pace.rests_until, *pace.counted()]
            for name, pace in self._chats.items()
            if max(pace.tap.full_at, pace.rests_until, pace.forgets_at()) > now
        ]
        taps = (self._overall.full_at, self._bulk.full_at, self._rests_until)
        return json.dumps([*taps, chats])

    def read(self, left: str) -> None:
        """Go on from what another worker left ("" for nothing); our own rests still stand."""
        now = self._now()
        resting = {name: pace for name, pace in self._chats.items() if pace.rests_until > now}
        overall, bulk, rests, chats = json.loads(left) if left else (-inf, -inf, -inf, [])
        self._overall.full_at, self._bulk.full_at = overall, bulk
        self._rests_until = max(self._rests_until, rests)
        self._chats = {}
        for name, place, address, full_at, rests_until, *lately in chats:
            pace = self._named(name)
            pace.here, pace.tap.full_at, pace.rests_until = (place, address), full_at, rests_until
            pace.lately.extend(lately)
        for name, ours in resting.items():
            pace = self._chats.setdefault(name, ours)
            pace.rests_until = max(pace.rests_until, ours.rests_until)

    def _opens_at(self, *, bulk: bool = False) -> float:
        opens = max(self._overall.opens_at(), self._rests_until)
        return max(opens, self._bulk.opens_at()) if bulk else opens

    def _name(self, chat: str) -> str:
        return GROUP + self._called(chat) if _is_group(chat) else self._called(chat)

    def _pace(self, chat: str) -> ChatPace:
        return self._named(self._name(chat))

    def _named(self, name: str) -> ChatPace:
        if name not in self._chats:
            self._chats[name] = ChatPace(
                group=_is_group(name),
                tap=Tap(per_second=self._allowed.chat_per_second, burst=self._allowed.chat_burst),
                lately=deque(maxlen=self._allowed.group_per_minute),
            )
        return self._chats[name]

    def _forget_quiet_chats(self, now: float) -> None:
        self._chats = {
            chat: pace
            for chat, pace in self._chats.items()
            if max(pace.tap.full_at, pace.rests_until) > now - MINUTE_SECONDS
        }


def _is_group(chat: str) -> bool:
    return chat.startswith(GROUP)
