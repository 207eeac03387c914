"""The service over real HTTP and a real database, driven step by step: nothing here waits."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.service import Service
from fostering.events import RoomConnected
from simulator.faults import Fault
from simulator.phones import Phone
from simulator.world import World
from storage import inbox, rooms
from storage.clock import Clock
from storage.database import Database
from storage.keys import KeyRing
from storage.migrating import migrate
from tests.bot.desks import policy
from tests.rules.cast import SAM

TOKEN = "100:demo-token-for-tests-only-000000000"


class Watch:
    """Real time for leases and waits; it stands still until somebody moves it."""

    def __init__(self) -> None:
        self.seconds = datetime(2026, 11, 20, 21, 40, tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def database(tmp_path: Path, watch: Watch) -> AsyncIterator[Database]:
    url = f"sqlite:///{tmp_path / 'hearthline.db'}"
    await migrate(url)
    clock = Clock(wall=watch, monotonic=watch)
    opened = await Database.open(url, KeyRing.fresh(), clock)
    group = RoomConnected(
        at=clock.now(), subject=SAM.id, invitation=SAM.id, door="telegram", room="-4200000001"
    )
    async with opened.writing() as writer:
        await rooms.connect(writer, [group])
    yield opened
    await opened.close()


@pytest.fixture
async def service(root: str, database: Database, watch: Watch) -> AsyncIterator[Service]:
    made = Service(
        database=database,
        policy=policy(),
        token=TOKEN,
        address=root,
        answer_seconds=0.4,
        call_seconds=0.4,
        pacing_clock=watch,
    )
    await made.start()
    yield made
    await made.close()


def from_bot(phone: Phone) -> list[str]:
    return [str(m.text) for m in phone.messages() if m.from_bot]


async def test_a_stranger_is_told_that_nobody_reads_here(service: Service, world: World) -> None:
    stranger = world.add_phone(key="new", name="New")
    stranger.starts()
    await service.settle()
    assert any("020 7946" in text for text in from_bot(stranger))
    assert len(from_bot(stranger)) == 1


async def test_asking_for_help_gets_one_card_of_numbers(service: Service, sam: Phone) -> None:
    sam.says("/help")
    await service.settle()
    cards = [text for text in from_bot(sam) if "999" in text]
    assert len(cards) == 1


async def test_help_is_answered_even_while_the_desk_cannot_decide(
    service: Service, sam: Phone, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.commands.help.show_help", stumble)
    sam.says("/help")
    await service.settle()
    watch.seconds += 1
    await service.settle()
    assert any("999" in text for text in from_bot(sam))


async def test_an_update_nobody_can_read_holds_up_nobody(
    service: Service, sam: Phone, world: World, database: Database
) -> None:
    amal = world.add_phone(key="amal", name="Amal")
    chat = {"id": sam.id, "type": "private"}
    account = {"id": sam.id, "is_bot": False, "first_name": "Sam"}
    poison = {"message_id": 1, "date": "never", "chat": chat, "from": account, "text": "hi"}
    world.add_update({"update_id": 800, "message": poison})
    sam.says("/start")
    amal.says("/start")
    await service.settle()
    assert from_bot(sam)
    assert from_bot(amal)
    async with database.reading() as reader:
        assert (await inbox.waiting(reader)).parked == 1


async def test_the_same_update_twice_is_answered_once(
    service: Service, sam: Phone, world: World
) -> None:
    sam.says("/start")
    world.faults.next("getUpdates", Fault.DROP_AFTER)
    await service.settle()
    await service.settle()
    assert len(from_bot(sam)) == 1


async def test_a_press_is_answered_after_it_is_recorded(
    service: Service, sam: Phone, world: World
) -> None:
    sam.says("/start")
    await service.settle()
    sam.presses("I need help now")
    await service.settle()
    answers = [call.outcome for call in world.calls if call.method == "answerCallbackQuery"]
    assert answers == ["accepted"]


async def test_a_press_that_cannot_be_answered_is_no_fault(
    service: Service, sam: Phone, world: World
) -> None:
    sam.says("/start")
    await service.settle()
    world.faults.next("answerCallbackQuery", Fault.SERVER_ERROR)
    sam.presses("Language")
    await service.settle()
    assert service.health.counts["press_unanswered"] == 1


@pytest.mark.parametrize(
    "kind",
    ["photo", "album", "voice", "video_note", "sticker", "location", "contact", "poll", "dice"],
)
async def test_whatever_a_person_sends_is_answered(service: Service, sam: Phone, kind: str) -> None:
    sam.sends(kind)
    await service.settle()
    assert from_bot(sam)


async def test_retry_after_in_one_chat_does_not_stop_another(
    service: Service, sam: Phone, world: World
) -> None:
    amal = world.add_phone(key="amal", name="Amal")
    world.faults.next("*", Fault.RATE_LIMIT(retry_after=30), chat=sam, times=None)
    sam.says("/start")
    amal.says("/start")
    await service.settle()
    assert from_bot(sam) == []
    assert from_bot(amal)


async def test_a_person_who_blocked_us_is_noted_as_not_reached(
    service: Service, sam: Phone
) -> None:
    sam.says("/start")
    await service.receive_once()
    sam.blocks_bot()
    await service.settle()
    assert service.health.counts["rejected"] >= 1


async def test_what_was_sent_is_not_sent_again_after_a_restart(
    service: Service, sam: Phone, database: Database, root: str
) -> None:
    sam.says("/start")
    await service.settle()
    again = Service(
        database=database, policy=policy(), token=TOKEN, address=root, answer_seconds=0.4
    )
    await again.start()
    await again.settle()
    await again.close()
    assert len(from_bot(sam)) == 1


async def test_stopping_is_done_in_time_and_leaves_nothing_unconfirmed(
    service: Service, sam: Phone, world: World
) -> None:
    running = asyncio.create_task(service.run())
    sam.says("/start")
    version = world.changed.version
    while not from_bot(sam):
        version = await world.changed.wait(version, 5)
    service.stop()
    await asyncio.wait_for(running, 10)
    assert len(from_bot(sam)) == 1


async def test_a_part_that_breaks_ends_the_service_loudly(service: Service) -> None:
    async def break_down(_stopping: asyncio.Event) -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        await asyncio.wait_for(service.run(break_down), 10)
