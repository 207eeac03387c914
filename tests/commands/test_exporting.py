"""`hearthline export` as an operator types it: preview first, a new folder, and plain refusals."""

import json
from pathlib import Path

from tests.commands.conftest import Typed


def test_a_preview_counts_and_writes_nothing(filled: Path, typed: Typed) -> None:
    before = {path.name for path in filled.iterdir()}
    said = typed("export", "C-001", "--preview")
    assert said.exit_code == 0, said.exception
    assert "Rosa Okafor (carer): this would be in it:" in said.output
    assert "    0  requests" in said.output
    assert {path.name for path in filled.iterdir()} == before


def test_it_is_written_into_a_new_folder_that_others_cannot_read(
    filled: Path, typed: Typed
) -> None:
    said = typed("export", "C-001", "--to", str(filled / "copy"))
    assert said.exit_code == 0, said.exception
    folder = filled / "copy"
    assert sorted(path.name for path in folder.iterdir()) == ["copy.html", "copy.json", "copy.txt"]
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
    text = (folder / "copy.txt").read_text(encoding="utf-8")
    assert "Name: Rosa Okafor" in text
    assert "another person: " in text
    assert "otter" not in text
    assert json.loads((folder / "copy.json").read_text())["person"]["name"] == "Rosa Okafor"
    again = typed("export", "C-001", "--to", str(folder))
    assert "is there already" in str(again.exception)
    second = typed("export", "C-001", "--to", str(filled / "second"), "--names")
    assert second.exit_code == 0
    text = (filled / "second" / "copy.txt").read_text(encoding="utf-8")
    assert "[another person: J (otter)]" in text
    assert "A copy of everything was made for you." in text


def test_what_stops_it_is_said_in_plain_words(filled: Path, typed: Typed) -> None:
    for words, reason in (
        (("export", "C-001"), "Say where to"),
        (("export", "nobody", "--preview"), "Nobody here is called nobody"),
        (("export", "Okafor", "--preview"), "Several people match"),
        (("export", "S-001", "--preview"), "is of the staff"),
    ):
        said = typed(*words)
        assert said.exit_code == 1
        assert reason in str(said.exception)
    young = typed("export", "YP-001", "--to", str(filled / "young"))
    assert "never through the household" in young.output


def test_without_a_database_nothing_is_written(surroundings: Path, typed: Typed) -> None:
    said = typed("export", "C-001", "--to", str(surroundings / "copy"))
    assert "There is no database yet" in str(said.exception)
    assert not (surroundings / "copy").exists()
