"""Senders: who wrote or pressed, where, and in what order their updates are taken."""

from collections.abc import Mapping

from bot.stripping import Raw
from desk.scene import Sender, Where

DOOR = "telegram"
WITH_SENDER = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "channel_post",
    "edited_channel_post",
)


def read_sender(raw: Raw) -> Sender | None:
    """The sender of a raw update; None where nobody, or nothing readable, is behind it."""
    known = (raw[kind] for kind in WITH_SENDER if kind in raw)
    others = (part for part in raw.values() if isinstance(part, Mapping) and "chat" in part)
    part = next(known, None) or next(others, None)
    if not isinstance(part, Mapping):
        return None
    chat = part.get("chat")
    if "message" in part and isinstance(part["message"], Mapping):
        chat = part["message"].get("chat")
    account = _came_in(part) or part.get("from", part.get("user"))
    if not isinstance(chat, Mapping) or not isinstance(chat.get("id"), int):
        return None
    account = account if isinstance(account, Mapping) else {}
    return Sender(
        door=DOOR,
        account=str(account.get("id", "")),
        chat=str(chat["id"]),
        where=Where.PRIVATE if chat.get("type") == "private" else Where.STRANGE_GROUP,
        language=str(account.get("language_code", ""))[:2].lower(),
    )


def _came_in(part: Mapping[str, object]) -> object:
    """Whoever came into a group is its sender, whoever it was that brought them."""
    newcomers, change = part.get("new_chat_members"), part.get("new_chat_member")
    came = newcomers if isinstance(newcomers, list) else []
    if isinstance(change, Mapping):
        came = [change.get("user")]
    return next((m for m in came if isinstance(m, Mapping) and not m.get("is_bot")), None)


def order_key(raw: Raw, sender: Sender | None) -> str:
    """Updates of one key are taken one after another: a private chat, or one person in a group.

    So nobody's unreadable update holds up a colleague.
    """
    if sender is None:
        return f"update:{raw.get('update_id', '')}"
    if sender.where is Where.PRIVATE:
        return sender.chat
    return f"{sender.chat}:{sender.account}"
