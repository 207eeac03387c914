"""The help lines of a kind, beside its next step: whom to ring, with the day of the last check."""

from conversations.kinds import NUMBERS
from fostering.kinds import Kind
from locales import Language, mark

LINE = mark("{name}: {number}. {purpose} (last checked {day})")


def kind_numbers(language: Language, kind: Kind) -> tuple[str, ...]:
    """Translated lines; a number that the service has not confirmed is shown to nobody."""
    known = (NUMBERS[key] for key in kind.numbers if key in NUMBERS)
    return tuple(
        language.say(
            LINE,
            name=language.say(line.name),
            number=line.number,
            purpose=language.say(line.purpose),
            day=language.day(line.checked),
        )
        for line in known
        if line.checked is not None and not line.confirm
    )
