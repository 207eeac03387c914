"""Each kind of support goes to the person who answers it, and says by when."""

from pathlib import Path

import pytest

from conversations.kinds import KINDS
from conversations.readers import next_step_of
from fostering.kinds import Kind
from storage.imports import import_files
from tests.phone_robots import PhoneRobot
from tests.storage_fixtures import HandClock
from tests.town import MONDAY_MORNING, Town

UPHOLDS = {
    "SWK-11": "S05",
    "SWK-12": "S14",
    "SWK-15": "S16",
    "SWK-19": "S24",
    "SWK-23": "S06",
    "SWK-24": "S07",
    "SOU-02": "S14",
    "SOU-10": "S21",
    "SOU-13": "S13",
    "SOU-19": "S12",
    "SOU-20": "S17",
    "SOU-21": "S04",
    "SOU-22": "S14",
    "SOU-24": "S03",
    "SOU-27": "S18",
    "SOU-42": "S06",
    "SOU-46": "S16",
    "DMR-03": "S05",
    "DMR-06": "S24",
    "DMR-14": "S21",
    "DMR-20": "S11",
    "DMR-27": "S21",
    "DMR-29": "S13",
    "DMR-36": "S12",
    "DMR-37": "S04",
    "DMR-38": "S10",
    "DMR-40": "S25",
    "DMR-42": "S14",
    "DMR-44": "S03",
    "DMR-47": "S18",
    "DMR-49": "S12",
    "DMR-56": "S07",
    "DMR-65": "S16",
    "DMR-69": "S14",
    "DMR-71": "S04",
    "OFS-10": "S21",
    "OFS-14": "S21",
}
"""The promise, and the kind of support that upholds it."""

OWNERS = {
    "childs_social_worker": "Owen Hughes",
    "finance": "Fay Reed",
    "team_manager": "Helen Marsh",
    "training": "Theo Brand",
    "support_groups": "Priya Sharma",
    "supervising_social_worker": "Priya Sharma",
}
"""Who answers in this service; nobody runs its groups, so the household's worker does."""

LINKED = {"owen": "S-002", "helen": "S-006", "fay": "S-021", "theo": "S-022"}
SPECIALISTS = """reference,standing,name,language,telephone,born,roles,turn,household,active
S-021,staff,Fay Reed,en,07700 900121,,finance,,,yes
S-022,staff,Theo Brand,en,07700 900122,,training,,,yes
"""


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Who answers does not depend on the database."""
    return sqlite_url


async def ask(robot: PhoneRobot, kind: Kind) -> None:
    """Rosa asks for this kind, in the plainest way."""
    await robot.writes("/home")
    await robot.presses("open", "support")
    robot.begins("support")
    while robot.question is not None:
        await robot.answer({"group": kind.group, "kind": kind.code, "must_not_see": "nobody"})
    await robot.presses("send")


@pytest.mark.parametrize("code", sorted(set(UPHOLDS.values())))
async def test_it_goes_to_its_owner_with_a_day(town: Town, tmp_path: Path, code: str) -> None:
    specialists = tmp_path / "people.csv"
    specialists.write_text(SPECIALISTS)
    seen = await import_files(town.database, [specialists], town.now)
    assert not seen.problems, seen.problems
    for name, reference in LINKED.items():
        await town.join(name, reference)
    kind = KINDS[code]
    robot = PhoneRobot(hand=town.rosa, person=await town.person("C-001"))
    await ask(robot, kind)
    owner = OWNERS[kind.owner.value]
    town.rosa.sees(f"It goes to {owner}.")
    town.rosa.sees("You should have a first answer by ")
    first_name = owner.split()[0].lower()
    assert "I've got it" in town.hands[first_name].buttons
    town.rosa.sees(next_step_of(robot.words, kind))
