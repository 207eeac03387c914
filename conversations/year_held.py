"""What the year held, on one page: supervision, what was asked and told, the support that came."""

from collections.abc import Sequence
from datetime import date, datetime

from conversations.sheet import Fact, Part, Sheet
from fostering.year_held import Asked
from locales import Language, mark, mark_many

WHAT_THE_YEAR_HELD = mark("What the year held")
COUNT = mark_many("{count} time.", "{count} times.")
WITHIN = mark_many(
    "At least half of the answers came within {count} day.",
    "At least half of the answers came within {count} days.",
)
DECLINED = mark_many("{count} had a no, with the reason.", "{count} had a no, with the reason.")
OPEN = mark_many("{count} is still open.", "{count} are still open.")
HELPED = mark_many("The carer said that {count} helped.", "The carer said that {count} helped.")
DID_NOT = mark_many(
    "The carer said that {count} did not help.", "The carer said that {count} did not help."
)


def year_sheet(
    language: Language,
    name: str,
    first: date,
    at: datetime,
    *,
    supervisions: Sequence[date],
    told: Sequence[Asked],
    support: Sequence[Asked],
    marks: tuple[str, ...] = (),
) -> Sheet:
    """The page, for a local day from which it counts (`first`) to the instant it is made (`at`)."""
    since = mark("{name}: from {first} to {last}")
    period = language.say(
        since, name=name, first=language.day(first), last=language.day_of(at, first)
    )
    held = language.items([language.day_and_year(day) for day in supervisions])
    count = language.say_many(*COUNT, len(supervisions))
    none = language.say(mark("None is noted."))
    return Sheet(
        language=language.tag,
        title=language.say(WHAT_THE_YEAR_HELD),
        warnings=marks,
        notes=(period,),
        parts=(
            Part(
                heading=language.say(mark("Supervision that was held")),
                facts=(Fact(label=count, text=held),) if supervisions else (),
                notes=() if supervisions else (none,),
            ),
            _part(language, language.say(mark("Support that was asked for")), support),
            _part(language, language.say(mark("What was told")), told),
        ),
        ends=(
            language.say(
                mark("It counts what the carer asked and told here. No child is named or counted.")
            ),
            language.say(mark("Matters for the telephone are left out.")),
        ),
    )


def _part(language: Language, heading: str, found: Sequence[Asked]) -> Part:
    if not found:
        return Part(heading=heading, notes=(language.say(mark("None is noted.")),))
    return Part(heading=heading, facts=tuple(_fact(language, asked) for asked in found))


def _fact(language: Language, asked: Asked) -> Fact:
    said = [language.say_many(*COUNT, asked.count)]
    for words, count in (
        (WITHIN, asked.within_days),
        (DECLINED, asked.declined),
        (HELPED, asked.helped),
        (DID_NOT, asked.did_not_help),
        (OPEN, asked.still_open),
    ):
        if count:
            said.append(language.say_many(*words, count))
    return Fact(label=language.say(asked.heading), text=" ".join(said))
