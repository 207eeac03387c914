"""Lays the fostering service's own choices for a kind, [kinds.CH01] in its policy, over ours."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from conversations.kinds.entries import (
    FOLLOWS_LONGEST,
    LINE_LONGEST,
    NEXT_STEP_LONGEST,
    TITLE_LONGEST,
)
from conversations.kinds.reading import equal_next_steps
from conversations.kinds.table import KindsError, Table
from fostering.kinds import Kind, Kinds
from fostering.people import Role
from fostering.priority import Priority

FIELDS = (
    "title",
    "next_step",
    "follows",
    "answer_within",
    "owner",
    "priority",
    "offered",
    "lower",
    "reason",
)


def override(kinds: Kinds, tables: Mapping[str, object]) -> Kinds:
    """The kinds as this service wants them; `tables` are its choices by code.

    Raises KindsError with every reason found, each naming code and field.
    """
    wrong: list[str] = []
    changed = dict(kinds)
    for code, fields in tables.items():
        if code not in kinds:
            wrong.append(f"kinds.{code}: there is no such kind")
        elif not isinstance(fields, dict):
            wrong.append(f"kinds.{code}: must be a table of fields")
        else:
            changed[code] = overlay(kinds[code], Table(f"kinds.{code}", fields, wrong))
    untouched = frozenset(code for code, kind in kinds.items() if changed[code] == kind)
    own_last = sorted(changed.values(), key=lambda kind: kind.code not in untouched)
    for kind, twin in equal_next_steps(own_last, [untouched]):
        wrong.append(f"kinds.{kind.code}: next_step is the same as that of {twin}")
    if wrong:
        raise KindsError(wrong)
    return MappingProxyType(changed)


def overlay(kind: Kind, table: Table) -> Kind:
    """One kind with the fields that the service has set."""
    table.only(*FIELDS)
    own = replace(
        kind,
        title=table.text("title", longest=TITLE_LONGEST, default=kind.title),
        next_step=table.text("next_step", longest=NEXT_STEP_LONGEST, default=kind.next_step),
        follows=table.text("follows", longest=FOLLOWS_LONGEST, default=kind.follows),
        answer_within=table.clock("answer_within", default=kind.answer_within),
        owner=table.word("owner", Role, default=kind.owner),
        priority=table.word("priority", Priority, default=kind.priority),
        offered=table.flag("offered", default=kind.offered),
        proposed=kind.proposed and "answer_within" not in table.fields,
    )
    for name in ("title", "next_step"):
        if table.fields.get(name) == "":
            table.refuse(f"{name} is empty")
    keep_true(kind, own, table)
    keep_urgent(kind, own, table)
    return own


def keep_true(kind: Kind, own: Kind, table: Table) -> None:
    """Another owner makes our words about who answers untrue (practice 8)."""
    if own.owner is kind.owner:
        return
    if kind.phone_only:
        table.refuse("owner must stay team_manager for a matter for the phone (practice 13)")
    elif "next_step" not in table.fields:
        table.refuse("owner changes who answers, so next_step must be written anew too")


def keep_urgent(kind: Kind, own: Kind, table: Table) -> None:
    """An urgent kind is lowered or left out only on purpose, with a reason (practice 3, 4)."""
    lower = table.flag("lower", default=False)
    reason = table.text("reason", longest=LINE_LONGEST, default="")
    if not kind.priority.urgent or (lower and reason):
        return
    if own.priority > kind.priority:
        table.refuse(f"priority below {kind.priority} needs lower = true and a reason")
    if not own.offered:
        table.refuse("offered = false on an urgent kind needs lower = true and a reason")
