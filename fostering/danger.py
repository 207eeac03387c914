"""Danger words: they only ever add the offer of help; their absence means nothing (practice 2).

Written by us and not validated on real messages; no score, no "low risk". The list is data, one
phrase a line, folded before it is compared, without patterns.
"""

import unicodedata
from functools import cache
from itertools import groupby

PHRASES = (
    "kill myself",
    "kill me",
    "want to die",
    "end my life",
    "suicide",
    "overdose",
    "cut myself",
    "self harm",
    "hurt myself",
    "hurting me",
    "hit me",
    "hits me",
    "touched me",
    "scared",
    "not safe",
    "unsafe",
    "run away",
    "missing",
    "knife",
    "weapon",
    "not breathing",
    "bleeding",
    "abuse",
    "raped",
    "انتحار",
    "اقتل نفسي",
    "اموت",
    "يضربني",
    "ضربني",
    "خائف",
    "خائفه",
    "لست بامان",
    "مفقود",
    "سكين",
    "ينزف",
    "لا يتنفس",
    "lladd fy hun",
    "fy lladd",
    "eisiau marw",
    "isio marw",
    "hunanladdiad",
    "gorddos",
    "torri fy hun",
    "hunan niwed",
    "hunan niweidio",
    "brifo fy hun",
    "fy mrifo",
    "fy nharo",
    "fy nghuro",
    "fy mwrw",
    "cyffwrdd a fi",
    "cyffwrdd ynof",
    "ofn arna",
    "ofnus",
    "ddim yn saff",
    "ddim yn ddiogel",
    "anniogel",
    "rhedeg i ffwrdd",
    "ar goll",
    "cyllell",
    "gyllell",
    "arf",
    "ddim yn anadlu",
    "gwaedu",
    "cam drin",
    "treisio",
    "nhreisio",
)


TATWEEL = "\u0640"
"""Draws an Arabic word out and is no letter of it."""
ALIKE = {ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ة"): "ه", ord("ى"): "ي"}


def danger_words(text: str) -> bool:
    """Whether the text holds one of the phrases, however it is spelt."""
    folded = fold(text)
    spelt = {f" {each} " for each in (folded, drawn_in(folded, 2), drawn_in(folded, 1))}
    return any(
        f" {phrase} " in said or _long(phrase, said) for said in spelt for phrase in _folded()
    )


def fold(text: str) -> str:
    """Lower case, no accents, joined letters or marks; a run of anything else is one space.

    Signs that nobody sees (zero-width, soft hyphen, direction) are taken out: a word stays a word.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    seen = (c for c in plain if unicodedata.category(c) != "Cf" and c != TATWEEL)
    kept = (c if c.isalnum() else " " for c in seen if not unicodedata.combining(c))
    return " ".join("".join(kept).translate(ALIKE).split())


@cache
def _folded() -> tuple[str, ...]:
    """The phrases as they are compared."""
    return tuple(fold(phrase) for phrase in PHRASES)


def drawn_in(text: str, left: int) -> str:
    """Letters drawn out ("scaaared") are written so many times."""
    runs = ((letter, len([*same])) for letter, same in groupby(text))
    return "".join(letter * (left if many > 2 else many) for letter, many in runs)


def _long(phrase: str, folded: str) -> bool:
    """Arabic joins small words to the front of others, so there a phrase may stand inside one."""
    return not phrase.isascii() and phrase in folded
