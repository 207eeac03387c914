"""Ladders: the steps of the office and of the night, for each kind of urgent request."""

from dataclasses import replace
from datetime import datetime

from fostering.kinds import Kind
from fostering.office_hours import open_at
from fostering.policy import Policy
from fostering.steps import Filler, Step

MANAGERS_AT_NIGHT = (Filler.TEAM_MANAGER, Filler.ON_CALL_MANAGER)


def in_office_hours(policy: Policy, at: datetime) -> bool:
    """Whether the office's ladder is climbed at this instant."""
    return open_at(at, policy.office_hours, policy.bank_holidays)


def steps_of(
    policy: Policy, kind: Kind | None = None, *, in_office: bool, not_safe: bool = False
) -> tuple[Step, ...]:
    """The steps to freeze for office hours, or for the hours outside them.

    In office hours the first step pages the supervising social worker and the duty desk
    (practice 5). A young person's "I'm not safe" pages duty or on-call together with a manager,
    and never the carer's worker (practice 12). A phone-only matter starts with the managers
    (practice 13).
    """
    steps = policy.office_steps if in_office else policy.out_of_hours_steps
    first: tuple[Filler, ...] = ()
    if in_office:
        first = (Filler.SUPERVISING_SOCIAL_WORKER, Filler.DUTY_WORKER)
    if not_safe:
        manager = Filler.TEAM_MANAGER if in_office else Filler.ON_CALL_MANAGER
        duty = Filler.DUTY_WORKER if in_office else Filler.FIRST_ON_CALL
        steps = tuple(_without_supervisor(step) for step in steps)
        first = (duty, manager)
    elif kind is not None and kind.phone_only:
        managers = Step(
            fillers=(Filler.TEAM_MANAGER,) if in_office else MANAGERS_AT_NIGHT,
            wait_minutes=steps[0].wait_minutes,
        )
        return (managers, *steps)
    together = tuple(dict.fromkeys((*first, *steps[0].fillers)))
    return (replace(steps[0], fillers=together), *steps[1:])


def _without_supervisor(step: Step) -> Step:
    kept = (f for f in step.fillers if f is not Filler.SUPERVISING_SOCIAL_WORKER)
    return replace(step, fillers=tuple(kept))
