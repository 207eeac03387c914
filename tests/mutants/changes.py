"""Changes: the small mistakes that are tried, each as another node in a place of the tree.

Words in quotes are left as they are: what is said to people is looked at by transcripts and by
people. Left alone too: types, decorators, `assert`, and `strict=` of a zip, which says only what
is so already.
"""

import ast
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

Put = Callable[[ast.AST], None]

TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
}
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}
LEFT_ALONE = {"annotation", "returns", "decorator_list", "bases", "type_params", "pattern"}
ASKED = {"test", "ifs", "guard"}
A_TYPE = re.compile(r"[A-Z][A-Za-z]*[a-z]|tuple\[")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One mistake: on these lines, in this function or class, `put` makes it in the tree."""

    lines: range
    within: str
    before: str
    after: str
    make: Callable[[], None]

    @property
    def in_a_function(self) -> bool:
        """Whether a test can come by it; else it is part of what is read in at the start."""
        return "()" in self.within


def changes_in(tree: ast.Module) -> Iterator[Change]:
    """Every change that can be made in this module, always in the same order."""
    for at, statement in enumerate(tree.body):
        yield from _walk(statement, partial(_set, tree.body, at), "body", "", range(0))


def _set(things: list[Any], at: int, new: ast.AST) -> None:
    things[at] = new


def _walk(node: ast.AST, put: Put, field: str, within: str, lines: range) -> Iterator[Change]:
    if _is_left_alone(node):
        return
    if isinstance(node, ast.stmt):
        lines = _own_lines(node)
    for other in _others(node, field, in_a_function="()" in within):
        yield Change(
            lines=lines,
            within=within,
            before=_shown(node),
            after=_shown(other),
            make=partial(put, other),
        )
    within = _inside(node, within)
    for child, name, put_there in _children(node):
        yield from _walk(child, put_there, name, within, lines)


def _inside(node: ast.AST, within: str) -> str:
    """What a place inside this node is called."""
    match node:
        case ast.ClassDef(name=name):
            return f"{within}.{name}".lstrip(".")
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return f"{within}.{name}()".lstrip(".")
    return within


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, str, Put]]:
    """What stands in a node, in which field, and how something else is put there."""
    for name, value in ast.iter_fields(node):
        if name in LEFT_ALONE:
            continue
        if isinstance(value, list):
            there = [(at, child) for at, child in enumerate(value) if isinstance(child, ast.AST)]
            for at, child in there:
                yield child, name, partial(_set, value, at)
        elif isinstance(value, ast.AST):
            yield value, name, partial(setattr, node, name)


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Assert() | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return True
        case ast.keyword(arg="strict"):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def _own_lines(statement: ast.stmt) -> range:
    """The lines of a statement without those of the statements inside it."""
    last = statement.end_lineno or statement.lineno
    inside: list[ast.stmt | ast.match_case] = getattr(statement, "body", None) or getattr(
        statement, "cases", []
    )
    if inside:
        first = inside[0]
        begins = first.pattern.lineno if isinstance(first, ast.match_case) else first.lineno
        last = max(statement.lineno, begins - 1)
    return range(statement.lineno, last + 1)


def _shown(node: ast.AST) -> str:
    return ast.unparse(node).strip().splitlines()[0]


def _others(node: ast.AST, field: str, *, in_a_function: bool) -> Iterator[ast.AST]:
    """What a slip could put in the place of this node."""
    yield from _turned_round(node)
    yield from _off_by_one(node)
    yield from _left_out(node, in_a_function=in_a_function)
    asked_already = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)
    if field in ASKED and isinstance(node, ast.expr) and not isinstance(node, asked_already):
        yield ast.UnaryOp(op=ast.Not(), operand=node)


def _turned_round(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=ops):
            for at, sign in enumerate(ops):
                other = deepcopy(node)
                other.ops[at] = _turned(sign)
                yield other
        case ast.BoolOp() | ast.BinOp() if type(node.op) in TURNED:
            with_another = deepcopy(node)
            with_another.op = _turned(node.op)
            yield with_another
        case ast.BinOp(op=ast.BitOr(), left=left) if not A_TYPE.match(ast.unparse(left)):
            yield left
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand


def _off_by_one(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool(said)):
            yield ast.Constant(value=not said)
        case ast.Constant(value=int(number)):
            yield ast.Constant(value=number + 1)
        case ast.Call(func=ast.Name(id=name)) if name in NAMES:
            called = deepcopy(node)
            called.func = ast.Name(id=NAMES[name], ctx=ast.Load())
            yield called


def _left_out(node: ast.AST, *, in_a_function: bool) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.Raise():
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.match_case():
            never = deepcopy(node)
            never.guard = ast.Constant(value=False)
            yield never
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if in_a_function and node.elts:
            shorter = deepcopy(node)
            shorter.elts = shorter.elts[:-1]
            yield shorter


def _turned(sign: ast.AST) -> Any:
    return TURNED[type(sign)]()
