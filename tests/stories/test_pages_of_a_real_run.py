"""`hearthline run` serves our own pages, opens a link after it was killed, and logs none of it."""

from pathlib import Path

import httpx

from tests.processes import hearthline
from tests.storage_fixtures import ON_SQLITE, free_port
from tests.stories.browser import PERSONAL, open_link, tells_nothing
from tests.stories.deeds import button_on
from tests.town_outside import a_town_outside


@ON_SQLITE
async def test_the_link_survives_a_kill_and_leaves_no_trace_in_the_log(
    tmp_path: Path, url: str
) -> None:
    where = f"127.0.0.1:{free_port()}"
    async with a_town_outside(
        tmp_path,
        url,
        HEARTHLINE_PAGES_ADDRESS=f"http://{where}",
        HEARTHLINE_PAGES_LISTEN=where,
    ) as town:
        await town.rosa.presses("I need help now", "Tell the on-call team")
        await town.amina.presses("I've got it", "Who is this?")
        address = httpx.URL(str(button_on(town.amina, "Open once (10 minutes)").url))
        assert (address.host, address.port) == ("127.0.0.1", int(where.rpartition(":")[2]))
        await town.process.kill()
        await town.process.start()
        await town.process.settle()
        async with httpx.AsyncClient(base_url=f"http://{where}") as seat:
            await town.process.until_async(lambda: serves(seat), "the pages were not served")
            sheet = await open_link(seat, address.path)
            again = await open_link(seat, address.path)
        assert "Rosa Okafor" in sheet.text
        assert "server" not in sheet.headers
        assert "strict-transport-security" not in sheet.headers
        tells_nothing(again)
        await town.process.settle()
        assert await town.process.stop() == 0
        log = town.process.log_file.read_text(encoding="utf-8")
        for hidden in (address.path, *PERSONAL):
            assert hidden not in log, hidden
        assert (
            "Every chain of the chronology holds."
            in (await hearthline(town.process.place, "verify")).said
        )


async def serves(seat: httpx.AsyncClient) -> bool:
    """Whether anybody answers there yet."""
    try:
        return (await seat.get("/")).status_code == 404
    except httpx.TransportError:
        return False
