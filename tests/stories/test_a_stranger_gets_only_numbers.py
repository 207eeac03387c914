"""Strangers get the numbers and how to be invited, and nothing else, whatever they do."""

from bot.presses import VERBS
from simulator.chats import Chat
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, forge, words_in
from tests.town import ON_CALL_NUMBER, Hand, Town

WORDS = (
    "/start",
    "/help",
    "/home",
    "/cancel",
    "/language",
    "/connect 0123456789",
    "/anything else",
    "Rosa Okafor",
    "they hit me",
)
MEDIA = ("photo", "voice", "location", "contact", "document", "sticker")


@ON_SQLITE
async def test_every_command_press_and_text_of_a_stranger(town: Town) -> None:
    request = await call_for_help(town)
    before = [hand.all_words for hand in town.hands.values()]
    stranger = town.stranger("stranger")
    seen: set[str] = set()
    for words in WORDS:
        await stranger.writes(words)
        seen |= {message.text or "" for message in stranger.messages}
    for kind in MEDIA:
        await stranger.sends(kind)
        seen |= {message.text or "" for message in stranger.messages}
    for verb, count in VERBS:
        if verb != "lang":
            await forge(stranger, ":".join((verb, *[request] * count)))
            seen |= {message.text or "" for message in stranger.messages}
    for data in ("open:difficulty", "a:0123456789abcdef:danger:yes", "send:0", "", "x" * 64):
        await forge(stranger, data)
        seen |= {message.text or "" for message in stranger.messages}
    for screen in seen:
        # An old *Hide this* still blanks the chat of somebody who was cut off.
        harmless = screen.startswith(("Which language", "Hello."))
        assert ON_CALL_NUMBER in screen or harmless, screen
        assert "R-" not in screen
        assert "Okafor" not in screen
    assert len(seen) <= 6, seen
    assert [town.hands[name].all_words for name in list(town.hands)[:6]] == before
    assert "We can't see who you are and nobody reads what you write here." in stranger.screen


@ON_SQLITE
async def test_a_stranger_is_answered_in_their_own_language(town: Town) -> None:
    stranger = town.stranger("samir", language_code="ar")
    await stranger.writes("/start")
    assert "خدمة" in stranger.screen
    assert ON_CALL_NUMBER in stranger.screen
    await stranger.writes("/help")
    assert "999" in stranger.screen
    assert "Arabic interpreter, please" in stranger.screen


@ON_SQLITE
async def test_a_group_that_is_not_linked_gets_nothing_of_ours(town: Town) -> None:
    request = await call_for_help(town)
    stranger = town.stranger("stranger")
    group = town.world.add_group(
        title="Neighbours", members=[stranger.phone, town.rosa.phone], bot_is_admin=True
    )
    await town.settle()
    for hand in (stranger, town.rosa):
        await try_everything(hand, group, request)
    assert words_in(town, group) == ""


async def try_everything(hand: Hand, group: Chat, request: str) -> None:
    """Say and press all sorts of things in the group."""
    for words in (*WORDS, "/help@riverbank_bot", "/connect 0123456789"):
        await hand.writes(words, group)
    for data in (f"got:{request}", f"req:{request}", "home", "help", "open:difficulty", "reqs"):
        await forge(hand, data, group)
