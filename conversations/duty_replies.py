"""Fixed replies of duty workers: chosen in the worker's language, read in that of who asked.

Kept as a code and said when it is shown, so that it is always in the language of the reader
(practice 28, 35). The sentences are proposals; the service confirms the wording before use.
"""

from collections.abc import Mapping
from types import MappingProxyType

from conversations.facts import Facts
from conversations.questions import Answers, Option
from locales import Language, mark, mark_for

OWN = "own"
"""The worker's own words."""

FIXED: Mapping[str, str] = MappingProxyType(
    {
        "ringing": mark("We are ringing you now from a withheld number."),
        "ring_soon": mark("We will ring you as soon as we can. If it gets worse, ring {number}."),
        "stay": mark("Stay where you are. Someone is on the way."),
        "hospital": mark("Go to A&E now. We will ring you there."),
        "hospital_write": mark("Go to A&E now. We will write to you there."),
        "ring_999": mark("Ring 999 now."),
        "enough": mark(
            "Thank you. We have what we need for tonight. Your worker will ring you in the morning."
        ),
        "enough_write": mark(
            "Thank you. We have what we need for tonight. "
            "Your worker will write to you in the morning."
        ),
    }
)
"""Each sentence by its code; a code is never given another meaning, for old replies hold it."""

ON_BUTTONS: Mapping[str, str] = MappingProxyType(
    {
        "ringing": mark("We are ringing you now"),
        "ring_soon": mark("We will ring as soon as we can"),
        "stay": mark("Stay where you are"),
        "hospital": mark("Go to A&E now, we will ring"),
        "hospital_write": mark("Go to A&E now, we will write"),
        "enough": mark("We ring you in the morning"),
        "enough_write": mark("We write to you in the morning"),
    }
)
"""What stands on the button of a sentence too long for it; it is shown whole before it is sent."""

TO_YOUNG: Mapping[str, str] = MappingProxyType(
    {
        "ringing": mark_for("young_person", "We are ringing you now from a withheld number."),
        "ring_soon": mark_for(
            "young_person", "We will ring you as soon as we can. If it gets worse, ring {number}."
        ),
        "stay": mark_for("young_person", "Stay where you are. Someone is on the way."),
        "hospital": mark_for("young_person", "Go to A&E now. We will ring you there."),
        "hospital_write": mark_for("young_person", "Go to A&E now. We will write to you there."),
        "ring_999": mark_for("young_person", "Ring 999 now."),
        "enough": mark_for(
            "young_person",
            "Thank you. We have what we need for tonight. "
            "Your worker will ring you in the morning.",
        ),
        "enough_write": mark_for(
            "young_person",
            "Thank you. We have what we need for tonight. "
            "Your worker will write to you in the morning.",
        ),
    }
)
"""The same to a young person, whom other languages address in another way."""

OF_RINGING = frozenset({"ringing", "ring_soon", "hospital", "enough"})
"""Promises of a call: never offered for somebody who asked not to be rung."""
OF_WRITING = frozenset({"hospital_write", "enough_write"})
"""Their place for somebody who wants to be written to."""


def offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The sentences that fit the way the person wants to be reached, and *Write my own*."""
    apart = OF_RINGING if facts.writes_only else OF_WRITING
    fixed = tuple(
        Option(
            value=code,
            label=say_fixed(facts.language, code, facts.number),
            own_words=True,
            short=ON_BUTTONS.get(code, ""),
        )
        for code in FIXED
        if code not in apart and (facts.number or not names_number(code))
    )
    return (*fixed, Option(value=OWN, label=mark("Write my own")))


def names_number(code: str) -> bool:
    """Whether the sentence names the number to ring."""
    return "{number}" in FIXED.get(code, "")


def say_fixed(language: Language, code: str, number: str, *, young: bool = False) -> str:
    """The sentence of a code in this language; `number` is what was to be rung when it was sent."""
    sentence = (TO_YOUNG if young else FIXED)[code]
    return language.say(sentence, number=number) if number else language.say(sentence)


def says_own(answers: Answers, facts: Facts) -> bool:
    """Whether the worker wants to write it themselves."""
    return answers.get("reply") == OWN


def reply_words(language: Language, words: Mapping[str, str], *, young: bool = False) -> str:
    """What a worker wrote, in this reader's language if it was a fixed sentence."""
    code = words.get("code", "")
    if code not in FIXED:
        return words["words"]
    return say_fixed(language, code, words.get("number", ""), young=young)
