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
        if (path := file_of(text)) is not None:
            text = _read_file(path)
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

    def with_a_new_key(self) -> "KeyRing":
        """The same ring with one key more, which is the active one; the old ones stay.

        Raises KeysNotGood where no number is left.
        """
        free = (n for n in (*range(max(self.keys) + 1, 256), *range(1, 256)) if n not in self.keys)
        number = next(free, None)
        if number is None:
            raise KeysNotGood("there are 255 keys: take out what nothing is wrapped by any more")
        return KeyRing(keys={number: os.urandom(KEY_BYTES), **self.keys}, active=number)

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


def file_of(text: str) -> Path | None:
    """The file that a setting names; None where the ring stands in the setting itself."""
    return None if ":" in text else Path(text)


def write_file(path: Path, ring: KeyRing) -> None:
    """Put a ring into its file, whole or not at all; it stays with whom it belonged to."""
    before = path.stat()
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(ring.write() + "\n")
        file.flush()
        os.fsync(file.fileno())
    if (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        os.chown(beside, before.st_uid, before.st_gid)
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
