"""Menus: the commands and the profile that Telegram shows, neutral and in each language."""

import asyncio
import base64
import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence, Set

from bot.calls import Accepted, Line, Rejected
from bot.results import TOO_MANY
from bot.senders import DOOR
from fostering.people import Person, Standing
from fostering.policy import Policy
from locales import language, mark
from storage import links, marks, people
from storage.database import Database, Reader
from storage.keys import SERVICE

REFRESH_SECONDS = 60.0
PROFILE_MARK = "telegram_profile"
MENUS_MARK = "telegram_menus"

NAME = "Hearthline"
SHORT_DESCRIPTION = mark("Messages from your service.")
DESCRIPTION = mark(
    "Messages between you and your service. Press Start. "
    "Nobody reads this all the time. In danger, ring 999."
)
COMMANDS = {
    "home": mark("The first screen"),
    "help": mark("Numbers to ring"),
    "language": mark("Choose a language"),
}
"""What everybody sees, also over a shoulder: nothing in it says what this is about."""
WITH_FORMS = {"cancel": mark("Stop what I was filling in")}


def commands(tag: str, standing: Standing | None) -> list[dict[str, str]]:
    """The menu in a language for somebody of this standing; None: a stranger."""
    offered = dict(COMMANDS)
    if standing in (Standing.CARER, Standing.STAFF, Standing.ADVOCATE):
        offered |= WITH_FORMS
    words = language(tag)
    return [
        {"command": command, "description": words.say(text)} for command, text in offered.items()
    ]


class Menus:
    """Keeps menus and profile as they should be; what fails is tried again later."""

    def __init__(self, *, database: Database, line: Line, policy: Policy) -> None:
        self._database = database
        self._line = line
        self._policy = policy
        self._shown: dict[str, object] = {}

    async def run(self, stopping: asyncio.Event) -> None:
        """Refresh until `stopping` is set; another worker may have set them since we did."""
        self._shown.clear()
        while not stopping.is_set():
            with contextlib.suppress(Exception):
                await self.refresh()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), REFRESH_SECONDS)

    async def refresh(self) -> None:
        """Set what has changed since it was set last."""
        await self._set_profile()
        for tag in ("", *self._policy.languages):
            menu = commands(tag or "en", None)
            where = {"language_code": tag} if tag else {}
            await self._set(f"default:{tag}", {"commands": menu, **where})
        async with self._database.reading() as reader:
            linked = await _linked(reader)
            noted = await _noted(reader)
        await self._note(noted, noted | linked.keys())
        for chat, person in linked.items():
            tag = person.language if person.language in self._policy.languages else "en"
            scope = {"type": "chat", "chat_id": int(chat)}
            await self._set(
                f"chat:{chat}", {"commands": commands(tag, person.standing), "scope": scope}
            )
        left = [chat for chat in sorted(noted - linked.keys()) if not await self._clear(chat)]
        await self._note(noted | linked.keys(), {*linked, *left})

    async def _clear(self, chat: str) -> bool:
        """Take away the menu of a chat that is nobody's any more; False: to be tried again."""
        scope = {"type": "chat", "chat_id": int(chat)}
        outcome = await self._line.call("deleteMyCommands", {"scope": scope})
        self._shown.pop(f"chat:{chat}", None)
        return isinstance(outcome, Accepted | Rejected) and not _later(outcome)

    async def _note(self, before: Set[str], chats: Set[str]) -> None:
        """Note whose menus there are, sealed: also who is unlinked while we are away loses it."""
        if before == chats:
            return
        async with self._database.writing() as writer:
            content = json.dumps(sorted(chats)).encode()
            sealed = writer.vault.seal(SERVICE, MENUS_MARK, content)
            await marks.write(writer, MENUS_MARK, base64.b64encode(sealed).decode())

    async def _set(self, key: str, fields: Mapping[str, object]) -> None:
        if self._shown.get(key) == fields:
            return
        if isinstance(await self._line.call("setMyCommands", fields), Accepted):
            self._shown[key] = fields

    async def _set_profile(self) -> None:
        """Telegram allows few of these a day, so what was set is noted in the database."""
        calls = list(_profile(self._policy.languages))
        wanted = hashlib.sha256(json.dumps(calls).encode()).hexdigest()
        async with self._database.reading() as reader:
            if await marks.read(reader, PROFILE_MARK) == wanted:
                return
        outcomes = [await self._line.call(method, fields) for method, fields in calls]
        if all(isinstance(outcome, Accepted) for outcome in outcomes):
            async with self._database.writing() as writer:
                await marks.write(writer, PROFILE_MARK, wanted)


def _profile(tags: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    calls: list[tuple[str, dict[str, str]]] = []
    for tag in ("", *tags):
        words = language(tag or "en")
        where = {"language_code": tag} if tag else {}
        calls += [
            ("setMyName", {"name": NAME, **where}),
            ("setMyDescription", {"description": words.say(DESCRIPTION), **where}),
            ("setMyShortDescription", {"short_description": words.say(SHORT_DESCRIPTION), **where}),
        ]
    return calls


def _later(outcome: Accepted | Rejected) -> bool:
    return isinstance(outcome, Rejected) and outcome.code == TOO_MANY


async def _noted(reader: Reader) -> frozenset[str]:
    """The chats that have a menu of their own, as far as we know."""
    written = await marks.read(reader, MENUS_MARK)
    if written is None:
        return frozenset()
    await reader.vault.fetch({SERVICE})
    content = reader.vault.open(SERVICE, MENUS_MARK, base64.b64decode(written))
    return frozenset(str(chat) for chat in json.loads(content))


async def _linked(reader: Reader) -> dict[str, Person]:
    """Everybody who has a chat with us here, by the chat."""
    everybody = {person.id: person for person in await people.every(reader) if person.linked}
    chats = await links.chats(reader, everybody)
    return {link.chat: everybody[id] for id, link in chats.items() if link.door == DOOR}
