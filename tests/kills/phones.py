"""What the phones do while the service lives and dies, and what the oracle must know of it."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from simulator.messages import Message
from simulator.phones import NoSuchButton, Phone
from tests.kills.village import CALLERS, WORKERS, WRITERS, Village

TELL = "Tell the on-call team"
GOT_IT = "I've got it"
OPENED = "Something has changed at home"
GO_ON = f"… {OPENED}"
WRITTEN = "written"
STEPS = (
    OPENED,
    "Who lives here or visits",
    "Someone at home turns 18",
    "It has happened",
    WRITTEN,
    "No, nobody",
    "Send",
)
"""One report; `written` is a line of words that no other report has."""


@dataclass
class Phones:
    """The people's hands. They never wait for anybody."""

    village: Village
    luck: Random
    calls: Counter[str] = field(default_factory=Counter)
    """How often each caller has told the on-call team."""
    waiting: set[str] = field(default_factory=set)
    """Callers with whom nobody has spoken since."""
    spoken: set[UUID] = field(default_factory=set)
    """Requests of which their holder has said that they have spoken."""
    without_page: dict[UUID, str] = field(default_factory=dict)
    """Requests whose holder (the value) saw no page of them to say it on."""
    sent: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in WRITERS})
    """The words of every report that was sent, by writer."""
    step: Counter[str] = field(default_factory=Counter)
    line: Counter[str] = field(default_factory=Counter)

    def phone(self, name: str) -> Phone:
        """Somebody's phone."""
        return self.village.hands[name].phone

    def ask_for_numbers(self) -> None:
        """Whoever is not waiting for a call asks for the card of numbers."""
        for name in CALLERS:
            if name not in self.waiting:
                self.phone(name).says("/help")

    def everybody_asks(self) -> None:
        """Every caller asks for the card of numbers."""
        for name in CALLERS:
            self.phone(name).says("/help")

    def call(self, most: int) -> None:
        """Some who hold the card tell the on-call team."""
        quiet = [name for name in CALLERS if name not in self.waiting]
        for name in self.luck.sample(quiet, min(most, len(quiet))):
            if self._press(name, TELL):
                self.calls[name] += 1
                self.waiting.add(name)

    def write(self) -> None:
        """Every writer takes the next step of the report, if it stands on the screen."""
        for name in WRITERS:
            self.take_step(name)

    def take_step(self, name: str) -> bool:
        """Take one writer's next step; whether it was there to be taken."""
        step = STEPS[self.step[name]]
        if step == WRITTEN:
            if not self.is_asked_for_words(name):
                return False
            self.line[name] += 1
            self.phone(name).says(self.words(name))
        elif not self._press(name, step):
            return False
        if step == STEPS[-1]:
            self.sent[name].append(self.words(name))
            self.phone(name).says("/home")
        self.step[name] = (self.step[name] + 1) % len(STEPS)
        return True

    def words(self, name: str) -> str:
        """The line of the report that is being written."""
        return f"{name} writes line {self.line[name]}"

    def is_asked_for_words(self, name: str) -> bool:
        """Whether the newest question wants words."""
        under = [labels(message) for message in self.phone(name).messages()]
        asked = [each for each in under if "Save for later" in each]
        return bool(asked) and not any("It has happened" in each for each in asked)

    def race(self) -> None:
        """Everybody presses *I've got it* on every page they see, one after another."""
        for name in self.luck.sample(WORKERS, len(WORKERS)):
            for message in self.phone(name).messages():
                if GOT_IT in labels(message):
                    press_on(self.phone(name), message, GOT_IT)

    def speak(self, holders: dict[UUID, str]) -> None:
        """Each who has a request says that they have spoken; `holders` by request."""
        for request, name in holders.items():
            ours = [m for m in self.phone(name).messages() if carries(m, request)]
            if ours:
                self.phone(name).forges(ours[-1].id, f"spokeyes:{request.hex}")
                self.spoken.add(request)
            else:
                self.without_page[request] = name
        self.waiting.clear()

    async def go_on(self) -> None:
        """In fine weather, whoever does not see the next question asks for it and gets it."""
        lost = [name for name in WRITERS if self.step[name] and not self.sees_step(name)]
        for words in ("/home", GO_ON):
            for name in lost:
                if words == GO_ON:
                    self.phone(name).presses(GO_ON)
                else:
                    self.phone(name).says(words)
            await self.village.settle()
        for name in lost:
            assert self.sees_step(name), f"{name}: the draft at step {self.step[name]} is gone"

    def sees_step(self, name: str) -> bool:
        """Whether the next step can be taken."""
        step = STEPS[self.step[name]]
        if step == WRITTEN:
            return self.is_asked_for_words(name)
        return any(step in labels(m) for m in self.phone(name).messages())

    def _press(self, name: str, label: str) -> bool:
        try:
            self.phone(name).presses(label)
        except NoSuchButton:
            return False
        return True


def labels(message: Message) -> list[str]:
    """The labels under a message."""
    return [button.text for row in message.buttons for button in row]


def carries(message: Message, request: UUID) -> bool:
    """Whether a button under the message is about this request."""
    carried = [button.callback_data or "" for row in message.buttons for button in row]
    return any(request.hex in each for each in carried)


def press_on(phone: Phone, message: Message, label: str) -> None:
    """Press the button with this label under this very message."""
    for row, buttons in enumerate(message.buttons):
        for column, button in enumerate(buttons):
            if button.text == label:
                phone.presses_at(message.id, row, column)
                return
