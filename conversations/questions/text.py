"""A question answered in a person's own words; names and numbers are pointed out once, kindly."""

import re
from dataclasses import dataclass

from conversations.facts import Facts
from conversations.matching import latin_digits
from conversations.questions.question import (
    Misunderstood,
    Offer,
    Picking,
    Question,
    Rows,
    Setting,
    Understanding,
    Understood,
)
from fostering.drafts import Answer
from locales import mark, mark_many

LONGEST = 1000
KEEP = ".keep"
NOTHING_TYPED = mark("Type a few words, then send them.")
TOO_LONG = mark_many(
    "That is {count} character too long. Send a shorter version.",
    "That is {count} characters too long. Send a shorter version.",
)
USE_INITIALS = mark(
    "That looks like it holds a name, an address or a number. Use initials and send it again, "
    "or keep it as it is."
)
KEEP_IT = mark("Keep it as it is")

LOG_WORDS = re.compile(r"\b(log|crime|incident|reference|ref|cad|urn|police)\b", re.IGNORECASE)
TELEPHONE = re.compile(r"(?<!\d)(?:\+44|0)(?:[\s().-]*\d){9,10}(?!\d)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
STREET = re.compile(
    r"\b\d{1,4}[a-z]?\s+\w+\s+(?:street|road|avenue|lane|close|drive|way|crescent|court|place)\b",
    re.IGNORECASE,
)
FULL_NAME = re.compile(r"\b[A-Z][a-z]{2,}\s+[A-Z][a-z'’-]{2,}\b")
NOT_NAMES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "christmas", "easter"),
        *("social", "worker", "family", "time"),
    }
)


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """Words of at most `longest` characters. `plain`: nothing is pointed out (log numbers)."""

    longest: int = LONGEST
    plain: bool = False

    def offers(self, setting: Setting) -> Rows:
        """Nothing to tap, unless words wait for "Keep it as it is"."""
        if not setting.picked:
            return ()
        return ((Offer(label=setting.facts.language.say(KEEP_IT), value=KEEP),),)

    def press(self, value: str, setting: Setting) -> Understanding:
        """Keep the words that were pointed out."""
        if value == KEEP and setting.picked:
            return Understood(answer=setting.picked[0])
        return Misunderstood(hint=setting.facts.language.say(NOTHING_TYPED))

    def read(self, text: str, setting: Setting) -> Understanding:
        """Take the words; too long ones are counted, telling ones pointed out once."""
        language = setting.facts.language
        if not text:
            return Misunderstood(hint=language.say(NOTHING_TYPED))
        if len(text) > self.longest:
            return Misunderstood(hint=language.say_many(*TOO_LONG, len(text) - self.longest))
        if not self.plain and not setting.picked and telling(without_labels(text, setting.facts)):
            return Picking(picked=(text,), hint=language.say(USE_INITIALS))
        return Understood(answer=text)

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it is text of a possible length."""
        return isinstance(answer, str) and 0 < len(answer) <= self.longest

    def word(self, answer: Answer, setting: Setting) -> str:
        """The words themselves."""
        return str(answer)


def without_labels(text: str, facts: Facts) -> str:
    """The words without the labels of the children, which are there to be used."""
    for _, label in facts.children:
        text = re.sub(re.escape(label), " ", text, flags=re.IGNORECASE)
    return text


def telling(text: str) -> bool:
    """Whether words look like a name, an address or a number that could name a person.

    A police log number is spared (practice 22). Only points out; nothing is ever blocked.
    """
    words = latin_digits(text)
    if POSTCODE.search(words) or STREET.search(words) or _full_name(words):
        return True
    numbers = bool(TELEPHONE.search(words) or NHS_NUMBER.search(words))
    return numbers and not LOG_WORDS.search(words)


def _full_name(words: str) -> bool:
    found = FULL_NAME.findall(words)
    return any(not set(name.lower().split()) & NOT_NAMES for name in found)
