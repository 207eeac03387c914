"""A robot reports changes and difficulties by phone: what is urgent pages at the press of it."""

from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from conversations.kinds import KINDS
from conversations.readers import next_step_of
from desk.answers import read_answers
from fostering import requests as rules
from fostering.closing import Return
from fostering.drafts import Answer
from fostering.kinds import SAFE_TO_RING, Kind
from fostering.requests import Request
from storage import chronology, people, requests
from storage.changes import Change, Decided
from storage.recording import record
from tests.phone_robots import PhoneRobot
from tests.phone_screens import verbs
from tests.town import CAST, Town
from tests.urgent_answers import CALM, should_page

UPHOLDS = ("SOU-49", "DMR-59", "SOU-50", "DMR-60", "SWK-17", "SOU-43", "DMR-57", "OFS-04")

STRIDE = 9
DEATH = "D29"
"""The one kind that is sent by its own press, without a form and without a reference."""
OFFSETS = {"en": 0, "ar": 3, "cy": 6}
"""By phone every third kind is reported, in turn in each language; without it all are, in all."""


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What a kind asks does not depend on the database."""
    return sqlite_url


async def newest(town: Town, author: UUID) -> Request | None:
    """The open request that this person raised last."""
    async with town.database.reading() as reader:
        return next(iter((await requests.open_of(reader, [author]))[author]), None)


async def answers_kept(town: Town, request: Request) -> dict[str, Answer]:
    """The answers that stand with the request."""
    async with town.database.reading() as reader:
        lines = (await chronology.entries(reader, [request.id]))[request.id]
    return read_answers([line.words["answers"] for line in lines if "answers" in line.words][-1])


async def put_away(town: Town, request: Request) -> None:
    """Amina closes it, so that the next one stands alone."""
    amina = await town.person(CAST["amina"])
    async with town.database.reading() as reader:
        worker = (await people.load(reader, [amina]))[amina]
    decided: list[Decided] = []
    back = Return(back=True, seen_by="police", told=True)
    for rule in (
        rules.acknowledge,
        rules.record_contact,
        lambda r, w, at: rules.close(r, w, "spoke", "", at, child=back),
    ):
        events = rule(request, worker, town.now)
        after = request
        for event in events:
            after = rules.after(after, event)
        decided.append(
            Decided(events=events, changes=(Change(entity=after, base=request.version),))
        )
        assert (await record(town.database, decided[-1:])).recorded
        async with town.database.reading() as reader:
            request = (await requests.load(reader, [request.id]))[request.id]


async def pages_if_and_only_if_urgent(town: Town, robot: PhoneRobot, code: str) -> None:
    """The request exists, and somebody is paged, once the answers are urgent; never before."""
    request = await newest(town, robot.person)
    at = f"{code}: {robot.answers}"
    assert (request is not None) is should_page(robot.answers), at
    if request is None:
        return
    assert request.priority.urgent, at
    assert request.escalation is not None, at
    assert request.escalation.paged, at
    draft = await robot.draft()
    if code == DEATH:
        assert draft is None, at
        return
    assert draft is not None, at
    assert draft.request == request.id, at


async def report(town: Town, robot: PhoneRobot, kind: Kind) -> None:
    """From the first screen to the receipt in the calmest way."""
    await robot.writes("/home")
    robot.begins(kind.form)
    await robot.presses("open", kind.form)
    wanted = {**CALM, "group": kind.group, "kind": kind.code}
    while robot.question is not None:
        possible = {key: value for key, value in wanted.items() if robot.question.key == key}
        await robot.answer(possible)
        await pages_if_and_only_if_urgent(town, robot, kind.code)
    if kind.code == DEATH:
        card = robot.hand.messages[-1].text or ""
    else:
        await robot.presses("send")
        assert "more" in verbs(robot.card), robot.card.text
        card = robot.card.text or ""
    watched = SAFE_TO_RING in kind.asks
    assert (next_step_of(robot.words, kind) in card) is not watched, card
    request = await newest(town, robot.person)
    assert request is not None
    assert (request.reference in card) is (kind.code != DEATH)
    assert request.kind == kind.code
    assert await answers_kept(town, request) == robot.answers
    await put_away(town, request)


@pytest.mark.parametrize("tag", OFFSETS)
@pytest.mark.parametrize("form", ["household_change", "difficulty"])
async def test_kinds_are_reported_by_phone_to_their_receipts(
    town: Town, tag: str, form: str
) -> None:
    robot = PhoneRobot(hand=town.rosa, person=await town.person(CAST["rosa"]))
    robot.form = FORMS[form]
    await town.rosa.writes("/language")
    await robot.presses_language(tag)
    for kind in [k for k in KINDS.values() if k.form == form][OFFSETS[tag] :: STRIDE]:
        await report(town, robot, kind)
