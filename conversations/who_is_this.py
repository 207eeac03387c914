"""*Who is this?*: the sheet that duty acts by, outside the chat (practice 20)."""

from dataclasses import dataclass
from datetime import date, datetime

from conversations.page_warnings import DO_NOT_CONTACT, RINGING
from conversations.sheet import Fact, Part, Sheet
from fostering.invitations import age_on
from fostering.one_time_links import Extent
from fostering.ringing import Ringing
from locales import Language, mark, mark_many

WHO = mark("Who is this?")
NOT_HELD = mark("Not held here.")


@dataclass(frozen=True, kw_only=True)
class Child:
    """A child placed there today, or the young person who asked; "" and None: not held here."""

    name: str
    born: date | None
    number: str
    authority: str
    social_worker: str
    social_worker_number: str
    alert: str
    alert_until: datetime | None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of the people of one request.

    `name` and `telephone` are those of whoever asked. A young person's number stands there only
    where they may be rung: `rings`; `safe_way` is translated already. `children` of a young
    person's request holds them alone. `ringing`: what they said about whether a call is safe.
    """

    extent: Extent
    reference: str
    reader: str
    name: str
    telephone: str
    address: str = ""
    children: tuple[Child, ...] = ()
    placed: bool = True
    safe_way: str = ""
    rings: bool = True
    ringing: Ringing = Ringing.WELCOME


def who_sheet(
    language: Language, known: Known, at: datetime, today: date, notes: tuple[str, ...] = ()
) -> Sheet:
    """The sheet that duty acts by; `at` is the instant of opening, `today` the local date.

    `notes` come first: that it is a demo or a drill.
    """
    warnings: tuple[str, ...] = ()
    match known.extent:
        case Extent.YOUNG_PERSON:
            way = language.say(mark("Safe way to reach them: {way}"), way=known.safe_way)
            warnings = (language.say(DO_NOT_CONTACT), way)
            parts = _young_person(language, known, today)
        case Extent.TELEPHONE_ONLY:
            asks = mark("By phone only: ring them. Ask nothing about it in this chat.")
            warnings = (language.say(asks),)
            parts = (_carer(language, known, lives=False),)
        case Extent.FAMILY:
            parts = (
                _carer(language, known, lives=True),
                *(_child(language, child, today) for child in known.children),
            )
            if not known.children:
                nobody = language.say(mark("No child is placed there today."))
                parts = (*parts, Part(heading=language.say(mark("Children")), notes=(nobody,)))
    if known.ringing in RINGING:
        warnings = (language.say(RINGING[known.ringing]), *warnings)
    return Sheet(
        language=language.tag,
        title=language.say(WHO),
        warnings=warnings,
        notes=(
            *notes,
            language.say(
                mark("{reference} · opened by {name}, {moment}"),
                reference=known.reference,
                name=known.reader,
                moment=language.moment(at),
            ),
        ),
        parts=parts,
        ends=(
            language.say(mark("This is shown once. That you read it is recorded.")),
            language.say(mark("Close it when you are done. Write nothing of it into the chat.")),
        ),
    )


def _carer(language: Language, known: Known, *, lives: bool) -> Part:
    facts = [
        _fact(language, mark("Name"), known.name),
        _number(language, mark("Telephone"), known.telephone),
    ]
    if lives:
        facts.append(_fact(language, mark("Address"), known.address))
    return Part(heading=language.say(mark("Carer")), facts=tuple(facts))


def _young_person(language: Language, known: Known, today: date) -> tuple[Part, ...]:
    own = _number(language, mark("Their own number"), known.telephone)
    parts = [_child(language, child, today) for child in known.children]
    if known.rings and parts:
        parts[0] = Part(heading=parts[0].heading, facts=(own, *parts[0].facts))
    where = language.say(mark("Where they live"))
    if known.placed:
        address = _fact(language, mark("Address"), known.address)
        only = language.say(mark("For the police or an ambulance. Do not ring there."))
        return (*parts, Part(heading=where, facts=(address,), notes=(only,)))
    return (*parts, Part(heading=where, notes=(language.say(mark("No placement today.")),)))


def _child(language: Language, child: Child, today: date) -> Part:
    return Part(
        heading=child.name or language.say(NOT_HELD),
        facts=(
            *_warning(language, child, today),
            _fact(language, mark("Born"), _born(language, child.born, today)),
            _fact(language, mark("Number in your own system"), child.number),
            _fact(language, mark("Placing authority"), child.authority),
            _fact(language, mark("Child's social worker"), child.social_worker),
            _number(language, mark("Their social worker's number"), child.social_worker_number),
        ),
    )


def _born(language: Language, born: date | None, today: date) -> str:
    if born is None:
        return ""
    years = language.say_many(*mark_many("{count} year", "{count} years"), age_on(born, today))
    return language.say(mark("{day} · {age}"), day=language.day_and_year(born), age=years)


def _warning(language: Language, child: Child, today: date) -> tuple[Fact, ...]:
    label = language.say(mark("Alert for tonight"))
    if not child.alert or child.alert_until is None:
        return (Fact(label=label, text=language.say(NOT_HELD)),)
    until = language.moment(child.alert_until, today)
    return (
        Fact(label=label, text=child.alert, marked=True),
        Fact(label=language.say(mark("The alert holds until")), text=until),
    )


def _fact(language: Language, label: str, text: str) -> Fact:
    return Fact(label=language.say(label), text=text or language.say(NOT_HELD))


def _number(language: Language, label: str, number: str) -> Fact:
    return Fact(
        label=language.say(label), text=number or language.say(NOT_HELD), telephone=bool(number)
    )
