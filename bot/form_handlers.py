"""Each form as a ConversationHandler: a state per question, read off the drafts."""

import warnings
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, ConversationHandler, MessageHandler, filters
from telegram.warnings import PTBUserWarning

from bot.deciding import unit_here
from bot.turn_context import TurnContext
from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.journey import REVIEW, Journey
from conversations.screen import Press
from desk import drafts, forms
from desk.facts import facts_for
from desk.say import tongue
from desk.scene import Where
from fostering.drafts import Draft

OF_ONE_QUESTION = frozenset({"a", "page", "skip"})
"""Presses that name the question they answer; only the state of that question takes them."""
OF_ANY_QUESTION = frozenset(
    {"back", "save", "cancel", "cancelyes", "change", "keep", "review", "resume"}
)
SEND = "send"
OPEN = "open"
OF_DRAFTS = OF_ONE_QUESTION | OF_ANY_QUESTION | {SEND}

TYPED = filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND

Place = tuple[int | str, ...]


async def open_form(_update: Update, context: TurnContext) -> None:
    """*open*: the form of the button, or the answers that are there already."""
    drafts.open_form(context.unit, context.press.args[0])


async def press(_update: Update, context: TurnContext) -> None:
    """A button of a form's card, or one that carries on with it."""
    forms.press(context.unit, context.press)


async def write(_update: Update, context: TurnContext) -> None:
    """Typed words answer the question of the open form."""
    forms.write(context.unit, context.words)


class PositionOfDrafts(MutableMapping[Place, object]):
    """A table of states that remembers nothing: it reads the present question off the draft.

    So a restart, a second worker and an old button all find the truth. What the ConversationHandler
    would write into it is dropped, for the desk has kept the draft already.
    """

    def __init__(self, form: Form) -> None:
        self._form = form

    def __getitem__(self, key: Place) -> object:
        """The key of the present question, or "review"; KeyError without a draft."""
        unit = unit_here()
        draft = draft_of_form(self._form)
        if draft is None:
            raise KeyError(key)
        return Journey.of(self._form, draft, facts_for(unit, tongue(unit))).state

    def __setitem__(self, key: Place, state: object) -> None:
        """Drop it: the position follows from the answers."""

    def __delitem__(self, key: Place) -> None:
        """Drop it: the position follows from the answers."""

    def __iter__(self) -> Iterator[Place]:
        """Nothing is kept, so there is nothing to list."""
        return iter(())

    def __len__(self) -> int:
        """Nothing is kept."""
        return 0


class DurableConversationHandler(ConversationHandler[Any]):
    """A ConversationHandler whose states are a view on the scene; it needs a form."""

    def __init__(self, form: Form, **parts: Any) -> None:
        # A person has one draft of a form, wherever they press.
        super().__init__(name=form.key, allow_reentry=True, fallbacks=[], per_chat=False, **parts)
        self._conversations = PositionOfDrafts(form)
        self._form = form
        self._opening = Press(verb=OPEN, args=(form.key,)).token()

    def check_update(self, update: object) -> Any:
        """What the library makes of it; it is asked only where the update may be this form's.

        Of forty forms one is, and every question to the library walks that form's answers.
        """
        return super().check_update(update) if self._may_be_ours(update) else None

    def _may_be_ours(self, update: object) -> bool:
        """Whether it opens this form, or comes from somebody with answers to it not sent."""
        query = update.callback_query if isinstance(update, Update) else None
        opens = query is not None and query.data == self._opening
        return opens or draft_of_form(self._form) is not None


class WordsForForm(filters.MessageFilter):
    """Words belong to the form whose card is open: the draft touched last."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form

    def filter(self, message: Message) -> bool:
        """Whether these words answer this form."""
        draft = drafts.open_draft(unit_here()) if in_private() else None
        return draft is not None and draft.form == self._form.key


def compile_form(form: Form) -> DurableConversationHandler:
    """The form's handler: one state per question, and the review."""
    keys = [*(question.key for question in form.questions), REVIEW]
    opens = CallbackQueryHandler(open_form, pattern=_opens(form))
    words = MessageHandler(TYPED & WordsForForm(form), write)
    with warnings.catch_warnings():
        # It warns that a button is not tracked for each message; our buttons name their draft.
        warnings.simplefilter("ignore", PTBUserWarning)
        return DurableConversationHandler(
            form, entry_points=[opens], states={key: [_presses(form, key), words] for key in keys}
        )


def compile_forms() -> tuple[DurableConversationHandler, ...]:
    """A handler for every form of the catalogue."""
    return tuple(compile_form(form) for form in FORMS.values())


def describe() -> Mapping[str, tuple[str, ...]]:
    """Every form with its states, in order, for `hearthline check --conversations`."""
    return {
        str(handler.name): tuple(str(state) for state in handler.states)
        for handler in compile_forms()
    }


def draft_of_form(form: Form) -> Draft | None:
    """The answers to this form that the person at the desk has not sent."""
    drafts = unit_here().scene.drafts.values() if in_private() else ()
    return next((draft for draft in drafts if draft.form == form.key), None)


def in_private() -> bool:
    """Whether the unit comes from a private chat; forms are never asked anywhere else."""
    sender = unit_here().scene.sender
    return sender is not None and sender.where is Where.PRIVATE


def _presses(form: Form, key: str) -> Any:
    return CallbackQueryHandler(press, pattern=_belongs(form, key, OF_DRAFTS))


def _opens(form: Form) -> Any:
    def opens(token: object) -> bool:
        return Press.read(str(token)) == Press(verb=OPEN, args=(form.key,)) and in_private()

    return opens


def _belongs(form: Form, key: str, verbs: frozenset[str]) -> Any:
    def belongs(token: object) -> bool:
        pressed = Press.read(str(token))
        draft = draft_of_form(form)
        if pressed.verb not in verbs or draft is None or pressed.args[:1] != (draft.tag,):
            return False
        if pressed.verb == SEND:
            return key == REVIEW
        return pressed.verb not in OF_ONE_QUESTION or pressed.args[1:2] == (key,)

    return belongs
