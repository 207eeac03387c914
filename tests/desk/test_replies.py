"""A reply: in place after a press, below what was typed; what is over does not stay standing."""

from dataclasses import replace

import pytest

from conversations.screen import Screen, plain
from desk.say import LIVE, NUDGE, here, known, reply, say, to_person, to_room, tongue, tongue_of
from desk.scene import Where
from desk.unit import Address, Lane, Place, Unit
from fostering.policy import Mode
from tests.desk.at_the_desk import POLICY, PRIVATE, unit_of
from tests.rules.cast import CARER, DEE, MONDAY_NIGHT, MONDAY_NOON, ONA, YOUNG
from tests.rules.requests_told import raised

SCREEN = Screen(language="en", lines=(plain("Words"),))
ROSA = to_person(CARER)
PAGE = raised()


def replied(card: str = LIVE, **scene: object) -> Unit:
    unit = unit_of(CARER, PAGE, at=MONDAY_NOON, **scene)
    reply(unit, SCREEN, card=card)
    return unit


@pytest.mark.parametrize(
    ("card", "scene", "adopts", "removes", "fresh"),
    [
        (LIVE, {"pressed_message": "5"}, "5", [], False),
        (LIVE, {"pressed_message": "5", "shown": {LIVE: "5"}}, "", [], False),
        (LIVE, {"pressed_message": "5", "shown": {LIVE: "5", "request:x": "6"}}, "5", [], False),
        (LIVE, {"pressed_message": "5", "shown": {"request:x": "5", LIVE: "5"}}, "5", [], False),
        (LIVE, {"pressed_message": "5", "shown": {LIVE: "4"}}, "5", [("4", LIVE)], False),
        ("request:x", {"pressed_message": "5", "shown": {LIVE: "4"}}, "5", [], False),
        (LIVE, {"pressed_message": "5", "shown": {NUDGE: "3"}}, "5", [("3", "")], False),
        (LIVE, {"pressed_message": "3", "shown": {NUDGE: "3"}}, "3", [], False),
        ("request:x", {"pressed_message": "5", "shown": {NUDGE: "3"}}, "5", [], False),
        ("", {"pressed_message": "5", "shown": {LIVE: "4"}}, "", [], False),
        (LIVE, {"typed": True, "shown": {LIVE: "4"}}, "", [], True),
        ("request:x", {"typed": True, "shown": {LIVE: "4"}}, "", [("4", "")], True),
        ("", {"typed": True, "shown": {LIVE: "4"}}, "", [], True),
        ("request:x", {"typed": True}, "", [], True),
        (LIVE, {"pressed_message": "5", "shown": {f"page:{PAGE.id.hex}": "5"}}, "", [], True),
        (LIVE, {"pressed_message": "5", "shown": {f"page:{PAGE.id.hex}": "6"}}, "5", [], False),
        (LIVE, {"pressed_message": "5", "shown": {f"ring:{PAGE.id.hex}": "5"}}, "5", [], False),
    ],
)
def test_what_a_reply_takes_up_and_what_it_takes_away(
    card: str, scene: dict[str, object], adopts: str, removes: list[tuple[str, str]], fresh: bool
) -> None:
    unit = replied(card, **scene)
    assert unit.adopted == ([(ROSA, card, adopts)] if adopts else [])
    assert unit.removed == [(ROSA, message, copy_of) for message, copy_of in removes]
    [said] = unit.said
    assert (said.address, said.card, said.screen.fresh) == (ROSA, card, fresh)


@pytest.mark.parametrize(
    ("presses", "to", "how", "silent"),
    [
        (CARER, ROSA, {"lane": Lane.REPLY}, False),
        (DEE, ROSA, {"lane": Lane.NOTICE}, True),
        (None, ROSA, {"lane": Lane.REMINDER}, True),
        (DEE, ROSA, {"lane": Lane.URGENT}, False),
        (DEE, ROSA, {"lane": Lane.REPLY, "rings": True}, False),
        (DEE, to_room("out_of_hours"), {"lane": Lane.NOTICE}, False),
    ],
)
def test_at_night_what_can_wait_comes_without_a_sound_but_not_for_who_has_just_pressed(
    presses: object, to: Address, how: dict[str, object], silent: bool
) -> None:
    for at, quiet in ((MONDAY_NIGHT, silent), (MONDAY_NOON, False)):
        unit = unit_of(presses, at=at)  # type: ignore[arg-type]
        say(unit, SCREEN, to=to, **how)  # type: ignore[arg-type]
        assert unit.said[0].screen.silent is quiet


def test_a_later_screen_of_the_same_card_takes_the_place_of_the_earlier_one() -> None:
    unit = unit_of(DEE)
    for card, to in (("a", ROSA), ("a", to_person(YOUNG)), ("b", ROSA), ("a", ROSA), ("", ROSA)):
        say(unit, SCREEN, to=to, card=card)
    say(unit, SCREEN, to=ROSA)
    cards = [(said.card, said.address.key == ROSA.key) for said in unit.said]
    assert cards == [("a", False), ("b", True), ("a", True), ("", True), ("", True)]


def test_where_an_answer_goes() -> None:
    assert here(unit_of(CARER)) == ROSA
    in_room = replace(PRIVATE, where=Where.ROOM, chat="-5")
    assert here(unit_of(DEE, sender=in_room, room="out_of_hours")) == to_room("out_of_hours")
    elsewhere = replace(PRIVATE, where=Where.STRANGE_GROUP, chat="-6")
    assert here(unit_of(DEE, sender=elsewhere)) == Address(place=Place.CHAT, key="-6")
    assert here(unit_of(None, sender=PRIVATE)) == Address(place=Place.CHAT, key="77")
    with pytest.raises(ValueError, match="no sender"):
        here(unit_of(None))


def test_whose_language_and_whose_key() -> None:
    arabic = replace(CARER, language="ar")
    assert tongue(unit_of(arabic)).tag == "ar"
    assert tongue(unit_of(None, sender=replace(PRIVATE, language="ar"))).tag == "ar"
    assert tongue(unit_of(None, sender=replace(PRIVATE, language="xx"))).tag == "en"
    assert tongue(unit_of(None)).tag == "en"
    assert tongue(unit_of(replace(CARER, language="xx"))).tag == "en"
    unit = unit_of(replace(arabic, id=ONA.id), sender=PRIVATE)
    assert (tongue_of(unit, arabic).tag, tongue_of(unit, DEE).tag) == ("ar", "en")
    assert tongue_of(unit, replace(DEE, language="xx")).tag == "en"
    assert known(unit_of(CARER))[0] is CARER
    say(unit, SCREEN, to=ROSA)
    say(unit, SCREEN, to=to_room("out_of_hours"))
    assert [said.seals for said in unit.said] == [CARER.id, None]


@pytest.mark.parametrize(("mode", "lines"), [(Mode.LIVE, 1), (Mode.DEMO, 2), (Mode.DRILL, 2)])
def test_each_screen_of_a_demo_or_a_drill_says_so_first(mode: Mode, lines: int) -> None:
    unit = replied(policy=replace(POLICY, mode=mode))
    shown = unit.said[0].screen.lines
    assert (len(shown), shown[-1].text) == (lines, "Words")


def test_help_stands_on_every_screen_but_a_young_persons_blank_one() -> None:
    for person, leads in ((CARER, True), (DEE, True), (YOUNG, False)):
        unit = unit_of(person)
        for _ in range(2):
            say(unit, unit.said[0].screen if unit.said else SCREEN, to=to_person(person))
        found = [b.press.verb for row in unit.said[1].screen.rows for b in row if b.press]
        assert found == (["help"] if leads else [])
