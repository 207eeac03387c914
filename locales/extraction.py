"""Finds the texts to translate, for Babel: marked ones in Python, listed ones in TOML."""

import ast
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

Found = tuple[int, str, str | tuple[str, ...], list[str]]
"""Line, the gettext function that means the same, the text or texts, comments."""

MARKS = {"mark": "gettext", "mark_for": "pgettext", "mark_many": "ngettext"}
LISTED = frozenset({"title", "text", "hint", "label", "next_step", "follows", "name"})
LISTED_NUMBER = frozenset({"purpose", "hours"})


class MarkError(ValueError):
    """A mark whose text cannot be read from the source, so that nobody could translate it."""


def find_marked(
    source: IO[bytes],
    keywords: Mapping[str, object],
    comments: Sequence[str],
    options: Mapping[str, object],
) -> Iterator[Found]:
    """Every `mark`, `mark_for` and `mark_many` of a Python file.

    Raises MarkError where a text is not written out in the call.
    """
    tree = ast.parse(source.read())
    names = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            texts = tuple(_text(argument, names) for argument in node.args)
            function = MARKS[node.func.id]
            yield node.lineno, function, texts if len(texts) > 1 else texts[0], []


def find_listed(
    source: IO[bytes],
    keywords: Mapping[str, object],
    comments: Sequence[str],
    options: Mapping[str, object],
) -> Iterator[Found]:
    """Every text of a list of kinds that a person may see, with the line where it first stands."""
    content = source.read().decode("utf-8")
    lines = content.splitlines()
    for text in _listed(tomllib.loads(content)):
        written = text.replace("\\", "\\\\").replace('"', '\\"')
        place = next((n for n, line in enumerate(lines, 1) if f'"{written}"' in line), 1)
        yield place, "gettext", text, []


def _listed(value: object) -> Iterator[str]:
    match value:
        case dict():
            wanted = LISTED | LISTED_NUMBER if "purpose" in value else LISTED
            for key, within in value.items():
                if key in wanted and isinstance(within, str) and within:
                    yield within
                elif not isinstance(within, str):
                    yield from _listed(within)
        case list():
            for within in value:
                yield from _listed(within)


def _constants(tree: ast.Module) -> dict[str, str]:
    """Texts that a module gives a name at its top, such as the audience of its marks."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    found[target.id] = node.value.value
    return found


def _text(argument: ast.expr, names: Mapping[str, str]) -> str:
    match argument:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if name in names:
            return names[name]
        case _:
            raise MarkError(f"line {argument.lineno}: write the marked text out in the call")
