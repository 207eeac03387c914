"""The sheet of alerts for tonight: what is held, what is not, and how good it is."""

from datetime import UTC, date, datetime

from conversations.sheet import Sheet
from conversations.warnings_tonight import Told, count_line, none_screen, warnings_sheet
from locales import language

AT = datetime(2026, 11, 2, 23, tzinfo=UTC)
TODAY = date(2026, 11, 2)
TOLD = Told(
    name="Mia Foster-Lane",
    label="M (robin)",
    number="NM-202417",
    words="Severe nut allergy.",
    until=datetime(2026, 12, 2, 9, tzinfo=UTC),
    listed=date(2026, 10, 30),
    address="4 Quayside Row",
    carers=(("Rosa Okafor", "07700 900201"), ("Daniel Okafor", "")),
)
UNHELD = Told(
    name="", label="", number="", words="Epilepsy.", until=None, listed=None, address="", carers=()
)


def sheet_of(*told: Told) -> Sheet:
    """The sheet as Amina opens it."""
    return warnings_sheet(language("en"), "Amina Yusuf", told, AT, TODAY, ("Demo",))


def test_each_child_stands_with_the_alert_first_and_every_carers_number() -> None:
    (part,) = sheet_of(TOLD).parts
    assert part.heading == "Mia Foster-Lane"
    assert (part.facts[0].text, part.facts[0].marked) == ("Severe nut allergy.", True)
    said = {fact.label: fact.text for fact in part.facts[1:6]}
    assert said["Day of your service's list"] == "30 October 2026"
    assert said["In the chat"] == "M (robin)"
    assert said["Number in your own system"] == "NM-202417"
    assert [fact.text for fact in part.facts if fact.telephone] == ["07700 900201"]
    assert part.facts[-1].text == "Not held here."


def test_what_is_not_held_is_called_so() -> None:
    (part,) = sheet_of(UNHELD).parts
    assert part.heading == "Not held here."
    assert [fact.text for fact in part.facts] == ["Epilepsy.", *["Not held here."] * 5]


def test_the_sheet_says_what_it_is_worth_and_who_opened_it() -> None:
    sheet = sheet_of(TOLD)
    assert sheet.notes[0] == "Demo"
    assert sheet.notes[1].startswith("Opened by Amina Yusuf, ")
    assert "the last list that your service took in" in sheet.ends[0]


def test_where_none_runs_the_chat_and_the_sheet_say_so() -> None:
    (part,) = sheet_of().parts
    assert part.notes == ("No alert runs tonight.",)
    assert none_screen(language("en")).lines[1].text == "No alert runs tonight."


def test_the_chat_counts_and_says_no_more() -> None:
    words = language("en")
    assert count_line(words, 1) == "1 alert runs tonight."
    assert count_line(words, 2) == "2 alerts run tonight."
