"""A robot with a phone: it walks forms through the whole service and looks at every screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.questions import Date, Number, OwnWords, Question, Several, Telephone, Text, Time
from fostering.drafts import SKIPPED, Answer, Draft
from locales import Language, language
from simulator.messages import Message
from storage import drafts
from tests.phone_screens import (
    LONGEST_DATA,
    LONGEST_TEXT,
    OF_FORMS,
    OF_HOME,
    WAYS,
    datas_of,
    stray_words,
    verbs,
)
from tests.town import Hand

WORDS = "B was upset"
NUMBER = "0161 496 0123"


@dataclass
class PhoneRobot:
    """One person at their phone; `answers` is the robot's own model of what they have said."""

    hand: Hand
    person: UUID
    tag: str = "en"
    form: Form = field(default_factory=lambda: FORMS["household_change"])
    answers: dict[str, Answer] = field(default_factory=dict)

    def begins(self, form: str) -> None:
        """A form has just been opened."""
        self.form, self.answers = FORMS[form], {}

    @property
    def words(self) -> Language:
        """The language the person has chosen."""
        return language(self.tag)

    @property
    def cards(self) -> list[Message]:
        """The messages that ask or show the way."""
        return [m for m in self.hand.messages if verbs(m) & (OF_FORMS | OF_HOME)]

    @property
    def card(self) -> Message:
        """The one that is alive; after a form was sent, its receipt."""
        return self.cards[-1] if self.cards else self.hand.messages[-1]

    @property
    def question(self) -> Question | None:
        """The question that stands on the card; None on the review and elsewhere."""
        here = verbs(self.card)
        if "save" not in here or "send" in here:
            return None
        lines = (self.card.text or "").split("\n")
        keys = {d.split(":")[2] for d in datas_of(self.card) if d.startswith(("a:", "skip:"))}
        asked = [q for q in self.form.questions if not keys or q.key in keys]
        found = [q for q in asked if q.worded is not None or self.words.say(q.text) in lines]
        return found[-1] if found else None

    @property
    def done(self) -> bool:
        """Whether the form is off the screen."""
        return not verbs(self.card) & OF_FORMS

    async def draft(self) -> Draft | None:
        """What the database holds of this form."""
        async with self.hand.town.database.reading() as reader:
            kept = (await drafts.of(reader, [self.person]))[self.person]
        return next((d for d in kept if d.form == self.form.key), None)

    async def look(self) -> None:
        """What must be true of the phone after every step."""
        shown = self.hand.messages[-1]
        at = f"{self.form.key}, {self.tag}, {shown.text!r} {[*verbs(shown)]}"
        assert len(self.cards) == 1 or (not self.cards and verbs(shown) & WAYS), at
        for message in {self.card.id: self.card, shown.id: shown}.values():
            text = message.text or ""
            assert 0 < len(text) <= LONGEST_TEXT, at
            assert "{" not in text, at
            assert verbs(message) & (WAYS | OF_HOME), f"no way back: {at}"
            datas = [b.callback_data or "" for row in message.buttons for b in row]
            assert all(0 < len(data.encode()) <= LONGEST_DATA for data in datas), at
            is_help = text.startswith(self.words.say("Help now"))
            assert is_help or "help" in verbs(message), f"no way to help: {at}"
            assert not stray_words(message, self.tag), f"not {self.tag}: {at}"
        draft = await self.draft()
        if draft is not None:
            assert dict(draft.answers) == self.answers, at

    async def presses(self, verb: str, *args: str) -> None:
        """Press the newest button of this verb whose last arguments are these, and look."""
        for message in reversed(self.hand.messages):
            for r, row in enumerate(message.buttons):
                for c, button in enumerate(row):
                    data = (button.callback_data or "").split(":")
                    if data[0] == verb and (not args or tuple(data[-len(args) :]) == args):
                        self.hand.phone.presses_at(message.id, r, c)
                        await self.hand.town.follow()
                        await self.look()
                        return
        raise AssertionError(f"no button {verb} {args} on {self.card.text!r}")

    async def writes(self, text: str) -> None:
        """Type words, and look."""
        await self.hand.writes(text)
        await self.look()

    async def forges(self, *datas: str) -> None:
        """Send presses that no button carries, as a tampered app could."""
        for data in datas:
            self.hand.phone.forges(self.card.id, data)
            await self.hand.town.follow()
            await self.look()

    async def resumes(self) -> None:
        """Carry on from the first screen with the answers to this form."""
        draft = await self.draft()
        assert draft is not None, f"{self.form.key}: the answers are gone"
        await self.presses("resume", draft.tag)

    async def presses_language(self, tag: str) -> None:
        """Choose a language; everything speaks it from now on."""
        self.tag = tag
        await self.presses("lang", tag)

    def values(self) -> list[str]:
        """What the buttons of the question would answer."""
        return [data.split(":")[3] for data in datas_of(self.card) if data.startswith("a:")]

    async def answer(self, wanted: Mapping[str, str]) -> None:
        """Answer the present question as wanted, else in the plainest way."""
        question = self.question
        assert question is not None, self.card.text
        key = question.key
        if question.optional and key not in wanted:
            self.answers[key] = SKIPPED
            await self.presses("skip", key)
            return
        match question:
            case Several():
                await self._tick(key, wanted.get(key, self.values()[0]))
            case OwnWords():
                await self.writes(WORDS)
                self.answers[key] = WORDS
                await self.presses("a", key, ".keep")
            case Text():
                self.answers[key] = wanted.get(key, WORDS)
                await self.writes(str(self.answers[key]))
            case Telephone():
                self.answers[key] = NUMBER
                await self.writes(NUMBER)
            case Number():
                self.answers[key] = 2
                await self.writes("2")
            case Time():
                self.answers[key] = "21:30"
                await self.writes("21:30")
            case Date():
                self.answers[key] = self.values()[0]
                await self.presses("a", key, self.values()[0])
            case _:
                await self._choose(key, wanted.get(key, ""))

    async def _choose(self, key: str, wanted: str) -> None:
        if wanted and wanted not in self.values():
            await self.presses("page", key, "1")
        self.answers[key] = wanted or self.values()[0]
        await self.presses("a", key, str(self.answers[key]))

    async def _tick(self, key: str, value: str) -> None:
        """Lone answers are taken at once; others wait for "That is all"."""
        if value in ("none", "not_sure", "nobody"):
            self.answers[key] = (value,)
            await self.presses("a", key, value)
            return
        await self.presses("a", key, value)
        self.answers[key] = (value,)
        await self.presses("a", key, ".done")
