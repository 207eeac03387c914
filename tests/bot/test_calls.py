"""The four ways in which a call comes out, and that none of them shows the token."""

import pytest

from bot.aiohttp_request import AiohttpRequest, NotSent
from bot.calls import Accepted, NotCarried, Outcome, Rejected, TelegramLine, Unknown
from simulator.faults import Fault
from simulator.phones import Phone
from simulator.world import World

TOKEN = "100:demo-token-for-tests-only-000000000"


async def say(line: TelegramLine, phone: Phone) -> Outcome:
    return await line.call("sendMessage", {"chat_id": phone.id, "text": "Hello"})


async def test_a_message_that_arrives_is_accepted(line: TelegramLine, sam: Phone) -> None:
    outcome = await say(line, sam)
    assert isinstance(outcome, Accepted)
    assert [m.text for m in sam.messages()] == ["Hello"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.SERVER_ERROR,
        Fault.SERVER_ERROR_AFTER,
        Fault.HANG_AFTER,
        Fault.DROP_BEFORE,
        Fault.DROP_AFTER,
        Fault.MALFORMED_JSON,
    ],
    ids=lambda fault: fault.kind.value,
)
async def test_nobody_can_know_whether_it_arrived(
    line: TelegramLine, sam: Phone, world: World, fault: Fault
) -> None:
    world.faults.next("sendMessage", fault)
    outcome = await say(line, sam)
    assert isinstance(outcome, Unknown)
    assert len(sam.messages()) == (1 if fault.after else 0)


async def test_without_a_connection_it_was_not_sent(
    request_over_http: AiohttpRequest, sam: Phone
) -> None:
    nowhere = TelegramLine(request=request_over_http, token=TOKEN, address="http://127.0.0.1:1")
    assert await say(nowhere, sam) == NotCarried()


async def test_retry_after_says_how_long(line: TelegramLine, sam: Phone, world: World) -> None:
    world.faults.next("sendMessage", Fault.RATE_LIMIT(retry_after=3))
    outcome = await say(line, sam)
    assert isinstance(outcome, Rejected)
    assert (outcome.code, outcome.retry_after) == (429, 3.0)


@pytest.mark.parametrize(
    ("fault", "code"), [(Fault.UNAUTHORIZED, 401), (Fault.NOT_FOUND, 404), (Fault.CONFLICT, 409)]
)
async def test_a_refusal_carries_its_number(
    line: TelegramLine, sam: Phone, world: World, fault: Fault, code: int
) -> None:
    world.faults.next("sendMessage", fault)
    outcome = await say(line, sam)
    assert isinstance(outcome, Rejected)
    assert outcome.code == code
    assert sam.messages() == []


async def test_a_blocked_bot_is_told_so(line: TelegramLine, sam: Phone) -> None:
    sam.blocks_bot()
    outcome = await say(line, sam)
    assert isinstance(outcome, Rejected)
    assert (outcome.code, "blocked by the user" in outcome.words) == (403, True)


async def test_an_upgraded_group_tells_its_new_address(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    group = world.add_group(title="Out of hours", members=[sam])
    new = world.upgrade(group)
    outcome = await line.call("sendMessage", {"chat_id": group.id, "text": "Hello"})
    assert isinstance(outcome, Rejected)
    assert outcome.moved_to == str(new.id)


async def test_the_token_is_in_no_words_of_ours(
    request_over_http: AiohttpRequest, sam: Phone
) -> None:
    nowhere = TelegramLine(request=request_over_http, token=TOKEN, address="http://127.0.0.1:1")
    with pytest.raises(NotSent) as caught:
        await request_over_http.exchange(f"http://127.0.0.1:1/bot{TOKEN}/getMe", {})
    assert TOKEN not in repr(nowhere)
    assert TOKEN not in f"{caught.value!r} {caught.value.__cause__!r}"
