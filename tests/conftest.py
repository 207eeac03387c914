"""What every test shares: nothing is left out silently."""

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

__all__ = [
    "clock",
    "database",
    "keys",
    "own_postgresql_url",
    "postgresql",
    "postgresql_url",
    "postgresql_used_again",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
    "sqlite_template",
    "sqlite_url",
    "url",
]
