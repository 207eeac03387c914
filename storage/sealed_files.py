"""Sealed files: a file encrypted piece by piece, so that nothing can be changed, moved or cut off.

After the head and an id of its own each piece stands with its length; it is bound to that id, to
its number and to whether it is the last.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from storage.keys import KeyRing
from storage.sealing import Forgotten, open_sealed, seal, sealed_under

HEAD = b"HEARTHLINE BACKUP 1\n"
PIECE_BYTES = 1024 * 1024
LENGTH_BYTES, ID_BYTES = 4, 16
ONLY_OURS = 0o600


class NotABackup(ValueError):
    """The file cannot be opened; the words say why."""


def new_file(path: Path) -> BinaryIO:
    """A file that was not there and that only its owner may read; raises FileExistsError."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS), "wb")


def seal_file(plain: Path, to: Path, ring: KeyRing) -> None:
    """Encrypt a file into a new one, whole or not at all."""
    part, id = to.with_name(f"{to.name}.part"), uuid4()
    part.unlink(missing_ok=True)
    key = ring.keys[ring.active]
    with plain.open("rb") as source, new_file(part) as target:
        target.write(HEAD + id.bytes)
        piece, number = source.read(PIECE_BYTES), 0
        while True:
            following = source.read(PIECE_BYTES)
            sealed = seal(key, ring.active, _place(id, number, last=not following), piece)
            target.write(len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed)
            if not following:
                break
            piece, number = following, number + 1
        target.flush()
        os.fsync(target.fileno())
    part.rename(to)


def open_file(sealed: Path, to: Path, ring: KeyRing) -> None:
    """Decrypt a file into a new one, whole or not at all; raises NotABackup."""
    part = to.with_name(f"{to.name}.part")
    try:
        with sealed.open("rb") as source, new_file(part) as target:
            for piece in _pieces(source, ring):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        part.rename(to)
    finally:
        part.unlink(missing_ok=True)


def _pieces(source: BinaryIO, ring: KeyRing) -> Iterator[bytes]:
    if source.read(len(HEAD)) != HEAD:
        raise NotABackup("it was not made by `hearthline backup`")
    id = UUID(bytes=source.read(ID_BYTES).ljust(ID_BYTES))
    number, following = 0, _next(source)
    while following:
        sealed, following = following, _next(source)
        key = ring.keys.get(sealed_under(sealed))
        if key is None:
            raise NotABackup(f"it needs the key number {sealed_under(sealed)}")
        try:
            yield open_sealed(key, _place(id, number, last=not following), sealed)
        except Forgotten:
            raise NotABackup("the key is another one, or the file was changed or cut off") from None
        number += 1
    if not number:
        raise NotABackup("there is nothing in it")


def _next(source: BinaryIO) -> bytes:
    length = int.from_bytes(source.read(LENGTH_BYTES), "big")
    return source.read(length) if length else b""


def _place(id: UUID, number: int, *, last: bool) -> str:
    return f"backup.{id.hex}.{number}.{'last' if last else 'more'}"
