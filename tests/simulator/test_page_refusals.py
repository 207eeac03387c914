"""The page of phones is this machine's own: whom and what it refuses."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest

from simulator import Phone, World
from simulator.files import Upload
from simulator.server import build
from tests.simulator.conftest import Ask, StoryClock
from tests.simulator.test_page import MovingClock


@pytest.fixture
async def page(world: World, clock: StoryClock) -> AsyncIterator[httpx.AsyncClient]:
    """The page as a browser on the same machine meets it."""
    transport = httpx.ASGITransport(build(world, MovingClock(clock)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8081") as page:
        yield page


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/phones/nobody/say", {"text": "a"}, 404),
        ("/phones/sam/say", {"text": "  "}, 400),
        ("/phones/sam/say", {"text": 5}, 400),
        ("/phones/sam/say", {"text": "a" * 4097}, 400),
        ("/phones/sam/say", {"text": "a" * 70_000}, 413),
        ("/phones/sam/say", ["text"], 400),
        ("/phones/sam/send", {"kind": "anything"}, 400),
        ("/phones/sam/press", {"message_id": True, "row": -1}, 400),
        ("/phones/sam/open", {"url": "https://elsewhere.example/"}, 409),
        ("/phones/sam/fly", {}, 404),
        ("/clock", {"move": "+1 century"}, 400),
    ],
)
async def test_what_cannot_be_done_is_refused_with_words(
    page: httpx.AsyncClient, sam: Phone, path: str, body: object, code: int
) -> None:
    answer = await page.post(path, json=body)
    assert answer.status_code == code
    assert answer.json()["error"]
    assert sam.messages() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Host": "elsewhere.example"},
        {"Host": "elsewhere.example:8081", "Origin": "http://elsewhere.example:8081"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_site_cannot_press_type_or_move_the_clock(
    page: httpx.AsyncClient, sam: Phone, clock: StoryClock, headers: dict[str, str]
) -> None:
    said = await page.post("/phones/sam/say", json={"text": "hello"}, headers=headers)
    moved = await page.post("/clock", json={"move": "+5m"}, headers=headers)
    assert (said.status_code, moved.status_code) == (403, 403)
    assert sam.messages() == []
    assert clock.at == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


async def test_a_plain_form_of_another_site_is_refused(page: httpx.AsyncClient, sam: Phone) -> None:
    answer = await page.post("/phones/sam/say", content='{"text": "hello"}')
    assert answer.status_code == 415
    assert sam.messages() == []


async def test_the_page_itself_may_press_and_type(page: httpx.AsyncClient, sam: Phone) -> None:
    headers = {"Origin": "http://127.0.0.1:8081", "Sec-Fetch-Site": "same-origin"}
    answer = await page.post("/phones/sam/say", json={"text": "hello"}, headers=headers)
    assert answer.status_code == 200
    assert [message.text for message in sam.messages()] == ["hello"]


@pytest.mark.parametrize("path", ["/", "/phones", "/phones/changes", "/page/page.js"])
async def test_a_name_from_elsewhere_shows_nothing(page: httpx.AsyncClient, path: str) -> None:
    answer = await page.get(path, headers={"Host": "elsewhere.example"})
    assert answer.status_code == 403


async def test_the_page_asks_nothing_of_anybody_else(page: httpx.AsyncClient) -> None:
    index = await page.get("/")
    policy = index.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "Demo: nobody is reading this." in index.text
    for path in ("/page/page.js", "/page/page.css", "/page/mark.svg"):
        answer = await page.get(path)
        assert answer.status_code == 200
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert (await page.get("/page/page.py")).status_code == 404
    assert (await page.get("/page/..%2Fworld.py")).status_code == 404


async def test_a_document_is_downloaded_and_never_opened_in_the_page(
    page: httpx.AsyncClient, sam: Phone, call: Ask, world: World
) -> None:
    upload = Upload(file_name="dates.ics", mime_type="text/html", content=b"<script>")
    stored = world.files.keep(folder="documents", upload=upload)
    await call("sendDocument", chat_id=sam.id, document=stored.file_id)
    [phone] = (await page.get("/phones")).json()["phones"]
    [message] = phone["messages"]
    assert message["document"]["name"] == "dates.ics"
    answer = await page.get(message["document"]["href"])
    assert answer.content == b"<script>"
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert (await page.get("/phones/sam/documents/999")).status_code == 404
