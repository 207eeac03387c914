"""One delivery: a card edited in place, a new message in two steps, removal and wiping."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.calls import Accepted, NotCarried, Rejected, TelegramLine, Unknown
from bot.delivery import Delivered, Delivery, Parcel
from conversations.screen import File, Push, Screen, button, plain, title
from desk.bodies import Removal, Wipe, read_body, write_body
from simulator.faults import Fault
from simulator.phones import Phone
from simulator.world import World

SCREEN = Screen(
    language="en",
    lines=(title("Private heading"), plain("Private words")),
    rows=((button("Home", "home"),),),
)
LOUD = replace(SCREEN, push=Push.NONE)
NEUTRAL = "You have a message."


async def deliver(line: TelegramLine, phone: Phone, body: object, **more: object) -> Delivered:
    parcel = Parcel(chat=str(phone.id), body=body, **more)  # type: ignore[arg-type]
    return await Delivery(line, parcel).carry_out()


def texts(phone: Phone) -> list[str | None]:
    return [message.text for message in phone.messages()]


async def test_a_lock_screen_sees_only_the_neutral_line(line: TelegramLine, sam: Phone) -> None:
    delivered = await deliver(line, sam, SCREEN)
    assert [text for _, _, text, _ in sam.notifications] == [NEUTRAL]
    assert texts(sam) == ["Private heading\nPrivate words"]
    assert delivered.card_message == str(sam.messages()[0].id)
    assert sam.messages()[0].protected


async def test_a_page_has_its_own_neutral_line(line: TelegramLine, sam: Phone) -> None:
    await deliver(line, sam, replace(SCREEN, push=Push.PAGE))
    assert [text for _, _, text, _ in sam.notifications] == ["A page for you. Open it now."]


@pytest.mark.parametrize("push", [Push.MESSAGE, Push.NONE])
async def test_a_silent_screen_makes_no_sound_and_any_other_does(
    line: TelegramLine, sam: Phone, push: Push
) -> None:
    await deliver(line, sam, replace(SCREEN, push=push))
    await deliver(line, sam, replace(SCREEN, push=push, silent=True))
    assert [silent for _, _, _, silent in sam.notifications] == [False, True]


async def test_a_screen_queued_by_an_older_version_is_read_with_its_sound() -> None:
    queued = write_body(replace(SCREEN, silent=True))
    assert read_body(queued) == replace(SCREEN, silent=True)
    older = json.dumps({k: v for k, v in json.loads(queued).items() if k != "silent"}).encode()
    assert read_body(older) == SCREEN


async def test_the_card_of_numbers_comes_in_one_step(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    await deliver(line, sam, LOUD)
    assert [call.method for call in world.calls] == ["sendMessage"]


async def test_a_known_card_is_edited_in_place(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    first = await deliver(line, sam, SCREEN)
    later = replace(SCREEN, lines=(plain("Later words"),))
    second = await deliver(line, sam, later, shown=first.card_message)
    assert texts(sam) == ["Later words"]
    assert second.card_message == first.card_message
    assert len(sam.notifications) == 1


async def test_the_same_card_again_counts_as_accepted(line: TelegramLine, sam: Phone) -> None:
    first = await deliver(line, sam, SCREEN)
    again = await deliver(line, sam, SCREEN, shown=first.card_message)
    assert isinstance(again.outcome, Accepted)
    assert len(sam.messages()) == 1


async def test_a_card_that_is_gone_is_sent_anew(line: TelegramLine, sam: Phone) -> None:
    first = await deliver(line, sam, SCREEN)
    sam.deletes(int(first.card_message))
    again = await deliver(line, sam, SCREEN, shown=first.card_message)
    assert isinstance(again.outcome, Accepted)
    assert again.card_message not in ("", first.card_message)
    assert len(sam.messages()) == 1


async def test_an_edit_only_card_is_never_sent_anew(line: TelegramLine, sam: Phone) -> None:
    delivered = await deliver(line, sam, SCREEN, edit_only=True)
    assert isinstance(delivered.outcome, Accepted)
    assert sam.messages() == []


async def test_a_fresh_card_moves_below_and_the_old_copy_goes(
    line: TelegramLine, sam: Phone
) -> None:
    first = await deliver(line, sam, SCREEN)
    words = sam.says("My words")
    fresh = await deliver(line, sam, replace(LOUD, fresh=True), shown=first.card_message)
    assert [m.id for m in sam.messages()] == [words.id, int(fresh.card_message)]


async def test_an_old_copy_that_cannot_be_deleted_loses_its_buttons(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    first = await deliver(line, sam, SCREEN)
    world.now = lambda: datetime(2026, 11, 25, 21, 40, tzinfo=UTC)
    await deliver(line, sam, replace(LOUD, fresh=True), shown=first.card_message)
    old, new = sam.messages()
    assert (old.buttons, bool(new.buttons)) == ([], True)


async def test_an_edit_without_an_answer_may_simply_be_tried_again(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    first = await deliver(line, sam, SCREEN)
    world.faults.next("editMessageText", Fault.DROP_AFTER)
    later = await deliver(line, sam, LOUD, shown=first.card_message)
    assert later.outcome == NotCarried()


async def test_the_second_step_is_taken_up_where_the_first_ended(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    world.faults.next("editMessageText", Fault.DROP_BEFORE)
    first = await deliver(line, sam, SCREEN)
    assert texts(sam) == [NEUTRAL]
    assert (first.outcome, first.begun) == (NotCarried(), first.card_message)
    second = await deliver(line, sam, SCREEN, begun=first.begun)
    assert isinstance(second.outcome, Accepted)
    assert texts(sam) == ["Private heading\nPrivate words"]
    assert len(sam.notifications) == 1


async def test_a_new_message_without_an_answer_is_unknown(
    line: TelegramLine, sam: Phone, world: World
) -> None:
    world.faults.next("sendMessage", Fault.DROP_AFTER)
    delivered = await deliver(line, sam, SCREEN)
    assert isinstance(delivered.outcome, Unknown)
    assert delivered.card_message == ""


async def test_a_long_screen_comes_whole_with_one_sound(line: TelegramLine, sam: Phone) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    await deliver(line, sam, replace(SCREEN, lines=(plain(words),)))
    assert " ".join(str(text) for text in texts(sam)) == words
    assert [silent for _, _, _, silent in sam.notifications].count(False) == 1
    assert [bool(m.buttons) for m in sam.messages()] == [False] * (len(sam.messages()) - 1) + [True]


async def test_a_calendar_file_comes_quietly_after_its_words(
    line: TelegramLine, sam: Phone
) -> None:
    file = File(name="meeting.ics", media_type="text/calendar", content=b"BEGIN:VCALENDAR")
    await deliver(line, sam, replace(SCREEN, file=file))
    words, handed = sam.messages()
    assert words.text == "Private heading\nPrivate words"
    assert handed.document is not None
    assert (handed.document.file_name, handed.silent) == ("meeting.ics", True)


async def test_a_removed_message_is_gone_and_twice_is_no_fault(
    line: TelegramLine, sam: Phone
) -> None:
    first = await deliver(line, sam, SCREEN)
    for _ in range(2):
        removed = await deliver(line, sam, Removal(message=first.card_message))
        assert isinstance(removed.outcome, Accepted)
    assert sam.messages() == []


async def test_hide_this_takes_away_both_sides_but_the_neutral_card(
    line: TelegramLine, sam: Phone
) -> None:
    words = sam.says("My words")
    card = await deliver(line, sam, LOUD)
    other = await deliver(line, sam, LOUD)
    sent = (str(words.id), card.card_message, other.card_message)
    await deliver(line, sam, Wipe(), shown=card.card_message, sent=sent)
    assert [str(m.id) for m in sam.messages()] == [card.card_message]


@pytest.mark.parametrize("edited", [True, False])
async def test_retry_after_is_handed_on(
    line: TelegramLine, sam: Phone, world: World, edited: bool
) -> None:
    first = await deliver(line, sam, SCREEN)
    world.faults.next("*", Fault.RATE_LIMIT(retry_after=7))
    later = await deliver(line, sam, LOUD, shown=first.card_message if edited else "")
    assert isinstance(later.outcome, Rejected)
    assert later.outcome.retry_after == 7


async def test_a_process_that_stood_still_between_two_calls_does_not_go_on(
    line: TelegramLine, sam: Phone
) -> None:
    answers = iter((True, False))
    parcel = Parcel(chat=str(sam.id), body=SCREEN)
    delivered = await Delivery(line, parcel, lambda: next(answers)).carry_out()
    assert texts(sam) == [NEUTRAL]
    assert isinstance(delivered.outcome, NotCarried)
    assert delivered.begun == str(sam.messages()[0].id)
