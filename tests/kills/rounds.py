"""Rounds: a night of calls for help that climb and are taken, then mornings of reminders."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import select

from fostering.requests import RequestState
from storage.tables import requests
from tests.kills.killing import AT_STOP, BY_CLOCK, BY_PHONES, Killing
from tests.kills.oracle import URGENT, Oracle
from tests.kills.phones import Phones
from tests.kills.village import WORKERS, Village, a_village


@dataclass
class Report:
    """What one village has shown."""

    kills: Counter[str] = field(default_factory=Counter)
    sends: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """What was counted that is no breach: duplicates, uncertain reminders, climbs …"""


async def play(
    folder: Path, url: str, seed: int, *, kills: int, before: Counter[str] | None = None
) -> Report:
    """One village from its first night on, until it has died this often."""
    luck = Random(seed)
    report = Report()
    async with a_village(folder, url, luck) as village:
        phones = Phones(village, luck)
        oracle = Oracle(village, phones)
        killing = Killing(village, luck, kills, phones.everybody_asks, before=before or Counter())
        try:
            while not killing.done:
                await night(village, phones, oracle, killing)
                if not killing.done:
                    await mornings(village, phones, oracle, killing)
        except AssertionError as fault:
            oracle.breach("half transactions", str(fault).splitlines()[0])
        report.kills, report.sends = killing.kills, village.weather.sends
        report.breaches, report.said, report.seen = oracle.breaches, oracle.said, oracle.seen
    return report


async def night(village: Village, phones: Phones, oracle: Oracle, killing: Killing) -> None:
    """They call, it climbs, three press at once, one speaks; writers go on writing meanwhile."""
    await killing.storm(BY_PHONES, phones.ask_for_numbers, phones.write)
    await oracle.judge()
    await killing.storm(BY_PHONES, partial(phones.call, 3), phones.write, partial(phones.call, 2))
    await oracle.judge()
    await killing.storm(BY_CLOCK, partial(village.move, "+6m"), phones.write)
    await oracle.judge()
    await killing.storm((*BY_PHONES, *AT_STOP), phones.race, phones.write)
    await oracle.judge()
    await killing.storm(BY_PHONES, partial(phones.speak, await holders(village)), phones.write)
    await oracle.judge()
    await phones.go_on()


async def mornings(village: Village, phones: Phones, oracle: Oracle, killing: Killing) -> None:
    """Everybody has a supervision in eight days: reminded a week and a day before."""
    await village.plan_supervisions()
    await oracle.begin_reminders()
    for words in ("next 09:01", "+6d"):
        oracle.due += 1
        await killing.storm(BY_CLOCK, partial(village.move, words), phones.write)
        await oracle.judge()
    await village.move("next 22:00")
    await killing.rest()


async def holders(village: Village) -> dict[UUID, str]:
    """Who has each call for help that nobody has spoken about."""
    names = {village.ids[name]: name for name in WORKERS}
    async with village.database.reading() as reader:
        found = await reader.connection.execute(
            select(requests.c.id, requests.c.acknowledged_by).where(
                requests.c.form == URGENT,
                requests.c.state == RequestState.ACKNOWLEDGED,
                requests.c.spoken_at.is_(None),
            )
        )
        return {row.id: names[row.acknowledged_by] for row in found}
