"""A worker's browser in front of our own pages: it looks at a link, and it presses the button."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from desk.one_time_links import PURPOSES
from desk.opening import Maker
from fostering.one_time_links import Purpose
from storage import chronology
from storage.imports import import_files
from tests.stories.deeds import button_on
from tests.town import Hand, Town
from web.site import build_site

PAGES = "https://pages.example.org"
LABEL = "Open once (10 minutes)"
PERSONAL = (
    "Rosa Okafor",
    "07700 900201",
    "4 Quayside Row",
    "Jay Mercer",
    "Mia Foster-Lane",
    "NM-201417",
    "nut allergy",
)
"""What no chat, no log and no page but the right one may hold."""
PLACED = "reference,household,young_person,label,first,last,childs_social_worker,authority\n"
ENDED = "{reference},H-001,{young},J (otter),{first},{last},S-002,Northmoor Council\n"


def browser(
    town: Town,
    *,
    address: str = "203.0.113.7",
    purposes: Mapping[Purpose, Maker] = PURPOSES,
) -> httpx.AsyncClient:
    """A browser at this address that knows nothing beforehand."""
    app = build_site(town.database, town.policy, purposes)
    site = httpx.ASGITransport(app=app, client=(address, 40000))
    return httpx.AsyncClient(transport=site, base_url=PAGES)


async def ask_who(hand: Hand) -> str:
    """Press *Who is this?*; returns the path of the link on the screen."""
    await hand.presses("Who is this?")
    return link_on(hand)


def link_on(hand: Hand) -> str:
    """The path of the newest link on this phone."""
    address = str(button_on(hand, LABEL).url)
    assert address.startswith(f"{PAGES}/once/")
    return urlsplit(address).path


def proof_in(page: str) -> str:
    """What the form of a page sends back; "" where there is no form."""
    found = re.search(r'name="proof" value="([0-9a-f]+)"', page)
    return found[1] if found else ""


async def press_open(seat: httpx.AsyncClient, path: str, proof: str) -> httpx.Response:
    """Press the button of the page."""
    return await seat.post(path, data={"proof": proof})


async def open_link(seat: httpx.AsyncClient, path: str) -> httpx.Response:
    """Look at the link, then press the button there."""
    asked = await seat.get(path)
    return await press_open(seat, path, proof_in(asked.text))


async def opened(town: Town, path: str) -> httpx.Response:
    """Open a link in a browser of its own."""
    async with browser(town) as seat:
        return await open_link(seat, path)


def tells_nothing(answer: httpx.Response) -> None:
    """Fail unless it is the short page that every bad link gets."""
    assert answer.status_code == 404
    assert "This link opens nothing any more. Ask for a new one in the chat." in answer.text
    for words in PERSONAL:
        assert words not in answer.text, words


async def reads(town: Town, reference: str) -> list[tuple[str, object]]:
    """Who has read this person's details, and for what; the chronology must hold."""
    person = await town.person(reference)
    async with town.database.reading() as reader:
        lines = (await chronology.entries(reader, [person]))[person]
        assert not await chronology.verify(reader)
    return [(str(e.actor), e.codes["purpose"]) for e in lines if e.event == "DetailsRead"]


async def end_placement(town: Town, folder: Path, reference: str, young: str) -> None:
    """A new list of the service says that this placement ends today; it knows of no alerts."""
    path = folder / f"{reference}.csv"
    first = town.now.date().replace(year=town.now.year - 1)
    line = ENDED.format(reference=reference, young=young, first=first, last=town.now.date())
    path.write_text(PLACED + line)
    seen = await import_files(town.database, [path], town.now)
    assert not seen.problems, seen.problems


async def link_of_amina(town: Town) -> str:
    """Rosa has called for help, Amina has it and asks who that is; the path of her link."""
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.amina.presses("I've got it")
    return await ask_who(town.amina)
