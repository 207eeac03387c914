"""A screen as messages: spans in UTF-16 units, nothing cut, labels and presses within limits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.carrying import LABEL_LIMIT, TEXT_LIMIT, carry, units
from conversations.screen import BLANK, Button, Screen, button, plain, quiet, quote, title


def shown(text: str, entity: dict[str, object]) -> str:
    """The words that a span covers, counted as Telegram counts."""
    start, length = int(str(entity["offset"])), int(str(entity["length"]))
    return text.encode("utf-16-le")[start * 2 : (start + length) * 2].decode("utf-16-le")


def test_spans_cover_their_lines_after_emoji_and_arabic() -> None:
    screen = Screen(
        language="ar",
        lines=(
            title("👨‍👩‍👧 مرحبا"),
            plain("🦊 plain"),
            BLANK,
            quiet("هادئ 🦉"),
            quote("one 😀"),
            quote("two"),
        ),
    )
    (message,) = carry(screen)
    assert [(e["type"], shown(message.text, e)) for e in message.entities] == [
        ("bold", "👨‍👩‍👧 مرحبا"),
        ("italic", "هادئ 🦉"),
        ("blockquote", "one 😀\ntwo"),
    ]


def test_mark_up_in_somebodys_words_stays_as_they_wrote_it() -> None:
    (message,) = carry(Screen(language="en", lines=(plain("<b>1 < 2</b> *_[x](y)"),)))
    assert message.text == "<b>1 < 2</b> *_[x](y)"
    assert "parse_mode" not in message.fields()


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Z"], max_codepoint=0x1FAFF), min_size=1
)


@given(st.lists(words, min_size=1, max_size=60), st.integers(20, 80))
def test_a_long_screen_is_split_and_no_word_is_lost(lines: list[str], limit: int) -> None:
    screen = Screen(
        language="en",
        lines=tuple(plain(line) for line in lines),
        rows=((button("Home", "home"),),),
    )
    messages = carry(screen, limit)
    assert all(0 < len(message.text) <= limit for message in messages)
    assert "".join("".join(m.text.split()) for m in messages) == "".join(
        "".join(line.split()) for line in lines
    )
    assert [bool(m.keyboard) for m in messages] == [False] * (len(messages) - 1) + [True]


@given(st.lists(st.tuples(words, st.sampled_from([title, quiet, quote, plain])), max_size=30))
def test_spans_never_reach_past_the_text(lines: list[tuple[str, object]]) -> None:
    made = tuple(style(text) for text, style in lines)  # type: ignore[operator]
    for message in carry(Screen(language="en", lines=(plain("x"), *made)), 50):
        for entity in message.entities:
            assert int(str(entity["length"])) > 0
            assert int(str(entity["offset"])) + int(str(entity["length"])) <= units(message.text)


def test_four_thousand_and_ninety_six_emoji_are_one_message() -> None:
    screen = Screen(language="en", lines=(plain("😀" * TEXT_LIMIT),))
    assert len(carry(screen)) == 1
    longer = replace(screen, lines=(plain("😀" * TEXT_LIMIT + "."),))
    assert len(carry(longer)) == 2


def test_a_long_label_is_shortened_with_a_sign_that_it_was() -> None:
    screen = Screen(language="en", lines=(plain("x"),), rows=((button("w" * 70, "home"),),))
    label = carry(screen)[0].keyboard["inline_keyboard"][0][0]["text"]  # type: ignore[index]
    assert len(label) == LABEL_LIMIT
    assert label.endswith("…")


def test_an_address_becomes_a_link_button() -> None:
    rows = ((Button(label="Page", address="https://example.org/x"),),)
    (message,) = carry(Screen(language="en", lines=(plain("x"),), rows=rows))
    assert message.keyboard == {
        "inline_keyboard": [[{"text": "Page", "url": "https://example.org/x"}]]
    }


def test_link_previews_are_off() -> None:
    (message,) = carry(Screen(language="en", lines=(plain("https://example.org"),)))
    assert message.fields()["link_preview_options"] == {"is_disabled": True}


def test_a_screen_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        carry(Screen(language="en", lines=(BLANK,)))
