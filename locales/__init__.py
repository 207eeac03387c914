"""Languages: mark a text in English, say it in the language of the person who reads it."""

from locales.catalogues import catalogue, folders
from locales.language import Language, language
from locales.marking import mark, mark_for, mark_many

__all__ = ["Language", "language", "languages", "mark", "mark_for", "mark_many"]


def languages() -> tuple[str, ...]:
    """The tags of the languages whose catalogue is whole; English, the source, comes first."""
    return ("en", *(tag for tag in folders() if tag != "en" and catalogue(tag).whole))
