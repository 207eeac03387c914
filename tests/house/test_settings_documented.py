"""Every setting is in .env.example with a sentence, and every policy number in the sample."""

import re

from storage.settings import names
from tests.house.sources import HOUSE

PREFIX = "HEARTHLINE_"


def lines() -> list[str]:
    """The example, line by line."""
    return (HOUSE / ".env.example").read_text(encoding="utf-8").splitlines()


def written() -> set[str]:
    """The settings that the example names."""
    return set(re.findall(rf"^#? ?({PREFIX}[A-Z_]+)=", "\n".join(lines()), re.MULTILINE))


def test_every_setting_is_in_the_example_and_none_that_does_not_exist() -> None:
    assert written() == set(names())


def test_every_setting_has_a_sentence_above_it() -> None:
    for before, line in zip(lines(), lines()[1:], strict=False):
        if re.match(rf"#? ?{PREFIX}[A-Z_]+=", line):
            assert before.startswith("#"), line


def test_every_setting_that_the_code_reads_is_a_setting() -> None:
    known = written()
    for path in HOUSE.glob("commands/*.py"):
        found = set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", path.read_text(encoding="utf-8")))
        assert found <= known, path.name
