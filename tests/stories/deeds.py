"""What stories do again and again: go to the start, raise something, forge a press."""

from simulator.chats import Chat
from simulator.messages import Button
from tests.town import Hand, Town


async def go_home(*hands: Hand) -> None:
    """Show these people their first screen."""
    for hand in hands:
        await hand.writes("/home")


async def call_for_help(town: Town) -> str:
    """Rosa tells the on-call team; returns the id of her request as buttons name it."""
    await town.rosa.presses("I need help now", "Tell the on-call team")
    return named_on(town.amina, "I've got it")


async def report_danger(hand: Hand) -> None:
    """A carer says that something has happened and that somebody is in danger now."""
    await go_home(hand)
    await hand.presses("Something has happened", "Yes")


def named_on(hand: Hand, label: str) -> str:
    """What the newest button with this label carries after its verb."""
    return str(button_on(hand, label).callback_data).partition(":")[2]


def button_on(hand: Hand, label: str) -> Button:
    """The newest button with this label."""
    found = [b for m in hand.messages for row in m.buttons for b in row if b.text == label]
    assert found, f"no button {label!r}; there are {hand.buttons}"
    return found[-1]


async def forge(hand: Hand, data: str, chat: Chat | None = None) -> None:
    """Send a press that no button of this phone carries, as a tampered app could."""
    shown = [m.id for m in hand.phone.messages(chat) if m.from_bot] or [1]
    hand.phone.forges(shown[-1], data, chat)
    await hand.town.settle()


def words_in(town: Town, chat: Chat | None) -> str:
    """All that the bot's messages in a group say at present."""
    assert chat is not None
    return "\n".join(m.text or "" for m in chat.messages.values() if m.from_bot and not m.deleted)


def lock_screen(hand: Hand, since: int = 0) -> list[str]:
    """What the lock screen showed of the private chat, from the given line on."""
    return [line.text for line in hand.phone.notifications if line.chat_id == hand.phone.id][since:]


def reference_on(hand: Hand, title: str) -> str:
    """The reference on the newest message whose words name this."""
    words = [line for m in hand.messages for line in (m.text or "").split("\n") if title in line]
    found = [part for line in words for part in line.split() if part.startswith("R-")]
    assert found, f"no reference beside {title!r}:\n{hand.all_words}"
    return found[-1]


def own_request(hand: Hand, title: str = "", *, last: bool = False) -> str:
    """A request's button in the list that is open, by its title; else the newest, or the `last`."""
    lists = [[b for row in m.buttons for b in row if is_request(b)] for m in hand.messages]
    listed = next((buttons for buttons in reversed(lists) if buttons), [])
    labels = [b.text for b in listed if title in b.text]
    assert labels, f"no request {title!r} is listed: {hand.buttons}"
    return labels[-1 if last else 0]


def is_request(button: Button) -> bool:
    """Whether it opens a request."""
    return str(button.callback_data or "").startswith("req:")


async def plan_meeting(hand: Hand, among: str, day: str, time: str) -> None:
    """A worker plans or moves Rosa's supervision, or her annual review."""
    await go_home(hand)
    await hand.presses(among, "Rosa Okafor")
    await hand.presses("Move it" if "Move it" in hand.buttons else "Plan it")
    await hand.writes(day)
    await hand.writes(time)
    await hand.presses("Send")
