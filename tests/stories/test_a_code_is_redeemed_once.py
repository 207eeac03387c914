"""One code pressed by many at one instant links one of them, and stands nowhere to be read."""

import pytest

from tests.storage_fixtures import ON_SQLITE
from tests.stories.test_no_word_lies_open import everything_logged, files_of, spelled_out
from tests.town import Town

__all__ = ["everything_logged"]

MANY = 20


@ON_SQLITE
async def test_of_many_at_once_one_is_linked_and_the_code_lies_open_nowhere(
    everything_logged: None, town: Town, url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    link, aloud = await town.invite(await town.person("S-006"))
    thieves = [town.stranger(f"phone{number}") for number in range(MANY)]
    for number, hand in enumerate(thieves):
        if number % 2:
            hand.phone.starts(link)
        else:
            hand.phone.says(aloud)
    await town.settle()
    linked = [hand for hand in thieves if "Your desk" in hand.all_words]
    assert len(linked) == 1
    for hand in thieves:
        if hand not in linked:
            hand.sees("That code did not work.")
            hand.does_not_see("Helen")
    said, held = "".join(capfd.readouterr()), spelled_out(url) + files_of(url).decode("latin-1")
    for code in (link, aloud):
        assert code not in said
        assert code not in held
