"""Someone on my side: whom a young person can ring who works for nobody in the service.

The one place where the offer of an advocate is made; a conversation for it hooks in here.
"""

from conversations.help_card import help_lines
from conversations.screen import Button, Line, plain
from locales import Language, mark_for

OFFER = mark_for(
    "young_person",
    "You can have someone on your side. They are called an advocate. They don't work for your "
    "social worker or for the people you live with. It is free.",
)
ADVOCATES = ("coram_voice", "help_at_hand")
"""Help lines that find a young person an advocate; only such as were checked are shown."""


def advocate_offer(language: Language) -> tuple[list[Line], list[tuple[Button, ...]]]:
    """The lines and rows of the offer: today the lines to ring, and no button yet."""
    return [plain(language.say(OFFER)), *help_lines(language, ADVOCATES)], []
