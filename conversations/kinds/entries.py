"""Reads one group, help line, question or kind from its table, and says what is wrong with it."""

from collections.abc import Mapping
from dataclasses import replace

from conversations.kinds.table import Table, refuse_twins
from conversations.kinds.wording import Asking, Audience, Group, HelpLine, Option, QuestionText
from conversations.screen import LONGEST_LABEL
from fostering.kinds import Kind, Tier
from fostering.people import Role
from fostering.priority import Priority

TITLE_LONGEST = LONGEST_LABEL
NAME_LONGEST = 40
GROUP_LONGEST = LONGEST_LABEL
NEXT_STEP_LONGEST = 400
FOLLOWS_LONGEST = 160
LINE_LONGEST = 200
KEY_LONGEST = 20
TAPS_LONGEST = 3


def read_group(table: Table) -> Group:
    """A group of kinds."""
    table.only("key", "title")
    return Group(key=table.key("key", longest=12), title=table.text("title", longest=GROUP_LONGEST))


def read_number(table: Table) -> HelpLine:
    """A help line; without a day of checking it cannot be shown, so it must say `confirm`."""
    table.only(*HelpLine.__dataclass_fields__)
    line = HelpLine(
        key=table.key("key", longest=KEY_LONGEST),
        name=table.text("name", longest=NAME_LONGEST),
        number=table.text("number", longest=KEY_LONGEST),
        purpose=table.text("purpose", longest=LINE_LONGEST),
        hours=table.text("hours", longest=NAME_LONGEST),
        audience=table.word("audience", Audience),
        source=table.text("source", longest=LINE_LONGEST),
        checked=table.day("checked"),
        confirm=table.flag("confirm", default=False),
    )
    if line.checked is None and not line.confirm:
        table.refuse("a number that nobody has checked needs confirm = true")
    return line


def read_question(table: Table) -> QuestionText:
    """A question with its options and the priorities that its answers raise."""
    table.only(*QuestionText.__dataclass_fields__)
    question = QuestionText(
        key=table.key("key", longest=KEY_LONGEST),
        type=table.word("type", Asking),
        text=table.text("text", longest=LINE_LONGEST),
        hint=table.text("hint", longest=LINE_LONGEST, default=""),
        optional=table.flag("optional", default=False),
        options=tuple(
            Option(
                value=option.key("value", longest=KEY_LONGEST),
                label=option.text("label", longest=TITLE_LONGEST),
            )
            for option in table.tables("options")
        ),
    )
    if (question.type in (Asking.CHOICE, Asking.SEVERAL)) != bool(question.options):
        table.refuse("options belong to choice and several, and to nothing else")
    refuse_twins(table.wrong, f"{table.place} option", question.values)
    raises, owners = read_raises(table, question.values), read_owners(table, question.values)
    return replace(question, raises=raises, owners=owners)


def read_raises(table: Table, values: tuple[str, ...]) -> Mapping[str, Priority]:
    """The priority that an answer lifts the request to, by answer."""
    raised = table.fields.get("raises", {})
    if not isinstance(raised, dict):
        table.refuse("raises must be a table of answers")
        return {}
    within = Table(f"{table.place} raises", raised, table.wrong)
    within.only(*values)
    return {value: within.word(value, Priority) for value in values if value in raised}


def read_owners(table: Table, values: tuple[str, ...]) -> Mapping[str, Role]:
    """Who owns the request instead of the kind's owner, by answer."""
    owned = table.fields.get("owners", {})
    if not isinstance(owned, dict):
        table.refuse("owners must be a table of answers")
        return {}
    within = Table(f"{table.place} owners", owned, table.wrong)
    within.only(*values)
    return {value: within.word(value, Role) for value in values if value in owned}


def read_kind(table: Table, form: str) -> Kind:
    """A kind as it stands before the service changes anything."""
    table.only(*(set(Kind.__dataclass_fields__) - {"form"}))
    kind = Kind(
        form=form,
        code=table.text("code", longest=4),
        group=table.key("group", longest=12),
        title=table.text("title", longest=TITLE_LONGEST),
        tier=table.word("tier", Tier) if "tier" in table.fields else None,
        priority=table.word("priority", Priority),
        answer_within=table.clock("answer_within"),
        owner=table.word("owner", Role),
        asks=table.texts("asks"),
        next_step=table.text("next_step", longest=NEXT_STEP_LONGEST),
        follows=table.text("follows", longest=FOLLOWS_LONGEST, default=""),
        source=table.text("source", longest=LINE_LONGEST),
        proposed=table.flag("proposed", default=True),
        phone_only=table.flag("phone_only", default=False),
        concerns_child=table.flag("concerns_child", default=False),
        offered=table.flag("offered", default=True),
        numbers=table.texts("numbers"),
        card=table.text("card", longest=KEY_LONGEST, default=""),
    )
    if kind.tier is Tier.IMMEDIATELY and kind.priority is not Priority.P1:
        table.refuse("what must be told immediately is P1 (practice 4)")
    if kind.phone_only and kind.asks:
        table.refuse("a matter for the phone asks nothing (practice 13)")
    if kind.phone_only and kind.owner is not Role.TEAM_MANAGER:
        table.refuse("a matter for the phone goes to the team manager (practice 13)")
    if len(kind.asks) > TAPS_LONGEST:
        table.refuse(f"asks has {len(kind.asks)} questions, at most {TAPS_LONGEST} fit")
    return kind
