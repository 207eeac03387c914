"""A carer tells that something has happened: danger first, then what a duty worker needs to act.

The order is the one in which an emergency duty team asks. The child is asked about after the kind,
because some kinds are for the telephone only and must not ask it (practice 13).
"""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.household_change import send_label
from conversations.forms.kind_questions import (
    asks_of,
    by_phone_only,
    chosen_kind,
    group_options,
    kind_options,
    written_about,
)
from conversations.forms.next_steps import DEPENDS, advice, readers_of
from conversations.forms.shared_questions import (
    ABOUT_NOBODY,
    answers_of,
    awake_until,
    call_back_number,
    has_died,
    in_own_words,
    may_ask,
    must_not_see,
    police_log,
    which_child,
    who_knows,
)
from conversations.forms.urgency import urgency
from conversations.questions import NO, Answers, Choice, Several, YesNo
from fostering.office_hours import next_opening
from fostering.people import Standing
from locales import mark

KEY = "difficulty"
UNTIL_TOMORROW = mark("Can this wait until tomorrow?")
UNTIL_OPENING = mark("Can this wait until {moment}, when the office opens?")


def place_matters(answers: Answers, facts: Facts) -> bool:
    """Where the child is matters when it is about one."""
    return written_about(answers, facts) and answers.get("child") != ABOUT_NOBODY


def may_wait(answers: Answers, facts: Facts) -> bool:
    """Only what is not urgent already is asked whether it can wait."""
    return written_about(answers, facts) and not urgency(answers, facts.policy.kinds).urgent


def until_when(facts: Facts) -> str:
    """The real moment: after hours the next opening, which may be days away; by day tomorrow."""
    if facts.office_open:
        return facts.language.say(UNTIL_TOMORROW)
    hours, holidays = facts.policy.office_hours, facts.policy.bank_holidays
    opens = next_opening(facts.at, hours, holidays)
    return facts.language.say(UNTIL_OPENING, moment=facts.language.moment(opens))


def ring_welcome(answers: Answers, facts: Facts) -> bool:
    """Who may be rung is asked for the number; after a death nothing is asked at all."""
    if answers.get("safe_to_ring") == NO:
        return False
    return chosen_kind(answers, facts) is not None and may_ask(answers, facts)


def evening_matters(answers: Answers, facts: Facts) -> bool:
    """Until when to ring, except after a death: then somebody rings at once."""
    if answers.get("safe_to_ring") == NO:
        return False
    known = written_about(answers, facts) or by_phone_only(answers, facts)
    return known and may_ask(answers, facts)


DIFFICULTY = Form(
    key=KEY,
    version=1,
    audience=Standing.CARER,
    title=mark("Something has happened"),
    who_sees=DEPENDS,
    questions=(
        YesNo(
            key="danger",
            text=mark("Is anyone in danger right now?"),
            hint=mark("If yes, ring 999 first. Then press here."),
            short=mark("Danger now"),
        ),
        Choice(
            key="group",
            shown=False,
            text=mark("What has happened?"),
            short=mark("About"),
            options=group_options(KEY),
        ),
        Choice(
            key="kind",
            text=mark("Which of these fits best?"),
            short=mark("What it is"),
            options=kind_options(KEY),
        ),
        *asks_of(KEY),
        which_child(written_about),
        Choice(
            key="since",
            text=mark("When did it happen?"),
            short=mark("When"),
            options=answers_of(
                {
                    "just_now": mark("Just now"),
                    "still_going_on": mark("It is still going on"),
                    "today": mark("Earlier today"),
                    "earlier": mark("Before today"),
                }
            ),
            when=written_about,
        ),
        Choice(
            key="whereabouts",
            text=mark("Where is the child now?"),
            hint=mark("No address is needed."),
            short=mark("Where the child is"),
            options=answers_of(
                {
                    "home": mark("At home with me"),
                    "hospital": mark("In hospital"),
                    "school": mark("At school"),
                    "somewhere_else": mark("Somewhere else, I know where"),
                    "not_known": mark("I don't know"),
                }
            ),
            when=place_matters,
        ),
        YesNo(
            key="everyone_safe",
            text=mark("Is everyone safe now?"),
            short=mark("Everyone safe"),
            when=written_about,
        ),
        YesNo(
            key="can_wait",
            text=UNTIL_TOMORROW,
            worded=until_when,
            short=mark("Can wait"),
            when=may_wait,
        ),
        who_knows(written_about),
        police_log(),
        Several(
            key="need",
            text=mark("What do you need from us now?"),
            hint=mark("Tick all that would help."),
            short=mark("What you need"),
            options=answers_of(
                {
                    "call": mark("Ring me"),
                    "with_child": mark("I can't talk: child is with me"),
                    "text_only": mark("Write to me, don't ring"),
                    "visit": mark("Come to us"),
                    "advice": mark("Advice"),
                    "somewhere_else": mark("Another place for the child"),
                    "transport": mark("A lift"),
                    "only_telling": mark("Nothing, I am only telling you"),
                }
            ),
            when=written_about,
        ),
        call_back_number(ring_welcome),
        awake_until(evening_matters),
        in_own_words(written_about),
        must_not_see(),
    ),
    urgency=urgency,
    advice=advice,
    send_now=send_label,
    sends_itself=has_died,
    readers=readers_of,
    counted=True,
)
