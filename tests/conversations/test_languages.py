"""Texts, plurals, days and numbers in every language; nothing reads backwards."""

from datetime import UTC, date, datetime

import pytest
from babel import Locale

from conversations.who_has_it import TOLD_MORE
from locales import language, languages, mark, mark_for, mark_many
from locales.catalogues import Catalogue, catalogue, read
from locales.language import Language

ARABIC_FILE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
"n%100>=11 && n%100<=99 ? 4 : 5);\\n"
"X-Safety-Checked-By: A. Reader\\n"
"X-Safety-Checked-On: 2026-11-01\\n"

msgid "Ring {number} now."
msgstr "اتصل بالرقم {number} الآن."

msgctxt "young_person"
msgid "Home"
msgstr "البيت"

msgid "{count} open request"
msgid_plural "{count} open requests"
msgstr[0] "صفر {count}"
msgstr[1] "واحد {count}"
msgstr[2] "اثنان {count}"
msgstr[3] "قليل {count}"
msgstr[4] "كثير {count}"
msgstr[5] "غيره {count}"
"""


def arabic(file: str = ARABIC_FILE) -> Language:
    """Arabic with a small catalogue of its own."""
    return Language(
        tag="ar", direction="rtl", name="العربية", catalogue=read(file.encode("utf-8"), "ar")
    )


def test_english_is_the_source_and_always_offered() -> None:
    assert languages()[0] == "en"
    assert language("en").say(mark("Back")) == "Back"


def test_a_text_for_an_audience_is_said_without_the_audience() -> None:
    assert language("en").say(mark_for("young_person", "Home")) == "Home"
    assert arabic().say(mark_for("young_person", "Home")) == "البيت"
    assert arabic().say("Home") == "Home"


def test_a_missing_translation_is_said_in_english() -> None:
    assert arabic().say("Not there yet") == "Not there yet"


def test_numbers_stand_in_isolates_in_right_to_left_text() -> None:
    said = arabic().say("Ring {number} now.", number="020 7946 0123")
    assert "\u2066020 7946 0123\u2069" in said
    assert arabic().number("R-AB12C") == "\u2066R-AB12C\u2069"


def test_names_keep_their_own_direction() -> None:
    assert "\u2068أمل\u2069" in arabic().say("Ring {number} now.", number="أمل")


def test_english_has_no_isolates() -> None:
    assert language("en").say("Ring {number} now.", number="101") == "Ring 101 now."
    assert language("en").number("101") == "101"


def test_words_of_a_person_with_braces_do_no_harm() -> None:
    assert language("en").say("Ring {number} now.", number="{at.year}") == "Ring {at.year} now."
    assert language("en").say("their own {words}") == "their own {words}"


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "صفر"), (1, "واحد"), (2, "اثنان"), (5, "قليل"), (11, "كثير"), (100, "غيره")],
)
def test_arabic_has_six_plurals(count: int, form: str) -> None:
    many = mark_many("{count} open request", "{count} open requests")
    assert arabic().say_many(*many, count) == f"{form} \u2066{count}\u2069"


@pytest.mark.parametrize("tag", ["ar", "cy"])
def test_a_catalogue_of_ours_counts_as_its_language_does(tag: str) -> None:
    form, place = Locale.parse(tag).plural_form, language(tag).catalogue.plural
    found = {(place(count), form(count)) for count in range(1000)}
    assert len(found) == len({p for p, _ in found}) == len({f for _, f in found}) == 6


def test_english_has_two_plurals() -> None:
    many = mark_many("{count} open request", "{count} open requests")
    assert language("en").say_many(*many, 1) == "1 open request"
    assert language("en").say_many(*many, 2) == "2 open requests"


def test_a_catalogue_without_a_rule_counts_as_english_does() -> None:
    assert [Catalogue().plural(count) for count in (0, 1, 2)] == [1, 0, 1]


def test_a_catalogue_says_who_read_its_safety_texts() -> None:
    found = read(ARABIC_FILE.encode("utf-8"), "ar")
    assert found.checked_by == "A. Reader"
    assert found.checked_on == date(2026, 11, 1)
    assert found.whole


@pytest.mark.parametrize(
    "gap",
    [
        ('msgstr "البيت"', 'msgstr ""'),
        ('msgstr[2] "اثنان {count}"', 'msgstr[2] ""'),
        ('msgctxt "young_person"', '#, fuzzy\nmsgctxt "young_person"'),
    ],
)
def test_a_catalogue_with_a_gap_or_a_doubt_is_not_whole(gap: tuple[str, str]) -> None:
    assert not read(ARABIC_FILE.replace(*gap).encode("utf-8"), "ar").whole


def test_a_language_without_a_file_is_not_offered() -> None:
    assert catalogue("fi") == Catalogue()
    assert "fi" not in languages()


def test_an_unknown_tag_is_english() -> None:
    assert language("xx").tag == "en"
    assert language("").tag == "en"
    assert language("../etc").tag == "en"


def test_each_language_is_named_in_its_own_script() -> None:
    assert language("ar").name == "العربية"
    assert language("ar").direction == "rtl"
    assert language("en").name == "English"
    assert language("cy").name == "Cymraeg"


def test_days_have_the_year_only_when_it_is_another() -> None:
    today = date(2026, 11, 22)
    english = language("en")
    assert english.day(date(2026, 11, 3), today) == "Tuesday 3 November"
    assert english.day(date(2027, 11, 3), today) == "Wednesday 3 November 2027"
    assert english.day(date(2026, 11, 3)) == "Tuesday 3 November 2026"
    assert language("ar").day(date(2026, 11, 3), today) == "الثلاثاء 3 نوفمبر"
    assert language("cy").day(date(2026, 11, 3), today) == "Dydd Mawrth 3 Tachwedd"
    assert language("fa").day(date(2026, 11, 3), today).split()[1] == "3"


def test_times_are_those_of_london_with_latin_digits() -> None:
    summer = datetime(2026, 7, 1, 20, 40, tzinfo=UTC)
    assert language("en").clock(summer) == "21:40"
    assert language("ar").clock(summer) == "21:40"
    assert language("en").moment(summer) == "Wednesday 1 July, 21:40"


def test_lists_are_written_as_the_language_writes_them() -> None:
    assert language("en").items(["Ada", "Ben", "Cy"]) == "Ada, Ben and Cy"
    assert language("ar").items(["أمل", "بدر"]) == "\u2068أمل\u2069 و\u2068بدر\u2069"


@pytest.mark.parametrize(
    ("texts", "list_of_them"),
    [
        ([], ""),
        (["Ada"], "Ada"),
        (["Ada", "Ben"], "Ada a Ben"),
        (["Ada", "Cy", "Owen"], "Ada, Cy ac Owen"),
        (["Ada", "Wyn"], "Ada a Wyn"),
        (["Ada", "Yusuf"], "Ada a Yusuf"),
        (["Ada", "Émile"], "Ada ac Émile"),
        (["gweithiwr", "eich rheolwr"], "gweithiwr a'ch rheolwr"),
        (["eich gweithiwr", "y rheolwyr"], "eich gweithiwr a'r rheolwyr"),
        (["eich gweithiwr", "mewn swyddfa"], "eich gweithiwr ac mewn swyddfa"),
    ],
)
def test_and_changes_in_welsh_with_the_word_after_it(texts: list[str], list_of_them: str) -> None:
    assert language("cy").items(texts) == list_of_them


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 person"),
        (1, "1 person"),
        (2, "2 berson"),
        (3, "3 pherson"),
        (6, "6 pherson"),
        (7, "7 o bobl"),
        (13, "13 o bobl"),
    ],
)
def test_numbers_change_the_word_after_them_in_welsh(count: int, words: str) -> None:
    assert f" {words} " in language("cy").say_many(*TOLD_MORE, count)


def test_the_week_begins_on_monday() -> None:
    assert language("en").weekdays()[0] == "Mo"
    assert language("en").month(date(2026, 11, 3)) == "November 2026"
