"""One-time links: one opening, within minutes, by one person; each read goes on record."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from fostering.events import DetailsRead, OneTimeLinkMade, OneTimeLinkOpened, ScreenHidden
from fostering.one_time_links import (
    MOST_TRIES,
    Extent,
    OneTimeLink,
    Purpose,
    after,
    check_may_ask_who,
    extent_of,
    make_link,
    may_open,
    may_try,
    open_link,
)
from fostering.people import Person
from fostering.refusals import AlreadyClosed, LinkNotGood, NotTaken, NotYours
from fostering.requests import RequestState
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NIGHT, ONA, POLICY, YOUNG
from tests.rules.requests_told import raised

REQUEST = UUID(int=90)
MADE = make_link(
    id=UUID(int=91),
    token_hash=b"hash",
    person=ONA,
    subject=CARER.id,
    request=REQUEST,
    purpose=Purpose.WHO_IS_THIS,
    policy=POLICY,
    at=MONDAY_NIGHT,
)[0]
LINK = after(None, MADE)


def test_a_link_is_for_its_maker_alone_and_for_as_long_as_the_policy_says() -> None:
    assert isinstance(MADE, OneTimeLinkMade)
    assert (
        OneTimeLink(
            id=UUID(int=91),
            token_hash=b"hash",
            person=ONA.id,
            subject=CARER.id,
            request=REQUEST,
            purpose=Purpose.WHO_IS_THIS,
            expires_at=MONDAY_NIGHT + timedelta(minutes=10),
        )
        == LINK
    )
    last = MONDAY_NIGHT + timedelta(minutes=10, microseconds=-1)
    assert may_open(LINK, ONA, last)
    assert not may_open(LINK, ONA, LINK.expires_at)
    assert not may_open(LINK, DEE, last)
    assert not may_open(LINK, None, last)


@pytest.mark.parametrize("gone", [replace(ONA, active=False), replace(ONA, linked=False)])
def test_who_has_left_or_lost_their_phone_opens_nothing(gone: Person) -> None:
    assert not may_open(LINK, gone, MONDAY_NIGHT)


def test_opening_spends_it_and_names_everybody_whose_details_were_shown() -> None:
    opened, *reads = open_link(LINK, ONA, (CARER.id, YOUNG.id, CARER.id), MONDAY_NIGHT)
    assert isinstance(opened, OneTimeLinkOpened)
    assert (opened.actor, opened.request, opened.purpose) == (ONA.id, REQUEST, LINK.purpose)
    assert [(type(e), e.subject, e.actor, e.request) for e in reads] == [
        (DetailsRead, CARER.id, ONA.id, None),
        (DetailsRead, YOUNG.id, ONA.id, None),
    ]
    spent = after(LINK, opened)
    assert spent.opened_at == MONDAY_NIGHT
    for person in (ONA, None):
        with pytest.raises(LinkNotGood):
            open_link(spent, person, (), MONDAY_NIGHT)


def test_only_its_own_events_change_a_link() -> None:
    hidden = ScreenHidden(at=MONDAY_NIGHT, subject=CARER.id, messages=1)
    opened = OneTimeLinkOpened(
        at=MONDAY_NIGHT, subject=CARER.id, link=LINK.id, purpose=LINK.purpose
    )
    for link, event in ((LINK, hidden), (None, opened), (None, replace(MADE, actor=None))):
        with pytest.raises(ValueError, match="does not change this link"):
            after(link, event)


def test_who_is_this_comes_after_somebody_has_it_and_before_it_is_closed() -> None:
    request = raised()
    with pytest.raises(NotTaken):
        check_may_ask_who(request, ONA, HOME)
    check_may_ask_who(request, ONA, HOME, asked_before=True)
    taken = replace(request, state=RequestState.ACKNOWLEDGED, acknowledged_by=ONA.id)
    check_may_ask_who(taken, ONA, None)
    with pytest.raises(NotYours):
        check_may_ask_who(taken, ONA, replace(HOME, kept_from=frozenset({ONA.id})))
    with pytest.raises(AlreadyClosed):
        check_may_ask_who(replace(request, state=RequestState.CLOSED), ONA, HOME, asked_before=True)


@pytest.mark.parametrize(
    ("young_person", "phone_only", "manages", "extent"),
    [
        (True, False, False, Extent.YOUNG_PERSON),
        (True, True, True, Extent.YOUNG_PERSON),
        (False, True, False, Extent.TELEPHONE_ONLY),
        (False, True, True, Extent.FAMILY),
        (False, False, False, Extent.FAMILY),
    ],
)
def test_how_much_it_tells(
    young_person: bool, phone_only: bool, manages: bool, extent: Extent
) -> None:
    asked = extent_of(young_person=young_person, phone_only=phone_only, manages=manages)
    assert asked is extent


def test_an_address_may_fail_so_often_and_no_more() -> None:
    assert may_try(MOST_TRIES - 1)
    assert not may_try(MOST_TRIES)


def test_an_alert_holds_until_its_last_day() -> None:
    placed = replace(HOME.placements[0], alert="Nut allergy", alert_until=date(2026, 12, 1))
    assert placed.warning_on(date(2026, 12, 1)) == "Nut allergy"
    assert placed.warning_on(date(2026, 12, 2)) == ""
    assert HOME.placements[0].warning_on(date(2026, 12, 1)) == ""
