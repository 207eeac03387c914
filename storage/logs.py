"""Logs: one line of JSON for each event, made of allowed fields only; no words, no token."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

ALLOWED_FIELDS = frozenset(
    {
        "arrival",
        "attempt",
        "code",
        "count",
        "door",
        "error",
        "frame",
        "kind",
        "lane",
        "logger",
        "method",
        "number",
        "outcome",
        "owner",
        "part",
        "reason",
        "revision",
        "rule",
        "seconds",
        "state",
    }
)
"""What a log line may say; every other field is dropped, and only its name is kept."""

ALWAYS = frozenset({"event", "level", "timestamp", "dropped"})
TOKEN_SHAPE = re.compile(r"\d{5,12}:[A-Za-z0-9_-]{20,}")
LONGEST = 200
QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "apscheduler", "sqlalchemy", "alembic")

Entry = MutableMapping[str, Any]


def logger(name: str) -> Any:
    """A logger for one part of the program."""
    return structlog.get_logger(part=name)


def set_up_logs(*, token: str = "", level: int = logging.INFO) -> None:
    """Send every line of this process through the same sieve, other libraries' lines included."""
    clean = TokenSieve(token)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            fault_without_words,
            only_allowed,
            clean,
            structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Lines()]
    root.setLevel(logging.WARNING)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _last_words


class TokenSieve:
    """Takes the bot's token, and whatever looks like one, out of every text of a line."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, _: object, __: str, line: Entry) -> Entry:
        return {name: self.clean(value) for name, value in line.items()}

    def clean(self, value: object) -> object:
        """The value without a token; what is neither text nor number becomes its type's name."""
        if value is None or isinstance(value, bool | int | float):
            return value
        if not isinstance(value, str):
            return type(value).__name__
        if self._token:
            value = value.replace(self._token, "***")
        return TOKEN_SHAPE.sub("***", value)[:LONGEST]


def only_allowed(_: object, __: str, line: Entry) -> Entry:
    """Drop the fields that a log may not hold."""
    kept = {name: value for name, value in line.items() if name in ALLOWED_FIELDS | ALWAYS}
    dropped = sorted(set(line) - set(kept))
    return {**kept, "dropped": " ".join(dropped)} if dropped else kept


def fault_without_words(_: object, __: str, line: Entry) -> Entry:
    """In place of a traceback: the kind of the fault and where it was raised."""
    fault = line.pop("exc_info", None)
    if fault is True:
        fault = sys.exc_info()[1]
    if isinstance(fault, tuple):
        fault = fault[1]
    if isinstance(fault, BaseException):
        line["error"] = type(fault).__name__
        line["frame"] = _place(fault.__traceback__)
    return line


def _place(trail: TracebackType | None) -> str:
    frames = traceback.extract_tb(trail)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


class _Lines(logging.Handler):
    """Lets other libraries say where and how badly, not what: their texts may hold words."""

    def emit(self, record: logging.LogRecord) -> None:
        fault = record.exc_info[1] if record.exc_info else None
        structlog.get_logger().log(
            record.levelno,
            "library_line",
            logger=record.name,
            frame=f"{record.filename}:{record.lineno}",
            error=type(fault).__name__ if fault is not None else "",
        )


def _last_words(
    kind: type[BaseException], fault: BaseException, trail: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger().critical("stopped_by_a_fault", error=kind.__name__, frame=_place(trail))
