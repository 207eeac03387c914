"""A concern as the person who wrote it sees it: each stage by its day, and what they can press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.forms.answer_concern import FOUND
from conversations.help_card import help_button
from conversations.screen import Button, Line, Screen, button, plain, quiet, quote, title
from fostering.concern import FIRST, TAKEN_BACK
from fostering.people import Standing
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What the card needs besides the request. Names are those of staff.

    `reader` reads it, `chased_to` was told that it is late ("" if nobody was). `longer` is why it
    takes longer ("" if it does not). `replies` are what was written on the way. `ask_until`: the
    second stage may be asked for till then (None: no more).
    """

    title: str
    at: datetime
    reader: str
    chased_to: str = ""
    longer: str = ""
    replies: Sequence[tuple[datetime, str, str]] = ()
    outcome: str = ""
    outcome_words: str = ""
    ask_until: datetime | None = None
    added_at: datetime | None = None


def concern_card(language: Language, request: Request, stage: Stage) -> Screen:
    """A carer's card."""
    say = language.say
    lines: list[Line] = [
        title(say(mark("{title} · {reference}"), title=stage.title, reference=request.reference)),
        quiet(say(mark("Sent {moment}"), moment=language.moment(request.raised_at))),
    ]
    which = mark("Stage 1: the service answers itself.")
    if request.kind != FIRST:
        which = mark("Stage 2: somebody who had no part in it looks at it.")
    lines.append(plain(say(which)))
    if request.earlier:
        before = mark("It follows {reference}.")
        lines.append(quiet(say(before, reference=request.earlier)))
    lines += _stages(language, request, stage)
    for _, name, words in stage.replies:
        lines += [quiet(say(mark("{name} wrote:"), name=name)), quote(words)]
    if stage.added_at is not None and request.open:
        added = mark("You added something on {moment}.")
        lines.append(quiet(say(added, moment=language.moment(stage.added_at))))
    return Screen(language=language.tag, lines=tuple(lines), rows=_rows(language, request, stage))


def _stages(language: Language, request: Request, stage: Stage) -> list[Line]:
    """Sent to whom, taken when, answered by when, and what was found."""
    say = language.say
    if not request.open:
        return _ended(language, request, stage)
    lines: list[Line] = []
    if request.state is RequestState.RAISED and request.take_by is not None:
        waits = mark("{name} has not said yet that they have it. They should by {moment}.")
        moment = language.moment(request.take_by)
        lines.append(plain(say(waits, name=stage.reader, moment=moment)))
    elif request.acknowledged_at is not None:
        has = mark("{name} has it since {moment}.")
        moment = language.moment(request.acknowledged_at)
        lines.append(plain(say(has, name=stage.reader, moment=moment)))
    if request.answer_by is not None:
        by = mark("The answer should come by {moment}.")
        if request.overdue(stage.at):
            by = mark("The answer should have come by {moment}. It is late.")
        lines.append(plain(say(by, moment=language.moment(request.answer_by))))
    if stage.longer:
        lines += [plain(say(mark("They need more time. This is why:"))), quote(stage.longer)]
    if stage.chased_to:
        told = mark("We have told {name} that it is late. They can read it.")
        lines.append(plain(say(told, name=stage.chased_to)))
    return lines


def _ended(language: Language, request: Request, stage: Stage) -> list[Line]:
    say = language.say
    if stage.outcome == TAKEN_BACK:
        return [plain(say(mark("You took this back.")))]
    lines: list[Line] = []
    if request.closed_at is not None:
        answered = mark("{name} answered on {moment}.")
        moment = language.moment(request.closed_at)
        lines.append(plain(say(answered, name=stage.reader, moment=moment)))
    if stage.outcome in FOUND:
        lines.append(plain(say(FOUND[stage.outcome])))
    if stage.outcome_words:
        lines.append(quote(stage.outcome_words))
    if stage.ask_until is not None:
        ask = mark("Not satisfied? You can ask for stage 2 until {moment}.")
        lines.append(plain(say(ask, moment=language.moment(stage.ask_until))))
    else:
        outside = mark(
            "Not satisfied? You can go to the ombudsman or to Ofsted. Whom you can ring is under "
            "“Concerns and complaints”."
        )
        lines.append(plain(say(outside)))
    return lines


def _rows(language: Language, request: Request, stage: Stage) -> tuple[tuple[Button, ...], ...]:
    say, key = language.say, request.id.hex
    rows: list[tuple[Button, ...]] = []
    if request.open:
        rows.append((button(say(mark("Add something")), "more", key),))
        rows.append((button(say(mark("Take it back")), "takeback", key),))
    elif stage.ask_until is not None:
        rows.append((button(say(mark("I am not satisfied")), "further", key),))
    rows.append((button(say(mark("Send me what I reported")), "copy", key),))
    rows.append((button(say(mark("Concerns and complaints")), "concern"),))
    rows.append((button(say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return tuple(rows)


def take_back_question(language: Language, request: Request, standing: Standing) -> Screen:
    """One slip ends nothing."""
    young = standing is Standing.YOUNG_PERSON
    asked = mark_for("young_person", "Take it back? It then ends here.")
    if not young:
        asked = mark("Take it back? It then ends without an answer.")
    hides = [(button(language.say(mark("Hide this")), "hide"),)] if young else []
    return Screen(
        language=language.tag,
        lines=(plain(language.say(asked)),),
        rows=(
            (button(language.say(mark("Yes, take it back")), "takebackyes", request.id.hex),),
            (button(language.say(mark("No, go back")), "req", request.id.hex),),
            (help_button(language, standing),),
            *hides,
        ),
    )
