"""The service's policy for a command, or everything that is missing in it."""

from datetime import datetime

from commands.opening import bullets
from commands.stopping import Stopped
from conversations.kinds import KINDS
from conversations.kinds.override import override
from fostering.policy import Policy
from storage.policy import PolicyGaps, read_policy
from storage.settings import Settings


def policy_or_stop(settings: Settings, at: datetime) -> Policy:
    """The policy as of an aware instant; raises Stopped with every gap at once."""
    try:
        return read_policy(settings.policy, KINDS, override, at=at)
    except PolicyGaps as gaps:
        raise Stopped("The service's policy is not complete:", *bullets(gaps.gaps)) from None
