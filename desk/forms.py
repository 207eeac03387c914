"""Forms at the desk: pressed and written, until they are saved, cancelled or sent."""

from conversations import answering
from conversations.answering import (
    Answered,
    CancelConfirmed,
    CancelPressed,
    OutOfDate,
    Resumed,
    SavePressed,
    SendPressed,
    Turned,
)
from conversations.card import cancel_card
from conversations.catalogue import FORMS
from conversations.facts import Facts
from conversations.form import Form
from conversations.questions.question import Misunderstood
from conversations.screen import Press
from desk import outcomes, sealed_words
from desk.danger import danger_offer
from desk.drafts import draft_of, go_on, held, open_draft, redraw_open_draft, show
from desk.facts import facts_for
from desk.help import show_help
from desk.home import show_home
from desk.say import reply, tongue
from desk.unit import Unit
from fostering.drafts import Draft
from locales import mark


def press(unit: Unit, pressed: Press) -> None:
    """A button of a form's card; an old or forged one draws the present card again."""
    draft = draft_of(unit, pressed.args[0] if pressed.args else "")
    if draft is None:
        unit.toast = tongue(unit).say(mark("That was an old button."))
        if not redraw_open_draft(unit):
            show_home(unit)
        return
    form, facts = FORMS[draft.form], facts_for(unit, tongue(unit))
    _settle(unit, form, draft, answering.press(form, draft, pressed, facts), facts)


def write(unit: Unit, text: str) -> None:
    """Typed words answer the question of the form that is open."""
    draft = open_draft(unit)
    if draft is None:
        show_home(unit)
        return
    form, facts = FORMS[draft.form], facts_for(unit, tongue(unit))
    outcome = answering.write(form, draft, text, facts)
    offer = danger_offer(unit, form, draft, text)
    if isinstance(outcome, Misunderstood) and sealed_words.are_sealed(unit, form, draft):
        draft = sealed_words.keep(unit, form, draft, held(form, draft, facts), text)
        show(unit, form, draft, hint=tongue(unit).say(sealed_words.KEPT))
        return
    match outcome:
        case Answered(finished=False, draft=answered, key=key) if offer:
            go_on(unit, form, answered, hint=offer)
            _help_if_needed(unit, form, answered, key)
        case Turned(draft=turned, hint=hint) if offer:
            unit.keep(turned)
            show(unit, form, turned, hint=f"{offer}\n{hint}")
        case _:
            _settle(unit, form, draft, outcome, facts)


def _settle(unit: Unit, form: Form, draft: Draft, outcome: answering.Outcome, facts: Facts) -> None:
    match outcome:
        case Answered(draft=answered, finished=True):
            outcomes.send(unit, form, answered, held(form, answered, facts))
        case Answered(draft=answered, key=key):
            go_on(unit, form, answered)
            _help_if_needed(unit, form, answered, key)
        case Turned(draft=turned, hint=hint):
            unit.keep(turned)
            show(unit, form, turned, hint=hint)
        case Resumed(draft=resumed):
            go_on(unit, form, resumed)
        case Misunderstood() | OutOfDate():
            _draw_again(unit, form, draft, outcome)
        case SendPressed(draft=ready):
            outcomes.send(unit, form, ready, held(form, ready, facts))
        case SavePressed(draft=saved):
            unit.keep(saved)
            unit.toast = tongue(unit).say(mark("Saved. You can carry on from the start screen."))
            show_home(unit)
        case CancelPressed():
            reply(unit, cancel_card(form, draft, facts))
        case CancelConfirmed():
            outcomes.cancel(unit, form, draft)
            show_home(unit)


def _draw_again(unit: Unit, form: Form, draft: Draft, why: Misunderstood | OutOfDate) -> None:
    """Show the card with nothing changed; from now on words answer what is shown."""
    if draft is not open_draft(unit):
        draft = answering.taken_up(draft, unit.scene.at)
        unit.keep(draft)
    if isinstance(why, OutOfDate):
        unit.toast = tongue(unit).say(mark("That was an old button."))
    show(unit, form, draft, hint=why.hint if isinstance(why, Misunderstood) else "")


def _help_if_needed(unit: Unit, form: Form, draft: Draft, key: str) -> None:
    """An answer such as "not safe" opens the numbers and the team; the form stays as it is."""
    answer = draft.answers.get(key)
    if form.opens_help is not None and answer is not None and form.opens_help(key, answer):
        show_help(unit)
