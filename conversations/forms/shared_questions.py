"""Questions that several forms ask in the same words."""

from collections.abc import Mapping

from conversations.facts import Facts
from conversations.forms.kind_questions import chosen_kind
from conversations.questions import Answers, Choice, Option, Several, Telephone, Text, Time
from conversations.questions.question import Condition
from locales import mark

DEATH_OF_A_CHILD = "D29"
ABOUT_NOBODY = "nobody"
NOT_TOLD = mark("Whoever you tick is not told and cannot open it.")
SOMEONE_ELSE = mark(
    "Whoever you tick is not told and cannot open it. Someone else? Ring {number} and say who."
)
RING_TONIGHT = mark("Until when can we ring you tonight?")
RING_UNTIL = mark("Until when can we ring you today?")
POLICE = ("999", "101")


def may_ask(answers: Answers, facts: Facts) -> bool:
    """A person whose child has died is asked nothing more that can be left out."""
    kind = chosen_kind(answers, facts)
    return kind is None or kind.code != DEATH_OF_A_CHILD


def has_died(answers: Answers, facts: Facts) -> bool:
    """A child has died: there is no form and no last look; a manager rings (practice 34)."""
    return not may_ask(answers, facts)


def child_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The children placed with the household by their labels, all of them, or none."""
    children = tuple(Option(value=k, label=name, own_words=True) for k, name in facts.children)
    everyone = (Option(value="all", label=mark("All of them")),) if len(children) > 1 else ()
    return (*children, *everyone, Option(value=ABOUT_NOBODY, label=mark("It is not about a child")))


def which_child(when: Condition) -> Choice:
    """Which child; a label, never a name (practice 7.5: the service knows who it is)."""
    return Choice(
        key="child",
        text=mark("Which child is it about?"),
        short=mark("Child"),
        options=child_options,
        when=lambda answers, facts: bool(facts.children) and when(answers, facts),
    )


def placed_children(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The children placed with the household by their labels, one by one."""
    return tuple(Option(value=key, label=label, own_words=True) for key, label in facts.children)


def each_child() -> Choice:
    """For which child, where it must be one."""
    return Choice(
        key="child",
        text=mark("For which child?"),
        short=mark("Child"),
        options=placed_children,
    )


def worker_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The workers who would otherwise see it."""
    workers = tuple(Option(value=k, label=name, own_words=True) for k, name in facts.workers)
    return (Option(value=ABOUT_NOBODY, label=mark("No, nobody")), *workers)


def ring_about_others(facts: Facts) -> str:
    """Somebody may be meant who is not on the list; then a telephone call keeps them away."""
    if not facts.number:
        return facts.language.say(NOT_TOLD)
    return facts.language.say(SOMEONE_ELSE, number=facts.number)


def must_not_see(when: Condition | None = None) -> Several:
    """Every report asks it; the named worker is left out everywhere (practice 15)."""
    return Several(
        key="must_not_see",
        text=mark("Is there a worker who must not see this?"),
        hint=NOT_TOLD,
        hinted=ring_about_others,
        short=mark("Must not see it"),
        options=worker_options,
        when=lambda answers, facts: (
            bool(facts.workers)
            and may_ask(answers, facts)
            and (when is None or when(answers, facts))
        ),
    )


def call_back_number(when: Condition | None = None) -> Telephone:
    """The number to ring; it may be typed and is never pointed out."""
    return Telephone(
        key="ring_back",
        text=mark("Which number shall we ring?"),
        short=mark("Number to ring"),
        when=when,
    )


def ring_until(facts: Facts) -> str:
    """By day nobody speaks of tonight."""
    return facts.language.say(RING_UNTIL if facts.office_open else RING_TONIGHT)


def awake_until(when: Condition | None = None) -> Time:
    """Until when a call is welcome."""
    return Time(
        key="awake_until",
        text=RING_TONIGHT,
        worded=ring_until,
        short=mark("Ring until"),
        optional=True,
        tonight=True,
        options=(
            Option(value="20:00", label="20:00"),
            Option(value="21:00", label="21:00"),
            Option(value="22:00", label="22:00"),
            Option(value="23:00", label="23:00"),
            Option(value="01:00", label="01:00"),
            Option(value="all_night", label=mark("All night")),
        ),
        when=when,
    )


def in_own_words(when: Condition | None = None) -> Text:
    """One line in the person's own words, initials only."""
    return Text(
        key="words",
        text=mark("Is there anything else we need to know?"),
        hint=mark("One or two sentences. Use initials, not names or addresses."),
        short=mark("In your words"),
        optional=True,
        when=when,
    )


def who_knows(when: Condition | None = None) -> Several:
    """Who has been told already, so that nobody is rung twice."""
    return Several(
        key="who_knows",
        text=mark("Who knows about it already?"),
        hint=mark("Tick all who know."),
        short=mark("Who knows"),
        options=(
            Option(value="999", label=mark("999")),
            Option(value="101", label=mark("Police on 101")),
            Option(value="council", label=mark("The council's night team")),
            Option(value="my_worker", label=mark("My supervising social worker")),
            Option(value="childs_worker", label=mark("The child's social worker")),
            Option(value="family", label=mark("The child's family")),
            Option(value="nobody", label=mark("Nobody yet")),
        ),
        when=when,
    )


def police_told(answers: Answers, facts: Facts) -> bool:
    """Whether the police may have given a log number."""
    told = answers.get("who_knows", ())
    named = isinstance(told, tuple) and any(number in told for number in POLICE)
    return named or answers.get("police_told") == "yes"


def police_log() -> Text:
    """The police log number, kept as typed (practice 22)."""
    return Text(
        key="police_log",
        text=mark("What is the police log number?"),
        hint=mark("Skip this if you don't have one."),
        short=mark("Police log number"),
        optional=True,
        plain=True,
        longest=60,
        when=police_told,
    )


def answers_of(options: Mapping[str, str]) -> tuple[Option, ...]:
    """Options from values and marked labels."""
    return tuple(Option(value=value, label=label) for value, label in options.items())
