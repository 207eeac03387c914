"""A question for a number on which the person can be rung; it is never pointed out or blocked."""

import re
from dataclasses import dataclass

from conversations.matching import latin_digits
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

OWN = "own"
LETTERS = re.compile(r"[^\d\s().+\-/]")
FEWEST, MOST = 10, 15
MY_OWN = mark("The number you have for me")
NOT_A_NUMBER = mark("Type a phone number with its area code, such as 0161 496 0123.")


@dataclass(frozen=True, kw_only=True)
class Telephone(Question):
    """A telephone number, kept with single spaces as it was typed; or the one the service holds.

    `own` is the words for the held one, as the person who answers would say it.
    """

    own: str = MY_OWN

    def offers(self, setting: Setting) -> Rows:
        """One tap when the service holds a number already."""
        if not setting.facts.own_number_known:
            return ()
        return ((Offer(label=setting.facts.language.say(self.own), value=OWN),),)

    def press(self, value: str, setting: Setting) -> Understanding:
        """The number the service holds."""
        if value == OWN and setting.facts.own_number_known:
            return Understood(answer=OWN)
        return Misunderstood(hint=setting.facts.language.say(NOT_A_NUMBER))

    def read(self, text: str, setting: Setting) -> Understanding:
        """Ten to fifteen digits of any script, with spaces, brackets or a plus sign."""
        number = " ".join(latin_digits(text).split())
        digits = sum(sign.isdigit() for sign in number)
        if LETTERS.search(number) or not FEWEST <= digits <= MOST:
            return Misunderstood(hint=setting.facts.language.say(NOT_A_NUMBER))
        return Understood(answer=number)

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it was understood as a number, or the held one was chosen.

        Not looked up again: whoever reads the answer later has another number, or none.
        """
        return isinstance(answer, str) and bool(answer)

    def word(self, answer: Answer, setting: Setting) -> str:
        """The number with Latin digits in their own order."""
        language = setting.facts.language
        return language.say(self.own) if answer == OWN else language.number(str(answer))
