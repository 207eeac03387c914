"""`hearthline forget` and `hearthline hold`: what time or the law takes away, or keeps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from commands.inviting import find, the_one
from commands.moving_time import spoken
from commands.opening import Opened, bullets, carry_out, opened
from commands.policy import policy_or_stop
from commands.stopping import Stopped
from fostering.due import next_due_at
from fostering.events import Event, LegalHoldLifted, LegalHoldPlaced
from fostering.people import Person
from fostering.retention import Keeps, Reason, may_be_set_aside, what_keeps
from storage import deletions, requests
from storage.changes import Change, Decided
from storage.forgetting import forget
from storage.recording import record
from storage.retention import leavers

SAID = {
    Keeps.HELD: "There is a legal hold on this person: hearthline hold … --lift ends it.",
    Keeps.OPEN: "These requests are still open: {references}",
    Keeps.NOT_FILED: "Nobody has said that these are in the case file: {references}",
    Keeps.TOO_EARLY: "The policy keeps what they told us until {until}. "
    "If they asked to be forgotten: --early",
}


def forget_person(words: str, *, sure: bool, preview: bool = False, early: bool = False) -> None:
    """Forget the one person whom these words name; `preview` only counts what would go.

    Raises Stopped when it is nobody or several, when something keeps them, or when `sure` is
    missing: it cannot be undone (UK GDPR, article 17; the service decides what it must keep
    elsewhere first).
    """
    carry_out(_forget(words, sure=sure, preview=preview, early=early))


async def _forget(words: str, *, sure: bool, preview: bool, early: bool) -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            person = the_one(words, await find(reader, words))
            asked = await requests.all_of(reader, person.id)
            goes = await deletions.what_goes(reader, person.id)
            now = reader.now
        policy = policy_or_stop(house.settings, now)
        keeps = what_keeps(person, asked, policy, now)
        if preview:
            _say_preview(person, goes, keeps)
            return
        against = [reason for reason in keeps if not (early and may_be_set_aside(reason))]
        if against:
            said = bullets([_said(reason) for reason in against])
            raise Stopped(f"{person.name} was not forgotten.", *said)
        if not sure:
            raise Stopped(
                f"{person.name} was not forgotten. It cannot be undone: every word of theirs goes.",
                "If your service has filed what it must keep, say it again with --sure",
            )
        async with house.database.writing() as writer:
            await forget(writer, person.id, None, count=len(asked), early=bool(keeps))
    print("Forgotten. Backups made before still hold their key: let them run out.")


def say_deletions() -> None:
    """The deletion log: when, under which id, and how many requests there were; no names."""
    carry_out(_say_deletions())


async def _say_deletions() -> None:
    async with opened() as house, house.database.reading() as reader:
        found = await deletions.deletions(reader)
    for each in found:
        early = ", before the policy's days" if each.early else ""
        print(f"{spoken(each.at)}  {each.person}  {each.requests} requests{early}")
    if not found:
        print("Nobody was forgotten yet.")


def say_whose_days_are_over() -> None:
    """Who has left and has passed the policy's days: by name, for whoever looks through them."""
    carry_out(_say_whose_days_are_over())


async def _say_whose_days_are_over() -> None:
    async with opened() as house, house.database.reading() as reader:
        policy = policy_or_stop(house.settings, reader.now)
        found = await leavers(reader, policy, reader.now)
    for each in found:
        print(f"{spoken(each.over_at)}  {each.person.name} ({each.person.standing})")
    if not found:
        print("Nobody who has left has passed the policy's days.")


def hold_person(words: str, *, why: str, lift: bool) -> None:
    """Place a legal hold on one person, with its reason, or lift it.

    Raises Stopped without a reason, or where it was so already.
    """
    carry_out(_hold(words, why=why.strip(), lift=lift))


async def _hold(words: str, *, why: str, lift: bool) -> None:
    if not (why or lift):
        raise Stopped('Say why nothing may be forgotten: --why "court order of 3 March"')
    async with opened() as house:
        async with house.database.reading() as reader:
            person = the_one(words, await find(reader, words))
            now = reader.now
        if person.held is not lift:
            there = "There is no legal hold" if lift else "There is a legal hold already"
            raise Stopped(f"{there} on {person.name}.")
        due_at = next_due_at(person, policy_or_stop(house.settings, now))
        await _record_hold(house, person, why, now, due_at, lift=lift)
    print("Lifted." if lift else f"Nothing of {person.name} can be forgotten until it is lifted.")


async def _record_hold(
    house: Opened,
    person: Person,
    why: str,
    at: datetime,
    due_at: datetime | None,
    *,
    lift: bool,
) -> None:
    event: Event = LegalHoldPlaced(at=at, subject=person.id, why=why)
    if lift:
        event = LegalHoldLifted(at=at, subject=person.id)
    change = Change(entity=replace(person, held=not lift), base=person.version, next_due_at=due_at)
    done = await record(house.database, [Decided(events=(event,), changes=(change,))])
    if not done.recorded:
        raise Stopped("It could not be written down just now. Say it again.")


def _say_preview(person: Person, goes: Mapping[str, int], keeps: tuple[Reason, ...]) -> None:
    print(f"{person.name} ({person.standing}): this would be unreadable for ever or taken away:")
    for name, count in goes.items():
        print(f"  {count:>5}  {name}")
    print("Nothing was changed.")
    for reason in keeps:
        print(f"  - {_said(reason)}")


def _said(reason: Reason) -> str:
    until = spoken(reason.until) if reason.until is not None else ""
    return SAID[reason.keeps].format(references=", ".join(reason.references), until=until)
