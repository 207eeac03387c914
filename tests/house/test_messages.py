"""The list of texts to translate is the one in the code: nobody forgot `make messages`."""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.house.sources import HOUSE


def texts(path: Path) -> set[tuple[str, str]]:
    """Who each text is for and its English."""
    with path.open("rb") as file:
        return {
            (str(message.context or ""), str(message.id)) for message in read_po(file) if message.id
        }


def test_the_list_of_texts_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pot"
    subprocess.run(
        [
            Path(sys.executable).with_name("pybabel"),
            "-q",
            "extract",
            "--mapping-file=locales/babel.cfg",
            "--no-location",
            f"--output-file={fresh}",
            ".",
        ],
        cwd=HOUSE,
        check=True,
        capture_output=True,
    )
    kept = texts(HOUSE / "locales" / "hearthline.pot")
    assert texts(fresh) - kept == set(), "run: make messages"
    assert kept - texts(fresh) == set(), "run: make messages"
