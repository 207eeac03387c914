"""Languages: mark a text in English, say it in the language of the person who reads it."""

from collections.abc import Sequence

from locales.catalogues import catalogue, folders
from locales.language import Language, language
from locales.marking import mark, mark_for, mark_many

__all__ = ["Language", "language", "languages", "mark", "mark_for", "mark_many", "offered"]


def languages() -> tuple[str, ...]:
    """The tags of the languages whose catalogue is whole; English, the source, comes first."""
    return ("en", *(tag for tag in folders() if tag != "en" and catalogue(tag).whole))


def offered(tags: Sequence[str], *, unchecked: bool) -> tuple[str, ...]:
    """Which of these languages people may choose: whole ones whose safety texts were checked.

    English, the source, always. `unchecked`: also those that nobody has checked yet, for a demo or
    where the service has decided so.
    """
    whole = (tag for tag in tags if tag != "en" and tag in languages())
    checked = (tag for tag in whole if unchecked or catalogue(tag).checked_on is not None)
    return ("en", *checked)
