"""Stopping a command with plain words instead of a trace."""

from pathlib import Path
from traceback import extract_tb


class Stopped(Exception):
    """A command cannot go on; `lines` say what is missing and what to do, all at once."""

    def __init__(self, *lines: str) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


def words_of_a_fault(fault: BaseException) -> tuple[str, ...]:
    """What stopped a command that nobody foresaw: its kind and place, never its own words."""
    match fault:
        case PermissionError():
            reason = "The user who runs this command may not read or write a file that it needs."
        case OSError():
            reason = "A file or the network did not do its part."
        case _:
            reason = "A fault of Hearthline's own stopped this command."
    frames = extract_tb(fault.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
    return (reason, f"For whoever looks into it: {type(fault).__name__} at {place}.")
