"""The scene: everything that one unit may look at while it is decided, loaded before it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.doubts import Doubt
from fostering.drafts import Draft
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.one_time_links import OneTimeLink
from fostering.oversight import Firsts
from fostering.people import Household, Person
from fostering.placement_start import PlacementStart
from fostering.policy import Policy
from fostering.private_home_states import PrivateHome
from fostering.requests import Request
from fostering.supervision import Supervision

Promise = Supervision | AnnualReview | PlacementStart | HomeCheck
ONCE = "/once"
"""Where every one-time link begins, under the address of our own page."""


class Where(StrEnum):
    """Where something was written or pressed."""

    PRIVATE = "private"
    ROOM = "room"
    STRANGE_GROUP = "strange_group"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who wrote or pressed, as the door knows them; `account` and `chat` are the door's own ids."""

    door: str
    account: str
    chat: str
    where: Where
    language: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """One line of a request's chronology: who did what and when, its codes and its words."""

    at: datetime
    actor: UUID | None
    event: str
    words: Mapping[str, str]
    codes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Token:
    """A fresh token for a one-time link; `words` stand in the address, only `hash` is kept."""

    words: str
    hash: bytes

    def address(self, policy: Policy) -> str:
        """Where the link is opened, on our own page."""
        return f"{policy.pages_address.rstrip('/')}{ONCE}/{self.words}"


@dataclass
class Scene:
    """What is known for one unit. Read only, but for what the unit itself has decided so far.

    `person` is None for a stranger and for due matters. `requests` holds the ones within this
    unit's reach: those of the person, those waiting for or with a worker, the one a button names.
    `waiting` are all that nobody has taken: for the group's card alone. `rooms` are the linked
    out-of-hours groups. `pressed_message` is the message whose button was
    pressed, `shown` the message of each card in the person's chat, `typed` says they wrote.
    `one_time_link` is the link that is being opened, `token` a fresh one for a link to be made.
    `advocacies` and `advocates`, in the provider's order, are there for a young person and for the
    provider's people, and for nobody of the service (practice 17).
    `firsts` is when what managers count was first taken and answered.
    `chats` is the door's own id of the chat that is about to be cut off, by person. `authorities`
    says who decides what, by placement, where that is asked for; `placement_starts` and
    `home_checks`, by household, likewise. `warned` are the households of which an alert about a
    child runs today, for whoever may see that. `private_homes` are those in private process, the
    oldest first, for a manager's list; `promises`, by household, what
    the clock looks after for one of them. `doubts` are the reminders in doubt that a worker
    settles, `doubted` what one of them said, where it is told again.
    """

    at: datetime
    policy: Policy
    sender: Sender | None = None
    person: Person | None = None
    household: Household | None = None
    roster: tuple[Person, ...] = ()
    people: dict[UUID, Person] = field(default_factory=dict)
    households: dict[UUID, Household] = field(default_factory=dict)
    drafts: dict[UUID, Draft] = field(default_factory=dict)
    requests: dict[UUID, Request] = field(default_factory=dict)
    waiting: tuple[Request, ...] = ()
    written: dict[UUID, tuple[Written, ...]] = field(default_factory=dict)
    advocacies: dict[UUID, Advocacy] = field(default_factory=dict)
    advocates: tuple[Person, ...] = ()
    supervisions: dict[UUID, Supervision] = field(default_factory=dict)
    annual_reviews: dict[UUID, AnnualReview] = field(default_factory=dict)
    authorities: dict[UUID, DelegatedAuthority] = field(default_factory=dict)
    placement_starts: dict[UUID, PlacementStart] = field(default_factory=dict)
    home_checks: dict[UUID, HomeCheck] = field(default_factory=dict)
    warned: tuple[Household, ...] = ()
    private_homes: tuple[PrivateHome, ...] = ()
    promises: dict[UUID, tuple[tuple[str, Promise], ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    doubted: bytes | None = None
    invitation: Invitation | None = None
    chats: dict[UUID, str] = field(default_factory=dict)
    firsts: dict[UUID, Firsts] = field(default_factory=dict)
    code_tries: int = 0
    one_time_link: OneTimeLink | None = None
    token: Token | None = None
    room: str = ""
    rooms: tuple[str, ...] = ()
    pressed_message: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)
    typed: bool = False
    chance: bytes = b""

    @property
    def supervision(self) -> Supervision | None:
        """The supervision of the carer at the desk."""
        return self.supervisions.get(self.person.id) if self.person is not None else None

    @property
    def annual_review(self) -> AnnualReview | None:
        """The annual review of the carer at the desk."""
        return self.annual_reviews.get(self.person.id) if self.person is not None else None
