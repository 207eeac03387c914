"""What goes wrong while somebody fills in a form: the place and the answers must stay."""

from collections.abc import Awaitable, Callable

from conversations.questions import Text
from tests.phone_robots import PhoneRobot
from tests.phone_screens import verbs

NONSENSE = "😀 ;; <b>&%s"
TOO_LONG = "x" * 1500
LEFT_BEHIND = "00000000"
ANOTHER = {"en": "ar", "ar": "cy", "cy": "en"}

Mishap = Callable[[PhoneRobot], Awaitable[None]]


async def goes_back(robot: PhoneRobot) -> None:
    """Back, and on again with the answer of before."""
    if "back" in verbs(robot.card):
        await robot.presses("back")
        await robot.presses("keep")


async def writes_too_much(robot: PhoneRobot) -> None:
    """Words that are too long for any question."""
    await robot.writes(TOO_LONG)


async def writes_nonsense(robot: PhoneRobot) -> None:
    """Words that mean nothing; a question for words takes any."""
    if not isinstance(robot.question, Text):
        await robot.writes(NONSENSE)


async def sends_a_photo(robot: PhoneRobot) -> None:
    """A photo, which is never kept."""
    await robot.hand.sends("photo")
    await robot.look()


async def presses_an_old_button(robot: PhoneRobot) -> None:
    """A button of a form that is gone."""
    await robot.forges(f"a:{LEFT_BEHIND}:kind:CH01", "send:" + LEFT_BEHIND)


async def forges_presses(robot: PhoneRobot) -> None:
    """Presses that no button carries."""
    draft = await robot.draft()
    tag = draft.tag if draft is not None else LEFT_BEHIND
    await robot.forges(
        f"a:{tag}:kind:ZZ99",
        f"a:{tag}:nothing:yes",
        f"skip:{tag}:group",
        "nonsense",
        f"change:{tag}:nothing",
    )


async def looks_at_the_numbers(robot: PhoneRobot) -> None:
    """Help in the middle, and back by the start."""
    await robot.presses("help")
    robot.hand.sees("999")
    await robot.presses("home")
    await robot.resumes()


async def saves_for_later(robot: PhoneRobot) -> None:
    """Save for later and carry on."""
    await robot.presses("save")
    assert robot.question is None
    await robot.resumes()


async def nearly_cancels(robot: PhoneRobot) -> None:
    """Cancel, and then not."""
    await robot.presses("cancel")
    await robot.presses("resume")


async def changes_the_language(robot: PhoneRobot) -> None:
    """Another language and back again, in the middle of a question."""
    before = robot.tag
    for tag in (ANOTHER[before], before):
        await robot.writes("/language")
        await robot.presses_language(tag)


MISHAPS: tuple[Mishap, ...] = (
    writes_too_much,
    sends_a_photo,
    saves_for_later,
    goes_back,
    changes_the_language,
    forges_presses,
    looks_at_the_numbers,
    nearly_cancels,
    presses_an_old_button,
    writes_nonsense,
)


async def suffer(robot: PhoneRobot, mishap: Mishap) -> None:
    """Let it happen; the same question is asked afterwards and no answer has changed."""
    question, answers = robot.question, dict(robot.answers)
    await mishap(robot)
    at = f"{robot.form.key}: {mishap.__name__} at {question and question.key}"
    assert robot.question == question, f"{at}: now {robot.card.text!r}"
    assert robot.answers == answers, at
