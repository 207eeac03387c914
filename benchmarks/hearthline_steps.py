"""What a carer does with Hearthline: the whole of "Something has changed at home", to its receipt.

Only buttons are chosen, as the screens show them; nothing is known here of how it works inside.
"""

from collections import Counter
from collections.abc import Mapping

from benchmarks.people import Fields, Person, labels

FORM = "open:household_change"
ONLY_OPEN = {"Open"}
"""The button of the neutral line that a lock screen sees; the screen itself follows at once."""

WORDS = "She comes on Sunday for a week."


class HearthlineSteps:
    """Links each person by their own code, then lets them report again and again."""

    def __init__(self, codes: Mapping[int, str]) -> None:
        self.codes = codes
        self._asked: Counter[tuple[int, str]] = Counter()
        self.finished = 0

    def first(self, person: Person) -> Fields:
        """They open their link."""
        return person.writes(f"/start {self.codes[person.number]}")

    def after(self, person: Person, message_id: int, fields: Fields) -> Fields | None:
        """The next press after a screen; None for the neutral line before it."""
        shown = dict(labels(fields))
        if not shown or set(shown) <= ONLY_OPEN:
            return None
        carried = list(shown.values())
        for prefix in ("send:", "a:", "skip:"):
            fitting = [data for data in carried if data.startswith(prefix)]
            if fitting:
                return person.presses(message_id, self._choose(person, fitting))
        if FORM in carried:
            self.finished += 1
            return person.presses(message_id, FORM)
        if any(data.startswith("cancel:") for data in carried):
            return person.writes(WORDS)
        if "home" in carried:
            return person.presses(message_id, "home")
        return None

    def _choose(self, person: Person, fitting: list[str]) -> str:
        """Their first choice, then the second where the same question comes back; plans only."""
        planned = [data for data in fitting if data.endswith(":planned")]
        if planned:
            return planned[0]
        question = fitting[0].rpartition(":")[0]
        self._asked[person.number, question] += 1
        return fitting[(self._asked[person.number, question] - 1) % len(fitting)]


class StillSteps:
    """People who open their link, or their first screen, and then do only what they are told."""

    def __init__(self, codes: Mapping[int, str]) -> None:
        self._codes = codes
        self.finished = 0

    def first(self, person: Person) -> Fields:
        """Their link where there is a code, else their first screen."""
        code = self._codes.get(person.number)
        return person.writes(f"/start {code}" if code else "/home")

    def after(self, person: Person, message_id: int, fields: Fields) -> Fields | None:
        """Nothing by themselves."""
        return None
