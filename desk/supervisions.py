"""Supervision at the desk: the carer finds it among *My dates*."""

from collections.abc import Mapping
from uuid import UUID

from conversations.supervision import SUPERVISION
from desk.meetings import Meetings
from desk.my_dates import show_my_dates
from desk.scene import Scene
from desk.unit import Unit
from fostering.supervision import Supervision


class _Supervisions(Meetings[Supervision]):
    words = SUPERVISION

    def within_reach(self, scene: Scene) -> Mapping[UUID, Supervision]:
        return scene.supervisions

    def show_own(self, unit: Unit) -> None:
        show_my_dates(unit)


SUPERVISIONS = _Supervisions()
"""What the buttons of a supervision do."""
