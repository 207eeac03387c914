"""Which effect each event has in storage; an event without one is listed as record-only."""

from collections.abc import Mapping, Sequence

from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.events import (
    Event,
    PersonForgotten,
    PersonLinked,
    PersonUnlinked,
    ReminderTold,
    RoomConnected,
    RoomMoved,
)
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.one_time_links import OneTimeLink
from fostering.people import Person
from fostering.placement_start import PlacementStart
from fostering.private_home_states import PrivateHome
from fostering.request_states import Request
from fostering.subjects import AFTER, Noun
from fostering.supervision import Supervision
from storage import forgetting, links, rooms
from storage.changes import Change, Decided
from storage.database import Writer
from storage.effects import (
    advocacies,
    delegated_authority,
    home_checks,
    invitations,
    meetings,
    one_time_links,
    people,
    placement_starts,
    private_homes,
    requests,
)

ENTITIES: Mapping[Noun, type] = {
    Noun.REQUEST: Request,
    Noun.SUPERVISION: Supervision,
    Noun.ANNUAL_REVIEW: AnnualReview,
    Noun.PERSON: Person,
    Noun.INVITATION: Invitation,
    Noun.ONE_TIME_LINK: OneTimeLink,
    Noun.ADVOCACY: Advocacy,
    Noun.DELEGATED_AUTHORITY: DelegatedAuthority,
    Noun.PLACEMENT_START: PlacementStart,
    Noun.HOME_CHECK: HomeCheck,
    Noun.PRIVATE_HOME: PrivateHome,
}
OPTIONAL = (ReminderTold,)
"""Events that may stand without a changed entity: only a telling is kept."""


class NoEffect(ValueError):
    """An event came without the entity that it changes; it would be told and not done."""


def check_effects(unit: Decided) -> None:
    """Raise NoEffect where an event changes an entity that the unit does not hand over."""
    there = {type(change.entity) for change in unit.changes}
    for event in unit.events:
        noun = AFTER.get(type(event))
        if noun is not None and ENTITIES[noun] not in there and not isinstance(event, OPTIONAL):
            raise NoEffect(type(event).__name__)


async def save(writer: Writer, changes: Sequence[Change], events: Sequence[Event]) -> None:
    """Let the events have their effects."""
    await requests.save(writer, changes)
    await meetings.save(writer, changes)
    await people.save(writer, changes)
    await invitations.save(writer, changes)
    await one_time_links.save(writer, changes)
    await advocacies.save(writer, changes)
    await delegated_authority.save(writer, changes)
    await placement_starts.save(writer, changes)
    await home_checks.save(writer, changes)
    await private_homes.save(writer, changes)
    await links.link(writer, [e for e in events if isinstance(e, PersonLinked | PersonUnlinked)])
    await rooms.connect(writer, [e for e in events if isinstance(e, RoomConnected | RoomMoved)])
    for event in events:
        if isinstance(event, PersonForgotten):
            await forgetting.destroy(writer, event.subject)
