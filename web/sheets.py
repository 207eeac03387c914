"""What is shown: the question before opening, the sheet, and the page of a link that is spent."""

import re
from collections.abc import Sequence

from conversations.sheet import Fact, Part, Sheet
from locales import Language, language, mark
from web.document import TITLE, document
from web.markup import Html, element

PROOF = "proof"
"""The field of the form that only our own page of this very link knows (CSRF)."""

NOTHING = mark("This link opens nothing any more. Ask for a new one in the chat.")
AGAIN = mark("This could not be opened just now. Nothing was shown, and the link is still good.")


def question(words: Language, proof: str, mode: str = "") -> str:
    """The page that a preview or a scanner sees too: neutral, with one button.

    `mode` is the marked text that says that it is a demo or a drill; "" when it is neither.
    """
    opens = mark("What is behind this link is shown once. After that the link is spent.")
    return document(
        words,
        element("h1", words.say(TITLE)),
        *([element("p", words.say(mode), class_="note")] if mode else []),
        element("p", words.say(opens)),
        _form(proof, words.say(TITLE)),
    )


def nothing(tags: Sequence[str], mode: str = "") -> str:
    """The same short page for every link that opens nothing, in every language of the service."""
    return _in_every_language(tags, NOTHING, mode)


def again(tags: Sequence[str], mode: str = "") -> str:
    """The short page where storage failed."""
    return _in_every_language(tags, AGAIN, mode)


def answer(sheet: Sheet, label: str, proof: str) -> Html:
    """The one button of a sheet that can be answered; `label` is marked."""
    return _form(proof, language(sheet.language).say(label))


def noted(words: Language, text: str, mode: str = "") -> str:
    """The short page after that button; `text` is marked."""
    marks = [element("p", words.say(mode), class_="note")] if mode else []
    return document(words, element("h1", words.say(TITLE)), *marks, element("p", words.say(text)))


def shown(sheet: Sheet, *below: Html) -> str:
    """The sheet as a document; what can be pressed stands below its facts."""
    words = language(sheet.language)
    warnings = [element("p", text) for text in sheet.warnings]
    return document(
        words,
        element("h1", sheet.title),
        *([element("div", *warnings, class_="warning")] if warnings else []),
        *(element("p", note, class_="note") for note in sheet.notes),
        *(_part(part, f"part-{number}") for number, part in enumerate(sheet.parts, start=1)),
        *below,
        element("footer", *(element("p", end) for end in sheet.ends)),
    )


def _form(proof: str, label: str) -> Html:
    return element(
        "form",
        element("input", type="hidden", name=PROOF, value=proof),
        element("button", label, type="submit"),
        method="post",
    )


def _in_every_language(tags: Sequence[str], *texts: str) -> str:
    known = [language(tag) for tag in tags]
    said = (
        element("p", words.say(text), lang=words.tag, dir=words.direction)
        for words in known
        for text in texts
        if text
    )
    return document(known[0], element("h1", known[0].say(TITLE)), *said)


def _part(part: Part, key: str) -> Html:
    facts = [_fact(fact) for fact in part.facts]
    return element(
        "section",
        element("h2", element("bdi", part.heading), id=key),
        *(element("p", note) for note in part.notes),
        *([element("dl", *facts)] if facts else []),
        aria_labelledby=key,
    )


def _fact(fact: Fact) -> Html:
    said = element("bdi", fact.text)
    if fact.telephone:
        called = re.sub(r"[^0-9+]", "", fact.text)
        said = element("a", element("bdi", fact.text, dir="ltr"), href=f"tel:{called}")
    looks = {"class_": "marked"} if fact.marked else {}
    return element("div", element("dt", fact.label), element("dd", said), **looks)
