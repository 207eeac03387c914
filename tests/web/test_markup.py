"""Every text is escaped; only elements are markup."""

import pytest

from conversations.sheet import Fact, Part, Sheet
from locales import language
from web.document import STYLE, STYLE_HASH, document
from web.markup import element, style_element
from web.sheets import again, nothing, question, shown

NASTY = """<script>alert('x' & "y")</script>"""


def test_text_and_attributes_are_escaped_and_elements_are_not() -> None:
    made = element("p", NASTY, element("bdi", "a"), class_='"><b>')
    assert "<script>" not in made
    assert made.endswith("<bdi>a</bdi></p>")
    assert 'class="&quot;&gt;&lt;b&gt;"' in made


def test_a_style_that_could_end_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="must not hold"):
        style_element("a { } </style>")


def test_the_policy_names_the_style_that_is_in_the_document() -> None:
    assert f"<style>{STYLE}</style>" in document(language("en"))
    assert len(STYLE_HASH) == 44
    for fetched in ("url(", "@import", "http"):
        assert fetched not in STYLE


@pytest.mark.parametrize("tag", ["en", "ar", "cy"])
def test_documents_say_their_language_and_direction(tag: str) -> None:
    words = language(tag)
    made = question(words, "ab12")
    assert f'<html lang="{tag}" dir="{words.direction}">' in made
    assert made.count("<h1>") == 1
    assert made.count("<button") == 1


def test_what_opens_nothing_says_so_in_every_language_offered() -> None:
    for page in (nothing(("en", "ar")), again(("en", "ar"))):
        assert '<p lang="en" dir="ltr">' in page
        assert '<p lang="ar" dir="rtl">' in page


def test_a_demo_says_so_on_every_page() -> None:
    demo = "Demo: nobody is reading this."
    for page in (
        question(language("en"), "ab12", demo),
        nothing(("en",), demo),
        again(("en",), demo),
    ):
        assert page.count(demo) == 1


def test_a_number_can_be_rung_and_keeps_its_order_in_arabic() -> None:
    facts = (
        Fact(label="هاتف", text="07700 900201", telephone=True),
        Fact(label=NASTY, text=NASTY),
    )
    part = Part(heading=NASTY, facts=facts, notes=(NASTY,))
    made = shown(Sheet(language="ar", title=NASTY, warnings=(NASTY,), parts=(part,), ends=(NASTY,)))
    assert '<a href="tel:07700900201"><bdi dir="ltr">07700 900201</bdi></a>' in made
    assert "<script" not in made
    assert f"<title>{language('ar').say('Open once')}</title>" in made
