"""Receiving: stored first, confirmed afterwards, never deaf for good."""

import json
from collections.abc import Sequence

import httpx
import pytest
from starlette.applications import Starlette

from bot.calls import TelegramLine
from bot.from_memory import FromMemory
from bot.health import Health
from bot.receiving import ALLOWED_UPDATES, LONGEST_PAUSE_SECONDS, Poller
from bot.stripping import Raw
from bot.webhook import PATH, SECRET_HEADER, build_webhook
from conversations.screen import Push, Screen, plain
from simulator.faults import Fault
from simulator.phones import Phone
from simulator.world import World


class Store:
    """Takes batches, unless it is closed."""

    def __init__(self) -> None:
        self.taken: list[Raw] = []
        self.closed = False

    async def receive(self, updates: Sequence[Raw]) -> None:
        if self.closed:
            raise OSError("the disk is full")
        self.taken += updates

    def words(self) -> list[object]:
        return [raw["message"]["text"] for raw in self.taken]  # type: ignore[index]


def card_of_numbers(tag: str) -> Screen:
    return Screen(language=tag, lines=(plain(f"Ring 999 ({tag})"),), push=Push.NONE)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def health() -> Health:
    return Health()


@pytest.fixture
def poller(line: TelegramLine, store: Store, health: Health) -> Poller:
    return Poller(
        line=line,
        receive=store.receive,
        memory=FromMemory(line, card_of_numbers),
        health=health,
        answer_seconds=0.4,
    )


async def test_an_update_is_stored_once_and_then_confirmed(
    poller: Poller, store: Store, sam: Phone, world: World
) -> None:
    sam.says("one")
    assert await poller.receive_once(wait=False) == 1
    sam.says("two")
    assert await poller.receive_once(wait=False) == 1
    await poller.confirm()
    assert store.words() == ["one", "two"]
    asked = [call.params for call in world.calls if call.method == "getUpdates"]
    assert "offset" not in asked[0]
    assert list(ALLOWED_UPDATES) == list(asked[0]["allowed_updates"])


async def test_a_batch_that_is_not_stored_is_not_confirmed(
    poller: Poller, store: Store, sam: Phone, health: Health
) -> None:
    store.closed = True
    sam.says("help me")
    assert await poller.receive_once(wait=False) == 0
    assert poller.pause_seconds > 0
    assert health.trouble == "receive_failed"
    store.closed = False
    assert await poller.receive_once(wait=False) == 1
    assert store.words() == ["help me"]


async def test_who_cannot_be_stored_gets_the_numbers_from_memory_once(
    poller: Poller, store: Store, world: World
) -> None:
    amal = world.add_phone(key="amal", name="Amal", language_code="ar")
    store.closed = True
    amal.says("help me")
    for _ in range(3):
        await poller.receive_once(wait=False)
    assert [m.text for m in amal.messages() if m.from_bot] == ["Ring 999 (ar)"]


async def test_update_ids_may_begin_again_lower(
    poller: Poller, store: Store, sam: Phone, world: World
) -> None:
    sam.says("old")
    await poller.receive_once(wait=False)
    await poller.receive_once(wait=False)
    low = json.loads(json.dumps(store.taken[0])) | {"update_id": 5}
    low["message"]["text"] = "new"
    world.add_update(low)
    await poller.receive_once(wait=False)
    assert store.words() == ["old", "new"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.UNAUTHORIZED,
        Fault.NOT_FOUND,
        Fault.CONFLICT,
        Fault.SERVER_ERROR,
        Fault.HANG_AFTER,
        Fault.DROP_BEFORE,
        Fault.MALFORMED_JSON,
        Fault.RATE_LIMIT(retry_after=2),
    ],
    ids=lambda fault: fault.kind.value,
)
async def test_polling_goes_on_after_every_answer(
    poller: Poller, store: Store, sam: Phone, world: World, health: Health, fault: Fault
) -> None:
    world.faults.next("getUpdates", fault)
    assert await poller.receive_once(wait=False) == 0
    assert 0 < poller.pause_seconds <= LONGEST_PAUSE_SECONDS
    assert health.trouble.startswith("poll_")
    sam.says("still there?")
    assert await poller.receive_once(wait=False) == 1
    assert (poller.pause_seconds, health.trouble) == (0, "")


async def test_the_pause_never_grows_past_half_a_minute(poller: Poller, world: World) -> None:
    world.faults.next("getUpdates", Fault.UNAUTHORIZED, times=None)
    pauses = []
    for _ in range(12):
        await poller.receive_once(wait=False)
        pauses.append(poller.pause_seconds)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE_SECONDS


async def test_an_update_nobody_can_read_does_not_hold_up_the_batch(
    poller: Poller, store: Store, sam: Phone, world: World
) -> None:
    world.add_update({"update_id": 900, "message": "not a message"})
    sam.says("after the poison")
    assert await poller.receive_once(wait=False) == 2


SECRET = "a-long-secret"
BODY = {"update_id": 7, "message": {"text": "hello"}}


@pytest.fixture
def webhook(line: TelegramLine, store: Store, health: Health) -> Starlette:
    return build_webhook(
        secret=SECRET,
        receive=store.receive,
        memory=FromMemory(line, card_of_numbers),
        health=health,
    )


async def post(webhook: Starlette, body: object, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    transport = httpx.ASGITransport(webhook)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as telegram:
        answer = await telegram.post(PATH, content=content, headers=headers)
    return answer.status_code


async def test_the_webhook_stores_and_then_says_so(webhook: Starlette, store: Store) -> None:
    assert await post(webhook, BODY) == 200
    assert store.taken == [BODY]


@pytest.mark.parametrize("secret", [None, "", "a-long-secreT"])
async def test_a_caller_without_the_secret_is_turned_away(
    webhook: Starlette, store: Store, secret: str | None
) -> None:
    assert await post(webhook, BODY, secret) == 403
    assert store.taken == []


async def test_what_cannot_be_stored_is_asked_for_again(webhook: Starlette, store: Store) -> None:
    store.closed = True
    assert await post(webhook, BODY) == 503
    store.closed = False
    assert await post(webhook, BODY) == 200
    assert store.taken == [BODY]


async def test_a_body_above_a_mebibyte_is_not_read(webhook: Starlette, store: Store) -> None:
    assert await post(webhook, b"x" * (1024 * 1024 + 1)) == 413
    assert store.taken == []


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"update_id": "7"}'])
async def test_a_body_that_is_no_update_is_refused(webhook: Starlette, body: bytes) -> None:
    assert await post(webhook, body) == 400


def test_a_webhook_without_a_secret_does_not_start(
    line: TelegramLine, store: Store, health: Health
) -> None:
    memory = FromMemory(line, card_of_numbers)
    with pytest.raises(ValueError, match="HEARTHLINE_WEBHOOK_SECRET"):
        build_webhook(secret="", receive=store.receive, memory=memory, health=health)
