"""The letter to a provider without a chat, and the sheet behind its link."""

from conversations.advocate_desk import ONLY_THEM, Asked, head_of
from conversations.sheet import Fact, Part, Sheet
from fostering.advocacy import Advocacy
from locales import Language, mark

SUBJECT = mark("Somebody wants an advocate or a visitor")
TITLE = mark("They asked for you")
OURS = mark(
    "This comes from a messaging service for young people. Nobody who works there sees who asked."
)
ANSWER_BY = mark("Answer by {moment}. After that the link opens nothing.")
OPENS_ONCE = mark(
    "The link opens once. Behind it stands how it is safe to reach them, and one button to say "
    "that you have got it. Open it where nobody else reads along, and write it down:"
)
NO_REPLY = mark("Do not answer this letter: nobody reads what comes back.")
ONCE = mark(
    "The link opens once. Behind it stands how it is safe to reach them, and one button to say "
    "that you have got it. Open it where nobody else reads along, and write it down:"
)
NO_REPLY = mark("Do not answer this letter: nobody reads what comes back.")
REACH_ONLY = mark(
    "Reach them only in this way and at these times. Do not tell their carers, their social "
    "worker or the service that they asked: nobody there sees this."
)
ONCE = mark("This is shown once. Write down what you need before you close it.")
GOT_IT = mark("We have got it")
NOTED = mark("Noted. They can now read that you have got it.")


def letter_lines(language: Language, advocacy: Advocacy, address: str) -> tuple[str, ...]:
    """The letter: no name, no place, no story."""
    by = language.moment(advocacy.contact_by)
    return (
        language.say(mark("Somebody has asked us to find them an advocate or a visitor.")),
        language.say(ANSWER_BY, moment=by),
        language.say(OPENS_ONCE),
        address,
        language.say(OURS),
        language.say(NO_REPLY),
    )


def letter_sheet(
    language: Language, advocacy: Advocacy, asked: Asked, marks: tuple[str, ...] = ()
) -> Sheet:
    """How the young person may safely be reached, in the provider's language."""
    facts = [Fact(label=question, text=answer) for question, answer in asked.asks]
    facts.append(Fact(label=language.say(mark("Language of their chat")), text=asked.spoken))
    by = mark("They were told that somebody gets in touch by {moment}.")
    return Sheet(
        language=language.tag,
        title=language.say(TITLE),
        warnings=(*marks, language.say(ONLY_THEM)),
        notes=(language.say(ONCE),),
        parts=(
            Part(
                heading=language.say(head_of(asked), name=asked.author),
                facts=tuple(facts),
                notes=(language.say(by, moment=language.moment(advocacy.contact_by)),),
            ),
        ),
    )
