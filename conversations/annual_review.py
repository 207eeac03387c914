"""The annual review in words: what the carer sees of it, what staff have to do, what is late."""

from collections.abc import Sequence
from datetime import date

from conversations.help_card import help_button
from conversations.meeting import Presses, Wording, notice
from conversations.screen import Button, Line, Press, Push, Screen, button, plain, quiet, quote
from conversations.year_held import WHAT_THE_YEAR_HELD
from fostering.annual_review import AnnualReview
from fostering.people import Standing
from locales import Language, mark

ANNUAL_REVIEW = Wording(
    card="annual_review",
    title=mark("Annual review"),
    last=mark("Last annual review: {day}"),
    next=mark("Next annual review: {moment}"),
    unplanned=mark("No date is fixed for the next annual review yet."),
    due=mark("It must be held by {day}."),
    late=mark("It was due by {day} and is late. The service must put this right."),
    all=mark("Annual reviews"),
    with_name=mark("Annual review of {name}"),
    listed_planned=mark("{name}: annual review on {moment}"),
    listed_due=mark("{name}: no date fixed, due by {day}"),
    needs_another=mark("{name} needs another time for the annual review."),
    there_after_all=mark("{name} will be there after all. The annual review needs no other time."),
    did_not_happen=mark("{name} says the annual review did not happen. Fix a new date."),
    presses=Presses(
        there=Press(verb="revok"),
        another=Press(verb="revmove"),
        held=Press(verb="revheld"),
        was_not=Press(verb="revnot"),
        calendar=Press(verb="revics"),
        listed=Press(verb="revs"),
        one=Press(verb="revof"),
        plan=Press(verb="revplan"),
        did=Press(verb="revdid"),
    ),
)
SAY_HOW = mark("Say how the year was")
APPROVED = mark("Approved: {day}")


def approved_line(language: Language, review: AnnualReview) -> list[Line]:
    """The day of approval, while no review has been held since."""
    if review.approved is None or review.last_held is not None:
        return []
    return [plain(language.say(APPROVED, day=language.day(review.approved)))]


def carer_notes(language: Language, review: AnnualReview) -> list[Line]:
    """What the carer should know besides the dates; never whether a child has said anything."""
    lines = approved_line(language, review)
    if review.views_at is not None:
        words = mark("You said how the year was: {moment}.")
        lines.append(plain(language.say(words, moment=language.moment(review.views_at))))
    return lines


def rights_line(language: Language) -> Line:
    """What the carer may do against a decision. Source: FSR 2011 reg 28; SWK-05b."""
    words = mark(
        "If the service wants to end or change your approval, it must write to you first and say "
        "why. You then have 28 days to object, or to ask for an independent review."
    )
    return quiet(language.say(words))


def say_how(language: Language) -> tuple[Button, ...]:
    """The way into the carer's own form."""
    return (button(language.say(SAY_HOW), "open", "review_views"),)


def year_held(language: Language, *key: str) -> tuple[Button, ...]:
    """The way to the page of the year; `key` names the carer for a worker."""
    return (button(language.say(WHAT_THE_YEAR_HELD), "revyear", *key),)


def held_on(language: Language, key: str) -> tuple[Button, ...]:
    """For a review that was held on another day than the one that was fixed."""
    return (button(language.say(mark("It was held on another day")), "revon", key),)


def staff_notes(
    language: Language, review: AnnualReview, *, missing: bool, to_ask: Sequence[str]
) -> list[Line]:
    """What is here and what is missing; `to_ask` are labels of children nobody here can ask.

    `missing`: the carer was asked how the year was, and has not said it.
    """
    lines = approved_line(language, review)
    if review.approved is None and review.last_held is None:
        words = mark("No day of approval is known. Add it to the list of dates.")
        lines.append(plain(language.say(words)))
    if review.views_at is not None:
        words = mark("They said how the year was: {moment}. It stands among the requests.")
        lines.append(plain(language.say(words, moment=language.moment(review.views_at))))
    elif missing:
        lines.append(plain(language.say(mark("Missing: how the year was, in the carer's words."))))
    if to_ask:
        words = mark("To do: have the child's social worker ask the child: {children}.")
        children = language.items(list(to_ask))
        lines.append(plain(language.say(words, children=children)))
    return lines


def ask_notice(language: Language, name: str, key: str, labels: Sequence[str]) -> Screen:
    """To the supervising social worker, where a child's own worker cannot be reached here."""
    words = mark(
        "To do for the annual review of {name}: their social worker has no chat here. "
        "Have them ask what the child wants the review to know: {children}."
    )
    see = button(language.say(mark("Open it")), "revof", key)
    children = language.items(list(labels))
    return notice(language, language.say(words, name=name, children=children), see)


def begin_notice(language: Language, name: str, key: str, due: date) -> Screen:
    """It is time to gather what everybody has to say."""
    words = mark(
        "The annual review of {name} is due by {day}. Begin to gather views: the carer's, each "
        "child's, and those of the councils that placed children here this year."
    )
    return _to_worker(language, words, name, key, due)


def no_date_notice(language: Language, name: str, key: str, due: date) -> Screen:
    """It is nearly due, and no date is fixed."""
    words = mark("No date is fixed for the annual review of {name}. It is due by {day}.")
    return _to_worker(language, words, name, key, due)


def overdue_notice(language: Language, name: str, key: str, due: date) -> Screen:
    """It was not held within the year; the worker and the service manager read the same."""
    words = mark("The annual review of {name} was due by {day} and is overdue. Hold it now.")
    return _to_worker(language, words, name, key, due)


def _to_worker(language: Language, words: str, name: str, key: str, due: date) -> Screen:
    see = button(language.say(mark("Open it")), "revof", key)
    return notice(language, language.say(words, name=name, day=language.day(due)), see)


def child_notice(language: Language, name: str, label: str, due: date) -> Screen:
    """To the child's social worker; what the child says goes to the service, never this way."""
    words = mark(
        "The approval of {name} is reviewed by {day}. "
        "Ask {child} what they want the review to know. Tell the carer's worker, not the carer."
    )
    sentence = language.say(words, name=name, child=label, day=language.day(due))
    return notice(language, sentence)


def found_notice(language: Language, worker: str, words: str) -> Screen:
    """The carer reads how they are doing, in the words of who held the review."""
    says = mark("{name} says what the annual review found:")
    return Screen(
        language=language.tag,
        lines=(plain(language.say(says, name=worker)), quote(words)),
        rows=(
            (button(language.say(mark("Annual review")), "rev"),),
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
        push=Push.MESSAGE,
    )


def views_notice(language: Language, due: date) -> Screen:
    """The carer is asked how the year was."""
    words = mark("Your annual review is due by {day}. Say how the year was.")
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, day=language.day(due))),),
        rows=(
            say_how(language),
            (button(language.say(mark("Annual review")), "rev"),),
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
        push=Push.MESSAGE,
    )
