"""Trying: a warm process forks, the fork reads a mutant in and runs the tests that come by it."""

import importlib
import multiprocessing
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tests.mutants.mutant import Mutant, put_in
from tests.warm_python import LIBRARIES

GREEN, NOTHING_RAN, TRYING_FAILED = 0, 5, 77
READ_IN_EARLY = "-Wignore::pytest.PytestAssertRewriteWarning"
HANGS_AFTER_SECONDS = 120
"""After this a test stands still, and somebody would notice. All of them together may take long."""
A_TEST_ENDS = (
    *("-o", f"faulthandler_timeout={HANGS_AFTER_SECONDS}"),
    *("-o", "faulthandler_exit_on_timeout=true"),
)
ASKED = (
    *("-x", "-q", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
    *(READ_IN_EARLY, *A_TEST_ENDS),
)
BESIDE = ("_pytest.python", "coverage", "hypothesis.strategies")
LONGEST_SECONDS = 1800.0
"""After this even the process that runs the tests has stood still."""

FORKED = multiprocessing.get_context("fork")


def warm() -> None:
    """Read in the libraries, and nothing of ours."""
    for name in (*LIBRARIES, *BESIDE):
        importlib.import_module(name)


def survives(mutant: Mutant | None, tests: Sequence[str]) -> bool:
    """Whether all these tests stay green with the mutant in the place of its module."""
    if not tests:
        return True
    forked = FORKED.Process(target=_run, args=(mutant, tests))
    forked.start()
    forked.join(LONGEST_SECONDS if mutant is not None else None)
    if forked.exitcode is None:
        forked.kill()
        forked.join()
    if forked.exitcode == TRYING_FAILED:
        raise RuntimeError("the tests could not be begun: that says nothing of a mutant")
    return forked.exitcode in (GREEN, NOTHING_RAN)


def _run(mutant: Mutant | None, tests: Sequence[str]) -> None:
    import pytest

    if mutant is not None:
        put_in(mutant)
    sys.argv = ["pytest"]
    code = TRYING_FAILED
    try:
        with Path(os.devnull).open("w") as out, redirect_stdout(out), redirect_stderr(out):
            code = int(pytest.main([*ASKED, *tests]))
    finally:
        os._exit(code)
