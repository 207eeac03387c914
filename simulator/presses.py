"""Presses on buttons, and the bot's answers to them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from simulator.accounts import Account
from simulator.raw import Json
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.messages import Message
    from simulator.world import World

ANSWER_LIMIT = 200
ANSWER_LIFE = timedelta(seconds=20)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, kw_only=True)
class Toast:
    """What a person saw after a press; `show_alert` made it a box to be closed."""

    text: str
    show_alert: bool


@dataclass(kw_only=True, eq=False)
class Press:
    """One press on a button that waits for its answer."""

    query_id: str
    account: Account
    at: datetime
    answered: bool = False


def press(world: "World", account: Account, message: "Message | Json", data: str) -> str:
    """Queue a callback query and return its id; a raw message stands for one never seen."""
    behind = message if isinstance(message, dict) else message.json_behind_button()
    query_id = str(secrets.randbits(62))
    world.presses[query_id] = Press(query_id=query_id, account=account, at=world.now())
    world.queue.add(
        "callback_query",
        {
            "id": query_id,
            "from": account.json(),
            "message": behind,
            "chat_instance": str(abs(behind["chat"]["id"]) * 7919),
            "data": data,
        },
    )
    world.changed.touch()
    return query_id


def answer_callback_query(world: "World", params: Json) -> bool:
    """`answerCallbackQuery`: once, within the time that Telegram waits."""
    text = params.get("text", "")
    waiting = world.presses.get(params["callback_query_id"])
    if waiting is None or waiting.answered or world.now() - waiting.at > world.answer_life:
        raise bad_request(TOO_OLD)
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    waiting.answered = True
    if text:
        toast = Toast(text=text, show_alert=params.get("show_alert", False))
        for phone in world.phones.values():
            if phone.account is waiting.account:
                phone.toasts.append(toast)
    world.changed.touch()
    return True
