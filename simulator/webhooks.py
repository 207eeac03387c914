"""Delivering updates to a webhook: one at a time per chat or person, tried again until taken."""

import asyncio
import json
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import h11

from simulator.queue import Waiting
from simulator.raw import Json, seconds

if TYPE_CHECKING:
    from simulator.world import World

ANSWER_SECONDS = 60.0
LONGEST_WAIT_SECONDS = 60.0
LONGEST_RETRY_AFTER_SECONDS = 3600.0


@dataclass(kw_only=True, eq=False)
class Webhook:
    """Where updates go, and what last went wrong."""

    url: str
    secret: str
    max_connections: int
    last_error: Json = field(default_factory=dict)
    busy: set[object] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True)
class WebhookAnswer:
    """What the bot's own server answered."""

    code: int
    reason: str
    retry_after: float | None
    body: bytes


def _key(update: Waiting) -> object:
    """Order is kept inside a chat, and between one person's presses; not across the two."""
    for kind, body in update.raw.items():
        if kind == "callback_query" and isinstance(body, dict):
            return "presses", body.get("from", {}).get("id")
        if isinstance(body, dict) and "chat" in body:
            return "chat", body["chat"].get("id")
    return "other", update.update_id


async def deliver(world: "World", webhook: Webhook) -> None:
    """Deliver for as long as the webhook is set."""
    arrived = world.queue.arrived
    tasks: set[asyncio.Task[None]] = set()
    try:
        while True:
            version = arrived.version
            for update in list(world.queue.waiting()):
                key = _key(update)
                if key in webhook.busy or len(webhook.busy) >= webhook.max_connections:
                    continue
                webhook.busy.add(key)
                task = asyncio.create_task(_deliver_one(world, webhook, update, key))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            await arrived.wait(version)
    finally:
        for task in tasks:
            task.cancel()


async def _deliver_one(world: "World", webhook: Webhook, update: Waiting, key: object) -> None:
    wait = 0.0
    try:
        while update in world.queue.waiting():
            await asyncio.sleep(wait)
            answer = await _post(webhook, update)
            if 200 <= answer.code < 300:
                world.queue.forget(update)
                await _carry_out(world, answer.body)
                return
            webhook.last_error = {
                "last_error_date": seconds(world.now()),
                "last_error_message": f"Wrong response from the webhook: {answer.code} "
                f"{answer.reason}".strip(),
            }
            wait = min(max(wait * 2, world.webhook_retry_seconds), LONGEST_WAIT_SECONDS)
            if answer.retry_after is not None:
                wait = min(answer.retry_after, LONGEST_RETRY_AFTER_SECONDS)
    finally:
        webhook.busy.discard(key)
        world.queue.arrived.touch()


async def _carry_out(world: "World", body: bytes) -> None:
    """A method call in the answer is carried out; nobody sees its result."""
    from simulator.calls import take_call

    try:
        call = json.loads(body)
    except ValueError:
        return
    if isinstance(call, dict) and isinstance(method := call.pop("method", None), str):
        await take_call(world, method, call, {})


async def _post(webhook: Webhook, update: Waiting) -> WebhookAnswer:
    try:
        return await asyncio.wait_for(_exchange(webhook, update), ANSWER_SECONDS)
    except (OSError, TimeoutError, h11.RemoteProtocolError) as error:
        return WebhookAnswer(code=0, reason=type(error).__name__, retry_after=None, body=b"")


async def _exchange(webhook: Webhook, update: Waiting) -> WebhookAnswer:
    parts = urlsplit(webhook.url)
    secure = ssl.create_default_context() if parts.scheme == "https" else None
    port = parts.port or (443 if secure else 80)
    reader, writer = await asyncio.open_connection(parts.hostname, port, ssl=secure)
    body = json.dumps(update.raw, ensure_ascii=False).encode()
    headers = [
        ("Host", parts.netloc),
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
    ]
    if webhook.secret:
        headers.append(("X-Telegram-Bot-Api-Secret-Token", webhook.secret))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = h11.Connection(our_role=h11.CLIENT)
    try:
        for event in (
            h11.Request(method="POST", target=target, headers=headers),
            h11.Data(data=body),
            h11.EndOfMessage(),
        ):
            writer.write(connection.send(event) or b"")
        await writer.drain()
        return await _read_answer(connection, reader)
    finally:
        writer.close()


async def _read_answer(connection: h11.Connection, reader: asyncio.StreamReader) -> WebhookAnswer:
    code, reason, retry_after, body = 0, "", None, b""
    while True:
        match connection.next_event():
            case h11.NEED_DATA:
                connection.receive_data(await reader.read(65536))
            case h11.Response() as head:
                code, reason = head.status_code, head.reason.decode("latin-1")
                named = dict(head.headers.raw_items())
                given = {name.lower(): value for name, value in named.items()}.get(b"retry-after")
                retry_after = float(given) if given and given.isdigit() else None
            case h11.Data() as piece:
                body += bytes(piece.data)
            case h11.EndOfMessage() | h11.ConnectionClosed():
                return WebhookAnswer(code=code, reason=reason, retry_after=retry_after, body=body)
            case _:
                pass
