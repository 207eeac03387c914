"""Marking a text for translation; the English text is the key of its translation."""

CONTEXT_END = "\x04"


def mark(text: str) -> str:
    """Mark a text that everybody reads alike."""
    return text


def mark_for(audience: str, text: str) -> str:
    """Mark a text for one audience only, where young people and carers need different words.

    The audience stands before the text, as gettext keeps a context; `Language.say` takes it off.
    """
    return f"{audience}{CONTEXT_END}{text}"


def mark_many(one: str, many: str) -> tuple[str, str]:
    """Mark a text with a `{count}`: English needs two forms, other languages up to six."""
    return one, many


def without_audience(text: str) -> str:
    """The English words of a marked text."""
    return text.rpartition(CONTEXT_END)[2]
