"""Whatever a young person does: nothing on a carer's or the carer's worker's phone changes."""

import re
from pathlib import Path

from storage.database import Database
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import call_for_help, forge, go_home
from tests.stories.test_somebody_on_my_side import PROVIDER
from tests.stories.twice import another_town
from tests.town import FRIDAY_NIGHT, Hand, Town, a_town

LOOKS = {
    "rosa": ("home", "reqs", "sup", "help", "lang"),
    "priya": ("home", "waiting", "mine", "sups", "help"),
}
OWN_REFERENCE = re.compile(r"R-[0-9A-Z]{6}")


@ON_SQLITE
async def test_all_they_see_is_the_same_whether_or_not_the_young_person_pressed(
    database: Database, clock: HandClock, sqlite_template: Path, tmp_path: Path
) -> None:
    async with a_town(database, clock, views=True, advocacy_provider=PROVIDER) as town:
        pressed = await lived_through(town, jay_presses=True)
        assert "Hello." in town.jay.all_words
        assert "Jay Mercer" in town.amina.all_words
    async with another_town(
        sqlite_template, tmp_path, FRIDAY_NIGHT, views=True, advocacy_provider=PROVIDER
    ) as town:
        silent = await lived_through(town, jay_presses=False)
    for moment, (one, another) in enumerate(zip(pressed, silent, strict=True)):
        assert one == another, moment


async def lived_through(town: Town, *, jay_presses: bool) -> list[object]:
    """A night and a day; returns all that Rosa's and Priya's phones showed, again and again."""
    await town.join("helen", "S-006")
    await town.join("nadia", "A-001")
    await go_home(town.rosa, town.priya, town.jay)
    seen: list[object] = []
    await look(town, seen)
    if jay_presses:
        await town.jay.presses("I'm not safe right now", "Call me")
        await town.jay.writes("my carer hit me")
    await look(town, seen)
    await town.forward(minutes=6)
    request = await call_for_help(town)
    await town.forward(minutes=7)
    if jay_presses:
        await town.grace.presses("I've got it")
        await town.jay.presses("I pressed this by mistake")
        await says_it_is_not_fair(town)
        await gets_somebody_on_their_side(town)
    await forge(town.amina, f"got:{request}")
    await look(town, seen)
    if jay_presses:
        await forge(town.grace, "mine")
        await town.jay.presses("Hide this")
    await town.jump(hours=11)
    await look(town, seen)
    return seen


async def says_it_is_not_fair(town: Town) -> None:
    """Jay complains about where they live; the manager above reads it."""
    await go_home(town.jay)
    await town.jay.presses("Something is not fair", "No, I say it myself", "Where I live")
    await town.jay.writes("I am never asked")
    await town.jay.presses("Skip", "Nobody else", "Yes, write to me here", "Yes, send it")
    town.helen.sees("I am never asked")
    await town.helen.presses("I've got it", "Reply", "Write my own")
    await town.helen.writes("I look into it")
    await town.helen.presses("Send")


async def gets_somebody_on_their_side(town: Town) -> None:
    """Jay gets an advocate, who makes contact."""
    await go_home(town.jay)
    await town.jay.presses("Get someone on my side", "A friendly visitor", "Here in this chat")
    await town.jay.presses("At the weekend", "That is all", "I don't want to meet")
    await town.jay.presses("The one we use here", "Skip", "Yes, pass this on")
    await town.nadia.presses("I have made contact")


async def look(town: Town, seen: list[object]) -> None:
    """Look at every list and menu, and note the whole phone each time."""
    for name, presses in LOOKS.items():
        hand = town.hands[name]
        for data in presses:
            await forge(hand, data)
            seen.append(whole_phone(hand))
    await town.service.menus.refresh()
    seen.append(dict(town.world.menus))


def whole_phone(hand: Hand) -> object:
    """Words, buttons, lock screen and short answers; a reference of one's own is a chance."""
    shown = [
        (OWN_REFERENCE.sub("R-", m.text or ""), [[b.text for b in row] for row in m.buttons])
        for m in hand.messages
    ]
    labels = [(words, OWN_REFERENCE.sub("R-", str(buttons))) for words, buttons in shown]
    return hand.phone.name, labels, list(hand.phone.notifications), list(hand.toasts)
