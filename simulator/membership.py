"""Coming, going and changing standing, with the updates and service messages they cause."""

from typing import TYPE_CHECKING

from simulator.accounts import Account
from simulator.chats import PRESENT, Chat, ChatKind, Standing, member_json
from simulator.raw import Json, seconds

if TYPE_CHECKING:
    from simulator.world import World


def _changed(
    world: "World", chat: Chat, account: Account, old: Standing, new: Standing, by: Account
) -> Json:
    return {
        "chat": chat.json(),
        "from": by.json(),
        "date": seconds(world.now()),
        "old_chat_member": member_json(account, old),
        "new_chat_member": member_json(account, new),
    }


def move(world: "World", chat: Chat, account: Account, new: Standing, *, by: Account) -> None:
    """Change how an account stands in a group, and tell the bot what it would be told."""
    old = chat.standing(account)
    if old is new:
        return
    bot_was_there = chat.has(world.bot)
    chat.members[account.id] = new
    change = _changed(world, chat, account, old, new, by)
    if account is world.bot:
        world.queue.add("my_chat_member", change)
    elif bot_was_there:
        account.known = True
        if chat.led_by(world.bot):
            world.queue.add("chat_member", change)
    if (old in PRESENT) != (new in PRESENT):
        gone = new not in PRESENT
        service: Json = (
            {"left_chat_member": account.json()} if gone else {"new_chat_members": [account.json()]}
        )
        world.post_service(chat, by, service, tell_bot=bot_was_there and account is not world.bot)
    world.changed.touch()


def block(world: "World", account: Account, *, blocked: bool) -> None:
    """A person blocks the bot or takes it back."""
    if account.blocked is blocked:
        return
    account.blocked = blocked
    old, new = (Standing.MEMBER, Standing.KICKED) if blocked else (Standing.KICKED, Standing.MEMBER)
    chat = world.private_chat(account)
    world.queue.add("my_chat_member", _changed(world, chat, world.bot, old, new, account))
    world.changed.touch()


def upgrade(world: "World", group: Chat) -> Chat:
    """Turn a basic group into a supergroup with a new id, as Telegram does; returns the new one."""
    if group.kind is not ChatKind.GROUP or group.migrated_to is not None:
        raise ValueError("Only a basic group that has not been upgraded can be upgraded.")
    new = world.new_group(group.title, ChatKind.SUPERGROUP)
    new.members = dict(group.members)
    group.migrated_to = new
    owner = world.accounts[next(iter(group.members))]
    world.post_service(group, owner, {"migrate_to_chat_id": new.id})
    world.post_service(new, owner, {"migrate_from_chat_id": group.id})
    return new
