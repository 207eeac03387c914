"""A small service to measure: an empty database, fifty carers, a code for each, fresh keys."""

import asyncio
from pathlib import Path

from benchmarks.hearthline_steps import HearthlineSteps
from commands.demo_folder import POLICY, demo_policy
from commands.inviting import find, make_codes
from commands.opening import Opened
from commands.policy import policy_or_stop
from fostering import invitations as rules
from storage import invitations
from storage.clock import Clock
from storage.database import Database
from storage.imports import import_files
from storage.keys import KeyRing
from storage.migrating import migrate
from storage.recording import Change, Decided, record
from storage.settings import Settings, read_settings

PEOPLE = "reference,standing,name,language,telephone,born,roles,turn,household,active"
HOUSEHOLDS = "reference,supervising_social_worker,kept_from"
WORKER = "S-001,staff,Priya Sharma,en,07700 900101,,supervising_social_worker,,,yes"
ON_CALL = "S-003,staff,Amina Yusuf,en,07700 900103,,out_of_hours_worker;duty_worker,1,,yes"
MANAGER = "S-002,staff,Helen Marsh,en,07700 900102,,team_manager,,,yes"


def environment(folder: Path, database_url: str, token: str, address: str) -> dict[str, str]:
    """The settings of the measured bot; its policy is written into the folder."""
    policy = folder / "policy.toml"
    policy.write_text(demo_policy(POLICY.read_text(encoding="utf-8")), encoding="utf-8")
    return {
        "HEARTHLINE_TOKEN": token,
        "HEARTHLINE_API_URL": address,
        "HEARTHLINE_KEYS": KeyRing.fresh().write(),
        "HEARTHLINE_DATABASE_URL": database_url,
        "HEARTHLINE_POLICY": str(policy),
    }


def furnish(
    folder: Path, surroundings: dict[str, str], people: int, *, paged: bool = False
) -> HearthlineSteps:
    """Fill the database and invite everybody; returns what these people will do.

    `paged`: after them comes one more, the worker on call.
    """
    settings = read_settings(surroundings)
    people_file, households_file = folder / "people.csv", folder / "households.csv"
    numbers = range(1, people + 1)
    carers = [
        f"C-{n:03},carer,Person {n},en,07700 900{n % 1000:03},,,,H-{n:03},yes" for n in numbers
    ]
    homes = [f"H-{n:03},S-001," for n in numbers]
    people_file.write_text(
        "\n".join([PEOPLE, WORKER, MANAGER, ON_CALL, *carers]) + "\n", encoding="utf-8"
    )
    households_file.write_text("\n".join([HOUSEHOLDS, *homes]) + "\n", encoding="utf-8")
    invited = {number: f"C-{number:03}" for number in numbers}
    if paged:
        invited[people + 1] = "S-003"
    codes = asyncio.run(_fill(settings, [people_file, households_file], invited))
    return HearthlineSteps(codes)


async def _connect_group(house: Opened) -> None:
    """Until a group is connected, people are told that the service is still setting up."""
    at = house.clock.now()
    async with house.database.reading() as reader:
        (manager,) = await find(reader, "S-002")
    code = (await make_codes(house, manager.id, group=True)).aloud
    async with house.database.reading() as reader:
        invitation = await invitations.by_code(reader, code)
    if invitation is None:
        raise RuntimeError("the group's code is not known")
    events = rules.connect_room(
        invitation,
        rules.CodeForm.SPOKEN,
        manager,
        door="telegram",
        room="-4200000001",
        tries=0,
        policy=policy_or_stop(house.settings, at),
        at=at,
    )
    change = Change(entity=rules.after(invitation, events[0]), base=invitation.version)
    await record(house.database, [Decided(events=events, changes=(change,))])


async def _fill(settings: Settings, files: list[Path], invited: dict[int, str]) -> dict[int, str]:
    await migrate(settings.database_url)
    clock = Clock()
    database = await Database.open(settings.database_url, settings.keys, clock)
    try:
        seen = await import_files(database, files, clock.now())
        if seen.problems:
            raise RuntimeError("; ".join(seen.problems))
        house = Opened(settings=settings, clock=clock, database=database)
        await _connect_group(house)
        codes = {}
        for number, reference in invited.items():
            async with database.reading() as reader:
                (person,) = await find(reader, reference)
            codes[number] = (await make_codes(house, person.id)).link
        return codes
    finally:
        await database.close()
