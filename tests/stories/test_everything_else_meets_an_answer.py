"""Whatever else a person sends is answered with what to do instead, and changes nothing."""

from collections.abc import Callable

from simulator.messages import Message
from simulator.phones import Phone
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import button_on, forge, go_home, words_in
from tests.stories.facts import facts, stumbled
from tests.town import Hand, Town

MEDIA = {
    "photo": "We did not keep the photo.",
    "album": "We did not keep the photo.",
    "video": "We did not keep the video.",
    "video_note": "We did not keep the video.",
    "animation": "We did not keep the video.",
    "voice": "Nobody can listen to voice messages here",
    "audio": "Nobody can listen to voice messages here",
    "sticker": "We can't tell what the picture means.",
    "dice": "We can't tell what the picture means.",
    "document": "We did not keep the file.",
    "location": "did not keep the place",
    "venue": "did not keep the place",
    "contact": "We did not keep the number.",
    "poll": "We can't read polls.",
}
OTHER: dict[str, tuple[Callable[[Phone], object], str]] = {
    "forward": (lambda p: p.forwards("what somebody else wrote"), "message you passed on"),
    "edit": (lambda p: p.edits(newest_own(p).id, "other words"), "changed an older message"),
    "reaction": (lambda p: p.reacts(newest_shown(p).id, "👍"), "We can't read reactions."),
    "command": (lambda p: p.says("/teapot"), "We don't know that command."),
    "unknown": (lambda p: p.world.add_update(unknown_update(p)), "We could not read that."),
}
SILENT = ("poll", "poll_answer", "message_reaction_count")


def newest_own(phone: Phone) -> Message:
    """What this person wrote last."""
    return [m for m in phone.messages() if not m.from_bot][-1]


def newest_shown(phone: Phone) -> Message:
    """What the bot wrote last."""
    return [m for m in phone.messages() if m.from_bot][-1]


def unknown_update(phone: Phone) -> dict[str, object]:
    """A kind of update that nobody has heard of, from this person."""
    return {"future_thing": {"chat": phone.private_chat.json(), "from": phone.account.json()}}


async def do(hand: Hand, deed: Callable[[Phone], object]) -> None:
    """Do something with the phone and wait for all that follows."""
    deed(hand.phone)
    await hand.town.settle()


async def test_every_kind_is_answered_and_no_fact_changes(town: Town) -> None:
    await go_home(town.rosa)
    before = await facts(town.database)
    for kind, answer in MEDIA.items():
        await town.rosa.sends(kind, **({"caption": "CANARY"} if kind == "photo" else {}))
        assert answer in town.rosa.screen, kind
        assert "Back to the start" in town.rosa.buttons, kind
        assert "I need help now" in town.rosa.buttons, kind
    for kind, (deed, answer) in OTHER.items():
        await do(town.rosa, deed)
        assert answer in town.rosa.screen, kind
    await town.rosa.writes("w" * 4096)
    town.rosa.sees("Nobody reads what you write here unless you send it with the buttons.")
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0
    methods = {call.method for call in town.world.calls}
    assert not {"getFile", "copyMessage", "forwardMessage"} & methods


@ON_SQLITE
async def test_in_the_middle_of_a_form_the_answers_stay_whole(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    old = button_on(town.rosa, "Someone at home turns 18").callback_data or ""
    await town.rosa.presses("Someone at home turns 18", "It has happened")
    question = "Is there anything else we need to know?"
    town.rosa.sees(question)
    before = await facts(town.database)
    for kind, answer in MEDIA.items():
        await town.rosa.sends(kind)
        assert answer in town.rosa.screen, kind
        assert question in town.rosa.screen, kind
    for kind, (deed, answer) in OTHER.items():
        await do(town.rosa, deed)
        assert answer in town.rosa.screen, kind
        assert question in town.rosa.screen, kind
    await forge(town.rosa, old)
    assert town.rosa.toasts[-1] == "That was an old button."
    assert question in town.rosa.screen
    await town.rosa.writes("w" * 1003)
    assert "3" in town.rosa.screen
    assert question in town.rosa.screen
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0
    await town.rosa.presses("Skip", "No, nobody", "Send")
    town.rosa.sees("R-")


@ON_SQLITE
async def test_groups_and_channels_are_not_answered(town: Town) -> None:
    await go_home(town.rosa, town.amina)
    strange = town.world.add_group(title="Carers", members=[town.rosa.phone], bot_is_admin=True)
    channel = {"id": -1009, "type": "channel", "title": "News"}
    post = {"message_id": 1, "date": 0, "chat": channel, "text": "help", "sender_chat": channel}
    before, calls = await facts(town.database), len(town.world.calls)
    for group, hand in ((strange, town.rosa), (town.group, town.amina)):
        assert group is not None
        for words in ("help", "/help", "/start", "R-1234", "danger"):
            hand.phone.says(words, group)
        for kind in MEDIA:
            hand.phone.sends(kind, group)
    town.world.add_update({"channel_post": post})
    town.world.add_update({"edited_channel_post": post})
    for number, kind in enumerate(SILENT):
        town.world.add_update({kind: {"id": str(number)}})
    await town.settle()
    said = [c.method for c in town.world.calls[calls:] if c.method != "getUpdates"]
    assert said == []
    assert words_in(town, strange) == ""
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0


@ON_SQLITE
async def test_a_stranger_gets_the_numbers_whatever_they_send(town: Town) -> None:
    stranger = town.stranger("stranger")
    before = await facts(town.database)
    for kind in MEDIA:
        await stranger.sends(kind)
        assert "999" in stranger.screen, kind
    await stranger.writes("let me in")
    for deed, _ in OTHER.values():
        await do(stranger, deed)
        assert "999" in stranger.screen
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0
