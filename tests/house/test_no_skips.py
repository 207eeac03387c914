"""What is left out is a failure in CI and is said elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import HOUSE

STORY = """
import pytest

def test_that_is_left_out():
    pytest.skip("no moon tonight")

@pytest.mark.xfail(reason="not built")
def test_that_may_fail():
    raise AssertionError
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "test_story.py").write_text(STORY)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def pytest_says(story: Path, ci: str) -> tuple[int, str]:
    """Run pytest on the story in a process of its own, with our rule loaded."""
    said = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.house.no_skips",
            "-p",
            "no:cacheprovider",
            ".",
        ],
        cwd=story,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=False,
    )
    return said.returncode, said.stdout


def test_in_ci_what_is_left_out_fails(story: Path) -> None:
    code, words = pytest_says(story, "true")
    assert code == 1
    assert "2 failed" in words
    assert "no moon tonight" in words


def test_elsewhere_what_is_left_out_is_said(story: Path) -> None:
    code, words = pytest_says(story, "")
    assert code == 0
    assert "test_that_is_left_out: Skipped: no moon tonight" in words
    assert "test_that_may_fail: not built" in words
