"""Kind matching of typed words with labels: case, accents, digits of any script, small slips."""

import unicodedata

from fostering.danger import fold

SHORTEST_BEGINNING = 3
YES_WORDS = (
    *("y", "yes", "yeah", "yep", "ok", "okay", "نعم", "ايوه", "اه"),
    *("ie", "ydw", "ydy", "ydyn", "ydi", "oes", "do", "gallaf", "byddai", "oedd"),
)
NO_WORDS = (
    *("n", "no", "nope", "nah", "لا", "كلا"),
    *("na", "nage", "nac ydw", "nac ydy", "nac ydyn", "nac ydi", "nac oes", "naddo"),
)
UNSURE_WORDS = (
    *("not sure", "dont know", "don t know", "i don t know", "maybe", "لا اعرف", "ربما"),
    *("ddim yn siwr", "dim yn siwr", "dwi ddim yn gwybod", "dydw i ddim yn gwybod", "efallai"),
)
"""Welsh has no one word for yes: it answers with the verb of the question."""


def latin_digits(text: str) -> str:
    """The text with the digits of every script written as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def simplify(text: str) -> str:
    """How two spellings of the same words are compared."""
    return fold(latin_digits(text))


def match_label(text: str, labels: dict[str, str]) -> str | None:
    """The key whose label these words mean; None when none or several would do.

    The whole label, or its number in the list, or a beginning of three letters that fits only one.
    A number counts only where no label has a digit itself.
    """
    words = simplify(text)
    if not words:
        return None
    simple = {key: simplify(label) for key, label in labels.items()}
    exact = [key for key, label in simple.items() if label == words]
    if len(exact) == 1:
        return exact[0]
    has_digits = any(sign.isdigit() for label in simple.values() for sign in label)
    if words.isdigit() and not has_digits:
        place = int(words)
        return list(labels)[place - 1] if 1 <= place <= len(labels) else None
    if len(words) < SHORTEST_BEGINNING:
        return None
    beginning = [key for key, label in simple.items() if label.startswith(words)]
    return beginning[0] if len(beginning) == 1 else None
