"""What a carer can report, with its words, its questions and the help lines."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from conversations.kinds.reading import Lists, read_lists
from conversations.kinds.table import KindsError
from conversations.kinds.wording import Asking, Audience, Group, HelpLine, Option, QuestionText
from fostering.kinds import Kinds

__all__ = [
    "FORMS",
    "GROUPS",
    "KINDS",
    "NUMBERS",
    "QUESTIONS",
    "Asking",
    "Audience",
    "Group",
    "HelpLine",
    "KindsError",
    "Option",
    "QuestionText",
    "placed_texts",
    "texts",
]

FORMS = ("household_change", "difficulty", "support")


def packaged_lists() -> Lists:
    """Read the lists that come with the program."""
    folder = files(__name__)
    return read_lists(
        {
            name: tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
            for name in (*FORMS, "numbers")
        }
    )


_LISTS = packaged_lists()
KINDS: Kinds = _LISTS.kinds
GROUPS: Mapping[str, tuple[Group, ...]] = _LISTS.groups
QUESTIONS: Mapping[str, QuestionText] = _LISTS.questions
NUMBERS: Mapping[str, HelpLine] = _LISTS.numbers


def placed_texts() -> Iterator[tuple[str, str]]:
    """Every text that a person may see, after its place ("CH01 title")."""
    for form, groups in GROUPS.items():
        for group in groups:
            yield f"{form} group {group.key} title", group.title
    for kind in KINDS.values():
        yield f"{kind.code} title", kind.title
        yield f"{kind.code} next_step", kind.next_step
        if kind.follows:
            yield f"{kind.code} follows", kind.follows
    for question in QUESTIONS.values():
        yield f"question {question.key} text", question.text
        if question.hint:
            yield f"question {question.key} hint", question.hint
        for option in question.options:
            yield f"question {question.key} option {option.value}", option.label
    for line in NUMBERS.values():
        yield f"number {line.key} name", line.name
        yield f"number {line.key} purpose", line.purpose
        yield f"number {line.key} hours", line.hours


def texts() -> Iterator[str]:
    """Every translatable text once, for the catalogues."""
    yield from dict.fromkeys(text for _, text in placed_texts())
