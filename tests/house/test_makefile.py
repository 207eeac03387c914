"""`make` lists everything it can do, and CI does what a person would do."""

import os
import re
import subprocess

import pytest

from tests.house.sources import HOUSE

MAKEFILE = (HOUSE / "Makefile").read_text()
TARGETS = re.findall(r"^([a-z][a-z-]*):", MAKEFILE, flags=re.MULTILINE)
PROMISED = {
    "setup",
    "check",
    "test",
    "test-rules",
    "model",
    "demo",
    "run",
    "kill",
    "bench",
    "messages",
    "language",
    "transcripts",
    "pictures",
    "migrate",
    "migration",
    "lock",
    "clean",
}


def make(*words: str) -> str:
    """What make says when asked this."""
    free = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    said = subprocess.run(
        ["make", *words], cwd=HOUSE, env=free, capture_output=True, text=True, check=True
    )
    return said.stdout


def test_make_alone_lists_each_target_with_a_sentence() -> None:
    listed = dict(re.findall(r"^  make ([a-z-]+)\s+(\S.*)$", make(), flags=re.MULTILINE))
    assert set(listed) == set(TARGETS)
    assert all(len(sentence.split()) > 2 for sentence in listed.values())


def test_every_promised_target_is_there() -> None:
    assert set(TARGETS) >= PROMISED


@pytest.mark.parametrize("target", sorted(PROMISED - {"setup", "clean"}))
def test_a_target_sees_to_the_environment_itself(target: str) -> None:
    assert re.search(rf"^{target}: \$\(READY\) ##", MAKEFILE, flags=re.MULTILINE)


def test_ci_does_what_a_person_would() -> None:
    run = HOUSE / ".ci" / "run"
    words = run.read_text()
    assert os.access(run, os.X_OK)
    assert "set -euo pipefail" in words
    assert "export CI=true" in words
    assert words.index("make check") < words.index("make test")
