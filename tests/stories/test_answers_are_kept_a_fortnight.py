"""Answers that were not sent: kept fourteen days, one reminder for carers, then thrown away."""

from tests.phone_robots import PhoneRobot
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home, named_on
from tests.town import CAST, Town

REMINDER = "You began this and have not sent it: Something has changed at home."


async def half_answered(town: Town) -> PhoneRobot:
    """Rosa saves a change in her household after three answers."""
    robot = PhoneRobot(hand=town.rosa, person=await town.person(CAST["rosa"]))
    await town.rosa.writes("/home")
    await robot.presses("open", "household_change")
    robot.begins("household_change")
    for _ in range(3):
        await robot.answer({"group": "people", "kind": "CH01", "happened": "planned"})
    await robot.presses("save")
    return robot


async def test_a_carer_is_reminded_once_and_carries_on_where_they_were(town: Town) -> None:
    robot = await half_answered(town)
    town.rosa.does_not_see("Not sent")
    await town.jump(days=1, hours=1)
    town.rosa.does_not_see(REMINDER)
    await town.jump(hours=9)
    reminded = [m for m in town.rosa.messages if REMINDER in (m.text or "")]
    assert len(reminded) == 1, town.rosa.all_words
    assert 9 <= reminded[0].date.hour < 21
    assert "Something" not in " ".join(lock_screen(town))
    shown = len(lock_screen(town))
    await town.jump(days=6)
    await town.jump(days=5)
    assert not any("Something has changed" in line for line in lock_screen(town)[shown:])
    assert [m.id for m in town.rosa.messages if REMINDER in (m.text or "")] == [reminded[0].id]
    await robot.resumes()
    town.rosa.does_not_see(REMINDER)
    assert robot.question is not None
    assert robot.question.key == "who_joins"


@ON_SQLITE
async def test_after_fourteen_days_the_answers_are_gone_and_nothing_was_sent(town: Town) -> None:
    robot = await half_answered(town)
    await town.jump(days=1, hours=10)
    town.rosa.sees(REMINDER)
    await town.jump(days=12, hours=13)
    assert await robot.draft() is not None
    await town.jump(hours=11)
    assert await robot.draft() is None
    robot.answers = {}
    town.rosa.does_not_see(REMINDER)
    town.rosa.sees("Thrown away. Nothing was sent.")
    await town.rosa.writes("/home")
    assert not any("Carry on" in label for label in town.rosa.buttons)
    await robot.presses("open", "household_change")
    assert robot.question is not None
    assert robot.question.key == "group"
    town.priya.does_not_see("Someone new will live here")


@ON_SQLITE
async def test_what_a_late_press_after_saving_draws_is_what_words_answer(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    await town.rosa.presses("Someone at home turns 18", "It has happened")
    tag = named_on(town.rosa, "Save for later")
    await town.rosa.presses("Save for later")
    await forge(town.rosa, f"a:{tag}:group:people")
    await town.rosa.writes("Kit is eighteen on Sunday.")
    town.rosa.sees("Kit is eighteen on Sunday.")
    assert "No, nobody" in town.rosa.buttons
    await town.rosa.presses("Back", "Save for later", "Ask for support")
    await town.forward(minutes=1)
    await forge(town.rosa, f"a:{tag}:group:people")
    await town.rosa.writes("Kit was eighteen on Sunday.")
    town.rosa.sees("Kit was eighteen on Sunday.")
    town.rosa.does_not_see("Nobody reads what you write here.")


@ON_SQLITE
async def test_a_worker_is_never_reminded_of_what_they_began(town: Town) -> None:
    await town.amina.writes("/home")
    await town.amina.presses("Add a phone call", "Rosa Okafor", "Save for later")
    seen = len(town.amina.phone.notifications)
    await town.jump(days=3)
    assert "Add a phone call" not in lock_screen(town)
    assert not any("You began" in (m.text or "") for m in town.amina.messages)
    assert len(town.amina.phone.notifications) == seen


def lock_screen(town: Town) -> list[str]:
    """What the lock screen of Rosa's phone has shown."""
    return [line.text for line in town.rosa.phone.notifications]
