"""The house can be carried to another machine: no path of this one, no package host."""

import re

from tests.house.sources import HOUSE, written_files

PATHS = re.compile(r"(?<![\w.])/(?:home|root|Users|work|opt)/\w")
ENDINGS = (
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".html",
    ".js",
    ".css",
    ".csv",
    ".po",
    ".pot",
    ".cfg",
    ".service",
    ".yml",
    "Makefile",
    "Containerfile",
    "run",
)
KEPT_APART = {"/opt/hearthline", "/opt/homebrew"}
"""Where deploy/ puts a service, and where macOS keeps PostgreSQL."""


def test_the_lock_names_no_host() -> None:
    lock = (HOUSE / "constraints.txt").read_text()
    assert "://" not in lock
    assert "--find-links" not in lock
    assert "--hash=sha256:" in lock


def test_no_file_names_a_path_of_a_machine() -> None:
    found = []
    for path in written_files(*ENDINGS):
        words = path.read_text(encoding="utf-8")
        for allowed in KEPT_APART:
            words = words.replace(allowed, "")
        if path.name != "test_no_hosts.py" and PATHS.search(words):
            found.append(path.relative_to(HOUSE).as_posix())
    assert not found
