"""`make messages` and `make language`: gathers the texts and keeps every catalogue in step."""

import re
import sys
from pathlib import Path
from typing import Any

from babel.messages.frontend import CommandLineInterface

LOCALES = Path("locales")
TEXTS = LOCALES / "hearthline.pot"
DOMAIN = "hearthline"
OURS = re.compile(r'^"X-Safety-[^"]*"\n', re.MULTILINE)
UNSIGNED = '"X-Safety-Checked-By: \\n"\n"X-Safety-Checked-On: \\n"\n'
HEADER_END = re.compile(r'^"Generated-By: [^"]*"\n', re.MULTILINE)


def gather() -> None:
    """Write the list of all texts anew."""
    babel(
        "extract",
        "--mapping-file=locales/babel.cfg",
        "--project=Hearthline",
        "--no-location",
        "--sort-output",
        f"--output-file={TEXTS}",
        ".",
    )


def begin(language: str) -> None:
    """Begin a catalogue for a language; nobody has signed for its safety texts yet."""
    babel("init", f"--domain={DOMAIN}", *places(), f"--locale={language}")
    sign(catalogue_of(language), UNSIGNED)


def bring_up(language: str) -> None:
    """Add new texts to a catalogue and take old ones out; who signed stays."""
    catalogue = catalogue_of(language)
    signed = "".join(OURS.findall(catalogue.read_text(encoding="utf-8")))
    babel(
        "update",
        f"--domain={DOMAIN}",
        "--no-fuzzy-matching",
        "--ignore-obsolete",
        *places(),
        f"--locale={language}",
    )
    sign(catalogue, signed or UNSIGNED)


def places() -> tuple[str, str]:
    """Where the texts come from and where the catalogues are."""
    return f"--input-file={TEXTS}", f"--output-dir={LOCALES}"


def catalogue_of(language: str) -> Path:
    """The file of a language's catalogue."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def sign(catalogue: Path, lines: str) -> None:
    """Put our own headers back, which Babel does not keep."""
    words = OURS.sub("", catalogue.read_text(encoding="utf-8"))
    signed = HEADER_END.sub(lambda end: end.group() + lines, words, count=1)
    catalogue.write_text(signed, encoding="utf-8")


def babel(*words: str) -> None:
    """One command of Babel."""
    command: Any = CommandLineInterface()
    command.run(["pybabel", "--quiet", *words])


def main() -> None:
    """Gather; then begin the language that is named, or bring all of them up."""
    gather()
    if len(sys.argv) > 1:
        begin(sys.argv[1])
        return
    for catalogue in sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        bring_up(catalogue.parents[1].name)


if __name__ == "__main__":
    main()
