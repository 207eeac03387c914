"""What a young person may want to talk about, each with two taps; in our own words.

The domains are those of fostering.md 5.4 (home, safety, family, school and friends, decisions,
identity, fairness, the next meeting). The questions are ours and copy no known questionnaire.
"""

from conversations.facts import Facts
from conversations.questions import Answers, Choice, Option
from fostering.drafts import Answer
from locales import mark_for

TOPIC = "topic"
ONLY_THIS = "only"
TALK = "talk"
UNSURE = Option(value="unsure", label=mark_for("young_person", "❓ I don't know"))
TOPICS = (
    Option(value="home", label=mark_for("young_person", "Where I live")),
    Option(value="safe", label=mark_for("young_person", "Feeling safe")),
    Option(value="family", label=mark_for("young_person", "Time with my family")),
    Option(value="school", label=mark_for("young_person", "School and friends")),
    Option(value="decisions", label=mark_for("young_person", "Decisions about me")),
    Option(value="me", label=mark_for("young_person", "Who I am")),
    Option(value="things", label=mark_for("young_person", "Money, phone, privacy")),
    Option(value="meeting", label=mark_for("young_person", "My next meeting")),
    Option(value=TALK, label=mark_for("young_person", "I'd just like to talk")),
    Option(value=ONLY_THIS, label=mark_for("young_person", "I only wanted to say this")),
)
LEADS_TO_HELP = frozenset(
    {
        ("home_stay", "no"),
        ("safe_home", "no"),
        ("safe_fear", "home"),
        ("safe_fear", "outside"),
        ("safe_fear", "online"),
    }
)
"""Not safe, scared, or not wanting to stay: *I'm not safe* opens at once, and nothing is lost."""


def needs_help(key: str, answer: Answer) -> bool:
    """Whether this answer opens *I'm not safe right now*."""
    return (key, answer) in LEADS_TO_HELP


def tap(topic: str, key: str, text: str, short: str, options: dict[str, str]) -> Choice:
    """One tap of a topic: never needed, and *I don't know* is an answer."""

    def asked(answers: Answers, facts: Facts) -> bool:
        return answers.get(TOPIC) == topic

    choices = tuple(Option(value=value, label=label) for value, label in options.items())
    return Choice(
        key=key, text=text, short=short, options=(*choices, UNSURE), optional=True, when=asked
    )


TAPS = (
    tap(
        "home",
        "home_belong",
        mark_for("young_person", "Does it feel like your home?"),
        mark_for("young_person", "Feels like home"),
        {
            "yes": mark_for("young_person", "Yes, I belong there"),
            "some": mark_for("young_person", "Some of the time"),
            "no": mark_for("young_person", "No, I feel like a visitor"),
        },
    ),
    tap(
        "home",
        "home_stay",
        mark_for("young_person", "Do you want to go on living there?"),
        mark_for("young_person", "Staying there"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "I'm not sure"),
            "no": mark_for("young_person", "I don't want to stay there"),
        },
    ),
    tap(
        "safe",
        "safe_home",
        mark_for("young_person", "Do you feel safe where you live?"),
        mark_for("young_person", "Safe at home"),
        {
            "yes": mark_for("young_person", "Yes"),
            "mostly": mark_for("young_person", "Most of the time"),
            "some": mark_for("young_person", "Only sometimes"),
            "no": mark_for("young_person", "No, I'm not safe there"),
        },
    ),
    tap(
        "safe",
        "safe_fear",
        mark_for("young_person", "Does something make you scared?"),
        mark_for("young_person", "Scared"),
        {
            "none": mark_for("young_person", "No"),
            "home": mark_for("young_person", "I'm scared at home"),
            "outside": mark_for("young_person", "I'm scared somewhere else"),
            "online": mark_for("young_person", "Something online scares me"),
        },
    ),
    tap(
        "family",
        "family_time",
        mark_for("young_person", "How much time with your family do you get?"),
        mark_for("young_person", "Time with family"),
        {
            "right": mark_for("young_person", "About right"),
            "more": mark_for("young_person", "I want more"),
            "less": mark_for("young_person", "I want less"),
            "keep": mark_for("young_person", "I'd rather not say"),
        },
    ),
    tap(
        "family",
        "family_miss",
        mark_for("young_person", "Do you see the people who matter to you?"),
        mark_for("young_person", "People who matter"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "Some of them"),
            "no": mark_for("young_person", "I miss someone"),
        },
    ),
    tap(
        "school",
        "school_going",
        mark_for("young_person", "How is school, college or work?"),
        mark_for("young_person", "School or work"),
        {
            "good": mark_for("young_person", "Going well"),
            "some": mark_for("young_person", "So-so"),
            "bad": mark_for("young_person", "Going badly"),
        },
    ),
    tap(
        "school",
        "school_friends",
        mark_for("young_person", "Do you have friends you can be yourself with?"),
        mark_for("young_person", "Friends"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "One or two"),
            "no": mark_for("young_person", "Not really"),
        },
    ),
    tap(
        "decisions",
        "asked_first",
        mark_for("young_person", "Do adults ask you before they decide?"),
        mark_for("young_person", "Asked first"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "Sometimes"),
            "no": mark_for("young_person", "Hardly ever"),
        },
    ),
    tap(
        "decisions",
        "anything_came",
        mark_for("young_person", "The last time you asked for something, did anything happen?"),
        mark_for("young_person", "Last time I asked"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "A bit"),
            "no": mark_for("young_person", "Nothing happened"),
            "untold": mark_for("young_person", "Nobody told me"),
        },
    ),
    tap(
        "me",
        "be_myself",
        mark_for("young_person", "Can you be yourself where you live?"),
        mark_for("young_person", "Being myself"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "Some of the time"),
            "no": mark_for("young_person", "Not really"),
        },
    ),
    tap(
        "me",
        "me_about",
        mark_for("young_person", "What is it most about?"),
        mark_for("young_person", "Most about"),
        {
            "faith": mark_for("young_person", "Culture, faith or language"),
            "looks": mark_for("young_person", "Hair, food or clothes"),
            "gender": mark_for("young_person", "Gender, or who I love"),
            "story": mark_for("young_person", "My own story"),
        },
    ),
    tap(
        "things",
        "fair",
        mark_for("young_person", "Is it fair, next to what your friends have?"),
        mark_for("young_person", "Fair"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "Partly"),
            "no": mark_for("young_person", "No"),
        },
    ),
    tap(
        "things",
        "things_about",
        mark_for("young_person", "What is it most about?"),
        mark_for("young_person", "Most about"),
        {
            "money": mark_for("young_person", "Money"),
            "phone": mark_for("young_person", "Phone or internet"),
            "privacy": mark_for("young_person", "Time and space of my own"),
            "out": mark_for("young_person", "Going out"),
        },
    ),
    tap(
        "meeting",
        "be_there",
        mark_for("young_person", "Do you want to be at the meeting?"),
        mark_for("young_person", "At the meeting"),
        {
            "yes": mark_for("young_person", "Yes"),
            "some": mark_for("young_person", "Only for part of it"),
            "no": mark_for("young_person", "No"),
        },
    ),
    tap(
        "meeting",
        "meeting_help",
        mark_for("young_person", "What would make it better for you?"),
        mark_for("young_person", "What would help"),
        {
            "side": mark_for("young_person", "Someone on my side"),
            "who": mark_for("young_person", "A say in who comes"),
            "before": mark_for("young_person", "To say it beforehand"),
            "fine": mark_for("young_person", "It is fine as it is"),
        },
    ),
)
