"""Words that are sent only when the person says so: they are shown back with Yes and No first."""

from dataclasses import dataclass

from conversations.questions.question import (
    Misunderstood,
    Offer,
    Picking,
    Rows,
    Setting,
    Understanding,
    Withdrawn,
)
from conversations.questions.text import KEEP, Text
from locales import mark_for

NO = ".no"
SEND_TO = mark_for("young_person", "Send these words to {name}?")
SEND_ON = mark_for("young_person", "Send these words to the on-call team?")
YES_SEND = mark_for("young_person", "Yes, send it")
NO_DONT = mark_for("young_person", "No, don't send it")


@dataclass(frozen=True, kw_only=True)
class OwnWords(Text):
    """A text of which nothing is kept with a request, and nobody sees anything, before *Yes*."""

    plain: bool = True

    def offers(self, setting: Setting) -> Rows:
        """Yes and No, once there are words."""
        if not setting.picked:
            return ()
        say = setting.facts.language.say
        return (
            (Offer(label=say(YES_SEND), value=KEEP),),
            (Offer(label=say(NO_DONT), value=NO),),
        )

    def press(self, value: str, setting: Setting) -> Understanding:
        """*Yes* answers with the words; *No* throws them away."""
        return Withdrawn() if value == NO else super().press(value, setting)

    def read(self, text: str, setting: Setting) -> Understanding:
        """Ask back before anything is sent; whoever writes again has the newer words asked."""
        understood = super().read(text, setting)
        if isinstance(understood, Misunderstood):
            return understood
        facts = setting.facts
        asked = facts.language.say(SEND_TO, name=facts.listener) if facts.listener else ""
        quoted = f"{text}\n{asked or facts.language.say(SEND_ON)}"
        return Picking(picked=(text,), hint=quoted)
