"""Forms as ConversationHandlers: the state is read off the draft, never remembered."""

import inspect

import pytest
from telegram.ext import ConversationHandler
from telegram.ext._handlers import conversationhandler

from bot.deciding import CallWhileDeciding, deciding
from bot.form_handlers import PositionOfDrafts, compile_forms, describe
from conversations.catalogue import FORMS
from conversations.journey import REVIEW
from desk.scene import Where
from desk.turn import Unreadable
from tests.bot.desks import Chat, open_chat, said


@pytest.fixture
async def chat() -> Chat:
    return await open_chat()


def test_every_form_is_a_conversation_with_one_state_for_each_question() -> None:
    described = describe()
    assert described.keys() == FORMS.keys()
    for key, form in FORMS.items():
        assert described[key] == (*(question.key for question in form.questions), REVIEW)


def test_the_library_still_reads_its_states_where_we_put_ours() -> None:
    source = inspect.getsource(conversationhandler.ConversationHandler)
    assert "self._conversations.get(key)" in source
    for handler in compile_forms():
        assert isinstance(handler, ConversationHandler)
        assert isinstance(handler._conversations, PositionOfDrafts)


async def test_a_form_opens_by_its_button_and_its_state_is_the_first_question(chat: Chat) -> None:
    unit = await chat.presses("open:household_change")
    assert chat.draft.form == "household_change"
    assert len(unit.said) == 1
    handler = next(h for h in compile_forms() if h.name == "household_change")
    with deciding(unit):
        first = FORMS["household_change"].questions[0].key
        assert handler._conversations.get((77, 77)) == first


async def test_an_answer_leads_on_and_a_repeated_press_of_it_changes_nothing(chat: Chat) -> None:
    await chat.presses("open:household_change")
    question = FORMS["household_change"].questions[0].key
    unit = await chat.presses("back:" + chat.draft.tag)
    value = next(
        button.press.args[2]
        for one in unit.said
        for row in one.screen.rows
        for button in row
        if button.press is not None and button.press.verb == "a"
    )
    token = f"a:{chat.draft.tag}:{question}:{value}"
    await chat.presses(token)
    answered = chat.draft.answers
    assert answered == {question: value}
    again = await chat.presses(token)
    assert chat.draft.answers == answered
    assert again.said


async def test_words_answer_the_form_whose_card_is_open(chat: Chat) -> None:
    await chat.presses("open:household_change")
    await chat.presses("open:missing_child")
    unit = await chat.writes("no such answer")
    title = FORMS["missing_child"].title
    assert title in said(unit)


async def test_words_in_a_group_never_answer_a_form(chat: Chat) -> None:
    await chat.presses("open:household_change")
    before = chat.draft
    chat.where = Where.STRANGE_GROUP
    unit = await chat.writes("1")
    assert (chat.draft, unit.said) == (before, [])


async def test_help_works_in_the_middle_of_a_form_and_leaves_it_alone(chat: Chat) -> None:
    await chat.presses("open:household_change")
    before = chat.draft
    unit = await chat.writes("/help")
    assert "999" in said(unit)
    assert chat.draft == before


async def test_a_forged_button_meets_the_present_question_again(chat: Chat) -> None:
    await chat.presses("open:household_change")
    before = chat.draft.answers
    for token in ("a:ffffffff:kind:CH01", "send:" + chat.draft.tag, "open:no_such", "", "x:y:z"):
        unit = await chat.presses(token)
        assert unit.said, token
    assert chat.draft.answers == before


async def test_cancel_asks_first(chat: Chat) -> None:
    await chat.presses("open:household_change")
    await chat.writes("/cancel")
    assert len(chat.drafts) == 1
    await chat.presses("cancelyes:" + chat.draft.tag)
    assert chat.drafts == {}


async def test_a_photo_in_the_middle_of_a_form_is_answered_and_changes_no_answer(
    chat: Chat,
) -> None:
    await chat.presses("open:household_change")
    before = chat.draft.answers
    message = {"message_id": 6, "date": 0, "chat": {"id": 77, "type": "private"}}
    sender = {"id": 77, "is_bot": False, "first_name": ""}
    unit = await chat.sends({"message": {**message, "from": sender, "unkept": "photo"}})
    assert "We did not keep the photo" in said(unit)
    assert chat.draft.answers == before


async def test_a_callback_that_raises_is_raised_to_the_desk(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.commands.home.show_home", stumble)
    with pytest.raises(RuntimeError, match="a bug"):
        await chat.writes("/home")


async def test_what_cannot_be_decoded_is_said_to_be_unreadable(chat: Chat) -> None:
    with pytest.raises(Unreadable):
        await chat.sends({"message": "not a message"})


async def test_nothing_can_call_telegram_while_a_unit_is_decided(chat: Chat) -> None:
    unit = await chat.writes("/home")
    with deciding(unit), pytest.raises(CallWhileDeciding):
        await chat.application.bot.send_message(77, "Hello")
