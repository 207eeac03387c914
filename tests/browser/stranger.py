"""Somebody who has never seen Hearthline: they read what stands on a phone and press or type."""

from asyncio import Lock
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import chain

from playwright.async_api import Locator, Page

from conversations.catalogue import FORMS
from conversations.pager import EARLIER, LATER
from conversations.questions import Number, Question, Telephone, Time
from conversations.questions.several import THAT_IS_ALL, TICK
from conversations.review import BACK, CANCEL, SAVE, SEND, SEND_REST, SKIP
from locales import Language, language, mark_for
from tests.browser.walking import phone, write

MOST_STEPS = 40
LOOK_MILLISECONDS = 100
WORDS = "B was upset"
TYPED: dict[type[Question], str] = {Number: "2", Time: "21:30", Telephone: "0161 496 0123"}
NOT_ANSWERS = (BACK, SKIP, SAVE, CANCEL, EARLIER, LATER)
ALWAYS_THERE = ("I need help now", "I'm not safe right now", "Numbers", "Hide this")
CARD = """phone => {
  const cards = [...phone.querySelectorAll('.theirs')].filter(card => card.querySelector('.press'));
  const card = cards[cards.length - 1];
  return card ? [card.dataset.message, card.innerText] : ['', ''];
}"""
"""The newest message that can be pressed: its number and what stands on it."""


@dataclass
class Stranger:
    """One person at one phone of the page, who reads it in the language `tag`.

    `hands`: a page has one mouse and one keyboard, whoever waits at its phones.
    """

    page: Page
    key: str
    hands: Lock
    tag: str = "en"
    said: list[str] = field(default_factory=list)
    walked: list[str] = field(default_factory=list)

    @property
    def phone(self) -> Locator:
        """Their phone on the page."""
        return phone(self.page, self.key)

    @property
    def language(self) -> Language:
        """The language they read."""
        return language(self.tag)

    def words(self, english: str) -> Collection[str]:
        """How this text may stand on their phone: for everybody, or as for a young person."""
        return {self.language.say(english), self.language.say(mark_for("young_person", english))}

    async def face(self) -> str:
        """The words and buttons of the newest message that can be pressed."""
        return str((await self.phone.evaluate(CARD))[1])

    async def labels(self) -> list[str]:
        """The buttons under that message, once it is more than the line of a lock screen."""
        await self.page.wait_for_function(
            f"([key, neutral]) => {{ const shown = ({CARD})(document.getElementById(key))[1];"
            " return !neutral.some(word => shown.endsWith('\\n' + word)); }",
            arg=[f"phone-{self.key}", [*self.words("Open")]],
            polling=LOOK_MILLISECONDS,
        )
        return await self._card().locator(".press .press-words").all_inner_texts()

    def _card(self) -> Locator:
        """The newest message that can be pressed."""
        return self.phone.locator(".theirs").filter(has=self.page.locator(".press")).last

    async def press(self, *english: str) -> None:
        """Press the newest button of each of these labels, in turn."""
        for text in english:
            words = self.words(text)
            shown = await self.labels()
            found = [label for label in shown if label in words]
            assert found, (
                f"{self.key}, {self.tag}: no {text!r} among {shown} on {await self.face()}"
            )
            await self._tap(found[-1])

    async def chooses(self, tag: str) -> None:
        """Choose the language they read from now on."""
        await self._type("/language")
        self.tag = tag
        shown = await self.labels()
        if self.language.name in shown:
            await self._tap(self.language.name)

    async def press_first(self, part: str = "") -> None:
        """Press the first button that is no way back and holds this part of a label."""
        ways = self._ways()
        found = [label for label in await self.labels() if label not in ways and part in label]
        assert found, f"{self.key}, {self.tag}: nothing with {part!r} on {await self.face()}"
        await self._tap(found[0])

    async def go_home(self) -> None:
        """Back to the first screen, whatever is on the phone."""
        await self._type("/home")

    async def answer(self, form: str, *preferred: str) -> None:
        """Answer this form until it is sent: what is preferred, else in the plainest way."""
        self.walked.append(form)
        wanted = set(chain.from_iterable(self.words(text) for text in preferred))
        for _ in range(MOST_STEPS):
            labels = await self.labels()
            if not await self._step(labels, wanted):
                return
        raise AssertionError(f"{self.key}, {self.tag}: no end: {await self.face()}")

    async def _step(self, labels: list[str], wanted: Collection[str]) -> bool:
        """One answer; False when nothing is asked any more."""
        say = self.language.say
        sends = {say(text) for text in (SEND, SEND_REST, *(f.send for f in FORMS.values())) if text}
        if send := [label for label in labels if label in sends]:
            await self._tap(send[0])
            return True
        if say(SAVE) not in labels:
            return False
        answers = [label for label in labels if label not in self._ways()]
        picks = [label for label in answers if label in wanted]
        asked = await self._asked()
        if say(THAT_IS_ALL) in labels and any(label.startswith(TICK) for label in labels):
            await self._tap(say(THAT_IS_ALL))
        elif picks:
            await self._tap(picks[0])
        elif say(SKIP) in labels:
            await self._tap(say(SKIP))
        elif answers and not isinstance(asked, Time):
            await self._tap(answers[0])
        else:
            await self._type(next((w for t, w in TYPED.items() if isinstance(asked, t)), WORDS))
        return True

    def _ways(self) -> set[str]:
        """Buttons that answer nothing."""
        found = {self.language.say(text) for text in (*NOT_ANSWERS, THAT_IS_ALL)}
        return found.union(*(self.words(text) for text in ALWAYS_THERE))

    async def _asked(self) -> Question | None:
        """The question on the card."""
        lines = (await self.face()).split("\n")
        asked = FORMS[self.walked[-1]].questions
        fits = [q for q in asked if q.worded is None and self.language.say(q.text) in lines]
        return fits[-1] if fits else None

    async def _tap(self, label: str) -> None:
        before = await self.phone.evaluate(CARD)
        async with self.hands:
            shown = await self.labels()
            await self._card().locator(".press").nth(shown.index(label)).click()
        await self._until_changed(before)

    async def _type(self, words: str) -> None:
        before = await self.phone.evaluate(CARD)
        async with self.hands:
            await write(self.phone, words)
        await self._until_changed(before)

    async def _until_changed(self, before: list[str]) -> None:
        """Until something else can be pressed; what is shown is kept, as a record of the walk."""
        await self.page.wait_for_function(
            f"([key, before]) => {{ const now = ({CARD})(document.getElementById(key));"
            " return now[1] && now.join() !== before.join(); }",
            arg=[f"phone-{self.key}", before],
            polling=LOOK_MILLISECONDS,
        )
        self.said.append(await self.face())
