"""A question answered on a short scale; every step has a word, the hardest comes first."""

from dataclasses import dataclass, field

from conversations.questions.choice import Choice, Option, Options
from conversations.questions.question import Offer, Rows, Setting
from locales import mark

STEPS = (
    Option(value="1", label=mark("Very bad")),
    Option(value="2", label=mark("Not good")),
    Option(value="3", label=mark("OK")),
    Option(value="4", label=mark("Good")),
    Option(value="5", label=mark("Very good")),
)


@dataclass(frozen=True, kw_only=True)
class Scale(Choice):
    """One of five steps; the word stands on the button, so no picture has to be guessed."""

    options: Options = field(default=STEPS)

    def offers(self, setting: Setting) -> Rows:
        """One step a row, in order, so that the order reads the same in every direction."""
        return tuple((Offer(label=label, value=v),) for v, label in self.labels(setting).items())
