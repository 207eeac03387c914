"""Mutants: a module of ours with one change in it, found by number and read in without a file."""

import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from tests.house.sources import HOUSE
from tests.mutants.changes import changes_in

EQUIVALENT = Path(__file__).parent / "equivalent.toml"


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """The change of this number in a file; its name holds words, no line that would move."""

    place: str
    number: int
    lines: range
    in_a_function: bool
    name: str

    @property
    def module(self) -> str:
        """What the changed module is imported as."""
        return self.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def code(self) -> CodeType:
        """The module with the change, compiled."""
        tree = _tree(self.place)
        [*changes_in(tree)][self.number].make()
        ast.fix_missing_locations(tree)
        return compile(tree, str(HOUSE / self.place), "exec", dont_inherit=True)


def mutants_of(places: Sequence[str]) -> Iterator[Mutant]:
    """Every mutant of these files."""
    for place in places:
        named: Counter[str] = Counter()
        for number, change in enumerate(changes_in(_tree(place))):
            name = f"{place} {change.within}: {change.before} -> {change.after}"
            named[name] += 1
            again = f" ({named[name]})" if named[name] > 1 else ""
            yield Mutant(
                place=place,
                number=number,
                lines=change.lines,
                in_a_function=change.in_a_function,
                name=name + again,
            )


def equivalent() -> dict[str, str]:
    """The mutants that do what the code does, by name, and why nobody could tell them apart."""
    return tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))


def _tree(place: str) -> ast.Module:
    return ast.parse((HOUSE / place).read_text(encoding="utf-8"))


class _Changed(SourceFileLoader):
    """Reads in the mutant where its module is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(HOUSE / mutant.place))
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """The changed code, whatever lies compiled beside the file."""
        return self._mutant.code()


class Instead(MetaPathFinder):
    """Finds the mutant instead of the module."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The mutant's spec if it is asked for; else whoever comes next finds it."""
        if fullname != self._mutant.module:
            return None
        file = HOUSE / self._mutant.place
        inside = [str(file.parent)] if file.name == "__init__.py" else None
        return spec_from_file_location(
            fullname, file, loader=_Changed(self._mutant), submodule_search_locations=inside
        )


def put_in(mutant: Mutant) -> None:
    """From now on this process reads the mutant in; nothing of ours may have been read in."""
    assert mutant.module not in sys.modules
    sys.meta_path.insert(0, Instead(mutant))
