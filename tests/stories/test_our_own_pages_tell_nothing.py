"""Our own pages tell nobody else anything: their headers, their text, the database and the logs."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.imports import import_files
from storage.tables import one_time_links
from tests.storage_fixtures import ON_SQLITE
from tests.stories.browser import (
    PAGES,
    PERSONAL,
    browser,
    link_of_amina,
    open_link,
    opened,
    press_open,
    proof_in,
)
from tests.stories.test_no_word_lies_open import everything_logged, spelled_out
from tests.town import Town

__all__ = ["everything_logged"]


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def test_the_headers_are_exactly_these_on_every_answer(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town) as seat:
        asked = await seat.get(path)
        answers = [
            asked,
            await press_open(seat, path, proof_in(asked.text)),
            await seat.get(path),
            await seat.put(path),
            await seat.get("/robots.txt"),
        ]
    for answer in answers:
        headers = dict(answer.headers)
        style = headers.pop("content-security-policy")
        assert style.startswith("default-src 'none'; style-src 'sha256-")
        assert style.endswith("'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
        for name in ("content-length", "content-type", "allow"):
            headers.pop(name, None)
        assert headers == {
            "referrer-policy": "no-referrer",
            "cache-control": "no-store",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "x-robots-tag": "noindex, nofollow",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            "strict-transport-security": "max-age=31536000",
        }
        for sent in ("<script", "src=", "http://", "https://", "url(", "@import", "cookie"):
            assert sent not in answer.text


@ON_SQLITE
async def test_names_are_text_and_never_markup(town: Town, tmp_path: Path) -> None:
    lists = tmp_path / "people.csv"
    lists.write_text(
        "reference,standing,name,household\n"
        'C-001,carer,"<b onclick=""x"">Rosa & ""Co""</b>",H-001\n'
    )
    assert not (await import_files(town.database, [lists], town.now)).problems
    sheet = (await opened(town, await link_of_amina(town))).text
    assert "&lt;b onclick=&quot;x&quot;&gt;Rosa &amp; &quot;Co&quot;&lt;/b&gt;" in sheet
    assert "<b " not in sheet


@ON_SQLITE
async def test_no_token_and_no_word_lies_open_in_the_database_or_in_any_log(
    everything_logged: None, town: Town, url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = await link_of_amina(town)
    token = path.rpartition("/")[2]
    async with browser(town, address="203.0.113.99") as seat:
        await open_link(seat, path)
        await open_link(seat, path)
    async with town.database.reading() as reader:
        row = (await reader.connection.execute(select(one_time_links))).one()
    assert token.encode() not in row.token_hash
    text, said = spelled_out(url), "".join(capfd.readouterr())
    for hidden in (token, "203.0.113.99", *PERSONAL):
        assert hidden not in text, hidden
        assert hidden not in said, hidden
