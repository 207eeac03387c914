"""Who may read it: a young person ticks at least one of the named answerers (practice 23)."""

from dataclasses import dataclass

from conversations.questions.question import (
    Picking,
    Setting,
    Understanding,
    Understood,
)
from conversations.questions.several import Several
from fostering.drafts import Answer
from locales import mark_for

TELL_HOME = "home"
"""Ticked beside the readers: a worker may talk about it with the people they live with."""
TICK_A_PERSON = mark_for(
    "young_person", "Tick at least one person who may see it, then press “That is all”."
)


@dataclass(frozen=True, kw_only=True)
class ChosenReaders(Several):
    """Several of which one at least is a person; only then does somebody read what is sent."""

    def press(self, value: str, setting: Setting) -> Understanding:
        """Tick or untick; without a person it does not end."""
        return self._with_a_person(super().press(value, setting), setting)

    def read(self, text: str, setting: Setting) -> Understanding:
        """Typed names; what is ticked beside them is not enough."""
        return self._with_a_person(super().read(text, setting), setting)

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether all of it may be chosen, and a person is among it."""
        return super().accepts(answer, setting) and answer != (TELL_HOME,)

    def _with_a_person(self, understood: Understanding, setting: Setting) -> Understanding:
        say = setting.facts.language.say
        match understood:
            case Understood(answer=(only,)) if only == TELL_HOME:
                return Picking(picked=(TELL_HOME,), hint=say(TICK_A_PERSON))
            case _:
                return understood
