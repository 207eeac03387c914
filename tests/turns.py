"""Whose turn it is when the tests run in several processes: the dearest first, the small last.

A file of tests goes to one process as a whole, because its tests share what is dear to begin. Files
whose tests share nothing dear are given out test by test; else the last process would work through
a file of kills while the others had ended. pytest-xdist's own groups have no effect since pytest
9.2 (it writes the group into a field that is no longer read), so the groups are made here.
"""

from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

DEAREST = (
    "tests/stories/test_robot_walks_every_form.py",
    "tests/kills/test_a_short_kill_suite.py",
    "tests/stories/test_no_word_lies_open.py",
    "tests/browser/test_a_stranger_walks_everything.py",
    "tests/stories/test_workers_are_stopped_and_killed.py",
    "tests/stories/test_killed_at_every_step.py",
    "tests/stories/test_a_household_never_learns_what_was_said.py",
    "tests/browser/test_demo_phones.py",
    "tests/browser/test_demo_accessibility.py",
    "tests/stories/test_a_household_never_learns.py",
    "tests/stories/test_a_stranger_gets_only_numbers.py",
    "tests/conversations/test_every_form_is_walked.py",
    "tests/stories/test_a_young_person_is_answered.py",
    "tests/stories/test_robot_reports_kinds.py",
    "tests/stories/test_forged_buttons.py",
    "tests/stories/test_an_advocate_is_written_to.py",
    "tests/stories/test_nobody_meets_what_is_not_theirs.py",
    "tests/stories/test_forged_presses_change_nothing.py",
    "tests/stories/test_an_annual_review_is_not_forgotten.py",
    "tests/stories/test_pages_of_a_real_run.py",
    "tests/stories/test_a_private_household.py",
    "tests/browser/test_demo_escalation.py",
    "tests/browser/test_pages.py",
    "tests/browser/test_demo_by_keyboard.py",
    "tests/bot/test_linked_people.py",
    "tests/stories/test_a_backup_is_restored.py",
    "tests/stories/test_a_concern_goes_above.py",
    "tests/stories/test_an_excluded_worker_sees_nothing.py",
    "tests/stories/test_a_page_is_taken_once.py",
    "tests/browser/test_phones_page.py",
)
"""Files that took longest in a whole run, dearest first; all others come after them."""

ONE_BY_ONE = frozenset(
    {
        "tests/stories/test_robot_walks_every_form.py",
        "tests/kills/test_a_short_kill_suite.py",
        "tests/stories/test_no_word_lies_open.py",
        "tests/browser/test_a_stranger_walks_everything.py",
        "tests/stories/test_workers_are_stopped_and_killed.py",
        "tests/stories/test_killed_at_every_step.py",
        "tests/stories/test_a_household_never_learns.py",
        "tests/stories/test_a_backup_is_restored.py",
    }
)
"""Files whose tests share nothing dear: each of them goes to whichever process is free."""


class Turns(LoadScopeScheduling):  # type: ignore[misc]
    """Gives out whole files in the order of collection, and some files test by test."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)


def in_turn(items: list[pytest.Item]) -> None:
    """Put the tests marked `long` first, then the dearest files."""
    place = {file: number for number, file in enumerate(DEAREST)}
    items.sort(
        key=lambda item: (
            item.get_closest_marker("long") is None,
            place.get(_file_of(item.nodeid), len(place)),
        )
    )


def together(nodeid: str) -> str:
    """What stays in one process with this test: its file, or the test alone."""
    file = _file_of(nodeid)
    return nodeid if file in ONE_BY_ONE else file


def _file_of(nodeid: str) -> str:
    return Path(nodeid.partition("::")[0]).as_posix()
