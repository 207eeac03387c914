"""A unit at the desk without a database, and the application that dispatches it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.aiohttp_request import AiohttpRequest
from bot.application import BotApplication, build_application, dispatch
from conversations.kinds import KINDS
from desk.scene import Scene, Sender, Where
from desk.unit import Unit
from fostering.drafts import Draft
from fostering.people import Person
from fostering.policy import Policy
from fostering.requests import Request
from tests.rules.cast import CARER, HOME, ROSTER
from tests.rules.cast import POLICY as RULES

TOKEN = "100:demo-token-for-tests-only-000000000"
CHAT = 77
AT = datetime(2026, 11, 20, 21, 40, tzinfo=UTC)


def policy() -> Policy:
    """The rules' policy with the kinds that the forms know."""
    return replace(RULES, kinds=KINDS)


@dataclass
class Chat:
    """One person's chat over several updates; what one unit keeps, the next one finds."""

    application: BotApplication
    person: Person | None = CARER
    where: Where = Where.PRIVATE
    drafts: dict[UUID, Draft] = field(default_factory=dict)
    requests: dict[UUID, Request] = field(default_factory=dict)
    updates: int = 0

    async def writes(self, words: str) -> Unit:
        """Words or a command."""
        entities = []
        if words.startswith("/"):
            length = len(words.split()[0])
            entities = [{"type": "bot_command", "offset": 0, "length": length}]
        return await self.sends({"message": {"text": words, "entities": entities, **self._head()}})

    async def presses(self, token: str) -> Unit:
        """A button that carries this."""
        query = {"id": "1", "from": self._account(), "chat_instance": "", "data": token}
        return await self.sends({"callback_query": {**query, "message": self._head()}})

    async def sends(self, part: dict[str, object]) -> Unit:
        """Any update."""
        self.updates += 1
        unit = Unit(scene=self._scene(typed="message" in part))
        await dispatch(self.application, unit, {"update_id": self.updates, **part})
        for draft in unit.kept.values():
            self.drafts[draft.id] = draft
        for key in unit.dropped:
            self.drafts.pop(key, None)
        self.requests |= unit.scene.requests
        return unit

    @property
    def draft(self) -> Draft:
        """The only draft there is."""
        (draft,) = self.drafts.values()
        return draft

    def _scene(self, *, typed: bool) -> Scene:
        return Scene(
            at=AT + timedelta(seconds=self.updates),
            policy=policy(),
            sender=Sender(
                door="telegram",
                account=str(CHAT),
                chat=str(CHAT),
                where=self.where,
                language="en",
            ),
            person=self.person,
            household=HOME if self.person is not None else None,
            households={HOME.id: HOME},
            roster=ROSTER,
            drafts=dict(self.drafts),
            requests=dict(self.requests),
            typed=typed,
            chance=bytes(16),
        )

    def _head(self) -> dict[str, object]:
        kind = "private" if self.where is Where.PRIVATE else "group"
        chat = {"id": CHAT, "type": kind}
        return {"message_id": 5, "date": 0, "chat": chat, "from": self._account()}

    def _account(self) -> dict[str, object]:
        return {"id": CHAT, "is_bot": False, "first_name": ""}


async def open_chat() -> Chat:
    """A carer's chat."""
    application = build_application(TOKEN, "http://127.0.0.1:1", AiohttpRequest())
    await application.initialize()
    return Chat(application=application)


def said(unit: Unit) -> str:
    """All words of all screens of a unit."""
    return "\n".join(line.text for one in unit.said for line in one.screen.lines)
