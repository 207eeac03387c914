"""Stories of links, the room and invitations."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from fostering.events import (
    InvitationMade,
    LanguageChosen,
    PersonLinked,
    PersonUnlinked,
    RoomConnected,
    RoomMoved,
)
from fostering.invitations import Invitation, after
from storage import invitations, links, outbox, people, rooms
from storage.changes import Change, Decided
from storage.database import Database
from storage.recording import record
from tests.storage.making import AT, link, screen, take_in_samples

SPOKEN = "0123456789"


@pytest.fixture
async def cast(database: Database) -> dict[str, UUID]:
    return await take_in_samples(database)


async def invite(database: Database, person: UUID) -> Invitation:
    event = InvitationMade(
        at=AT,
        subject=person,
        invitation=uuid4(),
        link_hash=invitations.hash_of(database, "a-link"),
        spoken_hash=invitations.hash_of(database, SPOKEN),
        link_expires=AT,
        spoken_expires=AT,
    )
    made = after(None, event)
    unit = Decided(events=(event,), changes=(Change(entity=made, base=None),))
    assert (await record(database, [unit])).recorded == (0,)
    return made


def joining(invitation: Invitation, person: UUID, account: str) -> Decided:
    event = PersonLinked(
        at=AT, subject=person, invitation=invitation.id, door="telegram", account=account
    )
    used = after(invitation, event)
    return Decided(events=(event,), changes=(Change(entity=used, base=invitation.version),))


async def test_an_invitation_is_found_by_its_link_and_by_its_spoken_code(
    database: Database, cast: dict[str, UUID]
) -> None:
    made = await invite(database, cast["C-001"])
    async with database.reading() as reader:
        assert await invitations.by_code(reader, "a-link") == made
        assert await invitations.by_code(reader, " o1234-56789 ") == made
        assert await invitations.by_code(reader, "A-LINK") is None


async def test_an_invitation_joins_one_account_only(
    database: Database, cast: dict[str, UUID]
) -> None:
    made = await invite(database, cast["C-001"])
    units = [joining(made, cast["C-001"], "1"), joining(made, cast["C-001"], "2")]
    outcome = await record(database, units)
    assert (outcome.recorded, outcome.moved) == ((0,), (1,))
    async with database.reading() as reader:
        found = await links.by_accounts(reader, "telegram", ["1", "2"])
        person = (await people.load(reader, [cast["C-001"]]))[cast["C-001"]]
        used = await invitations.by_code(reader, "a-link")
    assert found == {"1": cast["C-001"]}
    assert person.linked
    assert used is not None
    assert used.used_at == AT


async def test_a_person_who_joins_again_has_the_new_chat_only(
    database: Database, cast: dict[str, UUID]
) -> None:
    await link(database, cast["C-001"], "1")
    await link(database, cast["C-001"], "2")
    async with database.reading() as reader:
        assert (await links.chats(reader, [cast["C-001"]]))[cast["C-001"]].chat == "2"
        assert await links.by_accounts(reader, "telegram", ["1"]) == {}


async def test_a_lost_phone_is_cut_off(database: Database, cast: dict[str, UUID]) -> None:
    await link(database, cast["C-001"], "1")
    cut = PersonUnlinked(at=AT, subject=cast["C-001"], actor=cast["S-003"], reason="lost")
    async with database.reading() as reader:
        there = (await people.load(reader, [cast["C-001"]]))[cast["C-001"]]
    change = Change(entity=replace(there, linked=False), base=there.version)
    assert not (await record(database, [Decided(events=(cut,))])).recorded, "told and not done"
    assert (await record(database, [Decided(events=(cut,), changes=(change,))])).recorded
    async with database.reading() as reader:
        assert await links.by_accounts(reader, "telegram", ["1"]) == {}
        assert not (await people.load(reader, [cast["C-001"]]))[cast["C-001"]].linked


async def test_the_chosen_language_is_kept_and_nothing_else_of_a_person_changes(
    database: Database, cast: dict[str, UUID]
) -> None:
    async with database.reading() as reader:
        before = (await people.load(reader, [cast["C-001"]]))[cast["C-001"]]
    event = LanguageChosen(at=AT, subject=before.id, actor=before.id, language="ar")
    change = Change(entity=replace(before, language="ar", name="other"), base=before.version)
    await record(database, [Decided(events=(event,), changes=(change,))])
    async with database.reading() as reader:
        found = (await people.load(reader, [before.id]))[before.id]
    assert found == replace(before, language="ar", version=before.version + 1)


async def test_the_room_is_connected_moved_and_reached(
    database: Database, cast: dict[str, UUID]
) -> None:
    made = await invite(database, cast["C-001"])
    connected = RoomConnected(
        at=AT, subject=cast["S-003"], invitation=made.id, door="telegram", room="-100"
    )
    change = Change(entity=replace(made, used_at=AT), base=1)
    await record(database, [Decided(events=(connected,), changes=(change,))])
    moved = RoomMoved(at=AT, subject=cast["S-003"], door="telegram", old="-100", room="-200")
    unit = Decided(events=(moved,), rows=(screen(rooms.KEY, place="room"),))
    await record(database, [unit])
    async with database.writing() as writer:
        room = await rooms.connected(writer)
        assert room is not None
        assert room.chat == "-200"
        [taken] = await outbox.claim(writer, "me")
        assert (taken.chat, taken.key) == ("-200", rooms.KEY)
