"""The card of a form: one screen for a question, the review, or the question about cancelling."""

from conversations.answering import setting_of
from conversations.facts import Facts
from conversations.form import Form
from conversations.help_card import help_button
from conversations.journey import Journey
from conversations.questions.choice import SHORT_LABEL
from conversations.questions.question import Answers, Offer, Question, Setting
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet, quote, title
from fostering.drafts import Draft
from fostering.people import Standing
from locales import Language, mark

NOT_SENT = mark("Not sent. Nobody has read this.")
POSITION = mark("{here} of {total}")
NAMED_ANSWER = mark("{question}: {answer}")
ASKED_ANSWER = mark("{question} {answer}")
KEEP = mark("Keep: {answer}")
CHANGE = mark("Change: {question}")
BACK = mark("Back")
SKIP = mark("Skip")
SAVE = mark("Save for later")
CANCEL = mark("Cancel")
SEND = mark("Send")
CHECK = mark("Is this right? You can change each answer.")
NEXT = mark("What happens next")
THROW_AWAY = mark("Throw these answers away?")
STAYS_SENT = mark("What you sent already stays sent. Only the questions stop.")
YES_THROW_AWAY = mark("Yes, throw them away")
STOP_ASKING = mark("Yes, stop asking")
NO_GO_BACK = mark("No, go back")
NUMBERS = mark("Numbers")
HIDE = mark("Hide this")
LONGEST_LABEL = 60

Rows = list[tuple[Button, ...]]


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
        more, rows = _review(journey, draft)
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
    raised = _raised(form, draft)
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


def shown_answers(form: Form, answers: Answers, facts: Facts) -> tuple[tuple[str, str], ...]:
    """What was asked and what was answered, in the language of the facts: for staff and copies."""
    journey = Journey(form, answers, facts)
    return tuple(
        (_short(question, facts.language), _shown(question, journey))
        for question in journey.path
        if question.key in journey.held
    )


def last_rows(language: Language, audience: Standing) -> Rows:
    """The rows that stand last on every card, always in the same place."""
    match audience:
        case Standing.STAFF:
            return [(button(language.say(NUMBERS), "help"),)]
        case Standing.CARER:
            return [(help_button(language, audience),)]
        case Standing.YOUNG_PERSON:
            return [(help_button(language, audience),), (button(language.say(HIDE), "hide"),)]


def _raised(form: Form, draft: Draft) -> bool:
    return draft.request is not None and not form.about_request


def _head(journey: Journey, draft: Draft, banner: str) -> list[Line]:
    """Title, place in the form, and whether anybody has been told."""
    form, language = journey.form, journey.facts.language
    lines = [plain(banner)] if banner else []
    lines.append(title(language.say(form.title)))
    if journey.present is not None and len(journey.path) > 1:
        here, total = journey.position
        lines.append(quiet(language.say(POSITION, here=str(here), total=str(total))))
    if not _raised(form, draft):
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
        lines += [quiet(say(form.who_sees))] if form.who_sees else []
    lines += _read_back(journey, before)
    lines += _advice(journey, question.key, before)
    lines.append(BLANK)
    lines.append(title(say(question.text)))
    if hint:
        lines.append(plain(hint))
    elif question.hint:
        lines.append(quiet(say(question.hint)))
    setting = setting_of(journey, draft, question)
    rows: Rows = [
        tuple(_pressed(offer, draft, question) for offer in row) for row in question.offers(setting)
    ]
    if question.key in journey.held:
        kept = say(KEEP, answer=_shown(question, journey))
        rows.append((button(_cut(kept), "keep", draft.tag),))
    rows += _way_rows(journey, draft, question)
    return lines, rows


def _way_rows(journey: Journey, draft: Draft, question: Question | None) -> Rows:
    """Back and Skip, then Save for later and Cancel; the same places on every question."""
    say, tag = journey.facts.language.say, draft.tag
    way: list[Button] = []
    if journey.before(question.key if question is not None else None) is not None:
        way.append(button(say(BACK), "back", tag))
    if question is not None and question.optional:
        way.append(button(say(SKIP), "skip", tag, question.key))
    end = (button(say(SAVE), "save", tag), button(say(CANCEL), "cancel", tag))
    return [tuple(way), end] if way else [end]


def _review(journey: Journey, draft: Draft) -> tuple[list[Line], Rows]:
    """Every answer shown back with a button to change it, then Send."""
    form, facts = journey.form, journey.facts
    language = facts.language
    lines: list[Line] = [plain(language.say(CHECK)), BLANK]
    shown = [question for question in journey.path if question.shown]
    for question in shown:
        lines += [quiet(_short(question, language)), quote(_shown(question, journey))]
    advice = _advice(journey, None, journey.before(None))
    if advice:
        lines += [BLANK, title(language.say(NEXT)), *advice]
    if readers := form.who_sees_it(journey.held, facts):
        lines += [BLANK, quiet(language.say(readers))]
    changes = [
        button(_cut(language.say(CHANGE, question=_short(q, language))), "change", draft.tag, q.key)
        for q in shown
    ]
    send = form.send_now(journey.held, facts) if form.send_now is not None else form.send or SEND
    rows: Rows = [(button(language.say(send), "send", draft.tag),)]
    rows += _paired(changes)
    rows += _way_rows(journey, draft, None)
    return lines, rows


def _advice(journey: Journey, key: str | None, before: str | None) -> list[Line]:
    form, facts = journey.form, journey.facts
    if form.advice is None:
        return []
    return [plain(text) for text in form.advice(key, before, journey.held, facts)]


def _read_back(journey: Journey, before: str | None) -> list[Line]:
    """The answer before, so that a slip is seen at once."""
    question = journey.form.question(before) if before is not None else None
    if question is None or question.key not in journey.held:
        return []
    language = journey.facts.language
    line = language.say(
        NAMED_ANSWER if question.short else ASKED_ANSWER,
        question=_short(question, language),
        answer=_shown(question, journey),
    )
    return [quiet(line)]


def _pressed(offer: Offer, draft: Draft, question: Question) -> Button:
    if offer.page:
        return button(offer.label, "page", draft.tag, question.key, offer.page)
    return button(offer.label, "a", draft.tag, question.key, offer.value)


def _paired(buttons: list[Button]) -> Rows:
    """Two a row where all labels are short."""
    if any(len(one.label) > SHORT_LABEL for one in buttons):
        return [(one,) for one in buttons]
    return [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]


def _short(question: Question, language: Language) -> str:
    return language.say(question.short or question.text)


def _shown(question: Question, journey: Journey) -> str:
    setting = Setting(answers=journey.earlier(question.key), facts=journey.facts)
    return question.show(journey.held[question.key], setting)


def _cut(label: str) -> str:
    """A label of a length that a phone can show."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
