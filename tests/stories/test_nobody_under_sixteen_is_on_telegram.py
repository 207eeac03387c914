"""Telegram's minimum age in the UK is 16: a younger person is not linked."""

from desk.switches import note_switches
from storage import chronology
from storage.database import Database
from tests.storage_fixtures import HandClock
from tests.town import Town, a_town

TOO_YOUNG = "People in the UK must be 16 to use this app."


async def test_a_child_of_nine_is_not_linked_and_is_told_why(town: Town) -> None:
    mia = await town.join("mia", "YP-002")
    mia.sees(TOO_YOUNG)
    assert mia.buttons == ["I need help now"]
    await mia.writes("/start")
    assert "To use it you need a code." in mia.screen


async def test_the_policy_may_let_a_child_in_and_the_turned_switch_is_recorded_once(
    database: Database, clock: HandClock
) -> None:
    async with a_town(database, clock, linked=("amina",), under_16_on_telegram=True) as town:
        await town.join("david", "S-007")
        await note_switches(database, town.policy)
        await note_switches(database, town.policy)
        keeper = await town.person("S-007")
        async with database.reading() as reader:
            lines = (await chronology.entries(reader, [keeper]))[keeper]
        assert [line.codes["on"] for line in lines if line.event == "SwitchTurned"] == [True]
        mia = await town.join("mia", "YP-002")
        mia.does_not_see(TOO_YOUNG)
        assert "I'm not safe right now" in mia.buttons
