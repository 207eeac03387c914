"""What stands on a phone: which buttons, in which language, and of which card they are."""

import re

from simulator.messages import Message
from tests.house.test_catalogues import COMMANDS, ENGLISH, LATIN_NAMES

OF_FORMS = frozenset(
    {"a", "page", "back", "skip", "save", "cancel", "cancelyes"}
    | {"change", "keep", "review", "send", "resume"}
)
OF_HOME = frozenset(
    {"open", "talk", "reqs", "sup", "sups", "revs", "lang", "waiting", "mine", "lost"}
)
WAYS = frozenset({"back", "cancel", "home", "resume", "req"})
"""Ways on or back; what is asked once more leads back to its request."""
LONGEST_TEXT, LONGEST_DATA = 4096, 64
OURS = (
    *("J (otter)", "M (robin)", "On-call team", "Duty desk", "B was upset"),
    *("English", "العربية", "Cymraeg"),
    *("Arabic interpreter, please", "Northmoor Council"),
    *("Rosa Okafor", "Daniel Okafor", "Priya Sharma", "Owen Hughes", "Amina Yusuf"),
    *("Tom Barker", "Grace Adeyemi", "Helen Marsh", "David Lloyd", "Jay Mercer"),
    "Ruth Campbell",
    *("Nadia Rahman", "Young Voices", "Ofsted", "Fosterline", "FosterTalk"),
)
"""Names of the service, and what the robot has typed itself: they stay as they are."""
REFERENCE = re.compile(r"\bR-[0-9A-Z-]+|\bP[0-3]\b")
LATIN = re.compile(r"[A-Za-z]")
ARABIC = re.compile(r"[\u0600-\u06ff]")
FOREIGN = {
    "en": ARABIC,
    "ar": LATIN,
    "cy": re.compile(rf"{ARABIC.pattern}|\b(?:{'|'.join(sorted(ENGLISH))})\b", re.IGNORECASE),
}
"""By language: what must not stand on its screens."""


def verbs(message: Message) -> set[str]:
    """The verbs of a message's buttons; choosing a language is not the menu of languages."""
    return {data.partition(":")[0] for data in datas_of(message)}


def datas_of(message: Message) -> list[str]:
    """What the buttons of a message carry."""
    return [b.callback_data or "" for row in message.buttons for b in row]


def names_language(data: str | None) -> bool:
    """Whether a button chooses a language; those stand in their own script."""
    return (data or "").startswith("lang:")


def stray_words(message: Message, tag: str) -> list[str]:
    """The lines and labels that are not in this language, but for names and references."""
    labels = [
        b.text
        for row in message.buttons
        for b in row
        if b.callback_data and not names_language(b.callback_data)
    ]
    text = "\n".join([message.text or "", *labels])
    for name in (*OURS, *LATIN_NAMES):
        text = text.replace(name, "")
    text = COMMANDS.sub("", REFERENCE.sub("", text))
    return [line for line in text.split("\n") if FOREIGN[tag].search(line)]
