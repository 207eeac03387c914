"""Every module says in one sentence what it is for, and everything public what it means."""

import ast

from tests.house.sources import ROWS, WITH_TESTS, Source, sources

STEPS = "storage/migrations/versions/"
"""Steps of the database: Alembic names their two functions."""


def undescribed(source: Source) -> list[str]:
    """Public classes and functions of a module without a docstring."""
    named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    return [
        f"{source.place}: {node.name}"
        for node in source.tree.body
        if isinstance(node, named) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        source.place
        for source in sources(*WITH_TESTS)
        if source.tree.body and not ast.get_docstring(source.tree)
    ]
    assert not silent


def test_a_module_says_it_in_one_paragraph_that_ends() -> None:
    unfinished = [
        source.place
        for source in sources(*ROWS)
        if (words := ast.get_docstring(source.tree))
        and not words.split("\n\n")[0].rstrip().endswith((".", "`", ":", "?", "!"))
    ]
    assert not unfinished


def test_everything_public_says_what_it_means() -> None:
    assert not [
        name
        for source in sources(*ROWS)
        if not source.place.startswith(STEPS)
        for name in undescribed(source)
    ]
