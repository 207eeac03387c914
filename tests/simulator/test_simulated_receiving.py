"""Polls: offsets, limits, waiting, two pollers, kinds asked for, and what is too old."""

import asyncio

from simulator import Phone, World
from simulator.calls import take_call
from simulator.raw import Json
from simulator.receiving import OTHER_POLLER, WEBHOOK_ACTIVE
from tests.simulator.conftest import Ask, StoryClock

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def words(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_offset_confirms_what_is_below_it(ask: Ask, sam: Phone) -> None:
    for text in "abc":
        sam.says(text)
    first = await ask("getUpdates", limit=2)
    assert words(first) == ["a", "b"]
    assert words(await ask("getUpdates")) == ["a", "b", "c"]
    assert words(await ask("getUpdates", offset=first[-1]["update_id"] + 1)) == ["c"]
    assert words(await ask("getUpdates")) == ["c"]


async def test_a_negative_offset_keeps_only_the_last(ask: Ask, sam: Phone) -> None:
    for text in "abc":
        sam.says(text)
    assert words(await ask("getUpdates", offset=-2)) == ["b", "c"]
    assert words(await ask("getUpdates")) == ["b", "c"]


async def test_an_offset_far_past_the_tail_counts_as_none(ask: Ask, sam: Phone) -> None:
    sam.says("a")
    (first,) = await ask("getUpdates")
    assert words(await ask("getUpdates", offset=first["update_id"] + 500)) == ["a"]
    assert await ask("getUpdates", offset=first["update_id"] + 5) == []


async def test_limits_are_clamped(ask: Ask, sam: Phone) -> None:
    for _ in range(103):
        sam.says("a")
    assert len(await ask("getUpdates", limit=1000)) == 100
    assert len(await ask("getUpdates", limit=0)) == 1


async def test_a_waiting_poll_wakes_at_once(ask: Ask, sam: Phone) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=50))
    await asyncio.sleep(0)
    assert not poll.done()
    sam.says("a")
    assert words(await asyncio.wait_for(poll, 1)) == ["a"]


async def test_of_two_polls_the_one_that_waited_first_fails(call: Ask, sam: Phone) -> None:
    first = asyncio.ensure_future(call("getUpdates", timeout=50))
    await asyncio.sleep(0)
    second = asyncio.ensure_future(call("getUpdates", timeout=50))
    reply = await first
    assert (reply.code, reply.body["description"]) == (409, f"Conflict: {OTHER_POLLER}")
    sam.says("a")
    assert words((await second).body["result"]) == ["a"]


async def test_kinds_asked_for_are_kept_until_changed(ask: Ask, world: World, sam: Phone) -> None:
    await ask("getUpdates", allowed_updates=["callback_query", "hologram"])
    sam.says("lost")
    await ask("getUpdates")
    sam.says("lost, too")
    assert await ask("getUpdates") == []
    await ask("getUpdates", allowed_updates=[])
    sam.says("heard")
    assert words(await ask("getUpdates")) == ["heard"]


async def test_reactions_and_members_come_only_when_asked_for(
    ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam], bot_is_admin=True)
    said = sam.says("a", group)
    sam.reacts(said.id, "👍", group)
    assert len(await ask("getUpdates", offset=-1)) == 1
    await ask("getUpdates", allowed_updates=["message_reaction", "chat_member"])
    sam.reacts(said.id, "👎", group)
    world.add_phone(key="amina", name="Amina").joins(group)
    reaction, member = (await ask("getUpdates"))[-2:]
    assert reaction["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert member["chat_member"]["new_chat_member"]["status"] == "member"


async def test_only_an_administrator_hears_of_reactions_in_a_group(
    ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    await ask("getUpdates", allowed_updates=["message_reaction"])
    sam.reacts(sam.says("a", group).id, "👍", group)
    assert await ask("getUpdates") == []


async def test_presses_live_150_seconds_and_others_a_day(
    ask: Ask, clock: StoryClock, sam: Phone
) -> None:
    await ask("sendMessage", chat_id=sam.id, text="x", reply_markup=YES)
    sam.presses("Yes")
    sam.says("a")
    clock.forward(seconds=149)
    assert len(await ask("getUpdates")) == 2
    clock.forward(seconds=1)
    assert words(await ask("getUpdates")) == ["a"]
    clock.forward(hours=24)
    assert await ask("getUpdates") == []


async def test_any_raw_update_can_be_put_in(ask: Ask, world: World, sam: Phone) -> None:
    world.add_update({"update_id": 10**9, "hologram": {}})
    assert await ask("getUpdates") == [{"update_id": 10**9, "hologram": {}}]
    world.add_update({"update_id": 5, "message": "poison"})
    world.add_update({"update_id": 5, "message": "poison"})
    after = await ask("getUpdates", offset=10**9 + 1)
    assert [each["update_id"] for each in after] == [5, 5]
    sam.says("natural")
    assert words(await ask("getUpdates", offset=6)) == ["natural"]


async def test_a_lower_update_id_is_still_handed_out_once(
    ask: Ask, world: World, sam: Phone
) -> None:
    sam.says("a")
    (first,) = await ask("getUpdates")
    low = {"update_id": first["update_id"] - 3, "message": "again"}
    world.add_update(low)
    after = first["update_id"] + 1
    assert await ask("getUpdates", offset=after) == [low]
    assert await ask("getUpdates", offset=after) == []


async def test_a_webhook_and_polls_exclude_each_other(
    call: Ask, ask: Ask, refused: Ask, world: World
) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=50))
    await asyncio.sleep(0)
    await ask("setWebhook", url="https://example.org/hook")
    assert (await poll).body["description"] == "Conflict: terminated by setWebhook request"
    assert await refused("getUpdates") == f"Conflict: {WEBHOOK_ACTIVE}"
    await ask("setWebhook", url="")
    assert await ask("getUpdates") == []


async def test_409s_close_together_are_held_back_when_pace_is_natural(world: World) -> None:
    world.pacing = True
    polls = []
    for _ in range(3):
        polls.append(asyncio.ensure_future(take_call(world, "getUpdates", {"timeout": 50}, {})))
        await asyncio.sleep(0)
    done, _ = await asyncio.wait({polls[0]}, timeout=1)
    assert done
    assert not polls[1].done()
    for poll in polls:
        poll.cancel()
    await asyncio.gather(*polls, return_exceptions=True)


async def test_one_answer_has_about_four_mebibytes_at_most(ask: Ask, world: World) -> None:
    for _ in range(3):
        world.add_update({"hologram": "x" * (2 << 20)})
    assert len(await ask("getUpdates")) == 1


async def test_asking_again_at_once_gets_one_update_when_pace_is_natural(
    ask: Ask, world: World, sam: Phone
) -> None:
    world.pacing = True
    for text in "abc":
        sam.says(text)
    assert words(await ask("getUpdates")) == ["a", "b", "c"]
    assert words(await ask("getUpdates")) == ["a"]
