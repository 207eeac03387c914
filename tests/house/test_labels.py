"""A phone cuts a long button, and its end is what tells two of them apart: no label is longer."""

import ast
from collections.abc import Iterator

import pytest

from conversations.catalogue import FORMS
from conversations.kinds import GROUPS, KINDS, QUESTIONS, Asking
from conversations.questions import Choice, Several, Telephone, Time
from conversations.questions.several import TICK
from conversations.screen import LONGEST_LABEL
from locales import language, languages
from locales.marking import CONTEXT_END, without_audience
from tests.house.sources import sources

FIXED_BY_PRACTICE = frozenset({"I need to talk to someone tonight"})
"""The first screen's own words, which practice fixes (practice, first screens)."""
LENGTHS = {
    "reference": 8,
    "priority": 2,
    "minutes": 5,
    "count": 2,
    "number": 2,
    "time": 5,
    "answer": 0,
    "question": 0,
    "title": 0,
}
"""How many letters a place in a label takes. Names, and what the card itself keeps short, are free:
the walk through every form measures those."""


def listed() -> Iterator[tuple[str, str]]:
    """The labels that stand in lists and forms, with the mark that may stand before them."""
    yield from ((group.title, "") for groups in GROUPS.values() for group in groups)
    yield from ((kind.title, "") for kind in KINDS.values())
    for asked in QUESTIONS.values():
        tick = TICK if asked.type is Asking.SEVERAL else ""
        yield from ((option.label, tick) for option in asked.options)
    for form in FORMS.values():
        yield form.send, ""
        for question in form.questions:
            if isinstance(question, Choice | Time) and not callable(question.options):
                tick = TICK if isinstance(question, Several) else ""
                yield from ((o.label, tick) for o in question.options if not o.own_words)
            if isinstance(question, Telephone):
                yield question.own, ""


def marked(node: ast.AST) -> Iterator[str]:
    """The texts that are marked within this piece of source."""
    for call in ast.walk(node):
        match call:
            case ast.Call(func=ast.Name(id="mark"), args=[ast.Constant(value=str(text))]):
                yield text
            case ast.Call(
                func=ast.Name(id="mark_for"),
                args=[ast.Constant(value=str(audience)), ast.Constant(value=str(text))],
            ):
                yield f"{audience}{CONTEXT_END}{text}"
            case ast.Call(func=ast.Name(id="mark_many"), args=[ast.Constant(value=str(one)), *_]):
                yield one


def pressed() -> Iterator[str]:
    """The texts that the source puts on a button, also by a name in the same module."""
    for source in sources("conversations", "desk"):
        named = {
            target.id: tuple(marked(node.value))
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value, ast.Call)
        }
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("button", "Offer"):
                label = node.args[0] if node.args else node.keywords[0].value
                yield from marked(label)
                for name in (n.id for n in ast.walk(label) if isinstance(n, ast.Name)):
                    yield from named.get(name, ())


def length(text: str) -> int:
    """How many letters a phone shows of it, its places filled."""
    filled = text
    for place, letters in LENGTHS.items():
        filled = filled.replace(f"{{{place}}}", "x" * letters)
    return len(filled.replace("\u200f", ""))


@pytest.mark.parametrize("tag", languages())
def test_no_label_is_longer_than_a_phone_shows(tag: str) -> None:
    words = language(tag)
    long: dict[str, int] = {}
    for text, tick in {*listed(), *((text, "") for text in pressed())}:
        if text in FIXED_BY_PRACTICE or not text:
            continue
        shown = (words.catalogue.texts.get(text), *words.catalogue.forms.get(text, ()))
        for label in (one or without_audience(text) for one in shown):
            if length(tick + label) > LONGEST_LABEL:
                long[label] = length(tick + label)
    assert not long


def test_the_labels_are_found() -> None:
    found = {*(text for text, _ in listed()), *pressed()}
    assert {"Back safe", "Add something", "Save for later", "Not sure"} <= found
    assert len(found) > 300
