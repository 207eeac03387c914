"""What a viewer can do on the page of phones: act as each person, and move the clock."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from starlette.requests import Request

from simulator.media import KINDS
from simulator.page_json import Column, columns_of
from simulator.page_origin import Answer, NotDone, guarded
from simulator.phones import CannotWrite, NoSuchButton
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.phones import Phone
    from simulator.world import World

TEXT_LIMIT = 4096
FORWARDED = "Somebody else's words, sent on to you."


class Clock(Protocol):
    """The clock of the demo, which the page may move."""

    def now(self) -> datetime:
        """The aware UTC time of the demo."""

    async def move(self, words: str) -> datetime:
        """Move by words such as `+5m`, `+6w` or `next 09:00`; the new aware UTC time."""


def find_column(world: "World", key: str) -> Column:
    """The column with this key; `NotDone` with code 404 where there is none."""
    for column in columns_of(world):
        if column.key == key:
            return column
    raise NotDone("There is no such phone.", 404)


def _words(body: Json, name: str, limit: int = TEXT_LIMIT) -> str:
    words = body.get(name)
    if not isinstance(words, str) or not words.strip():
        raise NotDone("There is nothing to send yet. Write something first.")
    if len(words) > limit:
        raise NotDone(f"That is too long. Send at most {limit} letters at once.")
    return words


def _number(body: Json, name: str) -> int:
    number = body.get(name)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise NotDone("That button is not there.")
    return number


def _press(column: Column, phone: "Phone", body: Json) -> Json:
    place = [_number(body, name) for name in ("message_id", "row", "column")]
    try:
        url = phone.presses_at(place[0], place[1], place[2], column.chat)
    except LookupError:
        raise NotDone("That button is no longer there.", 409) from None
    return _open(phone, url) if url else {}


def _change(column: Column, phone: "Phone", body: Json, *, words: str | None) -> Json:
    own = column.chat.messages.get(_number(body, "message_id"))
    if own is None or own.deleted or own.sender is not phone.account:
        raise NotDone("That message is no longer there.", 409)
    if words is None:
        phone.deletes(own.id, column.chat)
    else:
        phone.edits(own.id, words, column.chat)
    return {}


def _open(phone: "Phone", url: str) -> Json:
    try:
        phone.deep_link(url)
    except ValueError:
        raise NotDone("This link opens nothing in this demo.", 409) from None
    return {"opened": True}


def _send(column: Column, phone: "Phone", body: Json) -> Json:
    match body.get("kind"):
        case "forward":
            phone.forwards(FORWARDED, column.chat)
        case "block":
            phone.blocks_bot()
        case "unblock":
            phone.unblocks_bot()
        case str(kind) if kind in KINDS:
            phone.sends(kind, column.chat)
        case _:
            raise NotDone("This demo cannot send that.")
    return {}


def _do(column: Column, phone: "Phone", act: str, body: Json) -> Json:
    match act:
        case "say":
            phone.says(_words(body, "text"), column.chat)
            return {}
        case "press":
            return _press(column, phone, body)
        case "send":
            return _send(column, phone, body)
        case "edit":
            return _change(column, phone, body, words=_words(body, "text"))
        case "delete":
            return _change(column, phone, body, words=None)
        case "open":
            return _open(phone, _words(body, "url"))
        case _:
            raise NotDone("A phone cannot do that.", 404)


def act_on(world: "World") -> Answer:
    """The answer to `POST /phones/{key}/{act}`: say, press, send, edit, delete, open or read."""

    async def act(request: Request, body: Json) -> Json:
        column = find_column(world, request.path_params["key"])
        name = request.path_params["act"]
        if name == "read":
            for phone in column.phones:
                phone.reads(column.chat)
            return {}
        hand = body.get("as")
        doer = column.phone_of(hand if isinstance(hand, str) else None)
        if doer is None:
            raise NotDone("Choose first who presses.")
        try:
            return _do(column, doer, name, body)
        except (CannotWrite, NoSuchButton) as wrong:
            raise NotDone(str(wrong), 409) from None

    return guarded(act)


def move_clock(world: "World", clock: Clock) -> Answer:
    """The answer to `POST /clock`: moves the demo's clock and tells the page."""

    async def move(_request: Request, body: Json) -> Json:
        try:
            now = await clock.move(_words(body, "move", 40))
        except (ValueError, KeyError, OverflowError):
            raise NotDone("The clock cannot be moved that way.") from None
        world.changed.touch()
        return {"now": now.isoformat()}

    return guarded(move)
