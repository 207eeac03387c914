"""Buttons that a tampered app invents are answered, and change nothing."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.form_handlers import OF_DRAFTS
from bot.presses import VERBS
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home
from tests.stories.facts import facts, stumbled
from tests.town import Town

NOBODY_S = "0" * 32
HARMLESS = {"help", "who", "home", "lang", "hide", "reqs", "lost", "sup", "sups"}
"""Verbs without arguments that only show something; anybody may press them."""
OPENS = {"open", "tell", "talk"}
"""Verbs that are meant to begin something; they are pressed with arguments that mean nothing."""
NAMES = sorted({verb for verb, _ in VERBS} | OF_DRAFTS | OPENS)

words = st.text(alphabet=string.printable + "é😀\u202e\x00", max_size=24)
arguments = st.one_of(
    words, st.sampled_from([NOBODY_S, "", "-1", "9" * 20, "true", "../..", "en\n"])
)


@st.composite
def forged(draw: st.DrawFn) -> str:
    """A token of some shape: a known verb with odd arguments, or anything at all."""
    verb = draw(st.one_of(st.sampled_from(NAMES), words))
    given_args = draw(st.lists(arguments, min_size=1, max_size=4))
    return ":".join([verb, *given_args]).encode()[:64].decode(errors="ignore")


@ON_SQLITE
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tokens=st.lists(forged(), min_size=40, max_size=60))
async def test_forged_presses_of_many_shapes_change_nothing(town: Town, tokens: list[str]) -> None:
    stranger = town.hands.get("forger") or town.stranger("forger")
    before = await facts(town.database)
    for number, token in enumerate(tokens):
        hand = (town.rosa, town.jay, town.priya, stranger)[number % 4]
        hand.phone.forges(1, token)
    await town.settle()
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0


@ON_SQLITE
async def test_somebody_else_s_request_and_draft_cannot_be_pressed(town: Town) -> None:
    request = await call_for_help(town)
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    carried = [b.callback_data or "" for m in town.rosa.messages for row in m.buttons for b in row]
    of_form = [token for token in carried if token.partition(":")[0] in OF_DRAFTS]
    assert of_form
    stranger = town.stranger("stranger")
    await go_home(stranger)
    before = await facts(town.database)
    for hand in (town.jay, stranger):
        for verb, count in VERBS:
            if count:
                hand.phone.forges(1, ":".join([verb, request, *["15"] * (count - 1)]))
        for token in of_form:
            hand.phone.forges(1, token)
    await town.settle()
    after = await facts(town.database)
    assert after == before
    assert await stumbled(town.database) == 0
    for hand in (town.jay, stranger):
        hand.does_not_see("R-")
        hand.does_not_see("Rosa")
        assert "999" in hand.all_words


async def test_a_carer_cannot_press_what_is_for_workers(town: Town) -> None:
    request = await call_for_help(town)
    before = await facts(town.database)
    for verb in ("got", "pass", "when", "ring", "reply", "spoke", "lower", "close", "done"):
        for more in ((), ("10",)):
            town.rosa.phone.forges(1, ":".join((verb, request, *more)))
    for token in ("waiting", "mine", "lost", f"unlink:{request}", "sups", "open:phone_call"):
        town.rosa.phone.forges(1, token)
    await town.settle()
    assert await facts(town.database) == before
    assert await stumbled(town.database) == 0
    town.rosa.does_not_see("You have it.")
