"""A young person's chat: a worker says whose it is, and they say who else uses the phone."""

from collections.abc import Callable
from uuid import UUID

from conversations import newcomer as screens
from conversations.refusals import sentence
from desk.home import show_home
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.unit import Address, Lane, Place, Unit
from fostering.events import Event
from fostering.newcomers import (
    confirm,
    confirms,
    join,
    may_confirm,
    say_phone_use,
    say_unconfirmed,
    turn_away,
)
from fostering.people import Household, Person, Standing
from fostering.phone_use import PhoneUse
from fostering.refusals import Refusal
from locales import mark


def welcome(unit: Unit, person: Person) -> None:
    """A young person has joined: their worker is asked, and they are asked about the phone."""
    scene = unit.scene
    unit.decide(*join(person, scene.policy, scene.at))
    _ask_workers(unit, person, scene.household, overdue=False)
    if scene.rooms:
        reply(unit, screens.who_uses_this_phone(tongue(unit)))


def say_use(unit: Unit, use: str) -> None:
    """They have said who else uses the phone; asked for, or changed later."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON or use not in {*PhoneUse}:
        show_home(unit)
        return
    unit.decide(*say_phone_use(person, PhoneUse(use), unit.scene.at))
    if PhoneUse(use) is PhoneUse.OWN:
        show_home(unit)
    else:
        reply(unit, screens.be_careful(tongue(unit)))


def ask_use(unit: Unit) -> None:
    """Ask again who else uses the phone."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_home(unit)
        return
    reply(unit, screens.who_uses_this_phone(tongue(unit)))


def say_them(unit: Unit, key: str) -> None:
    """ "Yes, that is them"."""
    person, worker = _named(unit, key), unit.scene.person
    if person is None or worker is None:
        show_home(unit)
        return
    allowed = _allowed(unit, worker, person)
    if _decided(unit, lambda: confirm(person, worker, unit.scene.at, allowed=allowed)):
        unit.toast = tongue(unit).say(mark("Thank you. It is noted that this chat is theirs."))
    show_home(unit)


def say_not_them(unit: Unit, key: str) -> None:
    """ "No, that is not them": asked once more."""
    person, worker = _named(unit, key), unit.scene.person
    if person is None or worker is None or not _allowed(unit, worker, person):
        show_home(unit)
        return
    reply(unit, screens.not_them_question(tongue(unit), person.name, key))


def cut_off(unit: Unit, key: str) -> None:
    """Take away what can still be taken away, then cut the chat off."""
    person, worker = _named(unit, key), unit.scene.person
    if person is None or worker is None:
        show_home(unit)
        return
    scene = unit.scene
    allowed = _allowed(unit, worker, person)
    if _decided(unit, lambda: turn_away(person, worker, scene.at, allowed=allowed)):
        if person.id in scene.chats:
            unit.wiped.append(Address(place=Place.CHAT, key=scene.chats[person.id]))
        unit.toast = tongue(unit).say(
            mark("{name} is cut off. Messages older than two days stay on that phone."),
            name=person.name,
        )
    show_home(unit)


def newcomer_due(unit: Unit, key: UUID) -> None:
    """The days have passed: whoever was asked is asked again, and so are the managers."""
    scene = unit.scene
    person = scene.people.get(key)
    if person is None or not person.linked:
        return
    events = say_unconfirmed(person, scene.at)
    if events:
        unit.decide(*events)
        home = next((h for h in scene.households.values() if _lives_in(person, h)), None)
        _ask_workers(unit, person, home, overdue=True)


def _ask_workers(unit: Unit, person: Person, home: Household | None, *, overdue: bool) -> None:
    scene = unit.scene
    asked = confirms(person, home, scene.roster, scene.policy, scene.at)
    if overdue:
        managers = [
            w
            for w in scene.roster
            if w.linked
            and w not in asked
            and may_confirm(w, person, home, scene.roster, scene.policy, scene.at)
        ]
        asked = (*asked, *managers)
    for worker in asked:
        screen = screens.is_it_them(
            tongue_of(unit, worker), person.name, person.id.hex, overdue=overdue
        )
        say(unit, screen, to=to_person(worker), card=f"them:{person.id.hex}", lane=Lane.NOTICE)


def _named(unit: Unit, key: str) -> Person | None:
    return next((p for p in unit.scene.people.values() if p.id.hex == key), None)


def _allowed(unit: Unit, worker: Person, person: Person) -> bool:
    scene = unit.scene
    home = next((h for h in scene.households.values() if _lives_in(person, h)), None)
    return may_confirm(worker, person, home, scene.roster, scene.policy, scene.at)


def _lives_in(person: Person, home: Household) -> bool:
    return any(placement.young_person == person.id for placement in home.placements)


def _decided(unit: Unit, rule: Callable[[], tuple[Event, ...]]) -> bool:
    """Whether the rule allowed it; else its sentence is said."""
    try:
        unit.decide(*rule())
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        return False
    return True
