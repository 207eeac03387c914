"""Danger words: they only ever add the offer of help; their absence means nothing (practice 2).

Written by us and not validated on real messages; no score, no "low risk". The list is data, one
phrase a line, folded before it is compared, without patterns.
"""

import unicodedata

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


def danger_words(text: str) -> bool:
    """Whether the text holds one of the phrases, however it is spelt."""
    folded = f" {fold(text)} "
    return any(f" {phrase} " in folded or _long(phrase, folded) for phrase in map(fold, PHRASES))


def fold(text: str) -> str:
    """Lower case, no accents, joined letters or marks; a run of anything else is one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    joined = "".join(kept).translate({ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ة"): "ه"})
    return " ".join(joined.split())


def _long(phrase: str, folded: str) -> bool:
    """Arabic joins small words to the front of others, so there a phrase may stand inside one."""
    return not phrase.isascii() and phrase in folded
