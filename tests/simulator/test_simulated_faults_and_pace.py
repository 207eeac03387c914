"""Scripted faults, the natural pace, and the time a call takes."""

import asyncio

import aiohttp
import pytest

from simulator import Fault, Phone, World
from simulator.pacing import Pacing
from tests.simulator.conftest import Ask


def message(sam: Phone) -> dict[str, str]:
    return {"chat_id": str(sam.id), "text": "x"}


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (Fault.RATE_LIMIT(retry_after=3), 429, "Too Many Requests: retry after 3"),
        (Fault.SERVER_ERROR, 500, "Internal Server Error"),
        (Fault.UNAUTHORIZED, 401, "Unauthorized"),
        (Fault.NOT_FOUND, 404, "Not Found"),
        (Fault.CONFLICT, 409, "Conflict: terminated by other getUpdates request"),
    ],
)
async def test_a_fault_before_acceptance_leaves_nothing(
    call: Ask, world: World, sam: Phone, fault: Fault, code: int, words: str
) -> None:
    world.faults.next("sendMessage", fault)
    reply = await call("sendMessage", **message(sam))
    assert reply.code == code
    assert reply.body["description"].startswith(words)
    assert sam.messages() == []
    assert world.calls[-1].outcome == f"fault: {fault.kind.value}"
    assert (await call("sendMessage", **message(sam))).code == 200


async def test_a_server_error_after_acceptance_has_carried_the_message(
    call: Ask, world: World, sam: Phone
) -> None:
    world.faults.next("sendMessage", Fault.SERVER_ERROR_AFTER(code=502))
    reply = await call("sendMessage", **message(sam))
    assert reply.code == 502
    assert len(sam.messages()) == 1


async def test_faults_are_counted_and_kept_to_a_chat(call: Ask, world: World, sam: Phone) -> None:
    amina = world.add_phone(key="amina", name="Amina", started=True)
    world.faults.next("sendMessage", Fault.RATE_LIMIT, times=2, chat=sam)
    world.faults.next("*", Fault.SERVER_ERROR, chat=amina.id, times=None)
    codes = [
        (await call("sendMessage", **message(phone))).code
        for phone in (sam, sam, sam, amina, amina)
    ]
    assert codes == [429, 429, 200, 500, 500]
    world.faults.clear()
    assert (await call("sendMessage", **message(amina))).code == 200


async def test_connections_are_dropped_before_or_after_acceptance(
    root: str, world: World, sam: Phone
) -> None:
    world.faults.next("sendMessage", Fault.DROP_BEFORE)
    world.faults.next("sendMessage", Fault.DROP_AFTER)
    seen = []
    async with aiohttp.ClientSession() as http:
        for _ in range(2):
            with pytest.raises(aiohttp.ClientConnectionError):
                await http.post(f"{root}/bot{world.token}/sendMessage", json=message(sam))
            seen.append(len(sam.messages()))
        async with http.post(f"{root}/bot{world.token}/getMe") as answer:
            assert answer.status == 200
    assert seen == [0, 1]


async def test_a_call_hangs_after_acceptance_and_the_server_can_still_stop(
    root: str, world: World, sam: Phone
) -> None:
    world.faults.next("sendMessage", Fault.HANG_AFTER)
    async with aiohttp.ClientSession() as http:
        hanging = asyncio.ensure_future(
            http.post(f"{root}/bot{world.token}/sendMessage", json=message(sam))
        )
        async with asyncio.timeout(5):
            while not sam.messages():
                await world.changed.wait(world.changed.version, 1)
        assert not hanging.done()
        hanging.cancel()


async def test_a_malformed_answer_is_no_json(root: str, world: World, sam: Phone) -> None:
    world.faults.next("sendMessage", Fault.MALFORMED_JSON)
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{root}/bot{world.token}/sendMessage", json=message(sam)) as answer,
    ):
        assert answer.status == 200
        with pytest.raises(ValueError, match="Expecting value"):
            await answer.json()
    assert len(sam.messages()) == 1


class Seconds:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def seconds(world: World) -> Seconds:
    seconds = Seconds()
    world.pacing = True
    world.pace = Pacing(seconds)
    return seconds


async def test_a_chat_takes_a_short_burst_and_then_one_a_second(
    call: Ask, seconds: Seconds, sam: Phone
) -> None:
    codes = [(await call("sendMessage", **message(sam))).code for _ in range(6)]
    assert codes == [200] * 5 + [429]
    seconds.at = 1.0
    reply = await call("sendMessage", **message(sam))
    assert reply.code == 200
    assert (await call("sendMessage", **message(sam))).body["parameters"] == {"retry_after": 1}


async def test_a_group_takes_twenty_a_minute_edits_included(
    call: Ask, ask: Ask, world: World, seconds: Seconds, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    sent = await ask("sendMessage", chat_id=group.id, text="0")
    for number in range(1, 20):
        await ask(
            "editMessageText", chat_id=group.id, message_id=sent["message_id"], text=str(number)
        )
    reply = await call("sendMessage", chat_id=group.id, text="x")
    assert reply.body["parameters"] == {"retry_after": 3}


async def test_all_chats_together_take_thirty_a_second(
    call: Ask, world: World, seconds: Seconds
) -> None:
    phones = [world.add_phone(key=str(n), name=str(n), started=True) for n in range(31)]
    codes = [(await call("sendMessage", **message(phone))).code for phone in phones]
    assert codes == [200] * 30 + [429]


async def test_answering_a_press_is_not_paced(
    call: Ask, world: World, seconds: Seconds, sam: Phone
) -> None:
    for _ in range(40):
        assert (await call("answerCallbackQuery", callback_query_id="1")).code == 400


async def test_every_call_but_a_poll_takes_the_round_trip(
    call: Ask, world: World, sam: Phone
) -> None:
    world.round_trip = 30
    sending = asyncio.ensure_future(call("getMe"))
    await asyncio.sleep(0)
    assert (await call("getUpdates")).code == 200
    assert not sending.done()
    sending.cancel()
