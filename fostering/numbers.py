"""Numbers: which telephone numbers to show at this hour, in which order (practice 10)."""

from collections.abc import Collection
from datetime import datetime

from fostering.office_hours import local, open_at
from fostering.policy import Policy, TelephoneNumber


def numbers_now(
    policy: Policy, at: datetime, authorities: Collection[str] = ()
) -> tuple[TelephoneNumber, ...]:
    """The service's numbers that answer now, in the policy's own order: the first to ring first.

    `authorities` placed the children it is about: the numbers of others are left out. In office
    hours duty comes before the on-call team; otherwise duty is not shown. If by the policy nothing
    answers now, every on-call number is shown rather than none.
    """
    in_office = open_at(at, policy.office_hours, policy.bank_holidays)
    offered = (policy.duty_numbers if in_office else ()) + policy.out_of_hours_numbers
    answering = tuple(number for number in offered if answers_at(number, policy, at))
    return _for_these(answering, authorities) or _for_these(
        policy.out_of_hours_numbers, authorities
    )


def answers_at(number: TelephoneNumber, policy: Policy, at: datetime) -> bool:
    """Whether the number answers at this instant; its local hours may reach past midnight."""
    in_office = open_at(at, policy.office_hours, policy.bank_holidays)
    if number.while_office_shut and in_office:
        return False
    if number.opens is None or number.shuts is None:
        return True
    now = local(at, policy.office_hours).time()
    if number.opens < number.shuts:
        return number.opens <= now < number.shuts
    return now >= number.opens or now < number.shuts


def _for_these(
    numbers: tuple[TelephoneNumber, ...], authorities: Collection[str]
) -> tuple[TelephoneNumber, ...]:
    return tuple(n for n in numbers if not n.authority or n.authority in authorities)
