"""Lists as they are written: Unicode says how; in Welsh "and" changes with the word after it."""

import unicodedata
from collections.abc import Sequence

from babel.lists import format_list

SHORTENED = {"y": "r", "yr": "r", "ein": "n", "eich": "ch", "ei": "i", "eu": "u"}
"""Welsh "and" takes these small words in: a'r, a'n, a'ch."""
VOWELS = frozenset("aeiou")
AC_BEFORE = frozenset({"fel", "felly", "mae", "mai", "mewn", "mor", "nid", "roedd"})
"""Consonants for the eye, before which "ac" stands all the same."""


def written(texts: Sequence[str], tag: str) -> str:
    """The texts as one list, in the language of this tag."""
    if tag == "cy" and len(texts) > 1:
        return f"{', '.join(texts[:-1])} {_and_before(texts[-1])}"
    return format_list(list(texts), locale="en_GB" if tag == "en" else tag)


def _and_before(text: str) -> str:
    """Unicode's "a(c)" leaves the choice open. A capital W or Y is taken for a name's consonant."""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in SHORTENED:
        return f"a'{SHORTENED[first.lower()]} {rest}"
    letter = unicodedata.normalize("NFD", text)[:1]
    vowel = letter.lower() in VOWELS or letter in ("w", "y")
    return f"{'ac' if vowel or first.lower() in AC_BEFORE else 'a'} {text}"
