"""Subject access: a person's own copy holds all that is theirs and no words of anybody else."""

from dataclasses import replace

import pytest

from conversations.catalogue import FORMS
from conversations.own_copy import own_copy_sheet, text_of
from desk.own_copies import gather
from fostering.advocacy import ASKED_IN
from locales import language
from storage import people
from storage.changes import Decided, Kept
from storage.recording import record
from tests.storage.making import draft_of
from tests.stories.deeds import call_for_help, go_home
from tests.town import Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


async def copy_of(town: Town, reference: str, *, covered: bool = True) -> str:
    """What stands in somebody's copy, as plain text."""
    key = await town.person(reference)
    async with town.database.reading() as reader:
        person = (await people.load(reader, [key]))[key]
        copy = await gather(reader, town.policy, person, covered=covered)
    return text_of(own_copy_sheet(language("en"), copy, town.now))


async def test_their_own_words_are_in_it_and_nobody_elses(town: Town) -> None:
    await call_for_help(town)
    await town.rosa.presses("Someone is hurt or ill")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("I ring you at ten")
    await town.amina.presses("Send")
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await town.jay.presses("Write to them")
    await town.jay.writes("Kanarienvogel")
    await town.jay.presses("Yes, send it")
    rosa, jay = await copy_of(town, "C-001"), await copy_of(town, "YP-001")
    assert "Someone is hurt or ill" in rosa
    assert "A worker wrote to you. By another person. “I ring you at ten”" in rosa
    for names in ("Amina", "otter", "Kanarienvogel", "not safe"):
        assert names not in rosa
    assert "Words were added. By you. “Kanarienvogel”" in jay
    assert "Okafor" not in jay
    assert "[another person: Amina Yusuf]" in await copy_of(town, "C-001", covered=False)


async def test_what_is_not_sent_is_named_but_never_that_they_turned_to_an_advocate(
    town: Town,
) -> None:
    jay = await town.person("YP-001")
    begun = [
        Kept(draft=replace(draft_of(jay), form=form, language="en"), base=None)
        for form in ("safe_number", *ASKED_IN)
    ]
    assert (await record(town.database, [Decided(kept=tuple(begun))])).recorded
    copy = await copy_of(town, "YP-001")
    say = language("en").say
    assert say(FORMS["safe_number"].title) in copy
    for form in ASKED_IN:
        assert say(FORMS[form].title) not in copy
