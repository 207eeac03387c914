"""Telegram's HTML is held against TDLib's own parser, which works without a network."""

import json

import pytest
import tdjson
from hypothesis import given
from hypothesis import strategies as st

from simulator.html_text import parse_html
from simulator.raw import Json
from simulator.refusals import Refused

TDLIB_TYPES = {
    "textEntityTypeBold": "bold",
    "textEntityTypeItalic": "italic",
    "textEntityTypeUnderline": "underline",
    "textEntityTypeStrikethrough": "strikethrough",
    "textEntityTypeSpoiler": "spoiler",
    "textEntityTypeBlockQuote": "blockquote",
    "textEntityTypeExpandableBlockQuote": "expandable_blockquote",
    "textEntityTypeCode": "code",
    "textEntityTypePre": "pre",
    "textEntityTypePreCode": "pre",
    "textEntityTypeTextUrl": "text_link",
    "textEntityTypeMentionName": "text_mention",
    "textEntityTypeCustomEmoji": "custom_emoji",
    "textEntityTypeDateTime": "date_time",
}


def execute(request: Json) -> Json:
    answer: Json = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    return answer


@pytest.fixture(scope="module", autouse=True)
def quiet_tdlib() -> None:
    execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def by_tdlib(text: str) -> tuple[str, list[tuple[str, int, int, str]]] | str:
    mode = {"@type": "textParseModeHTML"}
    answer = execute({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
    if answer["@type"] == "error":
        words: str = answer["message"]
        return words
    return answer["text"], sorted(
        (
            TDLIB_TYPES[each["type"]["@type"]],
            each["offset"],
            each["length"],
            each["type"].get("url", each["type"].get("language", "")),
        )
        for each in answer["entities"]
        if each["type"]["@type"] in TDLIB_TYPES
    )


def by_us(text: str) -> tuple[str, list[tuple[str, int, int, str]]] | str:
    try:
        words, entities = parse_html(text)
    except Refused as refusal:
        return refusal.description.removeprefix("Bad Request: ").replace("can't", "Can't", 1)
    return words, sorted(
        (
            each["type"],
            each["offset"],
            each["length"],
            str(each.get("url", each.get("language", ""))),
        )
        for each in entities
    )


@pytest.mark.parametrize(
    "text",
    [
        "a < b",
        "<br>",
        "a<br>",
        "<b",
        "<b>x",
        "</b>",
        "é</b>",
        "<b>x</i>",
        "<b>x</",
        "<b>x</>",
        "<B >x</b >",
        "<a =x>x</a>",
        "<a href>http://example.org</a>",
        "<a href='http://example.org?a=1&amp;b'>x</a>",
        '<a href="http://localhost/">x</a>',
        '<a href="tg://user?id=1">x</a>',
        '<a href="tg://resolve?domain=x">x</a>',
        "<a href=foo.org>x</a>",
        '<a href=foo"x">x</a>',
        '<a href="x',
        "<span>x</span>",
        '<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>',
        "<b>&lt;&#65;&#x1F600;&unknown;&copy;&amp&quot;&#0;&#99999999999;</b>",
        "😀<i>😀</i><u>x</u><s>y</s><del>z</del><strike>w</strike><ins>v</ins><em>u</em>",
        '<pre><code class="language-py">x</code></pre>',
        '<code class="language-py"><pre>x</pre></code>',
        '<code class="language-py">x</code><pre>y</pre>',
        "<pre><code>x</code></pre>",
        "<blockquote>x</blockquote>y<blockquote expandable>x</blockquote>",
        '<tg-emoji emoji-id="12">x</tg-emoji>',
        '<tg-emoji emoji-id="x">x</tg-emoji>',
        '<tg-time unix="5">x</tg-time>',
        "<b></b>x<strong> </strong>",
        "<span </a>",
        "<span ",
        "<u class",
        '<u "x">y</u>',
        "<a href=",
        "<a href= x",
        '<code class="language-py"><pre><code class="language-py">x</code></pre></code>',
    ],
)
def test_it_reads_as_tdlib_does(text: str) -> None:
    assert by_us(text) == by_tdlib(text)


PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<u",
        ">",
        "<",
        "/",
        "a",
        "é",
        "😀",
        "&lt;",
        "&",
        "#65;",
        " ",
        '<a href="http://a.bc/">',
        "</a>",
        "=",
        '"',
        "<code>",
        "</code>",
        "</>",
        "<span",
        " class",
        "tg-spoiler",
        "&#x41;",
        "<blockquote>",
        "</blockquote>",
        "<br/>",
    ]
)


def merged(found: tuple[str, list[tuple[str, int, int, str]]] | str) -> object:
    """What each character carries: TDLib joins and splits neighbours, which changes no looks."""
    if isinstance(found, str):
        return found
    text, entities = found
    looks = {
        (kind, unit, more)
        for kind, offset, length, more in entities
        for unit in range(offset, offset + length)
    }
    return text, sorted(looks)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_reads_as_tdlib_does(text: str) -> None:
    theirs, ours = by_tdlib(text), by_us(text)
    if isinstance(theirs, str) or isinstance(ours, str):
        assert ours == theirs
    else:
        assert ours[0] == theirs[0]
        assert merged(ours) == merged(theirs)
