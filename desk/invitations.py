"""Joining a chat to a person, and connecting the group."""

from conversations.refusals import sentence
from conversations.screen import Screen, button, plain, quiet, title
from desk import newcomers
from desk.home import show_home, show_stranger
from desk.say import reply, tongue
from desk.unit import Unit
from fostering.invitations import CodeForm, connect_room, read_spoken_code, redeem
from fostering.people import Person, Standing
from fostering.refusals import CodeNotGood, Refusal
from locales import mark


def redeem_code(unit: Unit, code: str) -> None:
    """/start CODE, an opened link, or a spoken code typed: the one way in."""
    scene = unit.scene
    sender = scene.sender
    if sender is None:
        return
    if scene.person is not None and not code:
        show_home(unit)
        return
    invited = None
    if scene.invitation is not None and scene.invitation.person is not None:
        invited = scene.people.get(scene.invitation.person)
    try:
        events = redeem(
            scene.invitation,
            code_form(code),
            invited,
            holder=scene.person,
            door=sender.door,
            account=sender.account,
            tries=scene.code_tries,
            policy=scene.policy,
            at=scene.at,
        )
    except CodeNotGood:
        unit.tries.append((sender.door, sender.account))
        if scene.person is not None:
            show_home(unit)
        else:
            show_stranger(unit, code_failed=True)
        return
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        words = tongue(unit)
        reply(
            unit,
            Screen(
                language=words.tag,
                lines=(plain(sentence(refusal, words)),),
                rows=((button(words.say(mark("I need help now")), "help"),),),
            ),
        )
        return
    unit.decide(*events)
    if invited is not None:
        scene.person = scene.people[invited.id]
        _welcome(unit, scene.person)


def _welcome(unit: Unit, person: Person) -> None:
    """The first screen of the person whose chat this is from now on."""
    show_home(unit)
    if person.standing is Standing.YOUNG_PERSON:
        newcomers.welcome(unit, person)
    elif unit.said:
        unit.toast = tongue(unit).say(mark("This chat is now yours."))


def code_form(code: str) -> CodeForm:
    """A link carries a long code; a short one was said aloud."""
    return CodeForm.SPOKEN if read_spoken_code(code) is not None else CodeForm.LINK


def connect(unit: Unit, code: str) -> None:
    """/connect CODE in the out-of-hours group, by one of our own staff."""
    scene = unit.scene
    sender = scene.sender
    words = tongue(unit)
    if sender is None or sender.where == "private":
        show_home(unit)
        return
    try:
        events = connect_room(
            scene.invitation,
            code_form(code),
            scene.person,
            door=sender.door,
            room=sender.chat,
            tries=scene.code_tries,
            policy=scene.policy,
            at=scene.at,
        )
    except CodeNotGood as refusal:
        unit.tries.append((sender.door, sender.account))
        if scene.person is not None and scene.person.standing is Standing.STAFF:
            refused = plain(sentence(refusal, words))
            reply(unit, Screen(language=words.tag, lines=(refused,)), card="")
        return
    unit.decide(*events)
    reply(
        unit,
        Screen(
            language=words.tag,
            lines=(
                title(words.say(mark("This group is connected."))),
                plain(
                    words.say(
                        mark(
                            "It gets a card for each urgent request: reference, wait, priority. "
                            "Pages go to the private chat of whoever is on duty."
                        )
                    )
                ),
                quiet(words.say(mark("Write nothing about families here."))),
            ),
        ),
        card="",
    )
