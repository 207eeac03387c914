"""The annual review of a carer's approval: within a year of approval, then of the last review."""

from datetime import date


def review_by(last: date) -> date:
    """The local day by which the next review is held, a year after approval or the last one.

    Source: Fostering Services Regulations 2011, reg 28; SWK-13. After 29 February it is the 28th.
    """
    leap_day = (last.month, last.day) == (2, 29)
    return last.replace(year=last.year + 1, day=28 if leap_day else last.day)
