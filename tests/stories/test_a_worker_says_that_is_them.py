"""A young person joins: they say who else uses the phone, and a worker says that it is them."""

from datetime import UTC, datetime

import pytest

from tests.storage_fixtures import HandClock
from tests.town import Hand, Town

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = "Is it really them?"


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is tried here does not depend on the database."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    return HandClock(MONDAY_NOON.timestamp())


async def jay_joins_anew(town: Town) -> Hand:
    """Owen, Jay's own social worker, has a phone; Jay has a new one."""
    town.hands["owen"] = await town.join("owen", "S-002")
    town.hands["jay"] = await town.join("jay2", "YP-001")
    return town.hands["jay"]


async def test_the_first_question_is_who_else_uses_the_phone(town: Town) -> None:
    jay = await jay_joins_anew(town)
    jay.sees("Does anyone else use this phone?")
    assert {"I'm not safe right now", "Hide this"} <= set(jay.buttons)
    await jay.presses("Yes, or they look at it")
    jay.sees("Press “Hide this” when you stop.")
    await jay.presses("Back to the start")
    jay.sees("You choose who sees what you send.")
    await jay.presses("I'm not safe right now", "Message only")
    town.amina.sees("Somebody else may read this phone")


async def test_their_own_worker_says_that_it_is_them(town: Town) -> None:
    await jay_joins_anew(town)
    owen = town.hands["owen"]
    owen.sees("Jay Mercer has joined a chat with us.")
    assert ASKED not in town.priya.all_words
    await owen.presses("Yes, that is them")
    await town.jump(days=8)
    assert (
        ASKED not in owen.all_words.replace("x", "x", 0)
        or "Nobody has said yet" not in owen.all_words
    )
    assert "Nobody has said yet" not in town.grace.all_words


async def test_a_week_later_the_managers_hear_that_nobody_has_said_so(town: Town) -> None:
    helen = town.hands["helen"] = await town.join("helen", "S-006")
    await jay_joins_anew(town)
    assert ASKED not in helen.all_words
    await town.jump(days=8)
    helen.sees("Nobody has said yet that this chat is really theirs: Jay Mercer.")


async def test_that_is_not_them_cuts_the_chat_off_after_one_question(town: Town) -> None:
    jay = await jay_joins_anew(town)
    owen = town.hands["owen"]
    await owen.presses("No, that is not them")
    owen.sees("Cut off this chat of Jay Mercer?")
    await owen.presses("Yes, cut it off")
    await jay.writes("/home")
    jay.sees("We can't see who you are")


async def test_nobody_else_may_say_so(town: Town) -> None:
    jay = await jay_joins_anew(town)
    key = (await town.person("YP-001")).hex
    for hand in (town.priya, town.amina, town.rosa):
        for verb in ("themyes", "themno", "themcut"):
            hand.phone.forges(hand.messages[-1].id, f"{verb}:{key}")
            await town.settle()
    await jay.writes("/home")
    jay.sees("You choose who sees what you send.")
    town.hands["owen"].sees(ASKED)
