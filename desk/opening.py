"""An opening: what a one-time link shows when it is opened, and whose details that are."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from conversations.screen import File
from conversations.sheet import Sheet
from desk.unit import Unit
from fostering.one_time_links import OneTimeLink
from fostering.people import Person
from storage.database import Reader


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What is shown, and the people whose details it holds: each has the read on record."""

    content: Sheet | File
    shown: tuple[UUID, ...]


Maker = Callable[[Reader, Unit, OneTimeLink, Person], Awaitable[Opening | None]]
"""Makes what is behind a link, now, for its person; None where they may not see it any more.

It may load more into the unit's scene and have something said; the link itself is seen to already.
"""
