"""Reads the packaged lists of kinds, groups, questions and help lines, and refuses a wrong one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from conversations.kinds.entries import read_group, read_kind, read_number, read_question
from conversations.kinds.table import KindsError, Table, refuse_twins
from conversations.kinds.wording import Group, HelpLine, QuestionText
from fostering.kinds import Kind, Kinds

KINDS_IN_A_GROUP = 8
NUMBERS_FILE = "numbers"


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Everything the files hold, by code, form or key."""

    kinds: Kinds
    groups: Mapping[str, tuple[Group, ...]]
    questions: Mapping[str, QuestionText]
    numbers: Mapping[str, HelpLine]


def read_lists(files: Mapping[str, Mapping[str, object]]) -> Lists:
    """Make the lists from parsed files: one per form, and "numbers".

    Raises KindsError with every reason found, each naming file, code and reason.
    """
    wrong: list[str] = []
    kinds: list[Kind] = []
    groups: dict[str, tuple[Group, ...]] = {}
    questions: list[QuestionText] = []
    numbers: list[HelpLine] = []
    meant: list[frozenset[str]] = []
    for form, fields in files.items():
        table = Table(f"{form}.toml", fields, wrong)
        if form == NUMBERS_FILE:
            table.only("number")
            numbers += [read_number(entry) for entry in table.tables("number")]
            continue
        table.only("group", "kind", "question", "same_next_step")
        groups[form] = tuple(read_group(entry) for entry in table.tables("group"))
        questions += [read_question(entry) for entry in table.tables("question")]
        kinds += [read_kind(entry, form) for entry in table.tables("kind")]
        meant += table.sets("same_next_step")
    refuse_twins(wrong, "code", [kind.code for kind in kinds])
    refuse_twins(wrong, "question", [question.key for question in questions])
    refuse_twins(wrong, "number", [number.key for number in numbers])
    lists = Lists(
        kinds=MappingProxyType({kind.code: kind for kind in kinds}),
        groups=MappingProxyType(groups),
        questions=MappingProxyType({question.key: question for question in questions}),
        numbers=MappingProxyType({number.key: number for number in numbers}),
    )
    wrong += loose_ends(lists)
    for kind, twin in equal_next_steps(kinds, meant):
        wrong.append(f"{kind.form}.toml {kind.code}: next_step is the same as that of {twin}")
    if wrong:
        raise KindsError(wrong)
    return lists


def loose_ends(lists: Lists) -> list[str]:
    """Groups, questions and numbers that are named but missing, and groups empty or too full."""
    wrong = []
    for kind in lists.kinds.values():
        place = f"{kind.form}.toml {kind.code}"
        if kind.group not in {group.key for group in lists.groups[kind.form]}:
            wrong.append(f"{place}: there is no group {kind.group}")
        for key in kind.asks:
            if key not in lists.questions:
                wrong.append(f"{place}: there is no question {key}")
        for key in kind.numbers:
            if key not in lists.numbers:
                wrong.append(f"{place}: there is no number {key}")
    for form, groups in lists.groups.items():
        refuse_twins(wrong, f"{form}.toml group", [group.key for group in groups])
        held = Counter(kind.group for kind in lists.kinds.values() if kind.form == form)
        for group in groups:
            if not 0 < held[group.key] <= KINDS_IN_A_GROUP:
                wrong.append(
                    f"{form}.toml group {group.key}: holds {held[group.key]} kinds, "
                    f"1 to {KINDS_IN_A_GROUP} fit"
                )
    return wrong


def equal_next_steps(
    kinds: Iterable[Kind], meant: Iterable[frozenset[str]]
) -> Iterator[tuple[Kind, str]]:
    """Kinds whose next step is word for word that of an earlier one, unless both are `meant`."""
    first: dict[str, str] = {}
    for kind in kinds:
        twin = first.setdefault(kind.next_step, kind.code)
        pair = {twin, kind.code}
        if len(pair) > 1 and not any(pair <= together for together in meant):
            yield kind, twin
