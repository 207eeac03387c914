"""Slips: small, real mistakes that somebody could make, kept to see that the tests notice each."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

SLIPS = Path(__file__).parent / "slips"


class NotThere(Exception):
    """A slip does not fit the code any more: its words stand nowhere, or more than once."""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One mistake: in `file`, `after` takes the place of `before`, which stands there once.

    `breaks` says in a sentence what goes wrong for a person; `must_turn_red` are the tests that
    must each fail.
    """

    name: str
    breaks: str
    file: str
    before: str
    after: str
    must_turn_red: tuple[str, ...]

    def made_in(self, text: str) -> str:
        """The file's text with the mistake in it; raises NotThere."""
        if text.count(self.before) != 1:
            raise NotThere(f"{self.name}: {self.file} holds it {text.count(self.before)} times")
        return text.replace(self.before, self.after)


def slips() -> tuple[Slip, ...]:
    """Every slip, by name."""
    return tuple(_read(path) for path in sorted(SLIPS.glob("*.toml")))


def _read(path: Path) -> Slip:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    said["must_turn_red"] = tuple(said["must_turn_red"])
    return Slip(name=path.stem, **said)
