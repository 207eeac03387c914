"""Catalogues are kept in step with the texts, and who signed for them is not forgotten."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from commands import messages

CONFIG = "[extractors]\nmarked = locales.extraction:find_marked\n[marked: **.py]\n"
FIRST = 'from locales import mark\nHELLO = mark("Hello {name}")\n'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with one text in it."""
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "babel.cfg").write_text(CONFIG)
    (tmp_path / "words.py").write_text(FIRST)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(language: str) -> dict[str, str]:
    """Every text of a language with its translation."""
    with messages.catalogue_of(language).open("rb") as file:
        return {str(m.id): str(m.string or "") for m in read_po(file) if m.id}


def translate(english: str, words: str) -> None:
    """Fill one translation in, as a translator does."""
    catalogue = messages.catalogue_of("pl")
    written = catalogue.read_text()
    filled = written.replace(
        f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{words}"'
    )
    assert filled != written
    catalogue.write_text(filled)


def test_a_new_language_has_every_text_and_nobody_has_signed_for_it(house: Path) -> None:
    messages.gather()
    messages.begin("pl")
    assert texts("pl") == {"Hello {name}": ""}
    assert messages.UNSIGNED in messages.catalogue_of("pl").read_text()


def test_bringing_a_language_up_keeps_its_words_and_its_signature(house: Path) -> None:
    messages.gather()
    messages.begin("pl")
    translate("Hello {name}", "Witaj {name}")
    catalogue = messages.catalogue_of("pl")
    signed = catalogue.read_text().replace("Checked-By: ", "Checked-By: Ola Nowak")
    catalogue.write_text(signed)
    (house / "words.py").write_text(FIRST + 'BYE = mark("Goodbye")\n')
    messages.gather()
    messages.bring_up("pl")
    assert texts("pl") == {"Hello {name}": "Witaj {name}", "Goodbye": ""}
    assert '"X-Safety-Checked-By: Ola Nowak\\n"' in catalogue.read_text()


def test_a_text_that_is_gone_leaves_the_catalogue(house: Path) -> None:
    messages.gather()
    messages.begin("pl")
    (house / "words.py").write_text('from locales import mark\nBYE = mark("Goodbye")\n')
    messages.gather()
    messages.bring_up("pl")
    assert texts("pl") == {"Goodbye": ""}
