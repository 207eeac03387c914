"""One delivery: a screen shown in a chat, by editing its card or by sending it anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.aiohttp_request import Upload
from bot.calls import Accepted, Line, NotCarried, Outcome, Rejected, Unknown
from bot.carrying import Message, carry
from conversations.screen import File, Press, Push, Screen, button, plain
from desk.bodies import Removal, Wipe
from locales import language, mark

PUSH_LINES = {
    Push.MESSAGE: mark("You have a message."),
    Push.PAGE: mark("A page for you. Open it now."),
}
OPEN = mark("Open")
PHOTOS = ("image/png", "image/jpeg")
REMOVED_AT_ONCE = 100
NOT_FOUND = "message to edit not found"
GONE = (NOT_FOUND, "message can't be edited", "there is no text in the message")
UNCHANGED = "message is not modified"


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """What one delivery needs to know.

    `shown` is the message that shows the card now, `begun` the one whose push line was sent by an
    earlier attempt; `sent` are the chat's messages younger than two days, for *Hide this*.
    """

    chat: str
    body: Screen | Removal | Wipe
    card: str = ""
    shown: str = ""
    begun: str = ""
    edit_only: bool = False
    sent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """How a delivery came out.

    `card_message` shows the card from now on ("": as before); `begun` is a message that holds
    only the push line yet; `messages` are all messages that were made, `gone` those that were
    taken away.
    """

    outcome: Outcome
    card_message: str = ""
    begun: str = ""
    messages: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass
class Delivery:
    """Carries one parcel over a line; makes at most the calls that this parcel needs.

    `holds` says before each of them whether the parcel is still ours: a process that stood still
    must not go on with what another has taken up.
    """

    line: Line
    parcel: Parcel
    holds: Callable[[], bool] = lambda: True
    messages: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    async def carry_out(self) -> Delivered:
        """Show, remove or wipe, and say how it came out."""
        match self.parcel.body:
            case Removal(message=message):
                return self._done(await self._remove(message))
            case Wipe():
                return self._done(await self._wipe())
            case Screen() as screen:
                return await self._show(screen)

    async def _show(self, screen: Screen) -> Delivered:
        parts = carry(screen)
        shown = self.parcel.shown
        if shown and not screen.fresh and len(parts) == 1 and screen.file is None:
            outcome = await self._edit(shown, parts[0])
            if not _gone(outcome):
                return self._done(outcome, card_message=shown)
            if isinstance(outcome, Rejected) and NOT_FOUND in outcome.words:
                self.gone.append(shown)
            shown = ""
        if self.parcel.edit_only:
            return self._done(Accepted())
        delivered = await self._send(screen, parts)
        if shown and isinstance(delivered.outcome, Accepted) and shown != delivered.card_message:
            await self._remove(shown)
        return delivered

    async def _send(self, screen: Screen, parts: tuple[Message, ...]) -> Delivered:
        *before, last = parts
        begun = self.parcel.begun
        quiet = bool(begun) or screen.silent
        if screen.push is not Push.NONE and not begun:
            outcome = await self._new(carry(push_screen(screen, self.parcel.card))[0], quiet=quiet)
            if not isinstance(outcome, Accepted):
                return self._done(outcome)
            begun, quiet = self.messages[-1], True
        for part in before:
            # The push line stands first, so it takes the first words and the rest follows.
            outcome, begun = await self._fill_or_send(begun, part, quiet=quiet)
            if not isinstance(outcome, Accepted):
                return self._done(outcome, begun=begun)
            begun, quiet = "", True
        outcome, begun = await self._fill_or_send(begun, last, quiet=quiet)
        if not isinstance(outcome, Accepted):
            return self._done(outcome, begun=begun)
        card_message = begun or self.messages[-1]
        if screen.file is not None:
            return self._done(await self._hand_over(screen.file), card_message=card_message)
        return self._done(outcome, card_message=card_message)

    async def _fill_or_send(self, begun: str, part: Message, *, quiet: bool) -> tuple[Outcome, str]:
        if begun:
            outcome = await self._edit(begun, part)
            if not _gone(outcome):
                return outcome, begun
        return await self._new(part, quiet=quiet), ""

    async def _edit(self, message: str, part: Message) -> Outcome:
        outcome = await self._call("editMessageText", part.fields(), message=message)
        match outcome:
            case Rejected(code=400, words=words) if UNCHANGED in words:
                return Accepted()
            case Unknown():
                # The same edit twice is the same as once.
                return NotCarried()
        return outcome

    async def _new(self, part: Message, *, quiet: bool) -> Outcome:
        fields = {**part.fields(), "protect_content": True}
        if quiet:
            fields["disable_notification"] = True
        return self._noted(await self._call("sendMessage", fields))

    async def _hand_over(self, file: File) -> Outcome:
        upload = Upload(name=file.name, media_type=file.media_type, content=file.content)
        photo = file.media_type in PHOTOS
        # A calendar takes a file in only where it may be saved; a picture need not be.
        fields: dict[str, object] = {"protect_content": photo, "disable_notification": True}
        return self._noted(
            await self._call(
                "sendPhoto" if photo else "sendDocument",
                fields,
                {"photo" if photo else "document": upload},
            )
        )

    async def _remove(self, message: str) -> Outcome:
        outcome = await self._call("deleteMessage", {}, message=message)
        match outcome:
            case Accepted():
                self.gone.append(message)
            case Rejected(code=400, words=words) if "not found" in words:
                return Accepted()
            case Rejected(code=400):
                await self._call("editMessageReplyMarkup", {}, message=message)
                return Accepted()
            case Unknown():
                return NotCarried()
        return outcome

    async def _wipe(self) -> Outcome:
        outcome: Outcome = Accepted()
        doomed = [m for m in self.parcel.sent if m != self.parcel.shown]
        for start in range(0, len(doomed), REMOVED_AT_ONCE):
            some = [int(m) for m in doomed[start : start + REMOVED_AT_ONCE]]
            outcome = await self._call("deleteMessages", {"message_ids": some})
            match outcome:
                case Accepted():
                    self.gone += [str(message) for message in some]
                case Rejected(code=400):
                    for message in some:
                        outcome = await self._remove(str(message))
                        if not isinstance(outcome, Accepted):
                            # What still stands there is taken away at the next try.
                            return outcome
                case Unknown():
                    return NotCarried()
                case NotCarried() | Rejected():
                    return outcome
        return outcome

    async def _call(
        self,
        method: str,
        fields: Mapping[str, object],
        uploads: Mapping[str, Upload] | None = None,
        *,
        message: str = "",
    ) -> Outcome:
        if not self.holds():
            return NotCarried()
        to: dict[str, object] = {"chat_id": int(self.parcel.chat)}
        if message:
            to["message_id"] = int(message)
        return await self.line.call(method, {**to, **fields}, uploads)

    def _noted(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Accepted):
            made = outcome.result
            if not isinstance(made, Mapping) or "message_id" not in made:
                return Unknown(reason="unreadable answer")
            self.messages.append(str(made["message_id"]))
        return outcome

    def _done(self, outcome: Outcome, *, card_message: str = "", begun: str = "") -> Delivered:
        return Delivered(
            outcome=outcome,
            card_message=card_message or begun,
            begun=begun,
            messages=tuple(self.messages),
            gone=tuple(self.gone),
        )


def push_screen(screen: Screen, card: str) -> Screen:
    """The neutral line that a lock screen may show, with one button that opens what it is about."""
    words = language(screen.language)
    kind, _, request = card.partition(":")
    opens = (
        Press(verb="req", args=(request,)) if kind in ("page", "request") else Press(verb="home")
    )
    return replace(
        screen,
        lines=(plain(words.say(PUSH_LINES[screen.push])),),
        rows=((button(words.say(OPEN), opens.verb, *opens.args),),),
        file=None,
    )


def _gone(outcome: Outcome) -> bool:
    return isinstance(outcome, Rejected) and any(words in outcome.words for words in GONE)
