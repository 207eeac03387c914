"""A whole HTML document, with our style in it and nothing from anywhere else."""

import base64
import hashlib
from importlib import resources

from locales import Language, mark
from web.markup import Html, element, style_element, together

STYLE = resources.files("web").joinpath("sheet.css").read_text(encoding="utf-8")
STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
TITLE = mark("Open once")
"""Of every document: what is in it stands in no history and in no list of windows."""


def document(language: Language, *body: str) -> str:
    """The document in one language; its title says nothing of what it holds."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex, nofollow"),
        element("title", language.say(TITLE)),
        style_element(STYLE),
    )
    whole = element(
        "html",
        head,
        element("body", element("main", *body)),
        lang=language.tag,
        dir=language.direction,
    )
    return together(Html("<!doctype html>\n"), whole, "\n")
