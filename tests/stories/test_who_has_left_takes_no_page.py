"""A page is taken by who is of the staff now: not by who left a second ago, nor without a name."""

from pathlib import Path

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, words_in
from tests.stories.facts import facts
from tests.town import Town

ANONYMOUS_ADMIN, CHANNEL = 1087968824, 136817688
"""The accounts under which Telegram shows who hides behind a group or a channel."""


@ON_SQLITE
async def test_neither_a_leaver_nor_an_anonymous_admin_nor_a_channel_takes_it(
    town: Town, tmp_path: Path
) -> None:
    request = await call_for_help(town)
    assert town.group is not None
    leavers = tmp_path / "people.csv"
    leavers.write_text(
        "reference,standing,name,roles,turn,active\n"
        "S-003,staff,Amina Yusuf,out_of_hours_worker;duty_worker,1,no\n"
    )
    assert not (await import_files(town.database, [leavers], town.now)).problems
    await town.forward(seconds=1)
    before, group = await facts(town.database), words_in(town, town.group)
    shown = town.amina.messages[-1].id
    for verb in ("got", "take", "takeyes", "req", "pass"):
        town.amina.phone.forges(shown, f"{verb}:{request}")
        for account in (ANONYMOUS_ADMIN, CHANNEL):
            for chat in (town.group.json(), {"id": account, "type": "private"}):
                press = {
                    "id": f"{verb}{account}{chat['id']}",
                    "from": {"id": account, "is_bot": True, "first_name": "Group"},
                    "chat_instance": "1",
                    "data": f"{verb}:{request}",
                    "message": {"message_id": 1, "date": 0, "chat": chat},
                }
                town.world.add_update({"callback_query": press})
    await town.settle()
    assert await facts(town.database) == before
    assert words_in(town, town.group) == group
    assert "To use it you need a code." in town.amina.screen
    await town.rosa.writes("/home")
    await town.rosa.presses("My requests (1 open)")
    town.rosa.sees("Sent, waiting for someone to take it")
