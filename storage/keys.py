"""The key ring: the service's own keys, which wrap every other key and nothing else."""

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from os.path import isfile
from pathlib import Path
from uuid import UUID

from storage.sealing import KEY_BYTES, Forgotten, open_sealed, seal, sealed_under

SERVICE = "service"
INDEX = "index"
CHAIN = "chain"


class KeysNotGood(ValueError):
    """The keys cannot be used; the text says why, without any key in it."""


def key_of_person(person: UUID) -> str:
    """The owner's name of a person's key."""
    return f"person:{person.hex}"


@dataclass(frozen=True, kw_only=True)
class KeyRing:
    """Keys of 32 bytes by their number (1 to 255); new keys are wrapped by the active one."""

    keys: Mapping[int, bytes] = field(repr=False)
    active: int

    @staticmethod
    def fresh() -> "KeyRing":
        """A ring with one new key."""
        return KeyRing(keys={1: os.urandom(KEY_BYTES)}, active=1)

    @staticmethod
    def read(text: str) -> "KeyRing":
        """Read "2:base64,1:base64", or the path of a file only its owner may read that holds it.

        Raises KeysNotGood.
        """
        if ":" not in text:
            text = _read_file(Path(text))
        keys: dict[int, bytes] = {}
        for part in text.replace("\n", ",").split(","):
            if part.strip():
                number, key = _read_key(part.strip())
                if number in keys:
                    raise KeysNotGood(f"the key number {number} stands there twice")
                keys[number] = key
        if not keys:
            raise KeysNotGood("there is no key")
        return KeyRing(keys=keys, active=next(iter(keys)))

    def write(self) -> str:
        """The text that `read` understands; a secret."""
        order = [self.active, *(number for number in self.keys if number != self.active)]
        return ",".join(f"{n}:{base64.b64encode(self.keys[n]).decode()}" for n in order)

    def wrap(self, owner: str, key: bytes) -> bytes:
        """Seal another key under the active one, bound to its owner."""
        return seal(self.keys[self.active], self.active, f"wrapped_keys.wrapped.{owner}", key)

    def unwrap(self, owner: str, wrapped: bytes) -> bytes:
        """The key that was wrapped; raises KeysNotGood where this ring cannot open it."""
        key = self.keys.get(sealed_under(wrapped))
        if key is None:
            raise KeysNotGood(f"the key number {sealed_under(wrapped)} is missing from the ring")
        try:
            return open_sealed(key, f"wrapped_keys.wrapped.{owner}", wrapped)
        except Forgotten:
            raise KeysNotGood("this ring is not the one the database was made with") from None


def _read_key(part: str) -> tuple[int, bytes]:
    number, _, written = part.partition(":")
    if not number.strip().isdigit() or not 1 <= int(number) <= 255:
        raise KeysNotGood("each key needs a number from 1 to 255 before the colon")
    try:
        key = base64.b64decode(written, validate=True)
    except binascii.Error:
        raise KeysNotGood(f"the key number {int(number)} is not base64") from None
    if len(key) != KEY_BYTES:
        raise KeysNotGood(f"the key number {int(number)} has {len(key)} bytes, not {KEY_BYTES}")
    return int(number), key


def _read_file(path: Path) -> str:
    if not isfile(path):
        raise KeysNotGood("it is neither a number with a key nor a file that is there")
    if path.stat().st_mode & 0o077:
        raise KeysNotGood("others may read the file of keys: chmod 600 it")
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise KeysNotGood("the file of keys cannot be read") from None
