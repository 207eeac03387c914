"""Somebody who has never seen Hearthline: they read what stands on a phone and press or type."""

from asyncio import Lock
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from playwright.async_api import Page

from conversations.catalogue import FORMS
from conversations.pager import EARLIER, LATER
from conversations.questions import Number, Question, Telephone, Time
from conversations.questions.several import THAT_IS_ALL, TICK
from conversations.review import BACK, CANCEL, SAVE, SEND, SEND_REST, SKIP
from locales import Language, language, mark_for
from tests.browser.walk_record import Record

EYES = (Path(__file__).parent / "eyes.js").read_text(encoding="utf-8")
MOST_STEPS = 40
MOST_AIMS = 5
PATIENCE_MILLISECONDS = 30_000
WORDS = "B was upset"
TYPED: dict[type[Question], str] = {Number: "2", Time: "21:30", Telephone: "0161 496 0123"}
NOT_ANSWERS = (BACK, SKIP, SAVE, CANCEL, EARLIER, LATER)
ALWAYS_THERE = ("I need help now", "I'm not safe right now", "Numbers", "Hide this")


@dataclass(frozen=True, kw_only=True)
class Card:
    """The newest message that can be pressed; `drawn` is its HTML."""

    number: str
    words: str
    labels: tuple[str, ...]
    drawn: str = ""

    @property
    def face(self) -> str:
        """All that stands on it, line by line."""
        return "\n".join((self.words, *self.labels))

    def seen(self) -> dict[str, object]:
        """As the eyes on the page saw it."""
        return {"card": self.number, "words": self.words, "labels": [*self.labels]}


NOTHING = Card(number="", words="", labels=())


@dataclass
class Stranger:
    """One person at one phone of the page, who reads it in the language `tag`.

    `hands`: a page has one mouse and one keyboard, whoever waits at its phones.
    """

    page: Page
    key: str
    hands: Lock
    record: Record
    tag: str = "en"
    card: Card = NOTHING
    walked: list[str] = field(default_factory=list)

    @property
    def language(self) -> Language:
        """The language they read."""
        return language(self.tag)

    def words(self, english: str) -> Collection[str]:
        """How this text may stand on their phone: for everybody, or as for a young person."""
        return {self.language.say(english), self.language.say(mark_for("young_person", english))}

    async def looks(self) -> Card:
        """The card that stands on their phone now, once it is more than a lock screen's line."""
        return await self._next(NOTHING)

    async def press(self, *english: str) -> None:
        """Press the newest button of each of these labels, in turn."""
        for text in english:
            words = self.words(text)
            card = await self._next(NOTHING, wanted=words)
            found = [label for label in card.labels if label in words]
            await self._tap(found[-1], after=f"after {text}")

    async def chooses(self, tag: str) -> None:
        """Choose the language they read from now on."""
        await self._type("/language", after="after Language")
        self.tag = tag
        card = await self.looks()
        if self.language.name in card.labels:
            await self._tap(self.language.name, after="after Language")

    async def press_first(self, part: str = "") -> None:
        """Press the first button that is no way back and holds this part of a label."""
        ways = self._ways()
        card = await self.looks()
        found = [label for label in card.labels if label not in ways and part in label]
        assert found, f"{self.key}, {self.tag}: nothing with {part!r} on {card.face}"
        await self._tap(found[0], after=f"after the first button {part}".strip())

    async def go_home(self) -> None:
        """Back to the first screen, whatever is on the phone."""
        await self._type("/home", after="first screen")

    async def answer(self, form: str, *preferred: str) -> None:
        """Answer this form until it is sent: what is preferred, else in the plainest way."""
        self.walked.append(form)
        wanted = set(chain.from_iterable(self.words(text) for text in preferred))
        for _ in range(MOST_STEPS):
            if not await self._step(await self.looks(), wanted):
                return
        raise AssertionError(f"{self.key}, {self.tag}: no end: {self.card.face}")

    async def _step(self, card: Card, wanted: Collection[str]) -> bool:
        """One answer; False when nothing is asked any more."""
        say, labels = self.language.say, card.labels
        if send := [label for label in labels if label in self._sends()]:
            await self._tap(send[0], after=f"{self.walked[-1]}: receipt")
            return True
        if say(SAVE) not in labels:
            return False
        answers = [label for label in labels if label not in self._ways()]
        picks = [label for label in answers if label in wanted]
        asked = self._asked(card)
        if say(THAT_IS_ALL) in labels and any(label.startswith(TICK) for label in labels):
            await self._tap(say(THAT_IS_ALL))
        elif picks:
            await self._tap(picks[0])
        elif say(SKIP) in labels:
            await self._tap(say(SKIP))
        elif answers and not isinstance(asked, Time):
            await self._tap(answers[0])
        else:
            typed = next((w for t, w in TYPED.items() if isinstance(asked, t)), WORDS)
            await self._type(typed)
        return True

    def _ways(self) -> set[str]:
        """Buttons that answer nothing."""
        found = {self.language.say(text) for text in (*NOT_ANSWERS, THAT_IS_ALL)}
        return found.union(*(self.words(text) for text in ALWAYS_THERE))

    def _asked(self, card: Card) -> Question | None:
        """The question on the card."""
        lines = card.face.split("\n")
        asked = FORMS[self.walked[-1]].questions
        fits = [q for q in asked if q.worded is None and self.language.say(q.text) in lines]
        return fits[-1] if fits else None

    def _kind(self, card: Card) -> str:
        """What kind of screen of a conversation this is; empty for any other."""
        if not self.walked or self.language.say(SAVE) not in card.labels:
            return ""
        review = any(label in self._sends() for label in card.labels)
        asked = self._asked(card)
        kind = "review" if review else type(asked).__name__ if asked else "question"
        return f"{self.walked[-1]}: {kind}"

    def _sends(self) -> set[str]:
        """Buttons that send a conversation."""
        every = (SEND, SEND_REST, *(form.send for form in FORMS.values()))
        return {self.language.say(text) for text in every if text}

    async def _tap(self, label: str, *, after: str = "") -> None:
        async with self.hands:
            before = await self._next(NOTHING, wanted=[label])
            at = before.labels.index(label)
            await self._click("button", before.number, at)
        await self._until_changed(before, did=label, after=after)

    async def _type(self, words: str, *, after: str = "") -> None:
        async with self.hands:
            before = await self._look()
            await self._click("box")
            await self.page.keyboard.insert_text(words)
            await self.page.keyboard.press("Enter")
        await self._until_changed(before, did=words, after=after)

    async def _until_changed(self, before: Card, *, did: str, after: str) -> None:
        """Until something else can be pressed; what is shown is kept, as a record of the walk."""
        self.card = await self._next(before)
        kind = self._kind(self.card) or after or "afterwards"
        self.record.keep(self.key, did=did, drawn=self.card.drawn, kind=kind)

    async def _look(self) -> Card:
        return card_from(await self.page.evaluate("key => eyes.look(key)", self.key))

    async def _next(self, before: Card, wanted: Collection[str] = ()) -> Card:
        neutral = [*self.words("Open")]
        asked = [self.key, before.seen(), neutral, [*wanted], PATIENCE_MILLISECONDS]
        return card_from(await self.page.evaluate("asked => eyes.next(...asked)", asked))

    async def _click(self, what: str, *where: object) -> None:
        """Press it with the mouse: again where the page moved, never where anything covers it."""
        asked = [what, self.key, *where]
        for _ in range(MOST_AIMS):
            place = await self.page.evaluate("([what, ...where]) => eyes[what](...where)", asked)
            assert place["over"] is None, f"{self.key}, {self.tag}: over it lies {place['over']}"
            await self.page.mouse.click(place["x"], place["y"])
            if await self.page.evaluate("eyes.hit()"):
                return
        raise AssertionError(f"{self.key}, {self.tag}: {what} {where} cannot be pressed")


def card_from(seen: dict[str, object]) -> Card:
    """The card that the eyes on the page saw."""
    labels = seen["labels"]
    assert isinstance(labels, list)
    return Card(
        number=str(seen["card"]),
        words=str(seen["words"]),
        labels=tuple(labels),
        drawn=str(seen["drawn"]),
    )
