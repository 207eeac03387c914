"""Every marked text is found for the translators, for the right audience."""

from io import BytesIO

import pytest

from conversations.catalogue import FORMS
from conversations.kinds import texts
from locales.extraction import Found, MarkError, find_listed, find_marked
from locales.marking import CONTEXT_END
from tests.house.sources import HOUSE, sources


def found(code: str) -> list[Found]:
    """What stands marked in this code."""
    return list(find_marked(BytesIO(code.encode()), {}, (), {}))


def everything() -> set[str]:
    """Every text of the house that can be translated, as a screen would ask for it."""
    every: set[str] = set()
    for source in sources("conversations", "desk", "bot", "locales"):
        for _, function, text, _ in found(source.text):
            match function, text:
                case "pgettext", (audience, words):
                    every.add(f"{audience}{CONTEXT_END}{words}")
                case "ngettext", (one, many):
                    every |= {one, many}
                case _:
                    every.add(str(text))
    for path in (HOUSE / "conversations" / "kinds").glob("*.toml"):
        with path.open("rb") as file:
            every |= {str(text) for _, _, text, _ in find_listed(file, {}, (), {})}
    return every


def test_the_three_marks_are_told_apart() -> None:
    assert found('mark("A " "b")') == [(1, "gettext", "A b", [])]
    assert found('mark_for("young_person", "A")') == [(1, "pgettext", ("young_person", "A"), [])]
    assert found('mark_many("a {count}", "b {count}")')[0][1] == "ngettext"


def test_an_audience_may_have_a_name_in_the_module() -> None:
    assert found('YOUNG = "y"\nmark_for(YOUNG, "A")') == [(2, "pgettext", ("y", "A"), [])]


@pytest.mark.parametrize("code", ["mark(text)", 'mark(f"a {b}")', 'mark("a" + b)'])
def test_a_text_nobody_could_translate_is_refused(code: str) -> None:
    with pytest.raises(MarkError, match="line 1"):
        found(code)


def test_other_calls_are_left_alone() -> None:
    assert found('remark("A")\nself.mark("B")') == []


def test_every_text_of_the_kinds_is_found() -> None:
    assert set(texts()) - everything() == set()


def test_every_text_of_every_form_is_marked() -> None:
    every = everything()
    for form in FORMS.values():
        shown = {form.title, form.who_sees, form.send, *form.intro} - {""}
        for question in form.questions:
            shown |= set(question.marked_texts())
        assert {text for text in shown if text.strip("0123456789:")} - every == set(), form.key
