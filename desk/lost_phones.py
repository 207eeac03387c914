"""A lost phone: a worker on duty cuts its chat off at a distance (practice 32)."""

from collections.abc import Mapping

from conversations.form import Form
from conversations.lost_phone import cut_off_question, whose_phone
from desk.facts import phones
from desk.home import show_home
from desk.say import reply, tongue
from desk.unit import Address, Place, Unit
from fostering.drafts import Answer, Draft
from fostering.events import PersonUnlinked
from fostering.people import Standing
from fostering.permission import may_cut_off
from locales import mark


def ask_first(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The person is chosen; one press more is asked for, for it cannot be undone from here."""
    del form, draft
    chosen = str(answers.get("person", ""))
    person = next((p for p in phones(unit) if p.id.hex == chosen), None)
    if person is None:
        show_home(unit)
        return
    reply(unit, cut_off_question(tongue(unit), person.name, chosen))


def show_colleagues(unit: Unit) -> None:
    """An advocate says whose phone of the provider is lost; the service is not asked."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.ADVOCATE:
        show_home(unit)
        return
    reply(unit, whose_phone(tongue(unit), [(p.name, p.id.hex) for p in phones(unit)]))


def ask_colleague(unit: Unit, key: str) -> None:
    """Asked once more before it is cut off."""
    person = unit.scene.person
    advocate = person is not None and person.standing is Standing.ADVOCATE
    found = next((p for p in phones(unit) if p.id.hex == key), None) if advocate else None
    if found is None:
        show_home(unit)
    else:
        reply(unit, cut_off_question(tongue(unit), found.name, key))


def unlink(unit: Unit, key: str) -> None:
    """Take away what can still be taken away, then cut this person's chat off.

    A new code is needed to come back. Telegram lets nobody remove what is older than two days.
    """
    worker = unit.scene.person
    if worker is None or not (may_cut_off(worker) or worker.standing is Standing.ADVOCATE):
        show_home(unit)
        return
    person = next((p for p in phones(unit) if p.id.hex == key), None)
    words = tongue(unit)
    if person is None:
        unit.toast = words.say(mark("That chat is cut off already."))
        show_home(unit)
        return
    # To the bare chat: once it is cut off, the person has none.
    if person.id in unit.scene.chats:
        unit.wiped.append(Address(place=Place.CHAT, key=unit.scene.chats[person.id]))
    unit.decide(
        PersonUnlinked(at=unit.scene.at, subject=person.id, actor=worker.id, reason="lost_phone")
    )
    unit.toast = words.say(
        mark("{name} is cut off. Messages older than two days stay on that phone."),
        name=person.name,
    )
    show_home(unit)
