"""No log line and no error text can carry a personal word."""

import ast
from collections.abc import Iterator

from storage.logs import ALLOWED_FIELDS
from tests.house.sources import Source, sources

MAY_BE_GIVEN = ALLOWED_FIELDS | {"exc_info"}
SIEVE = "storage/logs.py"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def log_calls(source: Source) -> Iterator[ast.Call]:
    """Every call of a log, told by the name of what it is called on."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="log" | "logger" | "_log"), attr=level)
            ) if level in LEVELS:
                yield node


def test_a_log_line_is_a_fixed_sentence_with_allowed_fields() -> None:
    wrong = []
    for source in sources():
        for call in log_calls(source):
            fixed = bool(call.args) and all(isinstance(word, ast.Constant) for word in call.args)
            strange = {word.arg or "**" for word in call.keywords} - MAY_BE_GIVEN
            if not fixed or strange:
                wrong.append(f"{source.place}:{call.lineno} {sorted(strange)}")
    assert not wrong


def test_no_log_line_names_the_kind_of_a_request() -> None:
    wrong = [
        f"{source.place}:{call.lineno}"
        for source in sources()
        for call in log_calls(source)
        for word in call.keywords
        if isinstance(word.value, ast.Attribute) and word.value.attr in {"kind", "name", "words"}
    ]
    assert not wrong


def test_logs_are_reached_only_by_the_names_this_rule_knows() -> None:
    wrong = []
    for source in sources():
        for node in ast.walk(source.tree):
            match node:
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.Call(
                        func=ast.Attribute(attr="get_logger" | "getLogger") | ast.Name(id="logger")
                    ),
                ) if name not in {"log", "logger", "_log"} and source.place != SIEVE:
                    wrong.append(f"{source.place}:{node.lineno} {name}")
    assert not wrong


def test_only_the_command_line_prints() -> None:
    speaking = {"commands", "hearthline.py", "simulator/__main__.py"}
    wrong = [
        f"{source.place}:{node.lineno}"
        for source in sources()
        if source.row not in speaking and source.place not in speaking
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
        and not source.place.startswith(("conversations/__main__", "conversations/transcripts"))
    ]
    assert not wrong
