"""Loading scenes: a few queries for a whole batch, so that nothing asks the database later."""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from conversations.screen import Press
from desk import doubt_scenes, placement_scenes, private_home_scenes
from desk.glance import Glance
from desk.lists import load_list
from desk.reach import Wish, annual_reviews, fill
from desk.scene import Scene, Token, Where
from fostering.people import Person, Standing
from fostering.permission import may_see_warnings
from fostering.policy import Policy
from fostering.requests import Request
from storage import (
    cards,
    drafts,
    households,
    invitations,
    links,
    one_time_links,
    people,
    requests,
    rooms,
    tries,
)
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS

CHOOSES = ("open:phone_call", "lost", "family")
CUTS_OFF = "unlink"
TURNS_AWAY = "themcut"
CONFIRMS = ("themyes", "themno", TURNS_AWAY)
JOINS = "same"
CHOOSING = ("phone_call", "lost_phone", "find_family", "care_day")
FINDS = "find_family"
NAMES_A_REQUEST = frozenset(
    {"req", "goon", "more", "correct", "write", "copy", "helped", "mistake", "backsafe", "undosafe"}
    | {"saidof", "unsay", "sense", "ckread", "ckanswer"}
    | {"takeback", "takebackyes", "further", "longer"}
    | {"unsettled", "notspoke", "seen", "whois", "same", "filetext"}
    | {"got", "pass", "when", "ring", "reply", "spoke", "close", "done", "lower", "told"}
    | {"handover", "handto", "handyes", "handwhy", "handno", "handback", "filed", "filedall"}
    | {"mgrask", "mgrseen"}
    | {"private", "privateyes", "privateend", "privateno"}
    | {"spokeyes", "loweryes", "take", "takeyes", "toldlist", "wrote", "reached", "reachedyes"}
)
REVIEWS = frozenset({"revs", "revof", "revplan", "revon", "revdid", "revyear"})
FIXES_A_REVIEW = ("plan_review", "review_held")
MAKES_A_LINK = frozenset({"whois", "filetext", "revyear", "tonight"})
"""Verbs that need a fresh token for a one-time link."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What was loaded for all units of a batch together."""

    senders: dict[tuple[str, str], UUID]
    people: dict[UUID, Person]
    roster: tuple[Person, ...]
    rooms: tuple[rooms.Room, ...]
    waiting: tuple[Request, ...]


async def load(
    reader: Reader, policy: Policy, glances: Sequence[Glance], at: datetime
) -> list[Scene]:
    """A scene for each glance, in order. `at` is the instant of the turn, aware UTC."""
    batch = await _load_batch(reader, glances)
    persons = list(batch.people)
    homes = await households.of(reader, batch.people.values())
    kept = await drafts.of(reader, persons) if persons else {}
    shown = await cards.shown(reader, [("person", p.hex) for p in persons]) if persons else {}
    scenes = [_begin(batch, policy, glance, at) for glance in glances]
    typed = sorted({glance.reference for glance in glances if glance.reference})
    quoted = await requests.by_reference(reader, typed) if typed else {}
    wishes = []
    for glance, scene in zip(glances, scenes, strict=True):
        person = scene.person
        if person is not None:
            scene.household = homes.get(person.id)
            scene.drafts = {draft.id: draft for draft in kept.get(person.id, ())}
            scene.shown = shown.get(("person", person.id.hex), {})
            read_out = (quoted[glance.reference].id,) if glance.reference in quoted else ()
            named = (*_named(glance.press), *read_out)
            wishes.append(Wish(scene=scene, person=person, named=named))
    if wishes:
        await fill(reader, wishes)
    sees = [s for s in scenes if s.person is not None and may_see_warnings(s.person)]
    await placement_scenes.load_warned(reader, sees)
    await doubt_scenes.load(reader, [(s, g.press) for s, g in zip(scenes, glances, strict=True)])
    for glance, scene in zip(glances, scenes, strict=True):
        person = scene.person
        staff = person is not None and person.standing is Standing.STAFF
        if staff and _needs_families(glance.press, scene):
            await _load_families(reader, scene)
        if staff and person is not None and _needs_reviews(glance.press, scene):
            await annual_reviews(reader, scene, person)
        if person is not None:
            await _load_for_anybody(reader, scene, glance.press)
        if staff and glance.press is not None:
            await _load_for_press(reader, scene, glance.press)
        if glance.code:
            await _load_invitation(reader, scene, glance)
    return scenes


async def _load_for_anybody(reader: Reader, scene: Scene, press: Press | None) -> None:
    """What somebody needs, whoever it is: what is known of a placement, a link, a lost chat."""
    await placement_scenes.load(reader, scene, press)
    await private_home_scenes.load(reader, scene, press)
    if press is not None and press.verb in (CUTS_OFF, TURNS_AWAY):
        found = await links.chats(reader, _ids(press))
        scene.chats = {person: link.chat for person, link in found.items()}
    if press is not None and press.verb in MAKES_A_LINK:
        words = one_time_links.fresh_token()
        scene.token = Token(words=words, hash=one_time_links.hash_of(reader, words))


async def _load_for_press(reader: Reader, scene: Scene, press: Press) -> None:
    """What one press of a worker needs besides: a list of all, others to join."""
    await load_list(reader, scene, press.verb)
    if press.verb == JOINS:
        await _load_others(reader, scene, press)
    if press.verb in CONFIRMS:
        for key in _ids(press):
            await load_newcomer(reader, scene, key)


async def _load_others(reader: Reader, scene: Scene, press: Press) -> None:
    """All that whoever asked has open, with what was written: two of it may become one."""
    named = [scene.requests[id] for id in _named(press) if id in scene.requests]
    found = await requests.open_of(reader, [request.author for request in named])
    await reach(reader, scene, sorted(r.id for mine in found.values() for r in mine))


async def _load_invitation(reader: Reader, scene: Scene, glance: Glance) -> None:
    """What a code opens, and how often this account has guessed in the last hour."""
    scene.invitation = await invitations.by_code(reader, glance.code)
    if scene.invitation is not None and scene.invitation.person is not None:
        await _load_invited(reader, scene, scene.invitation.person)
    since = scene.at - timedelta(hours=1)
    scene.code_tries = await tries.count(reader, glance.sender.door, glance.sender.account, since)


async def _load_batch(reader: Reader, glances: Sequence[Glance]) -> Batch:
    senders: dict[tuple[str, str], UUID] = {}
    for door in {glance.sender.door for glance in glances}:
        accounts = sorted({g.sender.account for g in glances if g.sender.door == door})
        found = await links.by_accounts(reader, door, accounts)
        senders |= {(door, account): person for account, person in found.items()}
    linked = sorted(set(senders.values()))
    room = await rooms.connected(reader)
    known, roster = await people.with_roster(reader, linked)
    # Whoever is not of the staff meets in them only what the group's card counts.
    staff = any(person.standing is Standing.STAFF for person in known.values())
    paged = not staff and not any(glance.code for glance in glances)
    return Batch(
        senders=senders,
        people=known,
        roster=roster,
        rooms=(room,) if room is not None else (),
        waiting=await requests.waiting(reader, paged=paged) if room is not None else (),
    )


def _begin(batch: Batch, policy: Policy, glance: Glance, at: datetime) -> Scene:
    sender = glance.sender
    person_id = batch.senders.get((sender.door, sender.account))
    person = batch.people.get(person_id) if person_id is not None else None
    room = next((r.key for r in batch.rooms if r.chat == sender.chat), "")
    return Scene(
        at=at,
        policy=policy,
        sender=sender,
        person=person if person is not None and person.active else None,
        roster=batch.roster,
        room=room if sender.where is not Where.PRIVATE else "",
        rooms=tuple(r.key for r in batch.rooms),
        waiting=batch.waiting,
        pressed_message=glance.pressed_message,
        typed=glance.typed,
        chance=secrets.token_bytes(16),
    )


def _named(press: Press | None) -> tuple[UUID, ...]:
    """The request that a button names, if what it carries is an id at all."""
    return _ids(press) if press is not None and press.verb in NAMES_A_REQUEST else ()


def _ids(press: Press) -> tuple[UUID, ...]:
    """What a button names, if what it carries is an id at all."""
    if not press.args:
        return ()
    with suppress(ValueError):
        return (UUID(hex=press.args[0]),)
    return ()


def _needs_families(press: Press | None, scene: Scene) -> bool:
    """Whether a worker is about to choose a family, or a phone to cut off."""
    chooses = any(draft.form in CHOOSING for draft in scene.drafts.values())
    if press is None:
        return chooses
    verbs = {CUTS_OFF, *placement_scenes.DECIDES, *placement_scenes.CARE_DAYS}
    return chooses or press.token() in CHOOSES or press.verb in verbs


def _needs_reviews(press: Press | None, scene: Scene) -> bool:
    """Whether a worker looks at annual reviews, or is about to fix the date of one."""
    fixing = any(draft.form in FIXES_A_REVIEW for draft in scene.drafts.values())
    return fixing or (press is not None and press.verb in REVIEWS)


async def _load_families(reader: Reader, scene: Scene) -> None:
    """Every household with the people in it; where one is looked up, also what is open."""
    if any(draft.form == FINDS for draft in scene.drafts.values()):
        await load_list(reader, scene, "opens")
    for home in await households.every(reader):
        scene.households[home.id] = home
    persons = {carer for home in scene.households.values() for carer in home.carers}
    persons |= {p.young_person for home in scene.households.values() for p in home.placements}
    scene.people |= await people.load(reader, sorted(persons))
    scene.people |= {worker.id: worker for worker in scene.roster}
    # Whose phones could be lost: all of the provider, whoever asked for one of them or nobody.
    scene.people |= {advocate.id: advocate for advocate in await people.advocates(reader)}


async def _load_invited(reader: Reader, scene: Scene, key: UUID) -> None:
    """Whom a code was made for, and what their first screen counts and offers."""
    scene.people |= await people.load(reader, [key])
    if scene.person is None and key in scene.people:
        scene.household = (await households.of(reader, [scene.people[key]])).get(key)
        kept = await drafts.of(reader, [key])
        scene.drafts = {draft.id: draft for draft in kept.get(key, ())}
        await fill(reader, [Wish(scene=scene, person=scene.people[key])])


async def reach(reader: Reader, scene: Scene, named: Sequence[UUID]) -> None:
    """Load into a scene without a sender the requests that are named."""
    await fill(reader, [Wish(scene=scene, person=scene.person, named=tuple(named))])


async def for_clock(reader: Reader, policy: Policy, at: datetime) -> Scene:
    """A scene without a sender: what every due matter begins with."""
    room = await rooms.connected(reader)
    return Scene(
        at=at,
        policy=policy,
        roster=await people.roster(reader),
        rooms=(room.key,) if room is not None else (),
        waiting=await requests.waiting(reader),
        chance=secrets.token_bytes(16),
    )


async def load_draft(reader: Reader, scene: Scene, key: UUID) -> None:
    """A draft that is due, with its person."""
    scene.drafts = await drafts.load(reader, [key])
    persons = sorted({draft.person for draft in scene.drafts.values()})
    scene.people |= await people.load(reader, persons) if persons else {}
    carers = [person for person in scene.people.values() if person.standing is Standing.CARER]
    homes = await households.of(reader, carers)
    scene.households |= {home.id: home for home in homes.values()}


async def load_newcomer(reader: Reader, scene: Scene, key: UUID) -> None:
    """A young person whose chat somebody has to confirm, with where they live."""
    scene.people |= await people.load(reader, [key])
    homes = await households.of(reader, scene.people.values())
    scene.households |= {home.id: home for home in homes.values()}


async def load_meetings(reader: Reader, scene: Scene, carer: UUID) -> None:
    """The meetings of a carer of which one is due, with the carer and their household."""
    scene.supervisions = await SUPERVISIONS.of(reader, [carer])
    scene.annual_reviews = await ANNUAL_REVIEWS.of(reader, [carer])
    scene.people |= await people.load(reader, [carer])
    homes = await households.of(reader, scene.people.values())
    scene.households |= {home.id: home for home in homes.values()}
