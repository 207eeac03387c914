"""Where CI is set nothing may be left out; elsewhere what was left out is said, with the reason."""

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def nothing_may_be_left_out() -> bool:
    """Whether a skip counts as a failure here."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def left_out(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was left out or allowed to fail; "" when it was neither."""
    if allowed := getattr(report, "wasxfail", None):
        return str(allowed)
    if not report.skipped:
        return ""
    reason = report.longrepr
    return str(reason[2]) if isinstance(reason, tuple) else str(reason)


def refuse(report: Report) -> Report:
    """Turn a report about something left out into a failure where nothing may be."""
    if nothing_may_be_left_out() and (reason := left_out(report)):
        report.outcome = "failed"
        report.longrepr = f"Left out, and in CI nothing may be: {reason}"
        if hasattr(report, "wasxfail"):
            del report.wasxfail
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge one test."""
    return refuse((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Judge one file that is being gathered."""
    return refuse((yield))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, and why."""
    reports = terminalreporter.stats.get("skipped", []) + terminalreporter.stats.get("xfailed", [])
    if reports:
        terminalreporter.write_sep("=", "left out (in CI each would be a failure)")
        for report in reports:
            terminalreporter.write_line(f"{report.nodeid}: {left_out(report)}")
