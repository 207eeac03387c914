"""What I can expect, at the desk: where each promise stands for this carer now."""

from datetime import date

from conversations.expectations import expectations_screen
from conversations.help_card import URGENT_NUMBER
from desk.help import numbers
from desk.home import show_home
from desk.say import reply, tongue
from desk.unit import Unit
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.requests import Request
from locales import Language, mark, mark_many

OPEN = mark_many(
    "{count} is open, and the answer is not late.", "{count} are open, and no answer is late."
)
LATE = mark_many("{count} answer is late.", "{count} answers are late.")


def show_expectations(unit: Unit) -> None:
    """*What I can expect*, for carers."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.CARER:
        show_home(unit)
        return
    words = tongue(unit)
    states = {
        "supervision": _supervision(unit, words),
        "answers": _answers(unit, person, words),
        "review": _review(unit, words),
        "night": _night(unit, words),
    }
    told = {key: state for key, state in states.items() if state}
    days = unit.scene.policy.supervision_every_days
    reply(unit, expectations_screen(words, told, supervision_days=days))


def _supervision(unit: Unit, words: Language) -> str:
    supervision = unit.scene.supervision
    due = supervision.due_day(unit.scene.policy) if supervision is not None else None
    if supervision is None or due is None or supervision.last_held is None:
        return words.say(mark("The first one is not noted yet."))
    return _last_and_next(unit, words, supervision.last_held, due)


def _review(unit: Unit, words: Language) -> str:
    review = unit.scene.annual_review
    due = review.due_day(unit.scene.policy) if review is not None else None
    last = (review.last_held or review.approved) if review is not None else None
    return _last_and_next(unit, words, last, due) if last is not None and due is not None else ""


def _last_and_next(unit: Unit, words: Language, last: date, following: date) -> str:
    today = local_date(unit.scene.at, unit.scene.policy.office_hours)
    state = mark("Last: {last}. Next by {next}.")
    late = mark("Last: {last}. It was due by {next} and is late.")
    return words.say(
        late if following < today else state, last=words.day(last), next=words.day(following)
    )


def _answers(unit: Unit, person: Person, words: Language) -> str:
    mine: list[Request] = [
        r for r in unit.scene.requests.values() if r.author == person.id and r.open
    ]
    late = [request for request in mine if request.overdue(unit.scene.at)]
    if late:
        return words.say_many(*LATE, len(late))
    return words.say_many(*OPEN, len(mine)) if mine else ""


def _night(unit: Unit, words: Language) -> str:
    return next(
        (
            words.say(URGENT_NUMBER, name=words.say(each.name), number=each.number)
            for each in numbers(unit)
        ),
        "",
    )
