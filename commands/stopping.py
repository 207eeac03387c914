"""Stopping a command with plain words instead of a trace."""


class Stopped(Exception):
    """A command cannot go on; `lines` say what is missing and what to do, all at once."""

    def __init__(self, *lines: str) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines
