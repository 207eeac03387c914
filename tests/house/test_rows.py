"""Each row of the house imports only what its verb allows."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence, Set
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, Source, sources

REACHING_OUT = {
    "asyncio",
    "http",
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "secrets",
    "selectors",
    "shutil",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
SPEAKING = {"babel", "dateparser", "fpdf", "icalendar", "fostering", "locales", "conversations"}
IN_THE_TERMINAL = {"conversations/__main__.py", "conversations/transcripts.py"}
PRETENDING = {"simulator", "starlette", "uvicorn", "h11"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
HOLDERS = {
    "telegram": {"bot"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "psycopg": {"storage"},
}


def tops(source: Source) -> set[str]:
    """The top names of what a file imports."""
    return {name.split(".")[0] for name in source.imports()}


def read_in(body: Sequence[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports that run when a module is read in: what is imported for types alone does not."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif not (isinstance(node, FUNCTIONS) or for_types_alone(node)):
            yield from read_in(getattr(node, "body", ()))
            yield from read_in(getattr(node, "orelse", ()))


def for_types_alone(node: ast.stmt) -> bool:
    """Whether nothing in it runs."""
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def needed_by(source: Source, modules: Set[str]) -> set[str]:
    """The modules of the house that this file reads in."""
    named: set[str] = set()
    for node in read_in(source.tree.body):
        if isinstance(node, ast.Import):
            named |= {name.name for name in node.names}
        elif node.module:
            whole = {f"{node.module}.{name.name}" for name in node.names}
            named |= (whole & modules) or {node.module}
    return named & modules


def test_every_module_can_be_read_in_first() -> None:
    """A circle of imports breaks whichever program happens to begin with the wrong end of it."""
    modules = {name_of(source): source for source in sources()}
    needs = {name: needed_by(source, modules.keys()) - {name} for name, source in modules.items()}
    TopologicalSorter(needs).prepare()


def name_of(source: Source) -> str:
    """What an import calls it."""
    return source.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_the_rows_hold() -> None:
    said = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.parametrize("library", HOLDERS)
def test_a_library_stays_with_its_row(library: str) -> None:
    strayed = [
        source.place
        for source in sources()
        if source.row not in HOLDERS[library] and library in tops(source)
    ]
    assert not strayed


def test_the_rules_of_fostering_need_only_the_standard_library() -> None:
    allowed = (set(sys.stdlib_module_names) - REACHING_OUT) | {"fostering"}
    strayed = {source.place: tops(source) - allowed for source in sources("fostering")}
    assert not {place: names for place, names in strayed.items() if names}


def test_conversations_speak_and_reach_for_nothing() -> None:
    allowed = (set(sys.stdlib_module_names) - REACHING_OUT) | SPEAKING
    strayed = {
        source.place: tops(source) - allowed
        for source in sources("conversations")
        if source.place not in IN_THE_TERMINAL
    }
    assert not {place: names for place, names in strayed.items() if names}


def test_our_own_pages_ask_nobody_for_anything() -> None:
    allowed = {"starlette", "web", "desk", "conversations", "fostering", "locales", "storage"}
    allowed |= set(sys.stdlib_module_names) - REACHING_OUT | {"urllib"}
    strayed = {source.place: tops(source) - allowed for source in sources("web")}
    assert not {place: names for place, names in strayed.items() if names}
    assert not [s.place for s in sources("web") if "urllib.request" in set(s.imports())]


def test_letters_need_only_the_standard_library_beside_us() -> None:
    allowed = {"mail", "desk", "conversations", "fostering", "locales", "storage"}
    allowed |= set(sys.stdlib_module_names) - {"sqlite3", "subprocess", "http", "urllib"}
    strayed = {source.place: tops(source) - allowed for source in sources("mail")}
    assert not {place: names for place, names in strayed.items() if names}


def test_the_simulator_needs_nothing_of_ours() -> None:
    allowed = set(sys.stdlib_module_names) | PRETENDING
    strayed = {source.place: tops(source) - allowed for source in sources("simulator")}
    assert not {place: names for place, names in strayed.items() if names}
