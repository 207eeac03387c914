"""*Who is this?*: offered after *I've got it*, shown by one-time link, the read recorded."""

from uuid import UUID

from conversations.page_card import page_card
from conversations.refusals import sentence
from conversations.screen import Press
from conversations.who_is_this import WHO, Child, Known, who_sheet
from desk import scenes
from desk.answers import answers_of
from desk.link_offers import offer_link
from desk.opening import Opening
from desk.page_views import page_view
from desk.pages import request_for_worker
from desk.say import MARKS, say, to_person, tongue, tongue_of
from desk.sight import household_today, may_act
from desk.telling import show_page
from desk.unit import Lane, Unit
from desk.unkept import old_button
from desk.views import NOT_RUNG, SAFE_WAYS, is_phone_only
from fostering.office_hours import local_date
from fostering.one_time_links import (
    Extent,
    OneTimeLink,
    Purpose,
    check_may_ask_who,
    extent_of,
)
from fostering.people import Household, Person, Placement, Standing
from fostering.permission import MANAGES
from fostering.refusals import Refusal
from fostering.requests import Request
from fostering.ringing import ringing
from fostering.warnings_tonight import ends_at, night_of
from locales import Language
from storage import people
from storage.database import Reader


def offer(unit: Unit, key: str) -> None:
    """The press: a link for this worker alone, or the words that there is no page to show it."""
    found = request_for_worker(unit, key)
    token = unit.scene.token
    if found is None or token is None:
        old_button(unit)
        return
    worker, request = found
    try:
        check_may_ask_who(request, worker, household_today(unit, request))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_page(unit, worker, request.id)
        return
    offer_link(
        unit,
        worker,
        token,
        Purpose.WHO_IS_THIS,
        name=WHO,
        back=Press(verb="req", args=(key,)),
        subject=request.author,
        request=request.id,
        card=f"page:{key}",
    )


async def make(reader: Reader, unit: Unit, link: OneTimeLink, worker: Person) -> Opening | None:
    """The sheet, as things stand now; the page in the chat takes the place of the link."""
    scene = unit.scene
    if link.request is None:
        return None
    await scenes.reach(reader, scene, [link.request])
    request = scene.requests.get(link.request)
    if request is None or not may_act(unit, worker, request):
        return None
    home = household_today(unit, request)
    try:
        check_may_ask_who(request, worker, home, asked_before=True)
    except Refusal:
        return None
    scene.people |= await people.load(reader, _around(request, home))
    author = scene.people.get(request.author)
    if author is None:
        return None
    words = tongue_of(unit, worker)
    today = local_date(scene.at, scene.policy.office_hours)
    known, shown = _known(unit, request, author, home, worker, words)
    page = page_card(words, request, page_view(unit, request, worker, words), scene.at)
    say(
        unit,
        page,
        to=to_person(worker),
        card=f"page:{request.id.hex}",
        lane=Lane.REPLY,
        edit_only=True,
    )
    marks = (words.say(MARKS[scene.policy.mode]),) if scene.policy.mode in MARKS else ()
    return Opening(content=who_sheet(words, known, scene.at, today, marks), shown=shown)


def _around(request: Request, home: Household | None) -> set[UUID]:
    """Whoever may stand on the sheet."""
    placed = home.placements if home is not None else ()
    workers = {p.childs_social_worker for p in placed if p.childs_social_worker is not None}
    carers = home.carers if home is not None else frozenset()
    return {request.author, *carers, *(p.young_person for p in placed), *workers}


def _known(
    unit: Unit,
    request: Request,
    author: Person,
    home: Household | None,
    worker: Person,
    words: Language,
) -> tuple[Known, tuple[UUID, ...]]:
    """What the sheet tells, and whose details that are."""
    young = author.standing is Standing.YOUNG_PERSON
    extent = extent_of(
        young_person=young,
        phone_only=is_phone_only(unit, request),
        manages=bool(worker.roles & MANAGES),
    )
    placed = home.placements if home is not None else ()
    if young:
        placed = tuple(p for p in placed if p.young_person == request.author)
    if extent is Extent.TELEPHONE_ONLY:
        placed = ()
    answers = answers_of(unit, request)
    way = str(answers.get("safe_way", "team"))
    rings = not young or way not in NOT_RUNG
    children = tuple(_child(unit, p.young_person, p) for p in placed)
    if young and not placed:
        children = (_child(unit, request.author, None),)
    known = Known(
        extent=extent,
        reference=request.reference,
        reader=worker.name,
        name=author.name,
        telephone=author.telephone if rings else "",
        address=_address(unit, home),
        children=children,
        placed=bool(placed),
        safe_way=words.say(SAFE_WAYS[way]) if young else "",
        rings=rings,
        ringing=ringing(unit.scene.policy.kinds.get(request.kind), answers),
    )
    return known, (request.author, *(p.young_person for p in placed))


def _address(unit: Unit, home: Household | None) -> str:
    carers = sorted(home.carers) if home is not None else ()
    found = (unit.scene.people[id].address for id in carers if id in unit.scene.people)
    return next((address for address in found if address), "")


def _child(unit: Unit, id: UUID, placed: Placement | None) -> Child:
    scene = unit.scene
    child = scene.people.get(id)
    known = placed.childs_social_worker if placed is not None else None
    worker = scene.people.get(known) if known is not None else None
    alert = placed.warning_on(night_of(scene.policy, scene.at)) if placed is not None else ""
    last = placed.alert_until if placed is not None else None
    return Child(
        name=child.name if child is not None else "",
        born=child.born if child is not None else None,
        number=placed.number if placed is not None else "",
        authority=placed.authority if placed is not None else "",
        social_worker=worker.name if worker is not None else "",
        social_worker_number=worker.telephone if worker is not None else "",
        alert=alert,
        alert_until=ends_at(last, scene.policy) if last is not None and alert else None,
    )
