"""Help now: the card of numbers, and telling the on-call team."""

from dataclasses import replace

from conversations.advocacy import provider_lines
from conversations.help_card import help_card, who_can_help
from conversations.screen import Screen
from desk.earlier import climbing
from desk.say import here, marked, reply, say, tongue
from desk.unit import Address, Lane, Place, Unit
from fostering.drafts import Answer
from fostering.numbers import numbers_now
from fostering.office_hours import local_date
from fostering.people import Household, Standing
from fostering.policy import Policy, TelephoneNumber
from fostering.requests import Request
from locales import language

HELP = "help"
URGENT_FORMS = ("urgent_help", "talk_tonight", "not_safe")


def static_help(policy: Policy, tag: str) -> Screen:
    """The card of numbers that needs nothing but the update; queued while it is received."""
    card = help_card(
        language(tag if tag in policy.languages else "en"),
        policy.out_of_hours_numbers,
        None,
        can_tell=False,
        seen=False,
    )
    return marked(card, policy.mode)


def numbers(
    unit: Unit, home: Household | None = None, child: Answer | None = None
) -> tuple[TelephoneNumber, ...]:
    """The service's numbers at this hour for the child's placing authority (practice 10).

    `home` is the household it is about; without it the one of the person at the desk. `child` is
    the answer that names a placement: where it names none, whoever placed a child there counts.
    """
    scene = unit.scene
    home = home or scene.household
    day = local_date(scene.at, scene.policy.office_hours)
    placed = home.on(day).placements if home is not None else ()
    person = scene.person
    if person is not None and person.standing is Standing.YOUNG_PERSON:
        placed = tuple(p for p in placed if p.young_person == person.id)
    about = tuple(p for p in placed if p.id.hex == child) or placed
    return numbers_now(scene.policy, scene.at, {p.authority for p in about})


def show_help(unit: Unit) -> None:
    """*I need help now*: numbers first; it raises nothing by itself (practice 2)."""
    scene = unit.scene
    person = scene.person
    standing = person.standing if person is not None else None
    asks = standing in (Standing.CARER, Standing.YOUNG_PERSON)
    already = open_urgent(unit)
    screen = help_card(
        tongue(unit),
        numbers(unit),
        standing,
        can_tell=asks,
        raised=already.reference if already is not None else "",
    )
    # The same address as the card that was queued when the press arrived, so that it takes its
    # place; below what was written last, for an older copy may stand far above.
    to = Address(place=Place.CHAT, key=scene.sender.chat) if scene.sender else here(unit)
    say(unit, replace(screen, fresh=True), to=to, card=HELP, lane=Lane.URGENT)


def show_who_can_help(unit: Unit) -> None:
    """*Who can help me?*: looking at it tells nobody and keeps nothing."""
    words = tongue(unit)
    policy = unit.scene.policy
    provider = [
        line
        for one in (policy.advocacy_provider, policy.advocacy_next)
        for line in provider_lines(words, one)
    ]
    reply(unit, who_can_help(words, numbers(unit), provider))


def open_urgent(unit: Unit) -> Request | None:
    """The urgent request of this person that still climbs; there is one at a time (practice 1)."""
    return climbing(unit, URGENT_FORMS)
