"""Names are nouns and verbs of the field; words that say nothing or say it wrongly stay out."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import ROWS, Source, sources

SAYS_NOTHING = {
    "base",
    "common",
    "data",
    "factory",
    "handle",
    "handler",
    "helper",
    "helpers",
    "info",
    "item",
    "manager",
    "misc",
    "object",
    "process",
    "util",
    "utils",
    "wrapper",
}
NOT_OUR_WORDS = {
    "alert",
    "case",
    "client",
    "customer",
    "incident",
    "notification",
    "session",
    "status",
    "ticket",
    "user",
}
ROLES = {"on_call_manager", "team_manager", "service_manager"}
ASKED_BY_A_LIBRARY = {"process_bind_param", "process_result_value", "do_request"}
MODULES_ALLOWED = {"bot/form_handlers.py"}
TELEGRAMS_OWN = {"simulator", "bot"}
"""Rows that must speak of Telegram's users, statuses and handlers by Telegram's names."""

TELEGRAMS_WORDS = {"handler", "info", "object"}


def words_of(name: str) -> set[str]:
    """The words in a name written in snake or camel form, without the roles that keep theirs."""
    for role in ROLES:
        name = re.sub(rf"{role}|{role.replace('_', '')}", "", name, flags=re.IGNORECASE)
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return {word.lower() for word in re.split(r"[_\W]+", apart) if word}


def names_in(source: Source) -> Iterator[str]:
    """Every class and function that a module names."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


@pytest.mark.parametrize("row", ROWS)
def test_modules_are_named_for_what_they_hold(row: str) -> None:
    unfit = {
        source.place: words_of(source.place.removesuffix(".py")) & (SAYS_NOTHING | NOT_OUR_WORDS)
        for source in sources(row)
        if source.place not in MODULES_ALLOWED
    }
    assert not {place: words for place, words in unfit.items() if words}


@pytest.mark.parametrize("row", ROWS)
def test_classes_and_functions_use_the_words_of_the_field(row: str) -> None:
    of_telegram = row in TELEGRAMS_OWN
    barred = SAYS_NOTHING - TELEGRAMS_WORDS if of_telegram else SAYS_NOTHING | NOT_OUR_WORDS
    unfit = {
        f"{source.place}: {name}"
        for source in sources(row)
        for name in names_in(source)
        if name not in ASKED_BY_A_LIBRARY and words_of(name) & barred
    }
    assert not unfit


@pytest.mark.parametrize("row", ["conversations", "desk", "fostering"])
def test_events_are_past_and_nothing_else_is_called_one(row: str) -> None:
    called = {
        f"{source.place}: {node.name}"
        for source in sources(row)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Event") and node.name != "Event"
    }
    assert not called
