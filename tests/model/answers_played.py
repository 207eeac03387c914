"""Rosa's phone and one form on it, in a town that may be started anew between any two things."""

from pathlib import Path

from simulator.phones import Phone
from tests.begun import BegunFiles
from tests.model.draft_told import ANSWERS, Asked, DraftTold
from tests.model.town_played import TownPlayed

TITLE = "Something has changed at home"
CARRY_ON = f"… {TITLE}"
CHECK = "Is this right? You can change each answer."
THROW_AWAY = "Throw these answers away?"
NOT_SENT = "Not sent. Nobody has read this."
HOME = ("The office is", "No one watches this chat")
WAYS = ("skip", "change", "keep", "back", "save", "cancel", "resume")


class AnswersPlayed(TownPlayed):
    """What a person does, what comes between, and what stands on the phone afterwards.

    `old` are the buttons that were there once: what each carries, and its label.
    """

    def __init__(self, begun: BegunFiles, folder: Path) -> None:
        super().__init__(begun, folder)
        self.tag = ""
        self.old: list[tuple[str, str]] = []

    @property
    def phone(self) -> Phone:
        """Rosa's."""
        return self.town.hands["rosa"].phone

    @property
    def lines(self) -> list[str]:
        """What stands there, line by line."""
        return self.town.hands["rosa"].screen.split("\n")

    @property
    def labels(self) -> list[str]:
        """What can be pressed."""
        return self.town.hands["rosa"].buttons

    def says(self, words: str, between: str) -> None:
        """Words, and all that follows."""
        self.phone.says(words)
        self._follow(between)

    def presses(self, label: str, between: str) -> None:
        """A button that stands there, and all that follows."""
        self.phone.presses(label)
        self._follow(between)

    def presses_late(self, data: str, between: str) -> None:
        """A button that stood there once, and all that follows."""
        self.phone.forges(self.town.hands["rosa"].messages[-1].id, data)
        self._follow(between)

    def _follow(self, between: str) -> None:
        if between in ("received", "decided"):
            self.receives()
            if between == "decided":
                self.decides()
            self.starts_anew()
            self.settle()
        self.follows()
        if between == "twice":
            self.comes_again([len(self.came) - 1])
            self.follows()
        if between == "new start":
            self.starts_anew()
        self._note_buttons()

    def _note_buttons(self) -> None:
        for row in self.town.hands["rosa"].messages[-1].buttons:
            for button in row:
                data = button.callback_data or ""
                known = button.text in ANSWERS or data.split(":")[0] in WAYS
                if known and (data, button.text) not in self.old:
                    self.old.append((data, button.text))
                if data.split(":")[0] == "save":
                    self.tag = data.split(":")[1]

    # What must stand there.

    def shows_home(self, *, offers: bool) -> None:
        """The first screen; answers that are not sent can be taken up from it."""
        assert any(line.startswith(HOME) for line in self.lines), self.lines
        assert (CARRY_ON in self.labels) == offers, self.labels

    def shows_form(self, told: DraftTold) -> None:
        """The question that is told, or all answers."""
        assert self.lines[0] == TITLE, self.lines
        assert NOT_SENT in self.lines, self.lines
        if told.present is None:
            self._shows_all(told)
        else:
            self._asks(told, told.present)

    def _asks(self, told: DraftTold, present: Asked) -> None:
        lines, path = self.lines, told.path
        assert CHECK not in lines, lines
        assert f"{path.index(present) + 1} of {len(path)}" in lines, (lines, present)
        assert present.text in lines, (lines, present)
        kept = [label for label in self.labels if label.startswith("Keep: ")]
        assert kept == [f"Keep: {told.answers[present]}" for _ in [0] if present in told.answers]
        if told.before is not None:
            named = f"{told.before.name}:" if told.before.name else told.before.text
            assert f"{named} {told.answers[told.before]}" in lines, lines

    def _shows_all(self, told: DraftTold) -> None:
        lines = self.lines
        assert CHECK in lines, lines
        shown = [asked for asked in told.path if asked.shown]
        wanted = [line for asked in shown for line in (asked.named, told.answers[asked])]
        first = lines.index(wanted[0])
        assert lines[first : first + len(wanted)] == wanted, lines
