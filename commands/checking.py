"""`hearthline check`: what is missing before anybody may rely on it, all at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from commands.cover import cover
from commands.missing_lists import unwritten
from commands.opening import carry_out, settings_or_stop
from commands.pausing import ON_HOLD
from commands.policy import policy_or_stop, ready_or_stop
from commands.stopping import Stopped
from commands.telegram_name import ask, name_in, trouble_in
from fostering.policy import Mode, Policy
from locales import languages
from locales.catalogues import catalogue
from storage.clock import Clock
from storage.database import Database
from storage.faults import DatabaseFault
from storage.keys import KeysNotGood
from storage.migrating import check
from storage.settings import Settings


class Weight(StrEnum):
    """What a finding means for the start."""

    GOOD = "good"
    KNOW = "know"
    GAP = "gap"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at, in plain words."""

    weight: Weight
    words: str


def check_everything() -> None:
    """Say everything that was found; raises Stopped when there are gaps."""
    findings = list(carry_out(_look()))
    for finding in findings:
        print(f"{finding.weight.value:<5} {finding.words}")
    gaps = sum(finding.weight is Weight.GAP for finding in findings)
    if gaps:
        raise Stopped("", f"{gaps} to put right before anybody relies on Hearthline.")
    print("\nNothing is missing. What is marked 'know' still holds.")


def check_conversations() -> None:
    """List every conversation with its steps."""
    from bot.form_handlers import describe

    for form, states in describe().items():
        print(f"{form}: {' → '.join(states)}")


async def _look() -> list[Finding]:
    findings: list[Finding] = []
    try:
        settings = settings_or_stop()
    except Stopped:
        return [*gaps_of_settings(), know("Nothing else was looked at: put these right first.")]
    findings.append(good("The settings are all there."))
    policy: Policy | None = None
    try:
        policy = policy_or_stop(settings, Clock().now())
        findings += about_policy(policy)
    except Stopped as stopped:
        findings += gaps(stopped)
    findings += about_pages(settings)
    findings += about_watch(settings)
    findings += about_backups(settings)
    findings += about_telegram(settings, trouble_in(named := await ask(settings)), name_in(named))
    findings += await _about_database(settings, policy)
    return findings


async def _about_database(settings: Settings, policy: Policy | None) -> list[Finding]:
    clock = Clock()
    try:
        if wrong := await check(settings.database_url):
            return [gap(line) for line in wrong]
        database = await Database.open(settings.database_url, settings.keys, clock, beside=True)
    except KeysNotGood as reason:
        return [gap(f"The keys do not fit this database: {reason}.")]
    except DatabaseFault as fault:
        return [gap(fault.words)]
    try:
        async with database.reading() as reader:
            await clock.refresh(reader)
            found = [good("The database has its newest shape and the keys open it.")]
            found += [gap(ON_HOLD)] if database.paused else []
            if policy is not None:
                found += [
                    Finding(weight=Weight.GAP if line.missing else Weight.KNOW, words=line.words)
                    for line in await cover(reader, policy, clock.now())
                ]
                found += [know(words) for words in await unwritten(reader, policy, clock.now())]
            return found
    finally:
        await database.close()


def about_policy(policy: Policy) -> Iterator[Finding]:
    """Whose policy it is, who is reading, and which languages may be offered."""
    yield good(f"The policy is whole. The service is called {policy.service_name}.")
    if policy.mode is not Mode.LIVE:
        yield know(f"The mode is {policy.mode.value}: every screen says that nobody is reading.")
    for tag in policy.languages:
        if tag not in languages():
            yield gap(f"The language {tag} is in the policy, but its catalogue is not whole.")
        elif tag != "en" and catalogue(tag).checked_on is None:
            offered = policy.unchecked_languages or policy.mode is Mode.DEMO
            ending = (
                "It is offered all the same, as the policy says." if offered else "Not offered."
            )
            yield know(f"Nobody has checked the safety texts in {tag}. {ending}")


def about_telegram(settings: Settings, trouble: str, name: str) -> Iterator[Finding]:
    """Whether the Bot API answers, and how updates will come."""
    if trouble:
        yield gap(trouble)
    else:
        yield good(f"Telegram answers: the bot is @{name}.")
    if settings.public_url:
        yield good("Telegram will call us at HEARTHLINE_PUBLIC_URL (webhook).")
    else:
        yield good("We ask Telegram for updates (no HEARTHLINE_PUBLIC_URL).")


def gaps_of_settings() -> list[Finding]:
    """Everything that is missing in the settings, and in the policy as well where it is there."""
    try:
        ready_or_stop(Clock().now())
    except Stopped as stopped:
        return gaps(stopped)
    return []


def about_pages(settings: Settings) -> Iterator[Finding]:
    """Whether *Who is this?* can show anything."""
    if settings.pages_address:
        yield good("Our own pages are on: one-time links begin with HEARTHLINE_PAGES_ADDRESS.")
    else:
        yield know(
            "Our own pages are off (no HEARTHLINE_PAGES_ADDRESS): Who is this? says that the "
            "service has no page of its own, and workers must look in their own system."
        )


def about_watch(settings: Settings) -> Iterator[Finding]:
    """Who hears of it when the service carries nothing any more."""
    if settings.heartbeat_url:
        yield good("A watcher outside is called each minute while all is well.")
    else:
        yield know(
            "No watcher outside (no HEARTHLINE_HEARTBEAT_URL): if this machine stops, nobody is "
            "told."
        )
    if not settings.operator_chat and not (settings.mail and settings.mail.operator):
        yield know(
            "Nobody is told of alarms (no HEARTHLINE_OPERATOR_CHAT, no HEARTHLINE_MAIL_TO): "
            "they stand in the log and at /health alone."
        )


def about_backups(settings: Settings) -> Iterator[Finding]:
    """Whether `hearthline backup` can make one."""
    if settings.backup_keys is None:
        yield know(
            "No backups by Hearthline itself (no HEARTHLINE_BACKUP_KEY): somebody else must make "
            "them, and say `hearthline pause` before one is started."
        )


def gaps(stopped: Stopped) -> list[Finding]:
    """Each line of what stopped a command, as a gap."""
    return [gap(line.removeprefix("  - ")) for line in stopped.lines[1:] or stopped.lines]


def good(words: str) -> Finding:
    """Something that is as it should be."""
    return Finding(weight=Weight.GOOD, words=words)


def know(words: str) -> Finding:
    """Something that is not wrong, but that people must know."""
    return Finding(weight=Weight.KNOW, words=words)


def gap(words: str) -> Finding:
    """Something that is missing."""
    return Finding(weight=Weight.GAP, words=words)
