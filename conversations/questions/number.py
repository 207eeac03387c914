"""A question answered by a whole number, tapped or typed in the digits of any script."""

from dataclasses import dataclass

from conversations.matching import latin_digits
from conversations.questions.choice import in_rows
from conversations.questions.question import (
    Misunderstood,
    Offer,
    Question,
    Rows,
    Setting,
    Understanding,
    Understood,
)
from fostering.drafts import Answer
from locales import mark

FEW = 8
OUT_OF_RANGE = mark("Type a number from {least} to {most}.")


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A whole number from `least` to `most`; a short range has a button for each."""

    least: int = 0
    most: int = 99

    def offers(self, setting: Setting) -> Rows:
        """A button for each number of a short range."""
        if self.most - self.least >= FEW:
            return ()
        return in_rows(
            [Offer(label=str(n), value=str(n)) for n in range(self.least, self.most + 1)]
        )

    def press(self, value: str, setting: Setting) -> Understanding:
        """The number of this button."""
        return self.read(value, setting)

    def read(self, text: str, setting: Setting) -> Understanding:
        """A number within the range."""
        digits = latin_digits(text)
        if digits.isdecimal() and len(digits) < 9 and self.least <= int(digits) <= self.most:
            return Understood(answer=int(digits))
        return Misunderstood(
            hint=setting.facts.language.say(
                OUT_OF_RANGE, least=str(self.least), most=str(self.most)
            )
        )

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it is within the range."""
        return isinstance(answer, int) and self.least <= answer <= self.most

    def word(self, answer: Answer, setting: Setting) -> str:
        """The number in Latin digits."""
        return str(answer)
