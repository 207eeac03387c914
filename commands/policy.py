"""The service's policy for a command, or everything that is missing in it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from commands.opening import bullets
from commands.stopping import Stopped
from conversations.kinds import KINDS
from conversations.kinds.override import override
from fostering.policy import Mode, Policy
from locales import offered
from storage.policy import PolicyGaps, read_policy
from storage.settings import NotSet, Settings, read_settings


def policy_or_stop(settings: Settings, at: datetime) -> Policy:
    """The policy as of an aware instant; raises Stopped with every gap at once."""
    try:
        return read_policy(settings.policy, KINDS, override, at=at)
    except PolicyGaps as gaps:
        raise Stopped("The service's policy is not complete:", *bullets(gaps.gaps)) from None


def with_languages_offered(policy: Policy) -> Policy:
    """The policy with only those languages that people may be offered."""
    unchecked = policy.unchecked_languages or policy.mode is Mode.DEMO
    return replace(policy, languages=offered(policy.languages, unchecked=unchecked))


def ready_or_stop(at: datetime) -> Settings:
    """Whole settings with a whole policy; raises Stopped with every gap of both at once."""
    try:
        settings = read_settings()
        policy: Path | None = settings.policy
        gaps: tuple[str, ...] = ()
    except NotSet as found:
        gaps, policy = found.gaps, found.policy
    if policy is not None:
        try:
            read_policy(policy, KINDS, override, at=at)
        except PolicyGaps as found_in_policy:
            gaps = (*gaps, *found_in_policy.gaps)
    if gaps:
        raise Stopped("Hearthline cannot start yet:", *bullets(gaps))
    return settings
