"""What every test shares: nothing is left out silently, and nothing waits for a disk."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer  # type: ignore[import-untyped]

from tests.house.no_skips import (
    pytest_make_collect_report,
    pytest_runtest_makereport,
    pytest_terminal_summary,
)
from tests.storage_fixtures import (
    clock,
    database,
    keys,
    own_postgresql_url,
    postgresql,
    postgresql_url,
    postgresql_used_again,
    sqlite_template,
    sqlite_url,
    url,
)
from tests.turns import Turns, in_turn

MEMORY = Path("/dev/shm")
ROOM_BYTES = 1_000_000_000
WHERE = "PYTEST_DEBUG_TEMPROOT"
"""Where pytest is told to make the folders of tests."""


def pytest_configure() -> None:
    """Let the files of tests live in memory, where there is room for them.

    SQLite writes them through as on a disk. A killed process loses nothing of what the system
    holds, there or here; that the power fails, no test can play.
    """
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
        os.environ.setdefault(WHERE, str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The dearest tests begin first."""
    in_turn(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Turns:
    """Several processes take turns by our own rules."""
    return Turns(config, log)


# How long an example takes says how busy the machine is, and nothing about the product.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

__all__ = [
    "clock",
    "database",
    "keys",
    "own_postgresql_url",
    "postgresql",
    "postgresql_url",
    "postgresql_used_again",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
    "sqlite_template",
    "sqlite_url",
    "url",
]
