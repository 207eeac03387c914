"""The start of a placement on the screen: what was told, the plan, and what is needed."""

from datetime import date

from conversations.help_card import help_button
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet, title
from fostering.people import Standing
from fostering.placement_start import PlacementStart, Step
from locales import Language, mark, mark_many

THE_START = mark("The start: {label}")
STEPS = {
    Step.DISCUSSED: mark("It was talked over with me"),
    Step.AGREED: mark("I have agreed to it"),
    Step.SIGNED: mark("I have signed it"),
}
DONE = {
    Step.DISCUSSED: mark("Talked over with you: {day}"),
    Step.AGREED: mark("You agreed: {day}"),
    Step.SIGNED: mark("You signed: {day}"),
}
TAKE_BACK = {
    Step.DISCUSSED: mark("Not talked over after all"),
    Step.AGREED: mark("Not agreed after all"),
    Step.SIGNED: mark("Not signed after all"),
}
NOT_TOLD = mark_many("{count} thing was not told.", "{count} things were not told.")
OUT_OF_DATE = mark_many("{count} thing is out of date.", "{count} things are out of date.")


def start_screen(
    language: Language, label: str, start: PlacementStart, meeting_by: date, today: date
) -> Screen:
    """*The start*: it holds a label and ticks, and nothing about the child."""
    key = start.id.hex
    lines = [title(language.say(THE_START, label=label))]
    lines += _information(language, start, today)
    lines += [BLANK, *_plan(language, start, meeting_by, today)]
    rows: list[tuple[Button, ...]] = [
        (button(language.say(mark("What have I been told?")), "startask", key),)
    ]
    for step in Step:
        words = STEPS[step] if start.ticked(step) is None else TAKE_BACK[step]
        rows.append((button(language.say(words), "plantick", key, step.value),))
    rows += [
        (button(language.say(mark("Ask a question about a child")), "startq", key),),
        (button(language.say(mark("Support from the first day")), "starthelp", key),),
        (button(language.say(mark("My dates")), "sup"),),
        (button(language.say(mark("Back to the start")), "home"),),
        (help_button(language, Standing.CARER),),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def _information(language: Language, start: PlacementStart, today: date) -> list[Line]:
    """What the carer has said about what they were told."""
    if start.ticked_on is None:
        asks = mark("What have you been told about them? You are meant to have it. Ticks only.")
        return [plain(language.say(asks))]
    day = language.day(start.ticked_on, today)
    lines = [quiet(language.say(mark("You said on {day}:"), day=day))]
    if start.informed:
        lines.append(plain(language.say(mark("You have been told all that was asked."))))
    if start.not_told:
        lines.append(plain(language.say_many(*NOT_TOLD, len(start.not_told))))
    if start.out_of_date:
        lines.append(plain(language.say_many(*OUT_OF_DATE, len(start.out_of_date))))
    return lines


def _plan(language: Language, start: PlacementStart, meeting_by: date, today: date) -> list[Line]:
    """Where the placement plan stands, by the carer's own ticks, and by when it is due."""
    lines: list[Line] = []
    if not start.plan_done:
        stands = mark("There should be a meeting with you about the placement plan by {day}.")
        if today > meeting_by:
            stands = mark("The meeting about the placement plan was due by {day} and is late.")
        lines.append(plain(language.say(stands, day=language.day(meeting_by, today))))
    for step in Step:
        day = start.ticked(step)
        if day is not None:
            lines.append(quiet(language.say(DONE[step], day=language.day(day, today))))
    return lines


def meeting_notice(language: Language, label: str, by: date, *, to_manager: bool) -> Screen:
    """The carers have not ticked that the plan is done: the worker hears first, then a manager."""
    words = (
        mark("The placement meeting for {label} was due by {day}. The carers have not ticked it.")
        if to_manager
        else mark("The placement meeting for {label} is due by {day}. The carers have no tick yet.")
    )
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, label=label, day=language.day(by))),),
        rows=((button(language.say(mark("Back to your desk")), "home"),),),
    )
