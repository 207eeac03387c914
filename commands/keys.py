"""`hearthline keys`: a fresh key to seal personal words with."""

from storage.keys import KeyRing


def make_key() -> None:
    """Print a line for .env with a fresh key."""
    print(f"HEARTHLINE_KEYS={KeyRing.fresh().write()}")
