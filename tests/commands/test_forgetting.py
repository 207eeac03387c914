"""`hearthline forget` and `hold`: a look before, the law's hold, and a log of what went."""

from pathlib import Path

from commands.demo_folder import SAMPLES
from tests.commands.conftest import Typed


def test_a_preview_counts_what_would_go_and_nothing_goes(filled: Path, typed: Typed) -> None:
    said = typed("forget", "C-001", "--preview")
    assert said.exit_code == 0, said.exception
    assert "    1  supervision dates" in said.output
    assert "Nothing was changed." in said.output
    assert typed("forget", "C-001", "--preview").exit_code == 0


def test_a_legal_hold_keeps_somebody_until_it_is_lifted(filled: Path, typed: Typed) -> None:
    assert "Say why" in str(typed("hold", "C-001").exception)
    assert "There is no legal hold" in str(typed("hold", "C-001", "--lift").exception)
    assert typed("hold", "C-001", "--why", "court order").exit_code == 0
    assert "There is a legal hold already" in str(
        typed("hold", "C-001", "--why", "again").exception
    )
    assert "legal hold" in typed("forget", "C-001", "--preview").output
    refused = typed("forget", "C-001", "--sure", "--early")
    assert "There is a legal hold on this person" in str(refused.exception)
    assert typed("hold", "C-001", "--lift").exit_code == 0
    assert typed("forget", "C-001", "--sure").exit_code == 0
    assert typed("verify").exit_code == 0


def test_whose_days_are_over_is_listed_by_name(filled: Path, typed: Typed) -> None:
    assert "Nobody who has left" in typed("forget", "--over").output
    people = (SAMPLES / "people.csv").read_text(encoding="utf-8").splitlines()
    gone = [f"{line.removesuffix('yes')}no" for line in people if line.startswith("C-001,")]
    (filled / "people.csv").write_text("\n".join([people[0], *gone]) + "\n", encoding="utf-8")
    assert typed("import", str(filled / "people.csv")).exit_code == 0
    assert "Nobody who has left" in typed("forget", "--over").output
    assert typed("clock", "+13w").exit_code == 0
    assert "Rosa Okafor (carer)" in typed("forget", "--over").output


def test_the_log_says_when_and_never_who(filled: Path, typed: Typed) -> None:
    assert "Nobody was forgotten yet." in typed("forget", "--log").output
    assert typed("forget", "C-002", "--sure").exit_code == 0
    log = typed("forget", "--log").output
    assert "  0 requests" in log
    assert "Okafor" not in log
