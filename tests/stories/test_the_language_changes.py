"""Changing the language in the middle of a form keeps the answers and draws the card anew."""

import re

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import ON_CALL_NUMBER, Town

ARABIC = "العربية"
OPENS, CLOSES = ("\u2066", "\u2067", "\u2068"), "\u2069"


def isolated(words: str, value: str) -> bool:
    """Whether every place where the value stands keeps its own direction."""
    places = [i for i in range(len(words)) if words.startswith(value, i)]
    before = all(words[i - 1] in OPENS for i in places)
    return bool(places) and before and all(words[i + len(value)] == CLOSES for i in places)


def has_arabic(words: str) -> bool:
    """Whether there are Arabic letters in it."""
    return any("\u0600" <= letter <= "\u06ff" for letter in words)


async def test_in_the_middle_of_a_form_the_card_turns_arabic_and_keeps_the_answers(
    town: Town,
) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    await town.rosa.presses("Someone at home turns 18", "It has happened")
    await town.rosa.writes("She is proud")
    await town.rosa.writes("/language")
    await town.rosa.presses(ARABIC)
    assert has_arabic(town.rosa.screen)
    town.rosa.does_not_see("Is there a worker who must not see this?")
    from_form = [m for m in town.rosa.messages if m.buttons][-1]
    first = from_form.buttons[0][0].text
    assert has_arabic(" ".join(town.rosa.buttons))
    await town.rosa.presses(first)
    town.rosa.sees("She is proud")
    send = next(
        b.text
        for m in town.rosa.messages
        for row in m.buttons
        for b in row
        if (b.callback_data or "").startswith("send:")
    )
    await town.rosa.presses(send)
    words = town.rosa.all_words
    reference = next(
        word.strip("".join(OPENS) + CLOSES + ".،:") for word in words.split() if "R-" in word
    )
    reference = reference[reference.index("R-") :]
    assert isolated(words, reference)
    town.priya.sees("She is proud")
    town.priya.sees("Someone at home turns 18")


@ON_SQLITE
async def test_numbers_keep_their_direction_in_arabic(town: Town) -> None:
    await town.rosa.writes("/language")
    await town.rosa.presses(ARABIC)
    await town.rosa.writes("/help")
    words = town.rosa.screen
    assert has_arabic(words)
    assert isolated(words, ON_CALL_NUMBER)


@ON_SQLITE
async def test_menus_are_neutral_and_fit_the_person_and_their_language(town: Town) -> None:
    await town.rosa.writes("/language")
    await town.rosa.presses(ARABIC)
    stranger = town.stranger("stranger", language_code="ar")
    english = town.stranger("english", language_code="en")
    await town.service.menus.refresh()

    def menu(name: str) -> dict[str, str]:
        commands = town.world.commands_for(town.hands[name].phone)
        return {each["command"]: each["description"] for each in commands}

    assert list(menu("amina")) == ["home", "help", "language", "cancel"]
    assert list(menu("jay")) == ["home", "help", "language"]
    assert menu("amina")["home"] == "The first screen"
    assert all(has_arabic(words) for words in menu("rosa").values())
    assert all(has_arabic(words) for words in menu("stranger").values())
    assert menu("english") == menu("jay")
    assert "foster" not in " ".join(menu("jay").values()).lower()
    assert stranger is not english


@ON_SQLITE
async def test_a_young_person_is_addressed_as_one_person(town: Town) -> None:
    await town.jay.writes("/language")
    await town.jay.presses("العربية")
    await town.jay.presses("لستُ بأمان الآن")
    town.jay.sees("حين يرد أحد، المطلوب قول هذا بالإنجليزية")
    await town.jay.presses("رسالة فقط")
    plural = re.compile(r"\b(?:اتصلوا|قولوا|قلتم|طلبكم|يمكنكم|معكم|بكم|لكم)\b")
    town.jay.sees("الاتصال الآن أيضًا بالرقم")
    assert not plural.search(town.jay.all_words), town.jay.all_words
    await town.jay.presses("ضغطت هذا بالخطأ")
    await town.jay.presses("لستُ بأمان الآن")
    assert not plural.search(town.jay.all_words), town.jay.all_words
    await town.jay.presses("إخفاء هذا")
    assert not plural.search(town.jay.screen), town.jay.screen
