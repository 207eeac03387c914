"""Seals values with AES-256-GCM, each bound to the row and column where it stands."""

import hmac
import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
VERSION = 1
PERSONAL_KEY = 0
"""The key number of values sealed under a key that the ring wraps, not under the ring itself."""


class Forgotten(Exception):
    """The value cannot be opened: its key was destroyed, or it was changed or moved."""


def seal(key: bytes, number: int, place: str, content: bytes) -> bytes:
    """Version, key number, nonce, ciphertext; bound to its `place` ("table.column.row")."""
    nonce = os.urandom(NONCE_BYTES)
    head = bytes((VERSION, number))
    return head + nonce + AESGCM(key).encrypt(nonce, content, head + place.encode())


def open_sealed(key: bytes, place: str, sealed: bytes) -> bytes:
    """What was sealed; raises Forgotten."""
    head, nonce, rest = sealed[:2], sealed[2 : 2 + NONCE_BYTES], sealed[2 + NONCE_BYTES :]
    if head[:1] != bytes((VERSION,)) or len(nonce) != NONCE_BYTES:
        raise Forgotten
    try:
        return AESGCM(key).decrypt(nonce, rest, head + place.encode())
    except InvalidTag:
        raise Forgotten from None


def sealed_under(sealed: bytes) -> int:
    """The number of the key that sealed this."""
    return sealed[1]


def keyed_hash(key: bytes, use: str, text: bytes) -> bytes:
    """A hash that only the holder of the key can make; `use` keeps different look-ups apart."""
    return hmac.digest(key, use.encode() + b"\x00" + text, sha256)


class KeyedHash:
    """The same as `keyed_hash` of one long text, given piece by piece."""

    def __init__(self, key: bytes, use: str) -> None:
        self._made = hmac.new(key, use.encode() + b"\x00", sha256)

    def add(self, piece: bytes) -> None:
        """The next piece."""
        self._made.update(piece)

    def end(self) -> bytes:
        """The hash of all pieces."""
        return self._made.digest()
