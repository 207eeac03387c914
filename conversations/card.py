"""The card of a form: one screen for a question, the review, or the question about cancelling."""

from conversations.answering import setting_of
from conversations.facts import Facts
from conversations.form import Form
from conversations.help_card import help_button
from conversations.journey import Journey
from conversations.questions.question import Offer, Question
from conversations.review import (
    Rows,
    advice_lines,
    is_raised,
    review,
    short_name,
    shown_answer,
    shown_answers,
    way_rows,
)
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Screen,
    button,
    fits,
    plain,
    quiet,
    title,
)
from fostering.drafts import Draft
from fostering.people import Standing
from locales import Language, mark

__all__ = ["cancel_card", "form_card", "is_raised", "last_rows", "shown_answers"]

NOT_SENT = mark("Not sent. Nobody has read this.")
POSITION = mark("{here} of {total}")
NAMED_ANSWER = mark("{question}: {answer}")
ASKED_ANSWER = mark("{question} {answer}")
KEEP = mark("Keep: {answer}")
KEEP_IT = mark("Keep my answer")
THROW_AWAY = mark("Throw these answers away?")
STAYS_SENT = mark("What you sent already stays sent. Only the questions stop.")
YES_THROW_AWAY = mark("Yes, throw them away")
STOP_ASKING = mark("Yes, stop asking")
NO_GO_BACK = mark("No, go back")
NUMBERS = mark("Numbers")
HIDE = mark("Hide this")


def form_card(
    form: Form,
    draft: Draft,
    facts: Facts,
    hint: str = "",
    *,
    fresh: bool = False,
    banner: str = "",
) -> Screen:
    """The present question of this draft, or the review when all is answered.

    `hint` (translated) says what to do after words that meant nothing; `banner` (translated) is
    the desk's line about a request that is raised already; `fresh`: the person has just written.
    """
    journey = Journey.of(form, draft, facts)
    lines = _head(journey, draft, banner)
    question = journey.present
    if question is None:
        more, rows = review(journey, draft)
    else:
        more, rows = _asked(journey, draft, question, hint)
    if question is None and hint:
        more = [plain(hint), *more]
    return Screen(
        language=facts.language.tag,
        lines=(*lines, *more),
        rows=(*rows, *last_rows(facts.language, form.audience)),
        fresh=fresh,
    )


def cancel_card(form: Form, draft: Draft, facts: Facts) -> Screen:
    """*Throw these answers away?* asked once; what is raised already stays sent (practice 1)."""
    say = facts.language.say
    raised = is_raised(form, draft)
    lines = [title(say(form.title)), plain(say(STAYS_SENT if raised else THROW_AWAY))]
    yes = STOP_ASKING if raised else YES_THROW_AWAY
    rows = (
        (button(say(yes), "cancelyes", draft.tag),),
        (button(say(NO_GO_BACK), "resume", draft.tag),),
    )
    return Screen(
        language=facts.language.tag,
        lines=tuple(lines),
        rows=(*rows, *last_rows(facts.language, form.audience)),
    )


def last_rows(language: Language, audience: Standing) -> Rows:
    """The rows that stand last on every card, always in the same place."""
    match audience:
        case Standing.STAFF | Standing.ADVOCATE:
            return [(button(language.say(NUMBERS), "help"),)]
        case Standing.CARER:
            return [(help_button(language, audience),)]
        case Standing.YOUNG_PERSON:
            return [(help_button(language, audience),), (button(language.say(HIDE), "hide"),)]


def _head(journey: Journey, draft: Draft, banner: str) -> list[Line]:
    """Title, place in the form, and whether anybody has been told."""
    form, language = journey.form, journey.facts.language
    lines = [plain(banner)] if banner else []
    lines.append(title(language.say(form.title)))
    if journey.present is not None and len(journey.path) > 1:
        here, total = journey.position
        lines.append(quiet(language.say(POSITION, here=str(here), total=str(total))))
    if not is_raised(form, draft):
        lines.append(quiet(language.say(NOT_SENT)))
    return lines


def _asked(
    journey: Journey, draft: Draft, question: Question, hint: str
) -> tuple[list[Line], Rows]:
    """One question with its buttons."""
    form, facts = journey.form, journey.facts
    say = facts.language.say
    before = journey.before(question.key)
    lines: list[Line] = []
    if before is None:
        lines += [plain(say(text)) for text in form.intro]
        told = (say(form.who_sees),) if form.who_sees else form.who_sees_it({}, facts)
        lines += [quiet(line) for line in told]
    lines += _read_back(journey, before)
    lines += advice_lines(journey, question.key, before)
    lines.append(BLANK)
    lines.append(title(question.text_in(facts)))
    if hint:
        lines.append(plain(hint))
    elif told_how := question.hint_in(facts):
        lines.append(quiet(told_how))
    setting = setting_of(journey, draft, question)
    rows: Rows = [
        tuple(_pressed(offer, draft, question) for offer in row) for row in question.offers(setting)
    ]
    if question.key in journey.held:
        kept = say(KEEP, answer=shown_answer(question, journey))
        label = kept if fits(kept) else say(KEEP_IT)
        rows.append((button(label, "keep", draft.tag),))
    rows += way_rows(journey, draft, question)
    return lines, rows


def _read_back(journey: Journey, before: str | None) -> list[Line]:
    """The answer before, so that a slip is seen at once."""
    question = journey.form.question(before) if before is not None else None
    if question is None or question.key not in journey.held:
        return []
    language = journey.facts.language
    line = language.say(
        NAMED_ANSWER if question.short else ASKED_ANSWER,
        question=short_name(question, language),
        answer=shown_answer(question, journey),
    )
    return [quiet(line)]


def _pressed(offer: Offer, draft: Draft, question: Question) -> Button:
    if offer.page:
        return button(offer.label, "page", draft.tag, question.key, offer.page)
    return button(offer.label, "a", draft.tag, question.key, offer.value)
