"""Supervision in words: its reminder and lists are a meeting's; what is overdue is its own."""

from datetime import date

from conversations.meeting import Presses, Wording, notice
from conversations.screen import Press, Screen, button
from locales import Language, mark

SUPERVISION = Wording(
    card="supervision",
    title=mark("Supervision"),
    last=mark("Last supervision: {day}"),
    next=mark("Next supervision: {moment}"),
    unplanned=mark("The next supervision is not planned yet."),
    due=mark("It should be held by {day}."),
    late=mark("It should be held by {day}."),
    all=mark("Supervisions"),
    with_name=mark("Supervision with {name}"),
    listed_planned=mark("{name}: planned for {moment}"),
    listed_due=mark("{name}: not planned, due by {day}"),
    needs_another=mark("{name} needs another time for the supervision."),
    there_after_all=mark("{name} will be there after all. The supervision needs no other time."),
    did_not_happen=mark("{name} says the supervision did not happen. Plan a new time."),
    presses=Presses(
        there=Press(verb="supok"),
        another=Press(verb="supmove"),
        held=Press(verb="supheld"),
        was_not=Press(verb="supnot"),
        calendar=Press(verb="ics"),
        listed=Press(verb="sups"),
        one=Press(verb="supof"),
        plan=Press(verb="supplan"),
        did=Press(verb="supdid"),
    ),
)


def overdue_notice(
    language: Language, name: str, key: str, due: date, *, to_manager: bool
) -> Screen:
    """A supervision has not been held in time: first the worker is told, then the manager."""
    words = (
        mark("A supervision is overdue: {name}, due by {day}. The worker was told before you.")
        if to_manager
        else mark("A supervision is overdue: {name}, due by {day}. Plan it now.")
    )
    plan = button(language.say(mark("Plan it")), "supplan", key)
    sentence = language.say(words, name=name, day=language.day(due))
    return notice(language, sentence, *(() if to_manager else (plan,)))


def plan_soon_notice(language: Language, name: str, key: str, due: date) -> Screen:
    """Nothing is planned and the six weeks are nearly over."""
    words = mark("No supervision is planned with {name}. It is due by {day}.")
    plan = button(language.say(mark("Plan it")), "supplan", key)
    return notice(language, language.say(words, name=name, day=language.day(due)), plan)
