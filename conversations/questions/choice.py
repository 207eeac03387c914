"""A question with one answer out of several buttons; long lists turn pages or are narrowed."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.facts import Facts
from conversations.matching import match_label, simplify
from conversations.pager import EARLIER, LATER, page_of
from conversations.questions.question import (
    NOT_UNDERSTOOD,
    Answers,
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
from locales import mark

SHORT_LABEL = 16
LONGEST_LABEL = 60
NARROWED = "~"
"""Stands before the words that narrow a list, and between them and the page of what fits."""
SEVERAL_FIT = mark("More than one fits. Tap the right one.")
NONE_FITS = mark("We found nobody like that. Type another part of the name.")


@dataclass(frozen=True, kw_only=True)
class Option:
    """One possible answer. `own_words`: the label is a name from the service, not our text.

    `short` (marked) stands on the button of an answer that is longer than a phone shows.
    """

    value: str
    label: str
    own_words: bool = False
    short: str = ""


Options = tuple[Option, ...] | Callable[[Answers, Facts], tuple[Option, ...]]


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One answer out of the options; `narrowed` lets typed words search a long list."""

    options: Options
    narrowed: bool = False

    def possible(self, setting: Setting) -> tuple[Option, ...]:
        """The options in this setting."""
        if callable(self.options):
            return self.options(setting.answers, setting.facts)
        return self.options

    def labels(self, setting: Setting) -> dict[str, str]:
        """The labels as the person sees them, by value."""
        language = setting.facts.language
        return {
            option.value: option.label if option.own_words else language.say(option.label)
            for option in self.possible(setting)
        }

    def offers(self, setting: Setting) -> Rows:
        """Two short labels a row, long ones alone; eight a page."""
        labels = self.labels(setting) | self.short_labels(setting)
        offers = [Offer(label=cut_label(label), value=value) for value, label in labels.items()]
        return in_pages(offers, setting)

    def short_labels(self, setting: Setting) -> dict[str, str]:
        """What stands on the buttons instead of the whole label, by value."""
        say = setting.facts.language.say
        return {
            option.value: say(option.short) for option in self.possible(setting) if option.short
        }

    def press(self, value: str, setting: Setting) -> Understanding:
        """The option of this value, if it is one."""
        if self.accepts(value, setting):
            return Understood(answer=value)
        return Misunderstood(hint=setting.facts.language.say(NOT_UNDERSTOOD))

    def read(self, text: str, setting: Setting) -> Understanding:
        """Match the words with the labels, kindly."""
        labels = self.labels(setting)
        found = match_label(text, labels) or match_label(text, self.short_labels(setting))
        if found is not None:
            return Understood(answer=found)
        if self.narrowed:
            return self._narrow(text, labels, setting)
        return Misunderstood(hint=setting.facts.language.say(NOT_UNDERSTOOD))

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether it is one of the options."""
        return any(option.value == answer for option in self.possible(setting))

    def word(self, answer: Answer, setting: Setting) -> str:
        """The label of the answer."""
        return self.labels(setting).get(str(answer), str(answer))

    def marked_texts(self) -> tuple[str, ...]:
        """The texts of the question and the labels that are always there."""
        fixed = () if callable(self.options) else self.options
        labels = tuple(option.label for option in fixed if not option.own_words)
        return (*super().marked_texts(), *labels)

    def _narrow(self, text: str, labels: dict[str, str], setting: Setting) -> Understanding:
        language = setting.facts.language
        words = simplify(text)
        fits = [value for value, label in labels.items() if words in simplify(label)]
        if len(fits) == 1:
            return Understood(answer=fits[0])
        if not fits or not words:
            return Misunderstood(hint=language.say(NONE_FITS))
        return Picking(page=NARROWED + words, hint=language.say(SEVERAL_FIT))


def in_pages(offers: list[Offer], setting: Setting) -> Rows:
    """The offers of the present page in rows, and the ways to the pages before and after it."""
    language = setting.facts.language
    asked = setting.page
    if asked.startswith(NARROWED):
        _, words, *pages = asked.split(NARROWED)
        offers = [offer for offer in offers if words in simplify(offer.label)]
        asked = pages[-1] if pages else ""
    page = page_of(offers, asked)
    turns = ((EARLIER, page.earlier), (LATER, page.later))
    row = tuple(Offer(label=language.say(label), page=to) for label, to in turns if to)
    return (*in_rows(list(page.entries)), *((row,) if row else ()))


def turned(page: str, asked: str) -> str:
    """The page to show after turning; a list that words have narrowed stays narrowed."""
    if not page.startswith(NARROWED) or not asked.isdigit():
        return asked
    return NARROWED.join(("", page.split(NARROWED)[1], asked))


def in_rows(offers: list[Offer]) -> Rows:
    """Two a row when all labels are short, else one; so buttons keep their places."""
    if all(len(offer.label) <= SHORT_LABEL for offer in offers) and len(offers) > 2:
        return tuple(tuple(offers[place : place + 2]) for place in range(0, len(offers), 2))
    if len(offers) == 2 and all(len(offer.label) <= SHORT_LABEL for offer in offers):
        return (tuple(offers),)
    return tuple((offer,) for offer in offers)


def cut_label(label: str) -> str:
    """A label of a length that a phone can show."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
