"""Numbers: which telephone numbers to show at this hour, in which order (practice 10)."""

from datetime import datetime

from fostering.office_hours import local, open_at
from fostering.policy import Policy, TelephoneNumber


def numbers_now(policy: Policy, at: datetime, authority: str = "") -> tuple[TelephoneNumber, ...]:
    """The service's numbers that answer now, the first to ring first.

    `authority` is the child's placing authority: its own numbers come first, those of other
    authorities are left out. In office hours duty comes before the on-call team; otherwise only
    the on-call team is shown. If by the policy nothing answers now, every on-call number is shown
    rather than none.
    """
    in_office = open_at(at, policy.office_hours, policy.bank_holidays)
    offered = (policy.duty_numbers if in_office else ()) + policy.out_of_hours_numbers
    answering = tuple(number for number in offered if answers_at(number, policy, at))
    return _for_authority(answering, authority) or _for_authority(
        policy.out_of_hours_numbers, authority
    )


def number_to_ring(policy: Policy, at: datetime, authority: str = "") -> TelephoneNumber | None:
    """The one number of this hour; None only if the policy has none for this authority."""
    return next(iter(numbers_now(policy, at, authority)), None)


def answers_at(number: TelephoneNumber, policy: Policy, at: datetime) -> bool:
    """Whether the number answers at this instant; its local hours may reach past midnight."""
    if number.opens is None or number.shuts is None:
        return True
    now = local(at, policy.office_hours).time()
    if number.opens < number.shuts:
        return number.opens <= now < number.shuts
    return now >= number.opens or now < number.shuts


def _for_authority(
    numbers: tuple[TelephoneNumber, ...], authority: str
) -> tuple[TelephoneNumber, ...]:
    own = tuple(number for number in numbers if number.authority and number.authority == authority)
    return own + tuple(number for number in numbers if not number.authority)
