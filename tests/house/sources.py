"""The house's own files, listed and parsed once for the rules about them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROWS = (
    "bot",
    "commands",
    "conversations",
    "desk",
    "fostering",
    "locales",
    "mail",
    "simulator",
    "storage",
    "web",
)
WITH_TESTS = (*ROWS, "tests", "benchmarks")


@dataclass(frozen=True, kw_only=True)
class Source:
    """One Python file: its place in the house, its words and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def row(self) -> str:
        """The top folder it lives in, or its own name."""
        return self.place.split("/", 1)[0]

    def imports(self) -> Iterator[str]:
        """Every module it names in an import, in full."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


@cache
def sources(*rows: str) -> tuple[Source, ...]:
    """Every Python file of these rows, and `hearthline.py` where all rows are asked for."""
    wanted = rows or ROWS
    places = [path for row in wanted for path in sorted((HOUSE / row).rglob("*.py"))]
    if not rows:
        places.append(HOUSE / "hearthline.py")
    return tuple(_read(path) for path in places if path.exists())


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(
        place=path.relative_to(HOUSE).as_posix(), text=text, tree=ast.parse(text, str(path))
    )


def written_files(*endings: str) -> Iterator[Path]:
    """Every file of ours with one of these endings, outside what tools make."""
    made = {".venv", ".git", ".demo", "build", "__pycache__"}
    for path in sorted(HOUSE.rglob("*")):
        inside = path.relative_to(HOUSE).parts
        by_tools = any(part.endswith(("_cache", ".egg-info", ".hypothesis")) for part in inside)
        ours = made.isdisjoint(inside) and not by_tools
        if ours and path.name.endswith(endings) and path.is_file():
            yield path
