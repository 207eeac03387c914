"""A sentence for each way of saying no: what happened and what to do."""

from fostering import refusals
from fostering.refusals import Refusal
from locales import Language, mark, mark_for

SENTENCES: dict[type[Refusal], str] = {
    refusals.NotLinked: mark("This chat is not linked yet. Ask your worker for a code."),
    refusals.NotYours: mark("That is not yours to open. Here is the start."),
    refusals.AlreadyTaken: mark("{worker} has it already."),
    refusals.AlreadyTold: mark("{worker} has told them already."),
    refusals.NobodyAbove: mark("Nobody here is above whom it is about. Turn to somebody outside."),
    refusals.TooLate: mark("The days for that have run out. You can still turn to others outside."),
    refusals.AlreadyFiled: mark("{worker} has filed it already."),
    refusals.ChronologyMissing: mark("For this kind the whole chronology must be in the file."),
    refusals.NoAdvocate: mark("We can't pass this on from here. Ring or write to them yourself."),
    refusals.AlreadyClosed: mark("This is closed already. Start a new one if you need to."),
    refusals.NotTaken: mark("Press “I've got it” first, then do this."),
    refusals.NotOffered: mark("You are not asked to take this any more. {worker} has it."),
    refusals.NotOnCall: mark("You have no shift to hand over just now."),
    refusals.NotAnswered: mark("It does not count yet: you write first, then they answer here."),
    refusals.NobodyChosen: mark_for(
        "young_person", "Choose again who will see it. Nobody you chose can get it now."
    ),
    refusals.NotRead: mark("Open it and read it first."),
    refusals.AlreadyRead: mark_for(
        "young_person", "Someone has opened it already, so it can't be taken back."
    ),
    refusals.AlreadyAnswered: mark("This is answered already."),
    refusals.AnsweredInParts: mark("This is answered on its own page: press “Answer”."),
    refusals.NobodyElse: mark("There is nobody else to page just now. Ring the on-call number."),
    refusals.CodeNotGood: mark(
        "That code did not work. Codes work once and only for a short time. "
        "Ask your worker for a new one."
    ),
    refusals.LinkNotGood: mark("This link opens nothing any more. Ask for a new one in the chat."),
    refusals.TooYoung: mark(
        "People in the UK must be 16 to use this app. Your worker can find another way with you."
    ),
    refusals.StandingClash: mark(
        "This account belongs to someone with another part in the service. "
        "Use another account, or ask your worker."
    ),
    refusals.NotSaidMistake: mark(
        "Not closed: they have not said that it was a mistake. Choose what was done."
    ),
    refusals.DayPassed: mark("That day has passed. Nothing was changed."),
    refusals.ReasonMissing: mark("Say why. A no without a reason is not sent."),
    refusals.NotClosed: mark("This is still open. You can say how it was when it is closed."),
    refusals.ContactMissing: mark("Note the call first: say that you have spoken with them."),
    refusals.ChildNotBack: mark("Not closed: the child is not back. It stays open."),
    refusals.PoliceNotTold: mark(
        "Not closed: tell the police and the emergency duty team first that the child is back."
    ),
    refusals.MoreUrgent: mark("Not joined: this one is more urgent. Close the other one instead."),
    refusals.OutcomeMissing: mark("Say what was done before you close it."),
    refusals.OutOfDate: mark("That was an old button. Here is where you are now."),
}


def sentence(refusal: Refusal, language: Language) -> str:
    """The sentence for this refusal in this language."""
    return language.say(SENTENCES[type(refusal)], **refusal.details)
