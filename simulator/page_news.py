"""What one open page of phones is told: everything at first, then only what is new."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.chats import Chat
from simulator.page_json import Column, columns_of, frame_json, head_json
from simulator.page_messages import Face, face_of, message_json, shown_in
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.world import World


@dataclass(kw_only=True)
class _Told:
    """What the page knows of one column."""

    chat: Chat
    head: Json
    faces: dict[int, Face]


class PageNews:
    """Remembers what one page was told, so that a change on one phone is told of that one alone."""

    def __init__(self, world: "World", *, movable: bool) -> None:
        self._world = world
        self._movable = movable
        self._told: dict[str, _Told] = {}

    def tell(self) -> Json:
        """What the page does not know yet.

        `order` names every column there is; `phones` are those with news. In a phone, `messages`
        are new or changed, `gone` are the numbers of those that went, and `anew` says that
        whatever the page knew of its messages no longer holds.
        """
        columns = list(columns_of(self._world))
        order = [column.key for column in columns]
        self._told = {key: told for key, told in self._told.items() if key in order}
        phones = [news for column in columns if (news := self._news(column)) is not None]
        return frame_json(self._world, movable=self._movable) | {"order": order, "phones": phones}

    def _news(self, column: Column) -> Json | None:
        before = self._told.get(column.key)
        anew = before is None or before.chat is not column.chat
        known = {} if before is None or anew else before.faces
        faces = {message.id: face_of(message) for message in shown_in(column.chat)}
        changed = [each for each in shown_in(column.chat) if known.get(each.id) != faces[each.id]]
        gone = [number for number in known if number not in faces]
        head = head_json(self._world, column)
        if before is not None and not (anew or changed or gone) and before.head == head:
            return None
        self._told[column.key] = _Told(chat=column.chat, head=head, faces=faces)
        messages = [message_json(self._world, column, message) for message in changed]
        return head | {"messages": messages, "gone": gone, "anew": anew}
