"""Copies of a card: the older one goes, unless it has become the only one that stands there."""

import pytest

from bot.calls import Rejected, Unknown
from desk.bodies import Removal, write_body
from desk.say import LIVE
from storage import cards
from storage.cards import Adopted
from storage.database import Database
from storage.outbox import DeliveryState, Put
from tests.bot.carrying import Carrying, put, said, states
from tests.storage_fixtures import HandClock

PAGE = "page:x"
TOO_OLD = "bad request: message can't be edited"
NOT_TO_EDIT = Rejected(code=400, words="bad request: message to edit not found")


def older(message: str, copy_of: str = PAGE) -> Put:
    """That this message is to be taken away, as an older copy."""
    return said(7, body=write_body(Removal(message=message, copy_of=copy_of)))


async def show(database: Database, card: str, message: str) -> None:
    """Let this message show this card."""
    async with database.writing() as writer:
        await cards.adopt(writer, [Adopted(place="chat", key="7", card=card, message=message)])


async def shown(database: Database) -> dict[str, str]:
    """Which message shows which card."""
    async with database.reading() as reader:
        return (await cards.shown(reader, [("chat", "7")]))["chat", "7"]


@pytest.mark.parametrize(
    ("stands", "copy_of", "goes", "then"),
    [
        ({PAGE: "6"}, PAGE, True, {PAGE: "6"}),
        ({PAGE: "5"}, PAGE, False, {PAGE: "5"}),
        ({LIVE: "6"}, PAGE, False, {LIVE: "6", PAGE: "5"}),
        ({}, PAGE, False, {PAGE: "5"}),
        ({LIVE: "5"}, "", True, {}),
    ],
)
async def test_a_copy_goes_while_another_message_shows_its_card(
    database: Database,
    carrying: Carrying,
    stands: dict[str, str],
    copy_of: str,
    goes: bool,
    then: dict[str, str],
) -> None:
    for card, message in stands.items():
        await show(database, card, message)
    await put(database, older("5", copy_of), said(7, words="after it"))
    await carrying.made.deliver_all()
    assert carrying.line.methods == ["deleteMessage"] * goes + ["sendMessage"]
    assert await states(database) == [DeliveryState.ACCEPTED] * 2
    assert await shown(database) == then


@pytest.mark.parametrize(
    ("edit_only", "lost", "ended"),
    [(True, 0, DeliveryState.ACCEPTED), (False, 2, DeliveryState.UNCERTAIN)],
)
async def test_a_copy_stays_where_the_newer_is_gone_and_no_other_arrives(
    database: Database, clock: HandClock, edit_only: bool, lost: int, ended: DeliveryState
) -> None:
    carrying = Carrying(database, clock, NOT_TO_EDIT, *[Unknown(reason="lost")] * lost)
    await show(database, PAGE, "6")
    await put(database, said(7, card=PAGE, edit_only=edit_only))
    for _ in range(2):
        await carrying.carry()
        clock.wait(60)
    assert await shown(database) == {}
    await put(database, older("5"))
    await carrying.made.deliver_all()
    assert await states(database) == [ended, DeliveryState.ACCEPTED]
    assert "deleteMessage" not in carrying.line.methods
    assert await shown(database) == {PAGE: "5"}


async def test_a_message_that_is_too_old_to_be_edited_still_stands(
    database: Database, clock: HandClock
) -> None:
    carrying = Carrying(database, clock, Rejected(code=400, words=TOO_OLD))
    await show(database, PAGE, "6")
    await put(database, said(7, card=PAGE, edit_only=True))
    await carrying.carry()
    assert await shown(database) == {PAGE: "6"}
