"""The out-of-hours group: reference, wait and priority; nothing about anybody."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, report_danger, words_in
from tests.town import Town

FORBIDDEN = ("Rosa", "Okafor", "Jay", "otter", "Urgent help", "hurt", "fever", "not safe")


async def test_the_card_follows_the_request_and_names_no_family(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.presses("Someone is hurt or ill", "Write to me, don't ring")
    await town.rosa.writes("B has a fever")
    group = words_in(town, town.group)
    assert "Raised at 23:40." in group
    await town.forward(minutes=6)
    assert "By 23:45 it had waited 5 minutes." in words_in(town, town.group)
    await town.tom.presses("I've got it")
    assert "Taken by Tom Barker." in words_in(town, town.group)
    await town.tom.presses("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await town.tom.presses("We spoke by phone", "Skip", "Send")
    await town.jay.presses("I'm not safe right now", "Call me")
    after = words_in(town, town.group)
    assert "Closed." in after
    for words in FORBIDDEN:
        assert words not in after
    assert town.group is not None
    cards = [m for m in town.group.messages.values() if m.from_bot and "R-" in (m.text or "")]
    assert len(cards) == 2
    assert all(not m.buttons for m in cards)


@ON_SQLITE
async def test_above_five_waiting_there_is_one_card(town: Town) -> None:
    names = ["rosa", "daniel"]
    await town.join("daniel", "C-002")
    for name in names:
        await report_danger(town.hands[name])
        await town.hands[name].presses("Save for later", "A child is missing")
        await town.hands[name].presses("Save for later", "I need to talk to someone tonight")
    assert town.group is not None
    waiting = [m for m in town.group.messages.values() if "Waiting now" in (m.text or "")]
    assert len(waiting) == 1
    assert (waiting[0].text or "").count("R-") == 6
    assert (waiting[0].text or "").count("raised 23:40") == 6
