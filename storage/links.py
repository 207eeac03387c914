"""Links: which account at a door belongs to which person."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import and_, bindparam, delete, insert, or_, select

from fostering.events import PersonLinked, PersonUnlinked
from storage.addresses import Link, chats, link_place
from storage.database import Reader, Writer
from storage.keys import key_of_person
from storage.tables import links

__all__ = ["Link", "by_accounts", "chats", "link"]


BY_ACCOUNTS = select(links.c.account_hash, links.c.person).where(
    links.c.door == bindparam("at"), links.c.account_hash.in_(bindparam("hashes", expanding=True))
)


async def by_accounts(reader: Reader, door: str, accounts: Iterable[str]) -> dict[str, UUID]:
    """The person of each linked account; strangers are left out."""
    hashes = {account_hash(reader, door, account): account for account in accounts}
    found = await reader.connection.execute(BY_ACCOUNTS, {"at": door, "hashes": [*hashes]})
    return {hashes[row.account_hash]: row.person for row in found}


async def link(writer: Writer, events: Sequence[PersonLinked | PersonUnlinked]) -> None:
    """Join and cut off chats; one account is one person, one person has one chat at a door."""
    await writer.vault.make({key_of_person(event.subject) for event in events}, writer.now)
    for event in events:
        match event:
            case PersonUnlinked():
                await writer.connection.execute(
                    delete(links).where(links.c.person == event.subject)
                )
            case PersonLinked():
                await _join(writer, event)


async def _join(writer: Writer, event: PersonLinked) -> None:
    hashed = account_hash(writer, event.door, event.account)
    same = or_(links.c.person == event.subject, links.c.account_hash == hashed)
    await writer.connection.execute(delete(links).where(and_(links.c.door == event.door, same)))
    await writer.connection.execute(
        insert(links).values(
            door=event.door,
            account_hash=hashed,
            person=event.subject,
            sealed=writer.vault.seal(
                key_of_person(event.subject),
                link_place(event.door, hashed),
                event.account.encode(),
            ),
            linked_at=event.at,
        )
    )


def account_hash(reader: Reader, door: str, account: str) -> bytes:
    """The blind index of an account at a door."""
    return reader.vault.hash("account", f"{door}:{account}")
