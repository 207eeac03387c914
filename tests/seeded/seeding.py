"""Seeding: the house is copied, a slip is made in the copy, and its tests are run there."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.house.sources import HOUSE, WITH_TESTS
from tests.seeded.slip import Slip

BESIDE = ("hearthline.py", "pyproject.toml", "README.md", "policy.sample.toml")
FOLDERS = (*WITH_TESTS, "samples", "docs")
GREEN, SOME_FAILED = 0, 1
"""How pytest ends: everything passed; everything could be run, and some of it failed."""
FAILED = re.compile(r"^FAILED ([^\[\s]+)", flags=re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How some tests came out: pytest's code, which of them failed, and what it said."""

    code: int
    red: frozenset[str]
    said: str


def copied_to(folder: Path) -> Path:
    """A copy of the house in this folder, with what was compiled, so that little is done anew."""
    for name in FOLDERS:
        shutil.copytree(HOUSE / name, folder / name)
    for name in BESIDE:
        shutil.copy2(HOUSE / name, folder / name)
    return folder


@contextmanager
def made(slip: Slip, house: Path) -> Iterator[None]:
    """While this lasts, the slip stands in that copy of the house."""
    file = house / slip.file
    right = file.read_bytes()
    try:
        file.write_text(slip.made_in(right.decode()), encoding="utf-8")
        _forget_compiled(file)
        yield
    finally:
        file.write_bytes(right)
        _forget_compiled(file)


def run(tests: Iterable[str], house: Path) -> Ran:
    """Run these tests in that copy, on SQLite: what a slip breaks, it breaks on either database."""
    asked = [sys.executable, "-m", "pytest", "--tb=line", "-rfE", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*asked, "-k", "not postgresql", *tests], cwd=house, capture_output=True, text=True
    )
    red = frozenset(FAILED.findall(done.stdout))
    return Ran(code=done.returncode, red=red, said=done.stdout + done.stderr)


def unnoticed(slip: Slip, ran: Ran) -> frozenset[str]:
    """The tests that should have failed and did not; all of them where they could not be run."""
    wanted = frozenset(slip.must_turn_red)
    return wanted - ran.red if ran.code == SOME_FAILED else wanted


def _forget_compiled(file: Path) -> None:
    """Python knows a file by its second and its length; two versions may share both."""
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
