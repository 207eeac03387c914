"""Someone on my side: offered to a young person whose answer made no sense to them."""

from conversations.help_card import help_lines
from conversations.screen import Button, Line, button, plain
from locales import Language, mark_for

OFFER = mark_for(
    "young_person",
    "You can have someone on your side. They are called an advocate. They don't work for your "
    "social worker or for the people you live with. It is free.",
)
ADVOCATES = ("coram_voice", "help_at_hand")
"""Help lines that find a young person an advocate; only such as were checked are shown."""


def advocate_offer(language: Language) -> tuple[list[Line], list[tuple[Button, ...]]]:
    """The lines and rows of the offer: whom to ring, and the way to an advocate of the provider."""
    side = language.say(mark_for("young_person", "Get someone on my side"))
    lines = [plain(language.say(OFFER)), *help_lines(language, ADVOCATES)]
    return lines, [(button(side, "side"),)]
