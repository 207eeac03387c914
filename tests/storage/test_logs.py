"""Stories of the logs: no words, no token, whoever writes the line."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog

from storage.logs import logger, set_up_logs

Lines = Callable[[], list[dict[str, Any]]]
TOKEN = "123456789:AAtestnotarealtokenAAAAAAAAAAAAAAAA"
WORDS = "she said the dog bit her"


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    root = logging.getLogger()
    before = (root.handlers, root.level)
    set_up_logs(token=TOKEN, level=logging.DEBUG)

    def read() -> list[dict[str, Any]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    structlog.reset_defaults()
    logging.captureWarnings(False)
    root.handlers, root.level = before


def test_allowed_fields_are_written_and_others_only_named(lines: Lines) -> None:
    logger("desk").warning("unit_parked", arrival=3, words=WORDS)
    [line] = lines()
    assert (line["event"], line["arrival"], line["part"]) == ("unit_parked", 3, "desk")
    assert line["dropped"] == "words"
    assert WORDS not in json.dumps(line)


def test_the_token_and_what_looks_like_one_is_taken_out(lines: Lines) -> None:
    other = "987654321:BBanothertokenBBBBBBBBBBBBBBBBBBBB"
    logger("bot").error("poll_failed", error=f"GET /bot{TOKEN}/getMe and {other}")
    assert TOKEN not in str(said := lines())
    assert other not in str(said)


def test_a_fault_is_named_by_kind_and_place_only(lines: Lines) -> None:
    try:
        raise ValueError(WORDS)
    except ValueError:
        logger("desk").exception("unit_failed")
    [line] = lines()
    assert line["error"] == "ValueError"
    assert line["frame"].startswith("test_logs.py:")
    assert WORDS not in json.dumps(line)


def test_lines_of_other_libraries_keep_no_text(lines: Lines) -> None:
    logging.getLogger("telegram.ext").warning("update %s with %s", WORDS, TOKEN)
    [line] = lines()
    assert (line["event"], line["logger"]) == ("library_line", "telegram.ext")
    assert WORDS not in json.dumps(line)


def test_chatter_of_the_libraries_is_not_written(lines: Lines) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://host/bot%s/sendMessage", TOKEN)
    assert lines() == []


def test_an_object_is_written_as_the_name_of_its_type(lines: Lines) -> None:
    logger("x").info("y", kind={"words": WORDS})
    assert lines()[0]["kind"] == "dict"
