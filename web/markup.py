"""Markup: HTML made of elements, in which every text is escaped and only elements are not."""

from html import escape

VOID = frozenset({"input", "meta"})


class Html(str):
    """Text that is markup already; made by `element` alone."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str) -> Html:
    """One element. An attribute's name may end in `_` where Python has the word (`class_`)."""
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    if name in VOID:
        return Html(f"<{name}{named}>")
    return Html(f"<{name}{named}>{together(*inside)}</{name}>")


def together(*parts: str) -> Html:
    """Parts one after another; what is no markup is escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def style_element(rules: str) -> Html:
    """Our own style, as it is written: the content security policy names it by its hash.

    Raises ValueError where it could end its element.
    """
    if "<" in rules:
        raise ValueError("a style must not hold <")
    return Html(f"<style>{rules}</style>")
