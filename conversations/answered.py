"""What a press or typed words have done to a draft: one class for each way it can end."""

from dataclasses import dataclass

from conversations.questions import Misunderstood
from fostering.drafts import Draft


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A question got its answer. `finished`: the last one of a form without a review; send it."""

    draft: Draft
    key: str
    finished: bool = False


@dataclass(frozen=True, kw_only=True)
class Turned:
    """Another question, page or tick is shown; no answer changed. `hint` is a translated line."""

    draft: Draft
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Resumed:
    """The person carries on with answers that were not sent, where they stood."""

    draft: Draft


@dataclass(frozen=True, kw_only=True)
class OutOfDate:
    """The button belongs to another question, draft or form: show where the person is now."""


@dataclass(frozen=True, kw_only=True)
class SendPressed:
    """Every question is answered and the person pressed Send."""

    draft: Draft


@dataclass(frozen=True, kw_only=True)
class SavePressed:
    """The person pressed Save for later; the draft is marked as saved."""

    draft: Draft


@dataclass(frozen=True, kw_only=True)
class CancelPressed:
    """The person pressed Cancel: ask once whether the answers may be thrown away."""


@dataclass(frozen=True, kw_only=True)
class CancelConfirmed:
    """The person said that the answers may be thrown away."""


Outcome = (
    Answered
    | Turned
    | Misunderstood
    | Resumed
    | OutOfDate
    | SendPressed
    | SavePressed
    | CancelPressed
    | CancelConfirmed
)
