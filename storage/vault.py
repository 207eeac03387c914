"""The vault: the keys of people and days that one transaction may open."""

import os
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import insert
from storage.keys import CHAIN, INDEX, SERVICE, KeyRing
from storage.sealing import (
    KEY_BYTES,
    PERSONAL_KEY,
    Forgotten,
    keyed_hash,
    open_sealed,
    seal,
    sealed_under,
)
from storage.trays import wrapped_keys

FIXED = (SERVICE, INDEX, CHAIN)
KEYS_OF = select(wrapped_keys.c.owner, wrapped_keys.c.wrapped).where(
    wrapped_keys.c.owner.in_(bindparam("owners", expanding=True))
)


class Vault:
    """Seals and opens under the keys fetched so far; destroyed keys open nothing, for ever."""

    def __init__(
        self, connection: AsyncConnection, ring: KeyRing, fixed: Mapping[str, bytes]
    ) -> None:
        self._connection = connection
        self._ring = ring
        self._keys: dict[str, bytes | None] = dict(fixed)

    async def fetch(self, owners: Iterable[str]) -> None:
        """Open these owners' keys; owners without a key are left out."""
        missing = {owner for owner in owners if owner not in self._keys}
        if not missing:
            return
        found = await self._connection.execute(KEYS_OF, {"owners": [*missing]})
        for owner, wrapped in found:
            self._keys[owner] = None if wrapped is None else self._ring.unwrap(owner, wrapped)

    async def make(self, owners: Iterable[str], at: datetime) -> None:
        """Open these owners' keys and make the ones that never were; a destroyed key stays so."""
        wanted = set(owners)
        await self.fetch(wanted)
        missing = sorted(owner for owner in wanted if owner not in self._keys)
        if not missing:
            return
        await self._connection.execute(
            insert(self._connection, wrapped_keys).on_conflict_do_nothing(),
            [
                {"owner": o, "wrapped": self._ring.wrap(o, os.urandom(KEY_BYTES)), "made_at": at}
                for o in missing
            ],
        )
        await self.fetch(missing)

    def seal(self, owner: str, place: str, content: bytes) -> bytes:
        """Seal under a fetched key; raises Forgotten where it was destroyed or never made."""
        return seal(self.key(owner), PERSONAL_KEY, place, content)

    def open(self, owner: str, place: str, sealed: bytes) -> bytes:
        """Open what was sealed; raises Forgotten."""
        return open_sealed(self.key(owner), place, sealed)

    def hash(self, use: str, text: str) -> bytes:
        """The blind index of a text: found again by equality, not readable."""
        return keyed_hash(self.key(INDEX), use, text.encode())

    def chain_key(self) -> bytes:
        """The key of the chronology's chains."""
        return self.key(CHAIN)

    async def destroy(self, owners: Iterable[str], at: datetime) -> None:
        """Destroy keys: what they sealed can never be read again."""
        gone = sorted(owners)
        await self._connection.execute(
            update(wrapped_keys)
            .where(wrapped_keys.c.owner.in_(gone))
            .values(wrapped=None, destroyed_at=at)
        )
        for owner in gone:
            self._keys[owner] = None

    async def rewrap(self) -> int:
        """Wrap anew under the ring's active key whatever an older one wraps; returns how many."""
        found = await self._connection.execute(
            select(wrapped_keys.c.owner, wrapped_keys.c.wrapped)
            .where(wrapped_keys.c.wrapped.is_not(None))
            .order_by(wrapped_keys.c.owner)
            .with_for_update()
        )
        old = [(o, w) for o, w in found.all() if sealed_under(w) != self._ring.active]
        for owner, wrapped in old:
            key = self._ring.unwrap(owner, wrapped)
            await self._connection.execute(
                update(wrapped_keys)
                .where(wrapped_keys.c.owner == owner)
                .values(wrapped=self._ring.wrap(owner, key))
            )
        return len(old)

    def key(self, owner: str) -> bytes:
        """A fetched key itself; raises Forgotten."""
        key = self._keys.get(owner)
        if key is None:
            raise Forgotten
        return key
