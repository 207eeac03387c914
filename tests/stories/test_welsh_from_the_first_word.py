"""A carer and a young person who speak Welsh are answered in Welsh, each as they are spoken to."""

import re

import pytest

from tests.stories.deeds import go_home
from tests.town import ON_CALL_NUMBER, Town

WELSH = "Cymraeg"
FORMAL = re.compile(r"\b(?:chi|eich|ffoniwch|pwyswch|gallwch|dywedoch)\b", re.IGNORECASE)
"""How carers and workers are addressed; never a young person."""


@pytest.fixture
def url(sqlite_url: str) -> str:
    """A language does not depend on the database."""
    return sqlite_url


async def speaks_welsh(town: Town, name: str) -> None:
    """They choose Welsh."""
    await town.hands[name].writes("/language")
    await town.hands[name].presses(WELSH)


async def test_a_call_for_help_is_made_taken_and_answered_in_welsh(town: Town) -> None:
    await speaks_welsh(town, "rosa")
    await speaks_welsh(town, "amina")
    await town.rosa.presses("Mae angen help arna i nawr")
    town.rosa.sees("Does neb wedi cael gwybod eto.")
    town.rosa.sees(ON_CALL_NUMBER)
    await town.rosa.presses("Dweud wrth y tîm ar alwad")
    town.rosa.sees(f"Ffoniwch {ON_CALL_NUMBER} nawr hefyd.")
    await town.amina.presses("Mae hwn gen i")
    town.rosa.sees("Mae hwn gan Amina Yusuf.")
    town.rosa.sees("Pwyswyd “Mae hwn gen i” am ")


async def test_a_day_typed_in_welsh_is_read_back_in_welsh(town: Town) -> None:
    await speaks_welsh(town, "rosa")
    await go_home(town.rosa)
    await town.rosa.presses("Mae rhywbeth wedi newid gartref", "Pwy sy'n byw yma neu'n ymweld")
    await town.rosa.presses("Rhywun newydd yn dod i fyw yma", "Mae ar y gweill", "Fy mhartner")
    await town.rosa.writes("ar ddydd Llun nesaf")
    town.rosa.sees("Dydd Llun 23 Tachwedd")


async def test_a_young_person_is_spoken_to_as_a_friend(town: Town) -> None:
    await speaks_welsh(town, "jay")
    await town.jay.presses("Dydw i ddim yn ddiogel nawr")
    town.jay.sees("Wyt ti wedi brifo, neu mewn perygl, y funud hon?")
    await town.jay.presses("Neges yn unig")
    town.jay.sees(f"Ffonia {ON_CALL_NUMBER} nawr hefyd.")
    assert not FORMAL.search(town.jay.all_words), town.jay.all_words
    await town.jay.presses("Cuddio hyn")
    assert not FORMAL.search(town.jay.screen), town.jay.screen


async def test_who_comes_with_a_welsh_phone_reads_welsh(town: Town) -> None:
    stranger = town.stranger("mair", language_code="cy")
    await stranger.writes("/start")
    stranger.sees("Mae'r sgwrs hon yn perthyn i wasanaeth maethu.")
    stranger.sees("Perygl i fywyd: 999.")
