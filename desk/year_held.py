"""*What the year held*: a page as PDF behind a one-time link, for the carer or their worker."""

from asyncio import to_thread
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from conversations.catalogue import FORMS
from conversations.kinds import GROUPS
from conversations.paper import paper
from conversations.screen import Press
from conversations.year_held import WHAT_THE_YEAR_HELD, year_sheet
from desk.annual_reviews import ANNUAL_REVIEWS
from desk.link_offers import offer_link
from desk.opening import Opening
from desk.reach import annual_reviews
from desk.say import MARKS, tongue_of
from desk.unit import Unit
from desk.unkept import old_button
from desk.views import TITLES
from fostering.annual_review import AnnualReview
from fostering.office_hours import local_date
from fostering.one_time_links import OneTimeLink, Purpose
from fostering.people import Person
from fostering.permission import ABOUT_APPROVAL
from fostering.requests import Request
from fostering.year_held import Answered, tally, within
from locales import mark
from storage import chronology, people, requests
from storage.chronology import Entry
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS as KEPT
from storage.meetings import SUPERVISIONS

SUPPORT = "support"
LEFT_OUT = ABOUT_APPROVAL | {"missing_child"}
"""Forms that are not counted: what is said for the review itself, and what is about a child."""
ANSWERS = ("ReplySent", "ContactRecorded", "RequestClosed")
HEADINGS = {**TITLES, "phone_call": mark("Told by phone, written down by a worker")}
FILE = "year.pdf"
"""Its name says nothing of what it holds."""


def offer_own(unit: Unit) -> None:
    """A carer's own year."""
    person = unit.scene.person
    if person is None or unit.scene.annual_review is None:
        old_button(unit)
        return
    _offer(unit, person, person.id, Press(verb="rev"))


def offer(unit: Unit, key: str) -> None:
    """The year of a carer of this worker."""
    found, worker = ANNUAL_REVIEWS.of_worker(unit, key), unit.scene.person
    if found is None or worker is None:
        ANNUAL_REVIEWS.show_list(unit)
        return
    _offer(unit, worker, found[0], Press(verb="revof", args=(key,)))


def _offer(unit: Unit, person: Person, carer: UUID, back: Press) -> None:
    token = unit.scene.token
    if token is None:
        old_button(unit)
        return
    offer_link(
        unit,
        person,
        token,
        Purpose.YEAR_HELD,
        name=WHAT_THE_YEAR_HELD,
        back=back,
        subject=carer,
    )


async def make(reader: Reader, unit: Unit, link: OneTimeLink, person: Person) -> Opening | None:
    """The page as things stand now; None where the review is not within their reach any more."""
    scene = unit.scene
    review = await _within_reach(reader, unit, link, person)
    carer = (await people.load(reader, [link.subject])).get(link.subject)
    first = (review.last_held or review.approved) if review is not None else None
    if carer is None or first is None:
        return None
    asked = await requests.of_author_since(reader, carer.id, first)
    written = await chronology.entries(reader, [carer.id, *(each.id for each in asked)])
    today = local_date(scene.at, scene.policy.office_hours)
    answered = {each.id: answer_in(written[each.id]) for each in asked}
    support = [each for each in asked if each.form == SUPPORT]
    told = [each for each in asked if each.form != SUPPORT]
    words = tongue_of(unit, person)
    sheet = year_sheet(
        words,
        carer.name,
        first,
        scene.at,
        supervisions=within(
            [*_held_in(written[carer.id]), *await _last_held(reader, carer.id)], first, today
        ),
        told=tally(told, answered, lambda each: _heading(unit, each)),
        support=tally(support, answered, lambda each: _heading(unit, each)),
        marks=(words.say(MARKS[scene.policy.mode]),) if scene.policy.mode in MARKS else (),
    )
    # Whoever waits for a turn must not wait for a font.
    file = await to_thread(paper, sheet, FILE, scene.at)
    return Opening(content=file, shown=(carer.id,))


async def _within_reach(
    reader: Reader, unit: Unit, link: OneTimeLink, person: Person
) -> AnnualReview | None:
    if person.id == link.subject:
        return (await KEPT.of(reader, [person.id])).get(person.id)
    await annual_reviews(reader, unit.scene, person)
    return unit.scene.annual_reviews.get(link.subject)


def answer_in(lines: Iterable[Entry]) -> Answered:
    """When the first answer came, and how it was closed, by what was written down."""
    kept = [line for line in lines if line.event in ANSWERS]
    outcomes = (str(line.codes["outcome"]) for line in kept if line.event == "RequestClosed")
    return Answered(at=kept[0].at if kept else None, outcome=next(outcomes, ""))


def _held_in(lines: Iterable[Entry]) -> list[date]:
    held = (line for line in lines if line.event == "SupervisionHeld")
    return [date.fromisoformat(str(line.codes["held_on"])) for line in held]


async def _last_held(reader: Reader, carer: UUID) -> list[date]:
    """The last one may come from the service's list, of which nothing is written down here."""
    kept = (await SUPERVISIONS.of(reader, [carer])).get(carer)
    return [kept.last_held] if kept is not None and kept.last_held is not None else []


def _heading(unit: Unit, request: Request) -> str:
    """The marked heading under which it is counted; "" for what is not counted at all."""
    kind = unit.scene.policy.kinds.get(request.kind)
    if request.form in LEFT_OUT or (kind is not None and kind.discreet):
        return ""
    if request.form == SUPPORT and kind is not None:
        return next((g.title for g in GROUPS[SUPPORT] if g.key == kind.group), "")
    form = FORMS.get(request.form)
    return HEADINGS.get(request.form) or (form.title if form is not None else "")
