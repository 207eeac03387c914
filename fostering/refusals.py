"""A rule's "no": one class, one reason; conversations give each its sentence."""


class Refusal(Exception):
    """A rule does not allow this; the docstring of the class says why, for the log."""

    def __init__(self, **details: str) -> None:
        super().__init__(self.__doc__)
        self.details = details


class NotLinked(Refusal):
    """This account is not linked to a person."""


class NotYours(Refusal):
    """This person may not see or do that."""


class AlreadyTaken(Refusal):
    """Somebody has acknowledged the request already; `worker` is their name."""


class AlreadyTold(Refusal):
    """Somebody has told the child's social worker already; `worker` is their name."""


class NobodyAbove(Refusal):
    """Nobody of the service is above whom the concern is about, so it is not sent from here."""


class TooLate(Refusal):
    """The days in which the second stage may be asked for have run out."""


class AlreadyFiled(Refusal):
    """Somebody has said already that it is in the case file; `worker` is their name."""


class ChronologyMissing(Refusal):
    """Of this kind the whole chronology must be in the case file."""


class NoAdvocate(Refusal):
    """Nobody of an advocacy provider is linked, so it cannot be passed on from here."""


class AlreadyClosed(Refusal):
    """The request is closed."""


class NotTaken(Refusal):
    """Nobody has acknowledged the request yet, so this step does not come first."""


class NotOffered(Refusal):
    """It is not, or no longer, this worker who is asked to take it; `worker` has it."""


class NotAnswered(Refusal):
    """The person has not answered what a worker wrote, so it does not count as contact."""


class NobodyChosen(Refusal):
    """Nobody who may read it is left of those whom the young person chose."""


class NotRead(Refusal):
    """Nobody has opened it yet, so nobody answers it (what was not read is not answered)."""


class AlreadyRead(Refusal):
    """A worker has opened it, so it cannot be taken back."""


class AlreadyAnswered(Refusal):
    """It is answered, and the young person has not said that the answer makes no sense."""


class AnsweredInParts(Refusal):
    """A young person's view is answered in its three parts, never by a line or by closing it."""


class NotOnCall(Refusal):
    """This worker has no shift to hand over just now."""


class NobodyElse(Refusal):
    """There is nobody else to page just now."""


class CodeNotGood(Refusal):
    """The code is wrong, used or too old; never say which."""


class LinkNotGood(Refusal):
    """The one-time link is unknown, spent, too old or no longer theirs; never say which."""


class TooYoung(Refusal):
    """Telegram's minimum age in the UK is 16."""


class StandingClash(Refusal):
    """This account belongs to a person of another standing."""


class OutOfDate(Refusal):
    """The screen was old; the present one is shown again."""


class NotSaidMistake(Refusal):
    """The person has not said that it was pressed by mistake, so no worker may close it so."""


class ReasonMissing(Refusal):
    """A request is refused only by saying why (SOU, NMS 1: "no" is allowed, silence is not)."""


class DayPassed(Refusal):
    """The day has passed: it cannot be set as one that is to come."""


class NotClosed(Refusal):
    """It is judged only after it was closed."""


class ContactMissing(Refusal):
    """An urgent request is closed only after somebody has noted contact (practice 1, 7)."""


class ChildNotBack(Refusal):
    """A missing child's request stays open until the child is back (practice 11)."""


class PoliceNotTold(Refusal):
    """Police and emergency duty team must know that the child is back (practice 11)."""


class MoreUrgent(Refusal):
    """It may not end in another request that is less urgent, or that does not climb."""


class OutcomeMissing(Refusal):
    """An urgent request is closed only by saying what was done."""
