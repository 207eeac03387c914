"""A young person's concern as they see it: no subject on the card, an advocate always beside it."""

from collections.abc import Sequence
from datetime import date

from conversations.concern_card import Stage
from conversations.concern_words import NO_TROUBLE
from conversations.forms.answer_concern import FOUND
from conversations.help_card import help_button
from conversations.screen import Button, Line, Screen, button, plain, quiet, quote, title
from fostering.concern import TAKEN_BACK
from fostering.people import Standing
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for


def unfair_door(language: Language, own: Sequence[tuple[Request, date]]) -> Screen:
    """*Something is not fair*: somebody on their side first; what they sent, by its day only."""
    say = language.say
    first = mark_for("young_person", "Would you like someone on your side first?")
    rows: list[tuple[Button, ...]] = [
        (button(say(mark_for("young_person", "Yes, someone on my side")), "side"),),
        (button(say(mark_for("young_person", "No, I say it myself")), "open", "young_concern"),),
    ]
    rows += [(button(language.day(day), "req", request.id.hex),) for request, day in own]
    sent = [plain(say(mark_for("young_person", "What you sent before:")))] if own else []
    return Screen(
        language=language.tag,
        lines=(
            title(say(mark_for("young_person", "Something is not fair"))),
            plain(say(NO_TROUBLE)),
            plain(say(first)),
            *sent,
        ),
        rows=(*rows, *_last_rows(language)),
    )


def young_concern_card(
    language: Language, request: Request, stage: Stage, *, shown: bool
) -> Screen:
    """Where it stands. `shown`: what was written to them may stand here now (practice 23)."""
    say, key = language.say, request.id.hex
    lines: list[Line] = []
    rows: list[tuple[Button, ...]] = []
    if request.open:
        lines += _waiting(language, request, stage)
        rows.append((button(say(mark_for("young_person", "Take it back")), "takeback", key),))
    else:
        lines += _ended(language, request, stage, shown=shown)
        if stage.ask_until is not None and shown:
            again = mark_for("young_person", "I am not satisfied")
            rows.append((button(say(again), "further", key),))
    if shown:
        lines[1:1] = [quote(words) for _, _, words in stage.replies]
    side = mark_for("young_person", "Get someone on my side")
    rows.append((button(say(side), "side"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, *_last_rows(language)))


def _waiting(language: Language, request: Request, stage: Stage) -> list[Line]:
    say = language.say
    lines = [plain(say(mark_for("young_person", "We have passed this on.")))]
    if request.state is not RequestState.RAISED:
        lines.append(plain(say(mark_for("young_person", "{name} has it."), name=stage.reader)))
    if request.answer_by is not None:
        by = mark_for("young_person", "The answer should come by {moment}.")
        if request.overdue(stage.at):
            by = mark_for("young_person", "The answer should have come by {moment}. It is late.")
        lines.append(plain(say(by, moment=language.moment(request.answer_by))))
    if stage.longer:
        lines.append(plain(say(mark_for("young_person", "They need more time."))))
    if stage.chased_to:
        told = mark_for("young_person", "We have told {name} that it is late. They can read it.")
        lines.append(plain(say(told, name=stage.chased_to)))
    return lines


def _ended(language: Language, request: Request, stage: Stage, *, shown: bool) -> list[Line]:
    say = language.say
    if stage.outcome == TAKEN_BACK:
        return [plain(say(mark_for("young_person", "You took this back.")))]
    if not shown:
        return [plain(say(mark_for("young_person", "There is an answer. Open it when you like.")))]
    lines = [plain(say(mark_for("young_person", "{name} answered."), name=stage.reader))]
    if stage.outcome in FOUND:
        lines.append(plain(say(FOUND[stage.outcome])))
    lines.append(quote(stage.outcome_words))
    if stage.ask_until is not None:
        ask = mark_for("young_person", "Not satisfied? Someone above can look, until {moment}.")
        lines.append(quiet(say(ask, moment=language.moment(stage.ask_until))))
    else:
        more = mark_for("young_person", "Not satisfied? An advocate can tell you where to go next.")
        lines.append(quiet(say(more)))
    return lines


def _last_rows(language: Language) -> tuple[tuple[Button, ...], ...]:
    return (
        (button(language.say(mark("Back to the start")), "home"),),
        (help_button(language, Standing.YOUNG_PERSON),),
        (button(language.say(mark("Hide this")), "hide"),),
    )
