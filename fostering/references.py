"""References: a short name for a request that people can say aloud and write down."""

PREFIX = "R-"
ALPHABET = "023456789BCDFGHJKMNPQRSTVWXYZ"
"""29 symbols, a prime: no look-alikes (1, I, L, O) and no vowels, so no words come about."""

LENGTH = 5
HEARD_AS = str.maketrans({"O": "0"})


def make_reference(chance: bytes) -> str:
    """A reference from at least eight random bytes: R-, five symbols and a check symbol."""
    number = int.from_bytes(chance)
    symbols = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        symbols += ALPHABET[place]
    return PREFIX + symbols + _check(symbols)


def read_reference(text: str) -> str | None:
    """The reference in what a person wrote or said, or None if it cannot be one.

    Case, spaces and dashes do not matter, nor a missing "R-"; the letter O is read as 0. One wrong
    symbol or two neighbours exchanged are always found.
    """
    symbols = "".join(c for c in text.upper().translate(HEARD_AS) if c.isalnum())
    if len(symbols) == LENGTH + 2:
        symbols = symbols.removeprefix("R")
    if len(symbols) != LENGTH + 1 or not set(symbols) <= set(ALPHABET):
        return None
    return PREFIX + symbols if _check(symbols[:LENGTH]) == symbols[LENGTH] else None


def _check(symbols: str) -> str:
    """Weights 2, 3, … differ and are no multiples of 29, which finds those two slips."""
    total = sum(weight * ALPHABET.index(s) for weight, s in enumerate(symbols, start=2))
    return ALPHABET[total % len(ALPHABET)]
