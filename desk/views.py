"""What a card needs besides the request: titles, names, answers in the reader's language."""

from collections.abc import Mapping
from uuid import UUID

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.kind_numbers import kind_numbers
from conversations.page_card import PageView
from conversations.readers import left_out, next_step_of
from conversations.request_card import Standpoint
from desk.answers import answers_of, frozen_readers, has_answers, read_answers
from desk.discretion import A_CALL, is_discreet, is_written_to
from desk.facts import facts_for
from desk.help import numbers
from desk.say import known
from desk.scene import Written
from desk.unit import Unit
from desk.written_notice import form_is_owed, written_notice
from fostering.drafts import Answer
from fostering.kinds import MISSING_CHILD, SAFE_TO_RING
from fostering.people import Household, Person, Role, Standing
from fostering.permission import MANAGES
from fostering.requests import Request, RequestState
from fostering.ringing import Ringing, ringing
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
BY_PHONE = mark("A matter for the telephone")
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
    """The kind's own title, or that of the conversation it came from."""
    kind = unit.scene.policy.kinds.get(request.kind)
    if kind is not None:
        return language.say(kind.title)
    if request.form in TITLES:
        return language.say(TITLES[request.form])
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
    return asked or request.form == "missing_child" or request.kind == MISSING_CHILD


def title_for_author(unit: Unit, request: Request, language: Language) -> str:
    """The title on the author's own card and list; neutral where it would tell too much."""
    if is_discreet(unit, request) or not is_written_to(unit, request):
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
    climbed = 0
    if request.escalation is not None:
        climbed = max(len(request.escalation.paged) - len(request.escalation.steps[0].fillers), 0)
    outcome, outcome_words = _outcome(unit, request)
    return Standpoint(
        title=title_for_author(unit, request, language),
        numbers=numbers(unit, household_of(unit, request)),
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
        still_to_tell=to_tell(unit, request),
        phone_texts_live=policy.phone_texts_live,
        replies=[
            (line.at, name_of(unit, line.actor), line.words["words"])
            for line in spoken_of(unit, request, "ReplySent")
        ],
        outcome=outcome,
        outcome_words=outcome_words,
        late=request.overdue(unit.scene.at) and request.escalation is None,
        chased_to=name_of(unit, request.chased_to),
        added_at=max((w.at for w in spoken_of(unit, request, "WordsAdded")), default=None),
    )


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


def to_tell(unit: Unit, request: Request) -> bool:
    """Whether the social worker of a child there is not linked and must be told (practice 18)."""
    home = household_of(unit, request)
    kind = unit.scene.policy.kinds.get(request.kind)
    young = request.form == "not_safe"
    if home is None or not (young or (kind and kind.concerns_child and not kind.phone_only)):
        return False
    chosen = answers_of(unit, request).get("child")
    about = [p for p in home.placements if p.holds(unit.scene.at.date())]
    if young:
        about = [p for p in about if p.young_person == request.author]
    elif chosen is not None and chosen != "all":
        about = [p for p in about if p.id.hex == chosen]
    linked = {worker.id for worker in unit.scene.roster if worker.linked}
    return any(p.childs_social_worker not in linked | request.excluded for p in about)


def _outcome(unit: Unit, request: Request) -> tuple[str, str]:
    for line in reversed(unit.scene.written.get(request.id, ())):
        if line.event == "RequestClosed":
            return str(line.codes.get("outcome", "")), line.words.get("words", "")
    return "", ""


def page_view(unit: Unit, request: Request, worker: Person, language: Language) -> PageView:
    """The request as this worker sees it, in their language."""
    home = household_of(unit, request)
    answers = answers_of(unit, request)
    form = FORMS.get("safe_number" if request.form == "not_safe" else request.form)
    phone_only = is_phone_only(unit, request)
    author = next((p for p in known(unit) if p.id == request.author), None)
    young = author is not None and author.standing is Standing.YOUNG_PERSON
    asks: tuple[tuple[str, str], ...] = ()
    if form is not None and answers:
        facts = facts_for(unit, language, home)
        only = TO_RING if phone_only else ()
        asks = shown_answers(form, answers, facts, for_staff=True, only=only)
    safe = ringing(unit.scene.policy.kinds.get(request.kind), answers)
    sealed = phone_only and not worker.roles & MANAGES
    title = title_of(unit, request, language)
    if sealed and Role.ON_CALL_MANAGER not in worker.roles:
        title = language.say(BY_PHONE)
    spoken = spoken_of(unit, request, *SPOKEN_EVENTS)
    return PageView(
        title=title,
        author=author.name if author is not None else "",
        safe_way=language.say(SAFE_WAYS[str(answers.get("safe_way", "team"))]) if young else "",
        holder=name_of(unit, request.acknowledged_by),
        mine=request.acknowledged_by == worker.id and request.state is not RequestState.RAISED,
        copy=_copy(request),
        phone_only=phone_only,
        young_person=young,
        sealed=sealed and bool(spoken),
        asks=asks,
        written=[
            (line.at, name_of(unit, line.actor), line.words["words"])
            for line in (() if sealed else spoken)
        ],
        to_tell=request.open and to_tell(unit, request),
        rings=answers.get("safe_way") not in NOT_RUNG and safe is Ringing.WELCOME,
        ringing=safe,
        form_owed=request.open and form_is_owed(unit, request),
        writes=reached_here(unit, request) and has_chat(author),
        no_chat=not has_chat(author),
        not_written=not is_written_to(unit, request),
        asks_to_write=_asks_to_write(answers),
        number_held=not young and "ring_back" not in answers,
        no_safe_number=young
        and answers.get("safe_way") not in NOT_RUNG
        and "ring_back" not in answers,
    )


def _asks_to_write(answers: Mapping[str, Answer]) -> bool:
    """Whether they cannot talk on the phone (practice 28)."""
    need = answers.get("need", ())
    chosen = need if isinstance(need, tuple) else ()
    asks = "text_only" in chosen and "call" not in chosen
    return asks or answers.get("can_ring") == "text_only"


def _copy(request: Request) -> int:
    """Which page this is, counted over all steps and rounds."""
    if request.escalation is None:
        return 1
    steps = len(request.escalation.steps)
    return (request.escalation.round - 1) * steps + request.escalation.step + 1
