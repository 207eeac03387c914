"""What a card needs besides the request: titles, names, answers in the reader's language."""

from datetime import date
from uuid import UUID

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.closed_card import SEEN_BY
from conversations.duty_replies import reply_words
from conversations.page_card import PageView
from conversations.who_has_it import Standpoint
from desk.answers import answers_of
from desk.facts import facts_for
from desk.help import numbers
from desk.say import known
from desk.unit import Unit
from fostering.contact import asks_to_write
from fostering.drafts import Answer
from fostering.missing_child import return_talk_by
from fostering.office_hours import local_date
from fostering.people import Household, Person, Role, Standing
from fostering.permission import MANAGES
from fostering.requests import Request, RequestState
from fostering.social_worker_task import falls_to
from fostering.taking_over import may_take_over
from locales import Language, mark

WRITTEN_NOTICE = mark("Your service accepts this as your written notice.")
NOT_WRITTEN_NOTICE = mark(
    "This is not your written notice yet. Your worker will send you the form for it."
)
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
BY_PHONE = mark("A matter for the telephone")
CONTACT_EVENTS = ("ContactRecorded", "ContactDenied")
TAKEN_EVENTS = ("RequestAcknowledged", "RequestTakenOver")
SPOKEN_EVENTS = ("WordsAdded", "ReplySent")


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


def has_chat(author: Person | None) -> bool:
    """Whether the person who asked has a chat with us at all."""
    return author is not None and author.active and author.linked


def reached_here(unit: Unit, request: Request) -> bool:
    """Whether the person may be sent messages in this chat (practice 23)."""
    return answers_of(unit, request).get("safe_way") != NOT_HERE


def standpoint(unit: Unit, request: Request, language: Language) -> Standpoint:
    """The request as its author sees it."""
    policy = unit.scene.policy
    kind = policy.kinds.get(request.kind)
    author = next((p for p in known(unit) if p.id == request.author), None)
    young = author is not None and author.standing is Standing.YOUNG_PERSON
    climbed = len(request.escalation.told_since) if request.escalation is not None else 0
    written_notice = ""
    if request.form == "household_change" and request.finished:
        written_notice = WRITTEN_NOTICE if policy.chat_is_written_notice else NOT_WRITTEN_NOTICE
    outcome, outcome_words = _outcome(unit, request)
    return Standpoint(
        title=title_of(unit, request, language),
        at=unit.scene.at,
        numbers=numbers(unit, household_of(unit, request), _child_named(unit, request)),
        owner=name_of(unit, request.owner),
        holder=name_of(unit, request.acknowledged_by),
        next_step=kind.next_step if kind is not None else "",
        follows=kind.follows if kind is not None else "",
        written_notice=written_notice,
        climbed=climbed,
        teller=name_of(unit, request.task_done_by),
        asks_to_write=asks_to_write(answers_of(unit, request)),
        phone_texts_live=policy.phone_texts_live,
        replies=[
            (line.at, name_of(unit, line.actor), reply_words(language, line.words, young=young))
            for line in unit.scene.written.get(request.id, ())
            if line.event == "ReplySent"
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
    )


def _child_named(unit: Unit, request: Request) -> Answer | None:
    """The placement it is about, as the answers name it; a young person's request is theirs."""
    home = household_of(unit, request)
    own = (p.id.hex for p in home.placements if p.young_person == request.author) if home else ()
    return next(iter(own), None) or answers_of(unit, request).get("child")


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


def _seen_by(unit: Unit, request: Request, language: Language) -> str:
    lines = reversed(unit.scene.written.get(request.id, ()))
    codes = (line.words.get("seen_by", "") for line in lines if line.event == "RequestClosed")
    return language.say(SEEN_BY[code]) if (code := next(codes, "")) in SEEN_BY else ""


def was_denied(unit: Unit, request: Request) -> bool:
    """Whether the person says that nobody has spoken with them, and no call was noted since."""
    lines = (line.event for line in reversed(unit.scene.written.get(request.id, ())))
    return next((e for e in lines if e in CONTACT_EVENTS), "") == "ContactDenied"


def _taken_over(unit: Unit, request: Request) -> bool:
    """Whether who has it took it from a colleague."""
    lines = (line.event for line in reversed(unit.scene.written.get(request.id, ())))
    return next((e for e in lines if e in TAKEN_EVENTS), "") == "RequestTakenOver"


def _lowered_by(unit: Unit, request: Request) -> str:
    """Who says that it can wait; "" while it is urgent, or always was routine."""
    if request.escalation is None or request.priority.urgent:
        return ""
    lines = reversed(unit.scene.written.get(request.id, ()))
    actor = next((line.actor for line in lines if line.event == "PriorityLowered"), None)
    return name_of(unit, actor or request.acknowledged_by)


def page_view(unit: Unit, request: Request, worker: Person, language: Language) -> PageView:
    """The request as this worker sees it, in their language."""
    home = household_of(unit, request)
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    answers = answers_of(unit, request)
    form = FORMS.get(request.form)
    phone_only = is_phone_only(unit, request)
    author = next((p for p in known(unit) if p.id == request.author), None)
    young = author is not None and author.standing is Standing.YOUNG_PERSON
    asks: tuple[tuple[str, str], ...] = ()
    if form is not None and answers:
        facts = facts_for(unit, language, home)
        only = TO_RING if phone_only else ()
        asks = shown_answers(form, answers, facts, for_staff=True, only=only)
    sealed = phone_only and not worker.roles & MANAGES
    title = title_of(unit, request, language)
    if sealed and Role.ON_CALL_MANAGER not in worker.roles:
        title = language.say(BY_PHONE)
    spoken = [
        line for line in unit.scene.written.get(request.id, ()) if line.event in SPOKEN_EVENTS
    ]
    return PageView(
        title=title,
        author=author.name if author is not None else "",
        safe_way=language.say(SAFE_WAYS[str(answers.get("safe_way", "team"))]) if young else "",
        holder=name_of(unit, request.acknowledged_by),
        mine=request.acknowledged_by == worker.id and request.state is not RequestState.RAISED,
        paged=request.escalation is not None and worker.id in request.escalation.paged,
        copy=_copy(unit, request),
        phone_only=phone_only,
        young_person=young,
        sealed=sealed and bool(spoken),
        asks=asks,
        written=[
            (line.at, name_of(unit, line.actor), reply_words(language, line.words))
            for line in (() if sealed else spoken)
        ],
        teller=name_of(unit, request.task_done_by),
        task_mine=falls_to(request, worker, unit.scene.roster, day),
        rings=answers.get("safe_way") not in NOT_RUNG,
        writes=reached_here(unit, request) and has_chat(author),
        no_chat=not has_chat(author),
        asks_to_write=asks_to_write(answers),
        number_held=not young and "ring_back" not in answers,
        takes_over=may_take_over(request, worker),
        denied=request.open and was_denied(unit, request),
        seen_by=_seen_by(unit, request, language),
    )


def _copy(unit: Unit, request: Request) -> int:
    """Which page this is: how often somebody was paged for it, over all steps and rounds."""
    lines = unit.scene.written.get(request.id, ())
    return sum(line.event == "WorkerPaged" and bool(line.codes.get("workers")) for line in lines)
