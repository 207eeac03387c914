"""Raw Bot API JSON and the seconds it counts in."""

from datetime import datetime
from typing import Any

Json = dict[str, Any]


def seconds(at: datetime) -> int:
    """An aware time as the whole Unix seconds that the Bot API sends."""
    return int(at.timestamp())
