"""Chains: each line of the chronology is tied to the one before it by a keyed hash."""

from collections.abc import Mapping

from storage.database import Reader
from storage.sealing import keyed_hash
from storage.spelling import spell_text

BEGINNING = bytes(32)


def mac_of(reader: Reader, before: bytes, line: Mapping[str, object]) -> bytes:
    """What ties a line to the one before it in its chain."""
    return keyed_hash(reader.vault.chain_key(), "chronology", before + spell_text(line).encode())
