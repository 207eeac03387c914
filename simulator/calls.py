"""Taking one API call: the fault that is due, the pace, the method, and what is answered."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator import editing, files, menus, presses, profile, rooms, sending
from simulator.access import known_chat
from simulator.faults import Fault, FaultKind
from simulator.fields import read_fields
from simulator.files import Upload
from simulator.pacing import PACED
from simulator.raw import Json
from simulator.receiving import OTHER_POLLER
from simulator.refusals import Refused, conflict, too_many, unauthorized, unknown_method
from simulator.table import BY_LOWER_NAME
from simulator.world import Call

if TYPE_CHECKING:
    from simulator.world import World

Method = Callable[["World", Json], object]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "setWebhook": lambda world, params: world.receiving.set_webhook(params),
    "deleteWebhook": lambda world, params: world.receiving.delete_webhook(params),
    "getWebhookInfo": lambda world, params: world.receiving.get_webhook_info(),
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "answerCallbackQuery": presses.answer_callback_query,
    "setMyCommands": menus.set_my_commands,
    "deleteMyCommands": menus.delete_my_commands,
    "getMyCommands": menus.get_my_commands,
    "setMyName": profile.set_my_name,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChat": rooms.get_chat,
    "getChatMember": rooms.get_chat_member,
    "getChatAdministrators": rooms.get_chat_administrators,
    "leaveChat": rooms.leave_chat,
    "banChatMember": rooms.ban_chat_member,
    "unbanChatMember": rooms.unban_chat_member,
    "getFile": files.get_file,
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What is answered to a call; `body` as bytes is sent as it is, `dropped` sends nothing."""

    code: int = 200
    body: Json | bytes = field(default_factory=dict)
    dropped: bool = False


def refusal_reply(refusal: Refused) -> Reply:
    """The answer that carries a refusal."""
    return Reply(code=refusal.code, body=refusal.json())


async def take_call(
    world: "World", name: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]
) -> Reply:
    """Take one call and keep it in `world.calls`."""
    method = BY_LOWER_NAME.get(name.lower())
    if method is None:
        return _kept(world, name, dict(raw), refusal_reply(unknown_method()), None)
    if method != "getUpdates" and world.round_trip:
        await asyncio.sleep(world.round_trip)
    fault = world.faults.take(method, _chat_id(raw))
    if fault is not None and not fault.after:
        return _kept(world, method, dict(raw), _fault_reply(fault), fault)
    params: Json = dict(raw)
    try:
        params = read_fields(method, raw, uploads)
        reply = Reply(body={"ok": True, "result": await _carry_out(world, method, params)})
    except Refused as refusal:
        reply = refusal_reply(refusal)
    if fault is None:
        return _kept(world, method, params, reply, None)
    reply = _kept(world, method, params, reply, fault)
    if fault.kind is FaultKind.HANG_AFTER:
        await asyncio.sleep(fault.hang_seconds)
        return reply
    return _fault_reply(fault)


async def _carry_out(world: "World", method: str, params: Json) -> object:
    if method == "getUpdates":
        return await world.receiving.get_updates(params)
    if world.pacing and method in PACED and "chat_id" in params:
        world.pace.check(known_chat(world, params["chat_id"]))
    return METHODS[method](world, params)


def _chat_id(raw: Mapping[str, object]) -> int | None:
    try:
        return int(str(raw.get("chat_id")))
    except ValueError:
        return None


def _kept(world: "World", method: str, params: Json, reply: Reply, fault: Fault | None) -> Reply:
    outcome = "accepted"
    if isinstance(reply.body, dict) and not reply.body.get("ok"):
        outcome = str(reply.body.get("description", ""))
    if fault is not None:
        outcome = f"fault: {fault.kind.value}"
    world.calls.append(Call(method, params, outcome, world.now()))
    world.called.touch()
    return reply


def _fault_reply(fault: Fault) -> Reply:
    match fault.kind:
        case FaultKind.RATE_LIMIT:
            return refusal_reply(too_many(fault.retry_after))
        case FaultKind.SERVER_ERROR | FaultKind.SERVER_ERROR_AFTER:
            return _server_error(fault.code)
        case FaultKind.UNAUTHORIZED:
            return refusal_reply(unauthorized())
        case FaultKind.NOT_FOUND:
            return refusal_reply(Refused(404, "Not Found"))
        case FaultKind.CONFLICT:
            return refusal_reply(conflict(OTHER_POLLER))
        case FaultKind.MALFORMED_JSON:
            return Reply(body=b'{"ok":true,"result":')
        case _:
            return Reply(dropped=True)


def _server_error(code: int) -> Reply:
    """The API itself answers 500 in JSON; the gateway before it answers 502 and 504 in HTML."""
    if code == 500:
        return refusal_reply(Refused(500, "Internal Server Error"))
    return Reply(code=code, body=f"<html><body><h1>{code} Bad Gateway</h1></body></html>".encode())
