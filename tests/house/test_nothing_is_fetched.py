"""Nothing that people send is fetched, and no list for a spreadsheet is written."""

import ast
from collections.abc import Iterator

from tests.house.sources import sources

ROWS = ("bot", "web", "mail", "desk", "storage", "conversations", "fostering", "locales")
CLIENTS = frozenset({"aiohttp", "httpx", "requests", "urllib3", "http", "socket", "smtplib"})
CALL_OUT = {"bot/aiohttp_request.py", "mail/relay.py"}
"""The Bot API at its fixed address, without redirects; the service's own mail relay."""
FETCHES = ("getFile", "get_file", "download", "urlopen", "urlretrieve")


def imported(tree: ast.AST) -> Iterator[str]:
    """The first name of every module that is imported."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]


def test_two_modules_alone_call_out() -> None:
    calls_out = {s.place for s in sources(*ROWS) if CLIENTS & {*imported(s.tree)}}
    assert calls_out == CALL_OUT


def test_no_file_and_no_address_of_anybodys_is_fetched() -> None:
    for source in sources(*ROWS):
        names = {n.attr for n in ast.walk(source.tree) if isinstance(n, ast.Attribute)}
        names |= {n.id for n in ast.walk(source.tree) if isinstance(n, ast.Name)}
        texts = {n.value for n in ast.walk(source.tree) if isinstance(n, ast.Constant)}
        assert not names.union(map(str, texts)).intersection(FETCHES), source.place


def test_no_list_is_written_that_a_spreadsheet_could_take_for_a_formula() -> None:
    for source in sources(*ROWS, "commands"):
        names = {n.attr for n in ast.walk(source.tree) if isinstance(n, ast.Attribute)}
        assert not names & {"writer", "DictWriter"} or "csv" not in {*imported(source.tree)}, (
            source.place
        )
