"""A person's phone: what they do to the bot."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from simulator.chats import Chat, Standing
from simulator.media import make_media
from simulator.membership import block, move
from simulator.messages import Button, Message
from simulator.presses import press
from simulator.privacy import bot_hears
from simulator.raw import Json, seconds
from simulator.screens import Screen
from simulator.spans import with_found

START_PAYLOAD = re.compile("[A-Za-z0-9_-]{0,64}")


class NoSuchButton(LookupError):
    """No visible message has a button with this label; the words list the labels there are."""


class CannotWrite(RuntimeError):
    """The phone cannot do this now: it has blocked the bot, or is not in the group."""


class Phone(Screen):
    """One person's Telegram. Where a `chat` can be given, none means the chat with the bot."""

    def starts(self, code: str = "") -> Message:
        """Press Start, or Restart after a block, with the code of a deep link if there is one."""
        block(self.world, self.account, blocked=False)
        return self.says(f"/start {code}".strip())

    def deep_link(self, url: str) -> Message:
        """Open a `https://t.me/<bot>?start=…` link and press Start."""
        parts = urlsplit(url)
        ours = parts.path.strip("/").lower() == (self.world.bot.username or "").lower()
        payload = parse_qs(parts.query).get("start", [""])[0]
        if parts.hostname != "t.me" or not ours or not START_PAYLOAD.fullmatch(payload):
            raise ValueError("This is not a link that opens our bot with a code.")
        return self.starts(payload)

    def says(
        self, text: str, chat: Chat | None = None, *, reply_to: Message | None = None
    ) -> Message:
        """Type words and send them."""
        return self._send(chat, text=text, entities=with_found(text, []), reply_to=reply_to)

    def sends(self, kind: str, chat: Chat | None = None, **fields: object) -> Message:
        """Send a photo, album, voice, video, video_note, sticker, document, location and so on.

        `fields`: `caption`, `count` (of an album), `content`, `file_name`, `mime_type`, `size`
        and Bot API fields of the kind. Returns the (last) message.
        """
        more: Json = dict(fields)
        caption = str(more.pop("caption", "")) or None
        if kind == "album":
            return self._send_album(chat, more, caption)
        media, stored = make_media(self.world, kind, more)
        return self._send(
            chat,
            kind=kind,
            media=media,
            document=stored,
            caption=caption,
            entities=with_found(caption or "", []),
        )

    def _send_album(self, chat: Chat | None, more: Json, caption: str | None) -> Message:
        count = max(2, int(more.pop("count", 2)))
        group_id = str(13_000_000_000_000 + self.world.queue.next_id)
        for number in range(count):
            media, stored = make_media(self.world, "photo", dict(more))
            last = self._send(
                chat,
                kind="photo",
                media=media | {"media_group_id": group_id},
                document=stored,
                caption=caption if number == 0 else None,
            )
        return last

    def forwards(self, what: str | Message, chat: Chat | None = None) -> Message:
        """Forward somebody else's words, or a message seen here."""
        origin: Json = {
            "type": "hidden_user",
            "sender_user_name": "Somebody",
            "date": seconds(self.world.now()),
        }
        if isinstance(what, str):
            return self._send(chat, text=what, entities=with_found(what, []), forward_origin=origin)
        if what.protected:
            raise CannotWrite("This message is protected: it cannot be forwarded or saved.")
        origin = {
            "type": "user",
            "sender_user": what.sender.json(),
            "date": seconds(what.date),
        }
        copy = replace(what, reply_markup=None, edit_date=None, reply_to=None, reactions={})
        return self._post(chat, copy, forward_origin=origin)

    def edits(self, message_id: int, text: str, chat: Chat | None = None) -> None:
        """Change the words (or the caption) of one's own message."""
        message = self._own(message_id, chat)
        if message.text is None:
            message.caption = text
        else:
            message.text = text
        message.entities = with_found(text, [])
        message.edit_date = self.world.now()
        if bot_hears(self.world, message):
            self.world.queue.add("edited_message", message.json())
        self.world.changed.touch()

    def deletes(self, message_id: int, chat: Chat | None = None) -> None:
        """Delete a message for everyone; the bot is not told."""
        self.world.remove((chat or self.private_chat).messages[message_id])

    def reacts(self, message_id: int, emoji: str, chat: Chat | None = None) -> None:
        """Put a reaction on a message; an empty one takes it away."""
        place = chat or self.private_chat
        message = place.messages[message_id]
        old = message.reactions.pop(self.id, "")
        if emoji:
            message.reactions[self.id] = emoji
        if place.private or place.led_by(self.world.bot):
            self.world.queue.add(
                "message_reaction",
                {
                    "chat": place.json(),
                    "message_id": message_id,
                    "user": self.account.json(),
                    "date": seconds(self.world.now()),
                    "old_reaction": [{"type": "emoji", "emoji": each} for each in (old,) if each],
                    "new_reaction": [{"type": "emoji", "emoji": each} for each in (emoji,) if each],
                },
            )
        self.world.changed.touch()

    def presses(self, label: str, chat: Chat | None = None) -> str | None:
        """Press the button with this label on the newest message that has one.

        Returns the address of a link button; for others the press goes to the bot.
        """
        labels: list[str] = []
        for message in reversed(self.messages(chat)):
            for button in (each for row in message.buttons for each in row):
                if button.text == label:
                    return self._press(message, button)
                labels.append(button.text)
        raise NoSuchButton(f"There is no button {label!r}; there are: {labels}")

    def presses_at(
        self, message_id: int, row: int, column: int, chat: Chat | None = None
    ) -> str | None:
        """Press a button by its place; works on a message that has just been deleted, too."""
        message = (chat or self.private_chat).messages[message_id]
        try:
            button = message.buttons[row][column]
        except IndexError as error:
            raise NoSuchButton(f"There is no button in row {row}, column {column}.") from error
        return self._press(message, button)

    def forges(self, message_id: int, data: str, chat: Chat | None = None) -> None:
        """Send a press with data that no button carries, as a tampered app could."""
        place = chat or self.private_chat
        unseen: Json = {"chat": place.json(), "message_id": message_id, "date": 0}
        press(self.world, self.account, place.messages.get(message_id, unseen), data)

    def _press(self, message: Message, button: Button) -> str | None:
        if button.callback_data is not None:
            self._check_can_write(message.chat)
            press(self.world, self.account, message, button.callback_data)
        return button.url

    def blocks_bot(self) -> None:
        """Block the bot."""
        block(self.world, self.account, blocked=True)

    def unblocks_bot(self) -> None:
        """Take the block back."""
        block(self.world, self.account, blocked=False)

    def deactivates(self) -> None:
        """Delete the whole account."""
        self.account.deactivated = True
        self.world.changed.touch()

    def joins(self, group: Chat) -> None:
        """Join a group."""
        move(self.world, group, self.account, Standing.MEMBER, by=self.account)

    def leaves(self, group: Chat) -> None:
        """Leave a group."""
        move(self.world, group, self.account, Standing.LEFT, by=self.account)

    def places_bot(self, group: Chat, standing: Standing) -> None:
        """Add the bot to a group, remove it (`KICKED`), restrict it or make it administrator."""
        move(self.world, group, self.world.bot, standing, by=self.account)

    def _own(self, message_id: int, chat: Chat | None) -> Message:
        message = (chat or self.private_chat).messages[message_id]
        if message.sender is not self.account or message.deleted:
            raise CannotWrite("Only one's own messages can be edited.")
        return message

    def _check_can_write(self, chat: Chat) -> None:
        if chat.private and self.blocked:
            raise CannotWrite("This phone has blocked the bot: press Restart first.")
        if not chat.has(self.account):
            raise CannotWrite("This person is not in the group.")

    def _send(self, chat: Chat | None, **fields: object) -> Message:
        blank = Message(id=0, chat=self.private_chat, sender=self.account, date=self.world.now())
        return self._post(chat, blank, **fields)

    def _post(self, chat: Chat | None, message: Message, **fields: object) -> Message:
        place = chat or self.private_chat
        place = place.migrated_to or place
        self._check_can_write(place)
        if place.private:
            self.account.known = self.account.started = True
        changes: Json = {"chat": place, "sender": self.account, "date": self.world.now()} | fields
        return self.world.post(replace(message, **changes))
