"""Every language is whole: complete, not fuzzy, the same named places, signed safety texts."""

import re
import string
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from locales.catalogues import catalogue
from tests.house.sources import HOUSE

LOCALES = HOUSE / "locales"
TAGS = sorted(path.parents[1].name for path in LOCALES.glob("*/LC_MESSAGES/hearthline.po"))
LATIN_NAMES = (
    "Become",
    "Child Bereavement UK",
    "Childline",
    "Coram Voice Always Heard",
    "FosterTalk",
    "Fosterline",
    "Hearthline",
    "Help at Hand",
    "NHS",
    "NSPCC",
    "NYAS",
    "National Domestic Abuse Helpline",
    "Ofsted",
    "PAPYRUS HOPELINE247",
    "Runaway Helpline",
    "Samaritans",
    "Stop It Now",
    "Telegram",
)
"""Names that a person must say or read in Latin letters, whatever their script."""

ENGLISH = frozenset(
    {"the", "and", "you", "your", "we", "us", "our", "they", "them", "their", "it", "that"}
    | {"this", "with", "from", "not", "have", "has", "what", "when", "where", "who", "tell"}
)
"""Words of any English sentence, which are none in Welsh."""
THE_SAME_IN_WELSH = frozenset({"Alcohol", "Become Care Advice Line", "Coram Voice, Always Heard"})

COMMANDS = re.compile(r"/[a-z]+\b|https?://\S+|\b[a-z.]+\.(?:co|com|org|gov|nhs)\.?[a-z]*\b")


def read(path: Path, tag: str | None = None) -> Catalog:
    """A catalogue, or the list of all texts, as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale=tag)


@pytest.fixture(params=TAGS)
def tag(request: pytest.FixtureRequest) -> str:
    """Each language but English, which is the source."""
    return str(request.param)


@pytest.fixture
def texts(tag: str) -> Catalog:
    """Every text of the language, with its translation."""
    return read(LOCALES / tag / "LC_MESSAGES" / "hearthline.po", tag)


def forms(words: object) -> tuple[str, ...]:
    """Each form of a text: one, or a form for each plural."""
    return tuple(words) if isinstance(words, list | tuple) else (str(words),)


def translated(texts: Catalog) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Every text with its translations, the header left out."""
    for message in texts:
        if message.id:
            yield message, forms(message.string)


def places(words: str) -> set[str]:
    """The named places in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def bare(words: str) -> str:
    """A text without its named places, addresses, and the names that stay in Latin letters."""
    left = COMMANDS.sub(" ", re.sub(r"\{[a-z_]+\}", " ", words))
    for name in LATIN_NAMES:
        left = left.replace(name, " ")
    return left


def key(message: Message) -> tuple[str, tuple[str, ...]]:
    """What a text is found by: who it is for, and its English."""
    return str(message.context or ""), forms(message.id)


def test_there_is_a_language_beside_english() -> None:
    assert TAGS


def test_every_text_of_the_house_is_in_the_catalogue(texts: Catalog) -> None:
    wanted = {key(message) for message in read(LOCALES / "hearthline.pot") if message.id}
    assert wanted - {key(message) for message, _ in translated(texts)} == set()


def test_no_translation_is_missing_or_doubtful(texts: Catalog) -> None:
    missing = [
        message.id
        for message, words in translated(texts)
        if message.fuzzy or not all(word.strip() for word in words)
    ]
    assert not missing


def test_named_places_are_the_same_on_both_sides(texts: Catalog) -> None:
    wrong = []
    for message, words in translated(texts):
        wanted = set().union(*(places(word) for word in forms(message.id)))
        several = len(forms(message.id)) > 1
        for word in words:
            lost = wanted - places(word) - ({"count"} if several else set())
            if lost or places(word) - wanted:
                wrong.append((message.id, word))
    assert not wrong


def test_no_latin_letters_stray_into_another_script(tag: str, texts: Catalog) -> None:
    if tag != "ar":
        return
    stray = []
    for message, words in translated(texts):
        for word in words:
            latin = {
                piece
                for piece in re.findall(r"[^\W\d_]+", bare(word))
                if unicodedata.name(piece[0]).startswith("LATIN")
            }
            if latin:
                stray.append((message.id, sorted(latin)))
    assert not stray


def test_no_english_stays_in_welsh(tag: str, texts: Catalog) -> None:
    if tag != "cy":
        return
    left = []
    for message, words in translated(texts):
        for word in words:
            same = word in forms(message.id) and re.search(r"[^\W\d_]", bare(word))
            if same or ENGLISH & set(re.findall(r"\w+", bare(word).lower())):
                left.append(word)
    assert set(left) <= THE_SAME_IN_WELSH


def test_somebody_has_signed_for_the_safety_texts_or_it_says_nobody_has(tag: str) -> None:
    found = catalogue(tag)
    words = (LOCALES / tag / "LC_MESSAGES" / "hearthline.po").read_text(encoding="utf-8")
    assert "X-Safety-Checked-By" in words
    assert "X-Safety-Checked-On" in words
    assert bool(found.checked_by) == (found.checked_on is not None)
    assert found.checked_on is None or found.checked_on > date(2026, 1, 1)


def test_the_loader_calls_it_whole(tag: str) -> None:
    assert catalogue(tag).whole
