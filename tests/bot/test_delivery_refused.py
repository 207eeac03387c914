"""One delivery that meets a refusal, or no answer, at each of its calls."""

from dataclasses import replace

import pytest

from bot.calls import Accepted, NotCarried, Outcome, Rejected, Unknown
from bot.delivery import Delivered, Delivery, Parcel, push_screen
from conversations.screen import File, Line, Push, Screen, button, plain
from desk.bodies import Removal, Wipe
from tests.bot.answers import Answers

SCREEN = Screen(language="en", lines=(plain("Words"),), rows=((button("Home", "home"),),))
QUIET = replace(SCREEN, push=Push.NONE)
LONG = replace(QUIET, lines=(plain("word " * 2500),))
CALENDAR = File(name="meeting.ics", media_type="text/calendar", content=b"BEGIN:VCALENDAR")
PICTURE = File(name="code.png", media_type="image/png", content=b"PNG")
DONE = Accepted(result=True)
NOT_THERE = Rejected(code=400, words="bad request: message to delete not found")
TOO_OLD = Rejected(code=400, words="bad request: message can't be deleted for everyone")
NOT_TO_EDIT = Rejected(code=400, words="bad request: message to edit not found")
BLOCKED = Rejected(code=403, words="forbidden: bot was blocked by the user")
TOO_MANY = Rejected(code=429, words="too many requests", retry_after=7.0)
LOST = Unknown(reason="no answer")


async def deliver(line: Answers, body: object, **more: object) -> Delivered:
    parcel = Parcel(chat="77", body=body, **more)  # type: ignore[arg-type]
    return await Delivery(line, parcel).carry_out()


@pytest.mark.parametrize(
    ("answer", "outcome", "gone", "also"),
    [
        (DONE, DONE, ("5",), []),
        (NOT_THERE, Accepted(), (), []),
        (TOO_OLD, Accepted(), (), ["editMessageReplyMarkup"]),
        (LOST, NotCarried(), (), []),
        (BLOCKED, BLOCKED, (), []),
        (TOO_MANY, TOO_MANY, (), []),
        (NotCarried(), NotCarried(), (), []),
    ],
)
async def test_how_taking_a_message_away_comes_out(
    answer: Outcome, outcome: Outcome, gone: tuple[str, ...], also: list[str]
) -> None:
    line = Answers(answer)
    delivered = await deliver(line, Removal(message="5"))
    assert (delivered.outcome, delivered.gone) == (outcome, gone)
    assert line.methods == ["deleteMessage", *also]


MANY = tuple(str(number) for number in range(1, 152))
"""More than Telegram takes away at once; number 7 is the neutral card that stays."""
KEPT = "7"
DOOMED = [int(m) for m in MANY if m != KEPT]


async def test_hiding_takes_away_a_hundred_at_once_and_all_but_the_neutral_card() -> None:
    line = Answers(DONE, DONE)
    delivered = await deliver(line, Wipe(), shown=KEPT, sent=MANY)
    assert [fields["message_ids"] for _, fields in line.calls] == [DOOMED[:100], DOOMED[100:]]
    assert delivered.gone == tuple(map(str, DOOMED))
    assert delivered.outcome == Accepted(result=True)


async def test_where_a_hundred_are_refused_each_is_taken_away_alone_and_then_the_rest() -> None:
    line = Answers(Rejected(code=400, words="bad request"), NOT_THERE, TOO_OLD, DONE)
    delivered = await deliver(line, Wipe(), shown=KEPT, sent=MANY)
    alone = [f["message_id"] for method, f in line.calls if method == "deleteMessage"]
    assert alone == DOOMED[:100]
    assert line.methods[-1] == "deleteMessages"
    assert delivered.gone == tuple(map(str, DOOMED[2:]))
    assert isinstance(delivered.outcome, Accepted)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (LOST, NotCarried()),
        (BLOCKED, BLOCKED),
        (TOO_MANY, TOO_MANY),
        (NotCarried(), NotCarried()),
    ],
)
async def test_hiding_that_was_broken_off_is_not_said_to_be_done(
    answer: Outcome, outcome: Outcome
) -> None:
    at_once = Answers(answer)
    delivered = await deliver(at_once, Wipe(), sent=MANY)
    assert (delivered.outcome, delivered.gone) == (outcome, ())
    assert at_once.methods == ["deleteMessages"]
    one_by_one = Answers(Rejected(code=400, words="bad request"), DONE, answer)
    delivered = await deliver(one_by_one, Wipe(), sent=MANY)
    assert (delivered.outcome, delivered.gone) == (outcome, ("1",))
    assert len(one_by_one.calls) == 3


async def test_hiding_where_nothing_stands_is_done() -> None:
    line = Answers()
    assert (await deliver(line, Wipe(), shown="7", sent=("7",))).outcome == Accepted()
    assert line.calls == []


@pytest.mark.parametrize("answer", [{}, True, None, [], {"message": 5}])
async def test_an_answer_without_a_message_leaves_it_unknown(answer: object) -> None:
    delivered = await deliver(Answers(Accepted(result=answer)), QUIET)
    assert isinstance(delivered.outcome, Unknown)
    assert (delivered.card_message, delivered.messages) == ("", ())


@pytest.mark.parametrize("lines", [SCREEN.lines, LONG.lines])
@pytest.mark.parametrize("answer", [TOO_MANY, LOST, BLOCKED, NotCarried()])
async def test_what_stops_the_first_message_is_handed_on_and_nothing_follows(
    lines: tuple[Line, ...], answer: Outcome
) -> None:
    for push in (Push.MESSAGE, Push.NONE):
        line = Answers(answer)
        screen = replace(SCREEN, lines=lines, push=push)
        delivered = await deliver(line, screen)
        assert delivered == Delivered(outcome=answer)
        assert line.methods == ["sendMessage"]


@pytest.mark.parametrize(("body", "parts"), [(SCREEN, 1), (replace(LONG, push=Push.MESSAGE), 4)])
async def test_where_the_neutral_line_is_gone_the_words_come_after_it_without_a_sound(
    body: Screen, parts: int
) -> None:
    line = Answers(Accepted(result={"message_id": 40}), NOT_TO_EDIT)
    delivered = await deliver(line, body)
    assert line.methods == ["sendMessage", "editMessageText", *["sendMessage"] * parts]
    quiet = [f.get("disable_notification") for m, f in line.calls if m == "sendMessage"]
    assert quiet == [None, *[True] * parts]
    assert all(f["protect_content"] for m, f in line.calls if m == "sendMessage")
    assert delivered.messages == ("40", *(str(number) for number in range(1, parts + 1)))
    assert (delivered.card_message, delivered.begun) == (str(parts), "")


async def test_a_long_screen_makes_one_sound_and_its_last_message_is_the_card() -> None:
    line = Answers()
    delivered = await deliver(line, LONG)
    assert [f.get("disable_notification") for _, f in line.calls] == [None, True, True, True]
    assert delivered.card_message == "4"
    begun = Answers()
    delivered = await deliver(begun, LONG, begun="40")
    assert begun.methods == ["editMessageText", *["sendMessage"] * 3]
    assert delivered.card_message == "4"


async def test_a_long_screen_that_stops_half_way_is_not_said_to_be_there() -> None:
    line = Answers(Accepted(result={"message_id": 40}), DONE, TOO_MANY)
    delivered = await deliver(line, replace(LONG, push=Push.MESSAGE))
    assert delivered == Delivered(outcome=TOO_MANY, messages=("40",))
    assert line.methods == ["sendMessage", "editMessageText", "sendMessage"]


@pytest.mark.parametrize("body", [LONG, replace(QUIET, file=CALENDAR), replace(QUIET, fresh=True)])
async def test_what_cannot_be_edited_in_place_is_sent_and_the_old_copy_goes(body: Screen) -> None:
    line = Answers()
    delivered = await deliver(line, body, shown="30")
    assert "editMessageText" not in line.methods
    assert line.calls[-1] == ("deleteMessage", {"chat_id": 77, "message_id": 30})
    assert delivered.card_message not in ("", "30")


@pytest.mark.parametrize("answer", [TOO_MANY, LOST, BLOCKED])
async def test_the_old_copy_stays_where_the_new_one_did_not_come(answer: Outcome) -> None:
    line = Answers(answer)
    await deliver(line, replace(QUIET, fresh=True), shown="30")
    assert line.methods == ["sendMessage"]


async def test_a_neutral_line_that_has_become_the_card_is_not_taken_away() -> None:
    line = Answers()
    delivered = await deliver(line, replace(SCREEN, fresh=True), shown="30", begun="30")
    assert line.methods == ["editMessageText"]
    assert delivered.card_message == "30"


async def test_without_a_card_shown_nothing_is_edited() -> None:
    line = Answers()
    await deliver(line, QUIET)
    assert line.methods == ["sendMessage"]


async def test_a_picture_is_kept_from_being_passed_on_and_a_calendar_can_be_saved() -> None:
    line = Answers()
    for file in (PICTURE, CALENDAR):
        await deliver(line, replace(QUIET, file=file))
    handed = [(m, f) for m, f in line.calls if m != "sendMessage"]
    assert [m for m, _ in handed] == ["sendPhoto", "sendDocument"]
    assert [f["protect_content"] for _, f in handed] == [True, False]
    assert all(f["disable_notification"] for _, f in handed)
    assert line.uploads == ["photo", "document"]


async def test_where_a_file_does_not_come_its_words_are_still_the_card() -> None:
    line = Answers(Accepted(result={"message_id": 40}), TOO_MANY)
    delivered = await deliver(line, replace(QUIET, file=CALENDAR))
    assert delivered == Delivered(outcome=TOO_MANY, card_message="40", messages=("40",))


@pytest.mark.parametrize(
    ("card", "opens"),
    [("page:abc", "req:abc"), ("request:abc", "req:abc"), ("live", "home"), ("", "home")],
)
def test_a_neutral_line_opens_what_it_is_about(card: str, opens: str) -> None:
    ((only,),) = push_screen(replace(SCREEN, file=CALENDAR), card).rows
    assert only.press is not None
    assert only.press.token() == opens
