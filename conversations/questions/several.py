"""A question that takes several answers: tick them, then press the last button."""

import re
from dataclasses import dataclass

from conversations.matching import match_label
from conversations.pager import ONE_PAGE, PER_PAGE
from conversations.questions.choice import Choice, in_pages
from conversations.questions.question import (
    NOT_UNDERSTOOD,
    Misunderstood,
    Offer,
    Picking,
    Rows,
    Setting,
    Understanding,
    Understood,
)
from fostering.drafts import Answer
from locales import mark

DONE = ".done"
TICK = "✓ "
ALONE = ("none", "not_sure", "nobody")
"""Answers that stand alone: they answer at once and cannot be ticked beside another."""
THAT_IS_ALL = mark("That is all")
PICK_FIRST = mark("Tick at least one, then press “That is all”.")
SEPARATORS = re.compile(r"[,;،؛\n]+|\s+(?:and|ac?|و)\s+")


@dataclass(frozen=True, kw_only=True)
class Several(Choice):
    """Any number of the options, but at least one."""

    def offers(self, setting: Setting) -> Rows:
        """Every option, the ticked ones marked; once one is ticked, the button that ends it."""
        ticked = self._ticked(setting)
        offers = [
            Offer(label=f"{TICK}{label}" if value in ticked else label, value=value)
            for value, label in self.labels(setting).items()
        ]
        done = Offer(label=setting.facts.language.say(THAT_IS_ALL), value=DONE)
        return (*in_pages(offers, setting), (done,)) if ticked else in_pages(offers, setting)

    def press(self, value: str, setting: Setting) -> Understanding:
        """Tick or untick; a lone answer such as "None of these" answers at once."""
        language = setting.facts.language
        ticked = self._ticked(setting)
        if value == DONE:
            if not ticked:
                return Misunderstood(hint=language.say(PICK_FIRST))
            return Understood(answer=ticked)
        if value not in self.labels(setting):
            return Misunderstood(hint=language.say(NOT_UNDERSTOOD))
        if value in ALONE:
            return Understood(answer=(value,))
        chosen = set(ticked) ^ {value}
        return Picking(picked=self._in_order(chosen, setting), page=self._page_of(value, setting))

    def read(self, text: str, setting: Setting) -> Understanding:
        """Several labels with commas between them answer at once."""
        labels = self.labels(setting)
        whole = match_label(text, labels)
        parts = [whole] if whole else [match_label(p, labels) for p in SEPARATORS.split(text) if p]
        chosen = {value for value in parts if value is not None}
        if not chosen or None in parts or (len(chosen) > 1 and chosen & set(ALONE)):
            return Misunderstood(hint=setting.facts.language.say(NOT_UNDERSTOOD))
        return Understood(answer=self._in_order(chosen, setting))

    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether all of it are options."""
        if not isinstance(answer, tuple) or not answer:
            return False
        return set(answer) <= {option.value for option in self.possible(setting)}

    def word(self, answer: Answer, setting: Setting) -> str:
        """The labels as a list."""
        labels = self.labels(setting)
        values = answer if isinstance(answer, tuple) else (str(answer),)
        return setting.facts.language.items([labels.get(value, value) for value in values])

    def _ticked(self, setting: Setting) -> tuple[str, ...]:
        return self._in_order(set(setting.picked), setting)

    def _in_order(self, chosen: set[str], setting: Setting) -> tuple[str, ...]:
        return tuple(value for value in self.labels(setting) if value in chosen)

    def _page_of(self, value: str, setting: Setting) -> str:
        if len(self.labels(setting)) <= ONE_PAGE:
            return ""
        place = list(self.labels(setting)).index(value) // PER_PAGE
        return str(place) if place else ""
