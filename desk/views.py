"""What a card needs besides the request: titles, names, answers in the reader's language."""

from datetime import date
from uuid import UUID

from conversations.catalogue import FORMS
from conversations.duty_replies import reply_words
from conversations.kind_numbers import kind_numbers
from conversations.readers import left_out, next_step_of
from conversations.who_has_it import Standpoint
from desk.answers import answers_of, frozen_readers, has_answers, read_answers
from desk.discretion import A_CALL, is_discreet, is_frozen, is_written_to
from desk.help import numbers
from desk.say import known
from desk.scene import Written
from desk.unit import Unit
from desk.written_notice import written_notice
from fostering.closing import about_missing_child
from fostering.contact import asks_to_write
from fostering.drafts import Answer
from fostering.kinds import SAFE_TO_RING
from fostering.missing_child import return_talk_by
from fostering.office_hours import local_date
from fostering.people import Household, Person, Role, Standing
from fostering.requests import Request
from locales import Language, mark

TITLES = {
    "urgent_help": mark("Urgent help"),
    "talk_tonight": mark("Someone to talk to tonight"),
    "not_safe": mark("A young person says: not safe"),
}
SAFE_WAYS = {
    "team": mark("no wish was given; do not ring the household"),
    "call": mark("they want a call"),
    "message": mark("message only"),
    "nothere": mark("not in this chat; what you write here does not reach them"),
}
NOT_HERE = "nothere"
NOT_RUNG = ("message", NOT_HERE)
TO_RING = ("ring_back", "awake_until")
"""All that is shown of the answers to a matter for the telephone (practice 13)."""
DEATH = "death"
"""The special card of the kind that tells of a child's death."""
CONTACT_EVENTS = ("ContactRecorded", "ContactDenied")
TAKEN_EVENTS = ("RequestAcknowledged", "RequestTakenOver", "HandoverAccepted")


def household_of(unit: Unit, request: Request) -> Household | None:
    """The household a request is about."""
    return unit.scene.households.get(request.household) if request.household else None


def is_phone_only(unit: Unit, request: Request) -> bool:
    """Whether its kind is dealt with by phone alone (practice 13)."""
    kind = unit.scene.policy.kinds.get(request.kind)
    return kind is not None and kind.phone_only


def name_of(unit: Unit, person: UUID | None) -> str:
    """A name for a screen; "" where nobody, or nobody known here, is meant."""
    return next((p.name for p in known(unit) if p.id == person), "")


def title_of(unit: Unit, request: Request, language: Language) -> str:
    """The title of what one press raises, the kind's own, or that of the conversation."""
    if request.form in TITLES:
        return language.say(TITLES[request.form])
    kind = unit.scene.policy.kinds.get(request.kind)
    if kind is not None:
        return language.say(kind.title)
    form = FORMS.get(request.form)
    return language.say(form.title) if form is not None else request.reference


def ringing_changed(unit: Unit, request: Request) -> bool:
    """Whether the newest answers say something else about a call than those before."""
    lines = [w.words["answers"] for w in unit.scene.written.get(request.id, ()) if has_answers(w)]
    said = [read_answers(text).get(SAFE_TO_RING) for text in lines[-2:]]
    return len(said) == 2 and said[0] != said[1]


def is_missing(unit: Unit, request: Request) -> bool:
    """Whether it is about a missing child, by its kind or by what *Urgent help* was told."""
    asked = answers_of(unit, request).get("happening") == "missing"
    return asked or about_missing_child(request)


def title_for_author(unit: Unit, request: Request, language: Language) -> str:
    """The title on the author's own card and list; neutral where it would tell too much."""
    if request.private or is_discreet(unit, request) or not is_written_to(unit, request):
        return language.say(A_CALL)
    return title_of(unit, request, language)


def has_chat(author: Person | None) -> bool:
    """Whether the person who asked has a chat with us at all."""
    return author is not None and author.active and author.linked


def reached_here(unit: Unit, request: Request) -> bool:
    """Whether the person may be sent messages in this chat (practice 23)."""
    safe_way = answers_of(unit, request).get("safe_way")
    return safe_way != NOT_HERE and is_written_to(unit, request)


def standpoint(unit: Unit, request: Request, language: Language) -> Standpoint:
    """The request as its author sees it."""
    policy = unit.scene.policy
    kind = policy.kinds.get(request.kind)
    author = next((p for p in known(unit) if p.id == request.author), None)
    young = author is not None and author.standing is Standing.YOUNG_PERSON
    climbed = len(request.escalation.told_since) if request.escalation is not None else 0
    outcome, outcome_words = _outcome(unit, request)
    return Standpoint(
        title=title_for_author(unit, request, language),
        at=unit.scene.at,
        numbers=numbers(unit, household_of(unit, request), _child_named(unit, request)),
        owner=name_of(unit, request.owner),
        holder=name_of(unit, request.acknowledged_by),
        next_step=_next_step(unit, request, language),
        kind_numbers=(
            kind_numbers(language, kind) if kind is not None and may_name(unit, request) else ()
        ),
        death=kind is not None and kind.card == DEATH,
        missing=is_missing(unit, request),
        readers=frozen_readers(unit, request) if may_name(unit, request) else (),
        follows=kind.follows if kind is not None and may_name(unit, request) else "",
        written_notice=written_notice(unit, request, language),
        climbed=climbed,
        frozen=is_frozen(unit, request),
        teller=name_of(unit, request.task_done_by),
        asks_to_write=asks_to_write(answers_of(unit, request)),
        phone_texts_live=policy.phone_texts_live,
        replies=[
            (line.at, name_of(unit, line.actor), reply_words(language, line.words, young=young))
            for line in spoken_of(unit, request, "ReplySent")
        ],
        outcome=outcome,
        outcome_words=outcome_words,
        denied=was_denied(unit, request),
        lowered_by=_lowered_by(unit, request),
        taken_over=_taken_over(unit, request),
        late=request.overdue(unit.scene.at) and request.escalation is None,
        chased_to=name_of(unit, request.chased_to),
        away=_away(unit, request),
        return_talk_by=return_talk_by(request, policy),
        added_at=max((w.at for w in spoken_of(unit, request, "WordsAdded")), default=None),
    )


def _child_named(unit: Unit, request: Request) -> Answer | None:
    """The placement it is about, as the answers name it; a young person's request is theirs."""
    home = household_of(unit, request)
    own = (p.id.hex for p in home.placements if p.young_person == request.author) if home else ()
    return next(iter(own), None) or answers_of(unit, request).get("child")


def spoken_of(unit: Unit, request: Request, *events: str) -> list[Written]:
    """What was written to each other about it: the lines of these events, the oldest first."""
    return [line for line in unit.scene.written.get(request.id, ()) if line.event in events]


def _next_step(unit: Unit, request: Request, language: Language) -> str:
    """What happens next, without a worker who must not see it; "" where it may not be said."""
    kind = unit.scene.policy.kinds.get(request.kind)
    if kind is None or not may_name(unit, request):
        return ""
    without = left_out(household_of(unit, request), request.excluded)
    return next_step_of(language, kind, without_supervisor=without)


def may_name(unit: Unit, request: Request) -> bool:
    """Whether the author's card may say what happens next, which tells what it is about."""
    kind = unit.scene.policy.kinds.get(request.kind)
    watched = kind is not None and SAFE_TO_RING in kind.asks
    return is_written_to(unit, request) and not watched


def _away(unit: Unit, request: Request) -> tuple[str, date] | None:
    """The household's worker and until when, where somebody else answers because they are away."""
    home = household_of(unit, request)
    wanted = home.supervising_social_worker if home is not None else None
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    worker = next((w for w in unit.scene.roster if w.id == wanted), None)
    last = worker.away_until(day) if worker is not None else None
    kind = unit.scene.policy.kinds.get(request.kind)
    theirs = kind is not None and kind.owner is Role.SUPERVISING_SOCIAL_WORKER
    if worker is None or last is None or not theirs or request.owner in (None, worker.id):
        return None
    return worker.name, last


def _outcome(unit: Unit, request: Request) -> tuple[str, str]:
    for line in reversed(unit.scene.written.get(request.id, ())):
        if line.event == "RequestClosed":
            return str(line.codes.get("outcome", "")), line.words.get("words", "")
    return "", ""


def was_denied(unit: Unit, request: Request) -> bool:
    """Whether the person says that nobody has spoken with them, and no call was noted since."""
    lines = (line.event for line in reversed(unit.scene.written.get(request.id, ())))
    return next((e for e in lines if e in CONTACT_EVENTS), "") == "ContactDenied"


def _taken_over(unit: Unit, request: Request) -> bool:
    """Whether who has it took it from a colleague."""
    lines = (line.event for line in reversed(unit.scene.written.get(request.id, ())))
    return next((e for e in lines if e in TAKEN_EVENTS), "") in TAKEN_EVENTS[1:]


def _lowered_by(unit: Unit, request: Request) -> str:
    """Who says that it can wait; "" while it is urgent, or always was routine."""
    if request.escalation is None or request.priority.urgent:
        return ""
    lines = reversed(unit.scene.written.get(request.id, ()))
    actor = next((line.actor for line in lines if line.event == "PriorityLowered"), None)
    return name_of(unit, actor or request.acknowledged_by)
