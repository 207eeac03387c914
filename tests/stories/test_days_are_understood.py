"""A carer says on which day: by a tap, in the calendar, or in words; it is always read back."""

import pytest

from tests.phone_robots import PhoneRobot
from tests.town import CAST, Town

NOT_A_DAY = "Type a day such as 3/11 or last Tuesday, or tap one."


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Days do not depend on the database."""
    return sqlite_url


@pytest.fixture
async def rosa(town: Town) -> PhoneRobot:
    """Rosa says that someone has moved in; the day is asked next. It is Friday 20 November."""
    robot = PhoneRobot(hand=town.rosa, person=await town.person(CAST["rosa"]))
    await town.rosa.writes("/home")
    await robot.presses("open", "household_change")
    robot.begins("household_change")
    wanted = {"group": "people", "kind": "CH01", "happened": "planned"}
    while robot.question is not None and robot.question.key != "from_when":
        await robot.answer(wanted)
    return robot


async def reads_back(robot: PhoneRobot, day: str, iso: str) -> None:
    """The day stands on the next card, and can be said again."""
    assert day in (robot.card.text or ""), robot.card.text
    draft = await robot.draft()
    assert draft is not None
    assert draft.answers["from_when"] == iso
    robot.answers["from_when"] = iso
    await robot.presses("back")
    assert any(day in label for label in robot.hand.buttons), robot.hand.buttons


async def test_words_and_numbers_for_a_day_are_read_back(rosa: PhoneRobot) -> None:
    for typed, day, iso in (
        ("3/12", "Thursday 3 December", "2026-12-03"),
        ("last Tuesday", "Tuesday 17 November", "2026-11-17"),
        ("Today", "Friday 20 November", "2026-11-20"),
        ("tomorrow", "Saturday 21 November", "2026-11-21"),
        ("3/11/2026", "Tuesday 3 November", "2026-11-03"),
        ("٣/١٢", "Thursday 3 December", "2026-12-03"),
        ("the 24th", "Tuesday 24 November", "2026-11-24"),
    ):
        await rosa.hand.writes(typed)
        await reads_back(rosa, day, iso)


async def test_a_day_that_cannot_be_gets_a_sentence_that_says_what_to_do(rosa: PhoneRobot) -> None:
    for typed, sentence in (
        ("31/2", NOT_A_DAY),
        ("the 45th", NOT_A_DAY),
        ("when it rained", NOT_A_DAY),
        ("3/11/1999", "That is too long ago."),
        ("1/1/2031", "That is too far ahead."),
    ):
        await rosa.writes(typed)
        assert sentence in (rosa.card.text or ""), rosa.card.text
        assert rosa.question is not None
        assert rosa.question.key == "from_when"


async def test_the_calendar_turns_its_months_in_place(rosa: PhoneRobot) -> None:
    await rosa.hand.presses("Another day")
    assert "November 2026" in rosa.hand.buttons
    await rosa.hand.presses("›")
    assert "December 2026" in rosa.hand.buttons
    await rosa.hand.presses("›", "‹", "·")
    assert "December 2026" in rosa.hand.buttons
    await rosa.look()
    rosa.answers["from_when"] = "2026-12-31"
    await rosa.hand.presses("31")
    await reads_back(rosa, "Thursday 31 December", "2026-12-31")


async def test_today_and_tomorrow_are_one_tap_and_yesterday_for_what_has_happened(
    rosa: PhoneRobot,
) -> None:
    assert {"Today", "Tomorrow"} <= set(rosa.hand.buttons)
    await rosa.hand.presses("Today")
    await reads_back(rosa, "Friday 20 November", "2026-11-20")
    while rosa.question is not None and rosa.question.key != "happened":
        await rosa.presses("back")
    rosa.answers["happened"] = "happened"
    await rosa.presses("a", "happened", "happened")
    await rosa.presses("back")
    assert {"Today", "Yesterday"} <= set(rosa.hand.buttons)


async def test_arabic_words_and_digits_name_a_day(rosa: PhoneRobot) -> None:
    await rosa.writes("/language")
    await rosa.presses_language("ar")
    for typed, day, iso in (
        ("غدا", "السبت 21 نوفمبر", "2026-11-21"),
        ("٣/١٢", "الخميس 3 ديسمبر", "2026-12-03"),
        ("الثلاثاء الماضي", "الثلاثاء 17 نوفمبر", "2026-11-17"),
        ("أمس", "الخميس 19 نوفمبر", "2026-11-19"),
    ):
        rosa.answers["from_when"] = iso
        await rosa.writes(typed)
        await reads_back(rosa, day, iso)
    await rosa.writes("٣١/٢")
    assert rosa.question is not None
    assert rosa.question.key == "from_when"


async def test_back_from_the_calendar_closes_the_calendar_only(rosa: PhoneRobot) -> None:
    await rosa.hand.presses("Another day")
    assert "Today" not in rosa.hand.buttons
    await rosa.hand.presses("Back")
    assert "Today" in rosa.hand.buttons
