"""Groups, privacy mode, command menus and the bot's profile."""

import pytest

from simulator import Phone, World
from simulator.chats import Standing
from tests.simulator.conftest import Ask


async def texts(ask: Ask) -> list[str]:
    return [each["message"]["text"] for each in await ask("getUpdates") if "message" in each]


async def test_privacy_mode_lets_only_what_is_meant_for_the_bot_through(
    ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    await ask("sendMessage", chat_id=group.id, text="card")
    card = sam.messages(group)[-1]
    sam.says("among us", group)
    sam.says("/help", group)
    sam.says("/help@another_bot", group)
    sam.says("/help@Hearthline_demo_bot", group)
    sam.says("@hearthline_demo_bot look", group)
    sam.says("@somebody look", group)
    sam.says("I have it", group, reply_to=card)
    assert await texts(ask) == [
        "/help",
        "/help@Hearthline_demo_bot",
        "@hearthline_demo_bot look",
        "I have it",
    ]


async def test_an_administrator_hears_everything(ask: Ask, world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam], bot_is_admin=True)
    sam.says("among us", group)
    assert await texts(ask) == ["among us"]


async def test_without_privacy_mode_every_bot_does(ask: Ask, world: World, sam: Phone) -> None:
    world.privacy_mode = False
    sam.says("among us", world.add_group(title="Night", members=[sam]))
    assert await texts(ask) == ["among us"]
    assert (await ask("getMe"))["can_read_all_group_messages"] is True


async def test_coming_and_going_is_told_by_service_messages(
    ask: Ask, world: World, sam: Phone
) -> None:
    group = world.add_group(title="Night", members=[sam])
    amina = world.add_phone(key="amina", name="Amina")
    amina.joins(group)
    amina.leaves(group)
    came, went = [each["message"] for each in await ask("getUpdates")]
    assert [person["id"] for person in came["new_chat_members"]] == [amina.id]
    assert went["left_chat_member"]["id"] == amina.id


async def test_the_bots_own_standing_is_told(ask: Ask, world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam], bot_present=False)
    sam.says("unheard", group)
    sam.places_bot(group, Standing.MEMBER)
    sam.places_bot(group, Standing.ADMINISTRATOR)
    sam.places_bot(group, Standing.KICKED)
    sam.blocks_bot()
    told = [each["my_chat_member"] for each in await ask("getUpdates")]
    assert [(each["chat"]["type"], each["new_chat_member"]["status"]) for each in told] == [
        ("group", "member"),
        ("group", "administrator"),
        ("group", "kicked"),
        ("private", "kicked"),
    ]


async def test_standings_can_be_asked(ask: Ask, refused: Ask, world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam])
    gone = world.add_phone(key="amina", name="Amina", started=True)
    assert (await ask("getChatMember", chat_id=group.id, user_id=sam.id))["status"] == "creator"
    assert (await ask("getChatMember", chat_id=group.id, user_id=gone.id))["status"] == "left"
    assert "PARTICIPANT_ID_INVALID" in await refused(
        "getChatMember", chat_id=group.id, user_id=12345
    )
    assert "not enough rights" in await refused("banChatMember", chat_id=group.id, user_id=gone.id)
    assert "can't be left" in await refused("leaveChat", chat_id=sam.id)


async def test_a_member_can_be_removed_but_not_the_owner(
    ask: Ask, refused: Ask, world: World, sam: Phone
) -> None:
    amina = world.add_phone(key="amina", name="Amina")
    group = world.add_group(title="Night", members=[sam, amina], bot_is_admin=True)
    await ask("banChatMember", chat_id=group.id, user_id=amina.id)
    assert not group.has(amina.account)
    assert "owner" in await refused("banChatMember", chat_id=group.id, user_id=sam.id)
    await ask("unbanChatMember", chat_id=group.id, user_id=amina.id)
    assert group.standing(amina.account) is Standing.LEFT


async def test_the_narrowest_menu_in_the_persons_language_is_seen(ask: Ask, world: World) -> None:
    amina = world.add_phone(key="amina", name="Amina", language_code="ar", started=True)
    sam = world.add_phone(key="sam", name="Sam", started=True)
    amina.says("hello")

    async def set_menu(name: str, **place: object) -> None:
        commands = [{"command": name, "description": "x"}]
        await ask("setMyCommands", commands=commands, **place)

    await set_menu("all")
    assert world.commands_for(amina)[0]["command"] == "all"
    await set_menu("arabic", language_code="ar")
    await set_menu("private", scope={"type": "all_private_chats"})
    assert world.commands_for(amina)[0]["command"] == "private"
    await set_menu("own", scope={"type": "chat", "chat_id": amina.id})
    assert world.commands_for(amina)[0]["command"] == "own"
    assert world.commands_for(sam)[0]["command"] == "private"
    group = world.add_group(title="Night", members=[sam, amina])
    assert world.commands_for(amina, group)[0]["command"] == "arabic"
    await set_menu("groups", scope={"type": "all_group_chats"})
    await set_menu("leaders", scope={"type": "all_chat_administrators"})
    assert world.commands_for(sam, group)[0]["command"] == "leaders"
    assert world.commands_for(amina, group)[0]["command"] == "groups"
    await ask("deleteMyCommands", scope={"type": "chat", "chat_id": amina.id})
    assert world.commands_for(amina)[0]["command"] == "private"


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Help", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "command length must not exceed 32"),
        ("", "x", "command must be non-empty"),
        ("help", " ", "command description must be non-empty"),
        ("help", "x" * 257, "command description length must not exceed 256"),
    ],
)
async def test_commands_that_cannot_be(
    refused: Ask, command: str, description: str, words: str
) -> None:
    commands = [{"command": command, "description": description}]
    assert await refused("setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_a_menu_has_limits_and_a_language_of_two_letters(refused: Ask) -> None:
    commands = [{"command": f"c{n}", "description": "x"} for n in range(101)]
    assert "BOT_COMMANDS_TOO_MUCH" in await refused("setMyCommands", commands=commands)
    assert (
        await refused("setMyCommands", commands=[], language_code="eng")
        == "Bad Request: invalid language code specified"
    )
    assert "user_id" in await refused("getMyCommands", scope={"type": "chat_member", "chat_id": 1})
    assert "unsupported" in await refused("getMyCommands", scope={"type": "street"})


@pytest.mark.parametrize(
    ("method", "field", "limit"),
    [
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ],
)
async def test_profile_words_have_limits(
    ask: Ask, refused: Ask, world: World, method: str, field: str, limit: int
) -> None:
    await ask(method, **{field: "a" * limit})
    assert world.profile[field, ""] == "a" * limit
    assert "too long" in await refused(method, **{field: "a" * (limit + 1)})


async def test_a_menu_button_is_for_private_chats(
    ask: Ask, refused: Ask, world: World, sam: Phone
) -> None:
    await ask("setChatMenuButton", menu_button={"type": "commands"})
    group = world.add_group(title="Night", members=[sam])
    assert "private" in await refused("setChatMenuButton", chat_id=group.id)


async def test_the_name_is_seen_in_the_persons_language(ask: Ask, world: World) -> None:
    amina = world.add_phone(key="amina", name="Amina", language_code="ar")
    assert amina.bot_name == "Hearthline"
    await ask("setMyName", name="Everyday")
    await ask("setMyName", name="كل يوم", language_code="ar")
    sam = world.add_phone(key="sam", name="Sam")
    assert (amina.bot_name, sam.bot_name) == ("كل يوم", "Everyday")


async def test_a_known_person_can_be_named(ask: Ask, refused: Ask, world: World) -> None:
    ada = world.add_phone(key="ada", name="Ada", username="ada_l")
    assert "not found" in await refused("getChat", chat_id="@ada_l")
    ada.starts()
    assert (await ask("getChat", chat_id="@Ada_L"))["id"] == ada.id
    assert (await ask("getChatMember", chat_id=ada.id, user_id=ada.id))["status"] == "member"
    sent = await ask("sendMessage", chat_id=ada.id, text="x")
    await ask("pinChatMessage", chat_id=ada.id, message_id=sent["message_id"])
    pinned = (await ask("getChat", chat_id=ada.id))["pinned_message"]
    assert pinned["message_id"] == sent["message_id"]


async def test_the_bot_hears_of_its_own_pins(ask: Ask, world: World, sam: Phone) -> None:
    group = world.add_group(title="Night", members=[sam], bot_is_admin=True)
    sent = await ask("sendMessage", chat_id=group.id, text="x")
    await ask("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    (told,) = await ask("getUpdates")
    assert told["message"]["pinned_message"]["message_id"] == sent["message_id"]
