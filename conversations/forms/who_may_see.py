"""Who may see what a young person says: asked, promised before it is sent, and honest about limits.

Every form whose readers a young person chooses asks it so.
"""

from conversations.facts import Facts
from conversations.questions import Answers, ChosenReaders, Option
from conversations.questions.chosen_readers import TELL_HOME
from fostering.check_in import clocks
from locales import mark_for

READERS = "readers"
HONEST = (
    mark_for("young_person", "We keep a copy in your records. You can ask to see it."),
    mark_for(
        "young_person",
        "We can't keep everything secret. If we think someone may get badly hurt, we may have "
        "to tell someone. If we can, we tell you first who, and why.",
    ),
    mark_for(
        "young_person",
        "This app is not private: don't write names, addresses or anything like that.",
    ),
    mark_for("young_person", "Nobody reads this all the time. In danger: 999."),
)
"""What is said before the first question, whatever it is about."""
WILL_SEE = mark_for("young_person", "This goes to {people}. You chose that.")
COVERED = mark_for("young_person", "When they are away, whoever stands in for them sees it.")
NOT_AT_HOME = mark_for(
    "young_person", "The people you live with will not see it here. We send them nothing."
)
MAY_TELL_HOME = mark_for(
    "young_person",
    "You ticked that a worker may talk about it with the people you live with. "
    "They will not see it here.",
)
IF_LATE = mark_for(
    "young_person",
    "They open it by {seen} and answer by {answered}. If they are late, we tell a manager, "
    "and that manager can read it too.",
)


def reader_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The named answerers, and whether the people they live with may be talked to."""
    people = tuple(Option(value=k, label=name, own_words=True) for k, name in facts.answerers)
    home = mark_for("young_person", "They may tell people at home")
    return (*people, Option(value=TELL_HOME, label=home))


def readers_of(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Translated: who will see it, who will not, and what happens if nobody answers in time."""
    chosen = answers.get(READERS, ())
    names = [name for key, name in facts.answerers if isinstance(chosen, tuple) and key in chosen]
    if not names:
        return ()
    language = facts.language
    seen, answered = (language.day_of(by, facts.today) for by in clocks(facts.policy, facts.at))
    home = MAY_TELL_HOME if isinstance(chosen, tuple) and TELL_HOME in chosen else NOT_AT_HOME
    return (
        language.say(WILL_SEE, people=language.items(names)),
        language.say(COVERED),
        language.say(home),
        language.say(IF_LATE, seen=seen, answered=answered),
    )


WHO_MAY_SEE = ChosenReaders(
    key=READERS,
    text=mark_for("young_person", "Who may see what you say?"),
    hint=mark_for("young_person", "Tick one or more, then press “That is all”."),
    short=mark_for("young_person", "Who sees it"),
    options=reader_options,
)
