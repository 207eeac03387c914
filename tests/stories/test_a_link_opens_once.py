"""A one-time link opens once, for ten minutes, by a press of our own form and never by looking."""

import asyncio

import pytest

from storage.database import Database
from storage.keys import KeyRing
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.browser import (
    PAGES,
    PERSONAL,
    ask_who,
    browser,
    link_of_amina,
    opened,
    press_open,
    proof_in,
    tells_nothing,
)
from tests.stories.test_the_database_is_gone import rename
from tests.town import Town


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def test_looking_shows_one_button_and_spends_nothing(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as seat:
        pages = {(await seat.get(path)).text for _ in range(5)}
        assert (await seat.head(path)).status_code == 200
        (page,) = pages
        assert "What is behind this link is shown once." in page
        for words in ("Who is this", *PERSONAL):
            assert words not in page
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            refused = await seat.request(method, path)
            assert refused.status_code == 405
            assert set(refused.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}
        assert (await press_open(seat, path, proof_in(page))).status_code == 200


@ON_SQLITE
async def test_the_second_opening_and_an_unknown_link_get_the_same_short_page(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as seat:
        proof = proof_in((await seat.get(path)).text)
        assert "Rosa Okafor" in (await press_open(seat, path, proof)).text
        again = await press_open(seat, path, proof)
        spent, unknown = await seat.get(path), await seat.get("/once/" + "A" * 43)
        stray = await seat.get("/")
    for answer in (again, spent, unknown, stray):
        tells_nothing(answer)
    assert len({again.content, spent.content, unknown.content, stray.content}) == 1


@ON_SQLITE
async def test_it_is_too_old_after_ten_minutes_of_our_own_clock(town: Town) -> None:
    path = await link_of_amina(town)
    await town.jump(minutes=9)
    async with browser(town) as seat:
        page = (await seat.get(path)).text
        assert proof_in(page)
        async with town.database.writing() as writer:
            await town.database.clock.move(writer, "+5m")
        tells_nothing(await seat.get(path))
        tells_nothing(await press_open(seat, path, proof_in(page)))


@ON_SQLITE
async def test_a_link_that_has_run_out_goes_from_the_screen_by_itself(town: Town) -> None:
    await link_of_amina(town)
    seen = len(town.amina.phone.notifications)
    await town.jump(minutes=9)
    assert "Open once (10 minutes)" in town.amina.buttons
    await town.jump(minutes=2)
    town.amina.sees("The link that stood here has run out.")
    assert "Open once (10 minutes)" not in town.amina.buttons
    assert len(town.amina.phone.notifications) == seen
    await town.amina.presses("Back")
    town.amina.sees("You have it.")
    await town.jump(minutes=2)
    town.amina.does_not_see("The link that stood here has run out.")


@ON_SQLITE
async def test_what_came_in_the_place_of_a_link_stays(town: Town) -> None:
    await link_of_amina(town)
    await town.amina.presses("Back")
    await town.jump(minutes=12)
    town.amina.sees("You have it.")
    town.amina.does_not_see("The link that stood here has run out.")


@ON_SQLITE
async def test_of_two_presses_at_once_one_wins(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as one, browser(town) as other:
        proof = proof_in((await one.get(path)).text)
        answers = await asyncio.gather(press_open(one, path, proof), press_open(other, path, proof))
    assert sorted(answer.status_code for answer in answers) == [200, 404]
    tells_nothing(next(answer for answer in answers if answer.status_code == 404))


@ON_SQLITE
async def test_only_our_own_form_of_this_very_link_opens_it(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as seat:
        proof = proof_in((await seat.get(path)).text)
        await town.amina.presses("Back")
        other = await ask_who(town.amina)
        foreign = proof_in((await seat.get(other)).text)
        for forged in ("", "0" * 64, proof[:-1], foreign, "ü" * 8):
            tells_nothing(await press_open(seat, path, forged))
        tells_nothing(await seat.post(path, content=b"x" * 5000))
        tells_nothing(await seat.post(path, json={"proof": proof}))
        assert (await press_open(seat, path, proof)).status_code == 200


@ON_SQLITE
async def test_it_opens_after_a_restart(town: Town, url: str, keys: KeyRing) -> None:
    path = await link_of_amina(town)
    again = await Database.open(url, keys, HandClock(town.clock.seconds), beside=True)
    try:
        town.database, before = again, town.database
        assert "Rosa Okafor" in (await opened(town, path)).text
        town.database = before
        tells_nothing(await opened(town, path))
    finally:
        await again.close()


@ON_SQLITE
async def test_an_address_that_fails_too_often_waits_and_others_do_not(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town, address="198.51.100.9") as seat:
        for number in range(30):
            tells_nothing(await seat.get(f"/once/{number:043}"))
        refused = await seat.get(path)
        assert refused.status_code == 429
        assert refused.headers["Retry-After"] == "3600"
        await town.jump(minutes=61)
        assert (await seat.get(path)).status_code == 404
    await town.amina.presses("I've got it")
    assert (await opened(town, await ask_who(town.amina))).status_code == 200


@ON_SQLITE
async def test_all_addresses_of_one_network_count_as_one(town: Town) -> None:
    for number in range(30):
        async with browser(town, address=f"2001:db8::{number:x}") as seat:
            await seat.get("/once/nothing")
    async with browser(town, address="2001:db8::ffff") as seat:
        assert (await seat.get("/once/nothing")).status_code == 429
    async with browser(town, address="2001:db8:0:1::1") as seat:
        assert (await seat.get("/once/nothing")).status_code == 404


@ON_SQLITE
async def test_where_storage_fails_nothing_is_shown_and_the_link_stays_good(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as seat:
        proof = proof_in((await seat.get(path)).text)
        await rename(town, "chronology", "gone")
        failed = await press_open(seat, path, proof)
        await rename(town, "gone", "chronology")
        assert failed.status_code == 503
        assert "the link is still good" in failed.text
        for words in PERSONAL:
            assert words not in failed.text
        assert (await press_open(seat, path, proof)).status_code == 200
