"""One unit of a turn: an update or a due matter, its scene, and what was decided about it."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from uuid import UUID

from conversations.facts import Facts
from conversations.screen import Screen
from desk.following import Entity, follow
from desk.scene import Scene
from fostering.drafts import Draft
from fostering.events import Event
from storage.outgoing import Put


class Lane(IntEnum):
    """In which order the outbox is carried.

    An alarm to whoever runs the service goes first: there is one an hour, and it may be about the
    pages behind it.
    """

    ALARM = -1
    URGENT = 0
    REPLY = 1
    NOTICE = 2
    REMINDER = 3


class Place(StrEnum):
    """What an address names."""

    PERSON = "person"
    ROOM = "room"
    CHAT = "chat"
    MAIL = "mail"


@dataclass(frozen=True, kw_only=True)
class Address:
    """To whom a screen goes: a person, a room of ours, a stranger's bare chat or an e-mail."""

    place: Place
    key: str


@dataclass(frozen=True, kw_only=True)
class Said:
    """A screen to carry. `card` names what is edited in place ("" for a message of its own).

    `occurrence` makes it once only: a second row with the same occurrence is not written.
    `seals` is the person under whose key the screen is kept; None: the service's own key.
    `edit_only`: change the card where it is shown, but never send it anew for this.
    """

    address: Address
    screen: Screen
    lane: Lane = Lane.REPLY
    card: str = ""
    occurrence: str = ""
    seals: UUID | None = None
    edit_only: bool = False


@dataclass
class Unit:
    """Collects what is decided while one update or due matter is at the desk.

    Nothing in it has happened until storage records it: whole, or not at all.
    """

    scene: Scene
    events: list[Event] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    changed: dict[UUID, Entity] = field(default_factory=dict)
    """What the events changed, as it stands after them."""
    bases: dict[UUID, int | None] = field(default_factory=dict)
    """The version each changed entity had when the scene was loaded; None: it is new."""
    kept: dict[UUID, Draft] = field(default_factory=dict)
    dropped: dict[UUID, Draft] = field(default_factory=dict)
    draft_bases: dict[UUID, int | None] = field(default_factory=dict)
    adopted: list[tuple[Address, str, str]] = field(default_factory=list)
    """(address, card, message id): the pressed message is that card from now on."""
    removed: list[tuple[Address, str, str]] = field(default_factory=list)
    """(address, message id, card): take these messages away, or at least their buttons; `card` is
    what they are an older copy of ("": of nothing)."""
    wiped: list[Address] = field(default_factory=list)
    """Addresses whose every message younger than two days is to be removed (hidden, or lost)."""
    told: list[tuple[str, str, str]] = field(default_factory=list)
    """(rule, subject, occurrence): told once only; if it was told before, nothing happens."""
    tries: list[tuple[str, str]] = field(default_factory=list)
    """(door, account) of each wrong code."""
    letters: list[Put] = field(default_factory=list)
    """Letters to be carried by mail."""
    toast: str = ""
    """A short answer to the button press, best effort."""
    facts: dict[tuple[str, UUID | None, UUID | None], Facts] = field(default_factory=dict)
    """What forms may know, by language, household and request, as long as nothing is decided."""

    def decide(self, *events: Event) -> None:
        """Take these events as having happened: the scene shows them from now on."""
        self.facts.clear()
        for event in events:
            self.events.append(event)
            for key, before, entity in follow(self.scene, event):
                self.bases.setdefault(key, before)
                self.changed[key] = entity

    def keep(self, draft: Draft) -> None:
        """Keep a draft as it stands now, also where it was just thrown away as sent."""
        before = self.scene.drafts.get(draft.id)
        self.dropped.pop(draft.id, None)
        self.draft_bases.setdefault(draft.id, before.version if before is not None else None)
        self.scene.drafts[draft.id] = draft
        self.kept[draft.id] = draft

    def drop(self, draft: Draft) -> None:
        """Throw a draft away: it was sent, cancelled, or is too old."""
        self.draft_bases.setdefault(draft.id, draft.version)
        self.scene.drafts.pop(draft.id, None)
        self.kept.pop(draft.id, None)
        if self.draft_bases[draft.id] is not None:
            self.dropped[draft.id] = draft
