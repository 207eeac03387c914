"""A question for a time of day, tapped or typed as people type it."""

import re
from dataclasses import dataclass
from datetime import time

from conversations.matching import latin_digits, simplify
from conversations.questions.choice import Option, in_rows
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
from fostering.office_hours import local
from locales import mark

CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.|yb|yh|y\.b\.|y\.h\.|ص|م)?"
)
NAMED = {
    **dict.fromkeys(("noon", "midday", "hanner dydd", "canol dydd"), "12:00"),
    **dict.fromkeys(("midnight", "منتصف الليل", "hanner nos", "canol nos"), "00:00"),
}
NIGHT_ENDS = 6
AFTERNOON = ("pm", "p.m.", "yh", "y.h.", "م")
NOT_A_TIME = mark("Type a time such as 21:30 or 9.30 pm.")


@dataclass(frozen=True, kw_only=True)
class Time(Question):
    """A local time as "21:30". `options` are buttons; a value that is no time means a word.

    `tonight`: a suggested time that has passed already is not offered.
    """

    options: tuple[Option, ...] = ()
    tonight: bool = False

    def offers(self, setting: Setting) -> Rows:
        """The suggested times, those still to come where it is about tonight."""
        say = setting.facts.language.say
        here = local(setting.facts.at, setting.facts.policy.office_hours)
        offered = [o for o in self.options if not self.tonight or _to_come(o.value, here.time())]
        return in_rows([Offer(label=say(o.label), value=_carried(o.value)) for o in offered])

    def press(self, value: str, setting: Setting) -> Understanding:
        """A suggested time; a button carries it without the colon."""
        for option in self.options:
            if _carried(option.value) == value:
                return Understood(answer=option.value)
        return Misunderstood(hint=setting.facts.language.say(NOT_A_TIME))

    def read(self, text: str, setting: Setting) -> Understanding:
        """A suggested label, or a time as people type it."""
        say = setting.facts.language.say
        for option in self.options:
            if simplify(say(option.label)) == simplify(text):
                return Understood(answer=option.value)
        typed = read_time(text)
        if typed is None:
            return Misunderstood(hint=say(NOT_A_TIME))
        return Understood(answer=typed)

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it is a time, or one of the suggested words."""
        named = {option.value for option in self.options}
        return answer in named or read_time(str(answer)) is not None

    def word(self, answer: Answer, setting: Setting) -> str:
        """The label of a suggested time, or the time itself."""
        language = setting.facts.language
        labels = {option.value: language.say(option.label) for option in self.options}
        return labels.get(str(answer)) or language.number(str(answer))

    def marked_texts(self) -> tuple[str, ...]:
        """The texts of the question and its suggestions."""
        return (*super().marked_texts(), *(option.label for option in self.options))


def read_time(text: str) -> str | None:
    """A typed time as "HH:MM"; a bare number of hours counts from one to twelve as written."""
    words = " ".join(latin_digits(text).casefold().split())
    if words in NAMED:
        return NAMED[words]
    found = CLOCK.fullmatch(words)
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in AFTERNOON else 0)
    elif found["minute"] is None:
        return None
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _to_come(value: str, now: time) -> bool:
    """Whether a suggested time lies ahead in a day that ends at six in the morning."""
    if ":" not in value:
        return True
    then = time.fromisoformat(value)
    return (then.hour - NIGHT_ENDS) % 24 * 60 + then.minute > (
        now.hour - NIGHT_ENDS
    ) % 24 * 60 + now.minute


def _carried(value: str) -> str:
    """Buttons hold no colon."""
    return value.replace(":", "")
