"""A question answered by yes, no or not sure; "not sure" is always an honest answer."""

from dataclasses import dataclass, field

from conversations.matching import NO_WORDS, UNSURE_WORDS, YES_WORDS, simplify
from conversations.questions.choice import Choice, Option, Options
from conversations.questions.question import Setting, Understanding, Understood
from locales import mark

YES, NO, NOT_SURE = "yes", "no", "not_sure"
ANSWERS = (
    Option(value=YES, label=mark("Yes")),
    Option(value=NO, label=mark("No")),
    Option(value=NOT_SURE, label=mark("Not sure")),
)
WORDS = {YES: YES_WORDS, NO: NO_WORDS, NOT_SURE: UNSURE_WORDS}


@dataclass(frozen=True, kw_only=True)
class YesNo(Choice):
    """Yes, no, or not sure."""

    options: Options = field(default=ANSWERS)

    def read(self, text: str, setting: Setting) -> Understanding:
        """Also understand the short words people type."""
        words = simplify(text)
        for answer, known in WORDS.items():
            if words in {simplify(word) for word in known}:
                return Understood(answer=answer)
        return super().read(text, setting)
