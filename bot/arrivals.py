"""Arrivals: what is stored of an update, and the card of numbers for whoever asks for help."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.senders import DOOR, order_key, read_sender
from bot.stripping import Raw, strip_update
from conversations.screen import Press, Screen
from desk.bodies import write_body
from desk.scene import Sender, Where
from desk.unit import Lane, Place
from storage.inbox import Arrived
from storage.outbox import Put

HEAD_START = timedelta(seconds=1)
"""The desk's own card, with more on it, takes the place of this one if it is ready by then."""
HELP = "help"
"""The verb of the help button, and the command."""
SAYS_NOTHING = frozenset({"poll", "poll_answer", "message_reaction_count"})
"""Updates behind which nobody is; there is nobody to answer."""

StaticHelp = Callable[[str], Screen]
"""The card of numbers in a language (a tag); needs nothing but the update."""


def arrive(updates: Sequence[Raw], static_help: StaticHelp, at: datetime) -> list[Arrived]:
    """What to store for a batch of raw updates, in their order; `at` is real time, aware UTC."""
    return [_arrived(raw, static_help, at) for raw in updates if not SAYS_NOTHING & raw.keys()]


def _arrived(raw: Raw, static_help: StaticHelp, at: datetime) -> Arrived:
    number = raw["update_id"]
    if not isinstance(number, int):
        raise TypeError("an update has no number")
    sender = read_sender(raw)
    try:
        kept: Mapping[str, object] = strip_update(raw)
    except (LookupError, TypeError):
        # It is stored as it came, and the desk says that it cannot be read.
        kept = raw
    return Arrived(
        door=DOOR,
        update_id=str(number),
        payload=json.dumps(kept, ensure_ascii=False).encode(),
        order_key=order_key(raw, sender),
        chat=sender.chat if sender is not None else "",
        message=_message_number(raw),
        help=_card_of_numbers(raw, sender, static_help, at),
    )


def _card_of_numbers(
    raw: Raw, sender: Sender | None, static_help: StaticHelp, at: datetime
) -> Put | None:
    if sender is None or sender.where is not Where.PRIVATE or not asks_for_help(raw):
        return None
    return Put(
        place=Place.CHAT.value,
        key=sender.chat,
        body=write_body(replace(static_help(sender.language), fresh=True)),
        lane=Lane.URGENT,
        card=HELP,
        not_before=at + HEAD_START,
        occurrence=f"help:{raw['update_id']}:{_sent_at(raw)}",
    )


def asks_for_help(raw: Raw) -> bool:
    """Whether this is the help button or /help, which need no state to be answered."""
    press = _part(raw, "callback_query").get("data")
    if isinstance(press, str):
        return Press.read(press).verb == HELP
    words = _part(raw, "message").get("text")
    if not isinstance(words, str) or not words.startswith("/"):
        return False
    command = words[1:].split(maxsplit=1)[:1]
    return bool(command) and command[0].partition("@")[0].lower() == HELP


def _sent_at(raw: Raw) -> str:
    # Update ids may begin again, so the instant stands beside the number.
    message = _part(raw, "message") or _part(_part(raw, "callback_query"), "message")
    return str(message.get("date", ""))


def _message_number(raw: Raw) -> str:
    number = _part(raw, "message").get("message_id")
    return str(number) if isinstance(number, int) else ""


def _part(raw: Raw, kind: str) -> Mapping[str, object]:
    part = raw.get(kind)
    return part if isinstance(part, Mapping) else {}
