"""The database cannot be written: nothing is confirmed, people get the numbers from memory."""

import httpx
from sqlalchemy import text

from bot.webhook import PATH, SECRET_HEADER, build_webhook
from fostering.policy import Mode
from storage.database import Database
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home
from tests.town import ON_CALL_NUMBER, Town, a_town

SECRET = "s" * 40


async def rename(town: Town, old: str, new: str) -> None:
    """Take the table of incoming updates out of reach, or bring it back."""
    async with town.database.writing() as writer:
        await writer.connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


async def test_polling_answers_from_memory_and_takes_it_up_later(town: Town) -> None:
    await go_home(town.rosa)
    await rename(town, "inbox", "out_of_reach")
    town.rosa.phone.presses("Something has changed at home")
    for _ in range(3):
        assert await town.service.receive_once() == 0
    assert "999" in town.rosa.screen
    assert ON_CALL_NUMBER in town.rosa.screen
    assert [m.text for m in town.rosa.messages].count(town.rosa.screen) == 1
    assert town.world.queue.waiting()
    await rename(town, "out_of_reach", "inbox")
    await town.settle()
    assert "Who lives here or visits" in town.rosa.buttons
    assert not town.world.queue.waiting()


@ON_SQLITE
async def test_the_webhook_asks_telegram_to_come_again(town: Town) -> None:
    app = build_webhook(
        secret=SECRET,
        receive=town.service.receive,
        memory=town.service.memory,
        health=town.service.health,
    )
    message = {
        "message_id": 9001,
        "date": 0,
        "chat": town.rosa.phone.private_chat.json(),
        "from": town.rosa.phone.account.json(),
        "text": "/home",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    update = {"update_id": 77, "message": message}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as telegram:

        async def post() -> int:
            answer = await telegram.post(PATH, json=update, headers={SECRET_HEADER: SECRET})
            return answer.status_code

        await rename(town, "inbox", "out_of_reach")
        assert await post() == 503
        assert ON_CALL_NUMBER in town.rosa.screen
        await rename(town, "out_of_reach", "inbox")
        assert await post() == 200
        assert await post() == 200
    await town.settle()
    assert "Something has changed at home" in town.rosa.buttons


@ON_SQLITE
async def test_the_numbers_from_memory_say_that_it_is_a_drill(
    database: Database, clock: HandClock
) -> None:
    async with a_town(database, clock, linked=("amina", "rosa"), mode=Mode.DRILL) as town:
        await go_home(town.rosa)
        await rename(town, "inbox", "out_of_reach")
        town.rosa.phone.says("/help")
        assert await town.service.receive_once() == 0
        assert town.rosa.screen.startswith("TEST. This is a drill.")
        await rename(town, "out_of_reach", "inbox")


@ON_SQLITE
async def test_until_the_group_is_linked_there_are_numbers_only(town: Town) -> None:
    async with town.database.writing() as writer:
        await writer.connection.execute(text("DELETE FROM rooms"))
    await go_home(town.rosa)
    for press in ("tell", "talk", "open:difficulty", "open:household_change", "reqs"):
        town.rosa.phone.forges(1, press)
        await town.settle()
        assert ON_CALL_NUMBER in town.rosa.screen
    assert set(town.rosa.buttons) <= {"I need help now", "Language"}
    await town.rosa.presses("I need help now")
    town.rosa.sees("999")
    assert "Tell the on-call team" not in town.rosa.buttons
    async with town.database.reading() as reader:
        assert await reader.connection.scalar(text("SELECT count(*) FROM requests")) == 0
