"""What README tells people to type exists."""

import re
from pathlib import Path

import pytest
import typer

from hearthline import app
from tests.house.sources import HOUSE

PAGES = [
    page
    for page in (
        HOUSE / "README.md",
        HOUSE / "CONTRIBUTING.md",
        *sorted((HOUSE / "docs").rglob("*.md")),
    )
    if page.exists()
]
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", (HOUSE / "Makefile").read_text(), re.MULTILINE))


def commands() -> set[str]:
    """The commands of `hearthline`."""
    group = typer.main.get_command(app)
    return set(getattr(group, "commands", {}))


def typed(words: str) -> list[str]:
    """Everything a page shows as code: between back-ticks, or in a fenced block."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", words, re.MULTILINE | re.DOTALL)
    return [
        *re.findall(r"`([^`\n]+)`", words),
        *(line for block in fenced for line in block.splitlines()),
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_on_the_page_exists(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    named = {
        target for line in typed(words) for target in re.findall(r"\bmake ([a-z][a-z-]*)", line)
    }
    assert named <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_the_page_exists(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    named = {
        command
        for line in typed(words)
        for command in re.findall(r"(?:^|[\s/])hearthline ([a-z][a-z-]*)", line)
    }
    assert named <= commands()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_the_page_names_exists(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:[a-z_]+/)+[\w.]+\.(?:py|toml|md|csv|po))`", words)
    assert not [name for name in named if not (HOUSE / name).exists()]
