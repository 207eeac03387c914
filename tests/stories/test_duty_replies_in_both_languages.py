"""Duty chooses a fixed reply in their language; who asked reads it in theirs."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home, own_request
from tests.town import Hand, Town

RINGING = "We are ringing you now from a withheld number."
SOON = "We will ring you as soon as we can. If it gets worse, ring 020 7946 0123."
STAY = "Stay where you are. Someone is on the way."
RING_NOW, RING_SOON, STAY_THERE = (
    "We are ringing you now",
    "We will ring as soon as we can",
    "Stay where you are",
)
"""What stands on their buttons."""


async def speaks_arabic(hand: Hand) -> None:
    """They choose Arabic."""
    await hand.writes("/language")
    await hand.presses("العربية")


async def test_the_carer_reads_it_in_arabic_and_the_worker_in_english(town: Town) -> None:
    await call_for_help(town)
    await speaks_arabic(town.rosa)
    await town.amina.presses("I've got it", "Reply", RING_NOW)
    assert RINGING in town.amina.screen
    town.rosa.does_not_see("نتصل بكم الآن من رقم محجوب.")
    await town.amina.presses("Send")
    town.rosa.sees("نتصل بكم الآن من رقم محجوب.")
    town.rosa.sees("Amina Yusuf")
    town.rosa.does_not_see(RINGING)
    town.amina.sees(RINGING)


@ON_SQLITE
async def test_a_later_change_of_language_says_it_anew(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Reply", STAY_THERE, "Send")
    town.rosa.sees(STAY)
    await speaks_arabic(town.rosa)
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    town.rosa.sees("ابقوا حيث أنتم.")
    town.rosa.does_not_see(STAY)


@ON_SQLITE
async def test_the_number_stays_the_one_that_was_sent(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Reply", RING_SOON)
    town.amina.sees(SOON)
    await town.amina.presses("Send")
    town.rosa.sees(SOON)
    # In office hours another number answers; what was said on Friday night stays so.
    await town.jump(days=2, hours=14)
    await town.rosa.writes("/home")
    await town.rosa.presses("My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    assert SOON in town.rosa.screen


@ON_SQLITE
async def test_who_wants_messages_only_is_promised_no_call(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await town.amina.presses("I've got it", "Reply")
    assert RING_NOW not in town.amina.buttons
    assert not [b for b in town.amina.buttons if "ring you" in b or "will ring" in b]
    await town.amina.presses(STAY_THERE, "Send")
    town.jay.sees(STAY)


@ON_SQLITE
async def test_own_words_stay_as_they_were_written(town: Town) -> None:
    await call_for_help(town)
    await speaks_arabic(town.rosa)
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("I am at your door")
    await town.amina.presses("Send")
    town.rosa.sees("I am at your door")


@ON_SQLITE
async def test_a_fixed_reply_is_no_contact(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Reply", RING_NOW, "Send")
    await town.forward(minutes=31)
    town.tom.sees(RINGING)
