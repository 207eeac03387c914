"""Who would be reached now: the part of `hearthline check` that matters at night."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fostering.answerers import answerers
from fostering.concern_route import RANKS
from fostering.office_hours import local, local_date
from fostering.people import Person, Role, Standing
from fostering.policy import Policy
from fostering.rota import NIGHTS, gaps
from fostering.rota_shifts import Place
from fostering.routing import in_role, stand_in
from fostering.steps import Filler
from storage import households, people, rooms
from storage.database import Reader
from storage.retention import leavers

FILLED_BY = {
    Filler.DUTY_WORKER: Role.DUTY_WORKER,
    Filler.ON_CALL_MANAGER: Role.ON_CALL_MANAGER,
    Filler.TEAM_MANAGER: Role.TEAM_MANAGER,
    Filler.SERVICE_MANAGER: Role.SERVICE_MANAGER,
}
ON_ROTA = {
    Filler.FIRST_ON_CALL: Place.FIRST,
    Filler.SECOND_ON_CALL: Place.SECOND,
    Filler.ON_CALL_MANAGER: Place.MANAGER,
}
PLACES = {Filler.FIRST_ON_CALL: 0, Filler.SECOND_ON_CALL: 1}
TELEGRAM_ONLY = (
    "Cover is Telegram-only until texts to phones are live: a page may not wake anyone. "
    "Every urgent receipt tells people to ring as well."
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing about cover; `missing` when nobody would be reached."""

    words: str
    missing: bool = False


async def cover(reader: Reader, policy: Policy, at: datetime) -> list[Line]:
    """Who would be paged at this aware instant, and whether the group is connected."""
    roster = await people.roster(reader)
    day = local_date(at, policy.office_hours)
    found = list(steps_without_anybody(policy, roster, day))
    if not found:
        found.append(Line(words="Every step of the out-of-hours policy has somebody to page."))
    if await rooms.connected(reader) is None:
        found.append(
            Line(words="The out-of-hours group is not connected: hearthline invite --group")
        )
    found += about_rota(roster, policy, at)
    found += about_concerns(roster, policy, day)
    if policy.views:
        found += about_advocates(await people.advocates(reader), policy)
        found += about_answerers(await _without_answerer(reader, policy, at), roster, day)
    found += about_days(len(await leavers(reader, policy, at)), policy)
    if not policy.phone_texts_live:
        found.append(Line(words=TELEGRAM_ONLY))
    return found


async def _without_answerer(reader: Reader, policy: Policy, at: datetime) -> int:
    """How many young people who are linked have nobody to choose who answers them."""
    roster = await people.roster(reader)
    everybody = await people.every(reader)
    young = [p for p in everybody if p.standing is Standing.YOUNG_PERSON and p.active and p.linked]
    homes = await households.of(reader, young)
    return sum(not answerers(p, homes.get(p.id), roster, policy, at) for p in young)


def about_answerers(without: int, roster: Sequence[Person], day: date) -> Iterator[Line]:
    """Whether young people may be asked how things are: answerers with deputies (practice 23).

    `without`: how many linked young people have nobody to choose; they are not offered it.
    """
    named = [p for p in roster if Role.YOUNG_PEOPLES_ANSWERER in p.roles]
    there = [p for p in named if stand_in(p.id, roster, day) is not None]
    if not there:
        yield Line(
            words="Young people are asked how things are, and nobody who is linked and there has "
            "the role young_peoples_answerer: name somebody in the list of people.",
            missing=True,
        )
    elif len(there) == 1:
        yield Line(
            words="Only one person has the role young_peoples_answerer: name a deputy who answers "
            "when they are away.",
            missing=True,
        )
    if without:
        yield Line(
            words=f"Linked young people with nobody to choose who answers them: {without}. They "
            "are not offered it. Link their social worker, or name an answerer.",
            missing=True,
        )


def about_days(count: int, policy: Policy) -> Iterator[Line]:
    """How many people who have left have passed the policy's days, and what becomes of them."""
    if count and policy.forgets_by_itself:
        yield Line(
            words=f"Records that have passed their days: {count}. They are forgotten at night, "
            "seven days after the managers were told."
        )
    elif count:
        yield Line(
            words=f"Records that have passed their days: {count}. Nothing is forgotten by itself: "
            "hearthline forget --over lists them."
        )


def about_concerns(roster: Sequence[Person], policy: Policy, day: date) -> Iterator[Line]:
    """Whether a concern finds somebody above whom it is about, and whom people find outside."""
    there = [bool(in_role(role, roster, day)) for role in RANKS]
    if not any(there):
        yield Line(words="A concern would reach nobody: link a manager.", missing=True)
    elif not there[-1]:
        yield Line(
            words="Nobody is linked as responsible individual: a concern about the top manager "
            "cannot be sent from here, and is told to turn to somebody outside."
        )
    if not policy.complaints.outside:
        yield Line(
            words="The policy names nobody outside for concerns ([[complaints.outside]]): carers "
            "see no number of the designated officer (LADO)."
        )


def about_advocates(advocates: Sequence[Person], policy: Policy) -> Iterator[Line]:
    """Whether a young person can get somebody on their side who does not work for the service."""
    provider = policy.advocacy_provider
    if provider is None:
        words = (
            "Young people are offered somebody on their side, and the policy names no provider of "
            "advocates: fill in [advocacy]."
        )
        yield Line(words=words, missing=True)
        return
    there = [person for person in advocates if person.linked]
    if not there:
        yield Line(
            words=f"Nobody of {provider.name} is linked: young people see their number, and that "
            "it cannot be passed on from here."
        )
    elif len(there) == 1:
        yield Line(
            words=f"Only one person of {provider.name} is linked: what is late has nobody else to "
            "go to."
        )


def about_rota(roster: Sequence[Person], policy: Policy, at: datetime) -> Iterator[Line]:
    """Which nights of the next two weeks have a place empty: the proof of cover."""
    if not any(shift.ends > at for person in roster for shift in person.shifts):
        yield Line(
            words="There is no rota ahead: pages follow the order of the list (turn), and cover is "
            "not proved. Take one in: hearthline import rota.csv"
        )
        return
    yield from about_tests(roster)
    found = gaps(roster, policy, at)
    hours = policy.office_hours
    for place in (*Place, None):
        nights = [
            f"{gap.night:%A %-d %B} (from {local(gap.since, hours):%H:%M})"
            for gap in found
            if gap.place is place
        ]
        if nights and place is None:
            yield Line(
                words="Not on the rota, so that pages follow the order of the list there: "
                f"{', '.join(nights)}."
            )
        elif nights:
            yield Line(
                words=f"Nobody who can be reached is {PLACED[place]} by the rota: "
                f"{', '.join(nights)}.",
                missing=True,
            )
    if not found:
        yield Line(words=f"The rota fills every place in the next {NIGHTS} nights.")


def about_tests(roster: Sequence[Person]) -> Iterator[Line]:
    """How the last paging test of each worker ended: answered in time beside missed."""
    sent = [(p, p.paging_test) for p in roster if p.paging_test and p.paging_test.asked]
    missed = [person.name for person, test in sent if test.missed]
    answered = sum(test.answered_at is not None and not test.missed for _, test in sent)
    if answered or missed:
        names = f" ({', '.join(missed)})" if missed else ""
        yield Line(words=f"Last paging tests: {answered} answered, {len(missed)} missed{names}.")


PLACED = {
    Place.FIRST: "first on call",
    Place.SECOND: "second on call",
    Place.MANAGER: "on-call manager",
}


def steps_without_anybody(policy: Policy, roster: Sequence[Person], day: date) -> Iterator[Line]:
    """The steps, by day and by night, that would page nobody on that local day."""
    for name, steps in (
        ("in office hours", policy.office_steps),
        ("out of hours", policy.out_of_hours_steps),
    ):
        empty = [
            number
            for number, step in enumerate(steps, start=1)
            if not any(can_fill(filler, roster, day) for filler in step.fillers)
        ]
        if empty and len(empty) == len(steps):
            yield Line(words=f"Nobody at all would be paged {name}: link staff.", missing=True)
        else:
            for number in empty:
                yield Line(words=f"Step {number} {name} would page nobody: it is passed over.")


def can_fill(filler: Filler, roster: Sequence[Person], day: date) -> bool:
    """Whether somebody linked and present fills this, in whichever household.

    A place on call by the rota or by the list; which nights of the rota are empty is said apart.
    """
    present = [person for person in roster if person.linked and not person.away(day)]
    listed = {shift.place for person in present for shift in person.shifts}
    if ON_ROTA.get(filler) in listed:
        return True
    if filler in PLACES:
        turns = sorted(person.turn for person in present if person.turn is not None)
        return len(turns) > PLACES[filler]
    if filler is Filler.SUPERVISING_SOCIAL_WORKER:
        return any(Role.SUPERVISING_SOCIAL_WORKER in person.roles for person in present)
    return any(FILLED_BY[filler] in person.roles for person in present)
