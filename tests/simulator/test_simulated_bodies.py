"""What a call may carry: a query, JSON, a form, a form with files; and what cannot be read."""

import pytest

from simulator.bodies import read_body
from simulator.refusals import Refused

FORM = "multipart/form-data; boundary=XX"


def part(head: str, content: str) -> bytes:
    return f"--XX\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n".encode()


def test_a_query_and_a_body_are_read_together() -> None:
    fields, uploads = read_body("application/json", b'{"text": "x"}', {"chat_id": "1"})
    assert (fields, uploads) == ({"chat_id": "1", "text": "x"}, {})


def test_an_empty_value_of_a_form_is_kept() -> None:
    fields, _ = read_body("application/x-www-form-urlencoded; charset=utf-8", b"text=&a=%C3%A9", {})
    assert fields == {"text": "", "a": "é"}


def test_a_file_keeps_its_bytes_its_name_and_its_type() -> None:
    body = (
        part('name="caption"', "two\r\nlines")
        + part('name="document"; filename="a\\"b.ics"\r\nContent-Type: text/calendar', "BEGIN\r\n")
        + part("name=photo; filename=plain.png", "")
        + b"--XX--\r\n"
    )
    fields, uploads = read_body(FORM, body, {})
    assert fields == {"caption": "two\r\nlines"}
    letter = uploads["document"]
    assert (letter.file_name, letter.mime_type, letter.content) == (
        'a"b.ics',
        "text/calendar",
        b"BEGIN\r\n",
    )
    assert uploads["photo"].content == b""


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("application/json", b"{", "can't parse the JSON"),
        ("application/json", b"[]", "must be an Object"),
        ("text/plain", b"x", "reads JSON, forms and forms with files only"),
        ("multipart/form-data", b"x", "can't find the boundary"),
        (FORM, part("nome=x", "y") + b"--XX--\r\n", "has no name"),
    ],
)
def test_bodies_that_cannot_be_read(content_type: str, body: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_body(content_type, body, {})
