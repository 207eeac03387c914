"""What comes from a restored backup says so: it may be older than what people know."""

from dataclasses import replace

from conversations.screen import BLANK, Screen, plain
from locales import language, mark

FROM_BACKUP = mark("From a restored backup: this may be old, or done already.")


def from_backup(screen: Screen) -> Screen:
    """The same screen, with that word below."""
    words = plain(language(screen.language).say(FROM_BACKUP))
    if words in screen.lines:
        return screen
    return replace(screen, lines=(*screen.lines, BLANK, words))
