"""A script of faults: what goes wrong with which of the next calls."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Protocol


class FaultKind(StrEnum):
    """The ways in which a call can go wrong; `after` means that it was carried out first."""

    RATE_LIMIT = "rate limit"
    SERVER_ERROR = "server error before acceptance"
    SERVER_ERROR_AFTER = "server error after acceptance"
    HANG_AFTER = "hang after acceptance"
    DROP_BEFORE = "connection dropped before acceptance"
    DROP_AFTER = "connection dropped after acceptance"
    UNAUTHORIZED = "unauthorized"
    NOT_FOUND = "not found"
    CONFLICT = "conflict"
    MALFORMED_JSON = "malformed answer"


AFTER_ACCEPTANCE = frozenset(
    {
        FaultKind.SERVER_ERROR_AFTER,
        FaultKind.HANG_AFTER,
        FaultKind.DROP_AFTER,
        FaultKind.MALFORMED_JSON,
    }
)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault; call it to change its numbers: `Fault.RATE_LIMIT(retry_after=3)`.

    `retry_after` and `hang_seconds` are in seconds, `code` is the HTTP code of a server error.
    """

    kind: FaultKind
    retry_after: int = 1
    hang_seconds: float = 60.0
    code: int = 500

    RATE_LIMIT: ClassVar["Fault"]
    SERVER_ERROR: ClassVar["Fault"]
    SERVER_ERROR_AFTER: ClassVar["Fault"]
    HANG_AFTER: ClassVar["Fault"]
    DROP_BEFORE: ClassVar["Fault"]
    DROP_AFTER: ClassVar["Fault"]
    UNAUTHORIZED: ClassVar["Fault"]
    NOT_FOUND: ClassVar["Fault"]
    CONFLICT: ClassVar["Fault"]
    MALFORMED_JSON: ClassVar["Fault"]

    def __call__(self, **numbers: float) -> "Fault":
        """The same fault with other numbers."""
        return replace(self, **numbers)  # type: ignore[arg-type]

    @property
    def after(self) -> bool:
        """Whether the call is carried out before it goes wrong."""
        return self.kind in AFTER_ACCEPTANCE


for _kind in FaultKind:
    setattr(Fault, _kind.name, Fault(kind=_kind))


class HasChatId(Protocol):
    """A chat or a phone, whose id a fault can be limited to."""

    @property
    def id(self) -> int:
        """The chat's id."""


@dataclass(kw_only=True, eq=False)
class _Planned:
    method: str
    chat_id: int | None
    fault: Fault
    left: int | None


class Faults:
    """The faults still to come, first planned first used."""

    def __init__(self, planned_changed: Callable[[], None] = lambda: None) -> None:
        self._planned: list[_Planned] = []
        self._planned_changed = planned_changed

    def next(
        self,
        method: str,
        fault: Fault,
        *,
        times: int | None = 1,
        chat: HasChatId | int | None = None,
    ) -> None:
        """Let the next calls of a method (`*` for any) go wrong, in one chat or in all.

        `times=None` lets it go on until `clear()`.
        """
        chat_id = chat if isinstance(chat, int) or chat is None else chat.id
        self._planned.append(
            _Planned(method=method.lower(), chat_id=chat_id, fault=fault, left=times)
        )
        self._planned_changed()

    def clear(self) -> None:
        """Forget every fault that has not happened yet."""
        self._planned.clear()

    @property
    def waiting(self) -> int:
        """How many planned faults are not used up."""
        return len(self._planned)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault for this call, if one is planned; counts it as used."""
        for planned in self._planned:
            if planned.method not in ("*", method.lower()):
                continue
            if planned.chat_id is not None and planned.chat_id != chat_id:
                continue
            if planned.left is not None:
                planned.left -= 1
                if planned.left <= 0:
                    self._planned.remove(planned)
            return planned.fault
        return None
