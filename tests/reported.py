"""Reports begun by a robot, for tests of what they ask and say."""

from conversations.catalogue import FORMS
from conversations.kinds import KINDS
from tests.robots import Robot


def reported(code: str, **more: str) -> Robot:
    """A report of this kind, at the first question after the kind."""
    kind = KINDS[code]
    robot = Robot(form=FORMS[kind.form])
    if kind.form == "difficulty":
        robot.answer("danger", more.pop("danger", "no"))
    robot.answer("group", kind.group).answer("kind", code)
    for key, value in more.items():
        robot.answer(key, value)
    return robot


def path(robot: Robot) -> list[str]:
    """The questions this report leads through."""
    return [question.key for question in robot.journey.path]
