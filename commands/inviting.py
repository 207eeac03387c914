"""`hearthline invite`: a link, a spoken code and a QR code for one person or for the group."""

import io
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import segno

from commands.moving_time import spoken
from commands.opening import Opened, bullets, carry_out, opened
from commands.policy import policy_or_stop
from commands.stopping import Stopped
from commands.telegram_name import ask, name_in, trouble_in
from fostering import invitations as rules
from fostering.people import Person, Role, Standing
from storage import invitations, people
from storage.database import Reader
from storage.recording import Change, Decided, record

LINK_BYTES = 24


@dataclass(frozen=True, kw_only=True)
class Codes:
    """What is handed over, shown once and never kept: only keyed hashes of it are."""

    link: str
    aloud: str
    link_expires: datetime
    aloud_expires: datetime

    def address(self, bot: str) -> str:
        """The deep link that opens the bot with the code."""
        return f"https://t.me/{bot}?start={self.link}"


async def make_codes(house: Opened, subject: UUID, *, group: bool = False) -> Codes:
    """Invite a person (or the group, in the name of `subject`); the invitation is recorded."""
    link = secrets.token_urlsafe(LINK_BYTES)
    aloud = rules.spoken_code(secrets.token_bytes(rules.SPOKEN_LENGTH))
    at = house.clock.now()
    async with house.database.reading() as reader:
        events = rules.invite(
            id=uuid4(),
            subject=subject,
            by=None,
            link_hash=invitations.hash_of(reader, link),
            spoken_hash=invitations.hash_of(reader, aloud),
            policy=policy_or_stop(house.settings, at),
            at=at,
            group=group,
        )
    invitation = rules.after(None, events[0])
    outcome = await record(
        house.database,
        [Decided(events=events, changes=(Change(entity=invitation, base=None),))],
    )
    if not outcome.recorded:
        raise Stopped("The invitation could not be recorded. Nobody was invited.")
    return Codes(
        link=link,
        aloud=aloud,
        link_expires=invitation.link_expires,
        aloud_expires=invitation.spoken_expires,
    )


def invite_person(words: str, *, picture: Path | None) -> None:
    """Invite the one person whom these words name; raises Stopped when it is nobody, or several."""
    if not words.strip():
        raise Stopped("Say who: hearthline invite CARER-017, or a name. For the group: --group")
    if picture is not None and picture.suffix not in {".png", ".svg"}:
        raise Stopped("A QR code is written as .png or .svg.")
    carry_out(_invite_person(words, picture))


async def _invite_person(words: str, picture: Path | None) -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            person = the_one(words, await find(reader, words))
        at = house.clock.now()
        if not rules.old_enough(person, policy_or_stop(house.settings, at), at):
            raise Stopped(
                f"{person.name} is under 16, or the lists hold no birth date. Telegram's minimum "
                "in the UK is 16.",
                "Nobody was invited.",
            )
        bot = await _bot_name(house)
        codes = await make_codes(house, person.id)
    address = codes.address(bot)
    code = segno.make(address, error="m", micro=False)
    drawn = io.StringIO()
    code.terminal(drawn, compact=True, border=2)
    print(drawn.getvalue())
    for line in handed_over(person, codes, address):
        print(line)
    if picture is not None:
        code.save(str(picture), scale=8, border=4)
        print(f"The QR code is in {picture}.")


async def find(reader: Reader, words: str) -> tuple[Person, ...]:
    """Who has this reference in the service's own lists, or else a name with these words."""
    known = await people.by_import_reference(reader, [words.strip()])
    if known:
        return tuple((await people.load(reader, known.values())).values())
    return await people.named(reader, words)


def handed_over(person: Person, codes: Codes, address: str) -> list[str]:
    """What staff read when they hand the invitation over."""
    lines = [
        f"For {person.name} alone. Whoever uses it first is {person.name} to us.",
        f"Link:        {address}",
        f"             good once, until {spoken(codes.link_expires)}",
        f"Spoken code: {grouped(codes.aloud)}   (they type it to the bot)",
        f"             good once, until {spoken(codes.aloud_expires)}",
    ]
    if person.standing is Standing.YOUNG_PERSON:
        lines.append("Hand it over in person, never through the carer (practice 24).")
    if person.linked:
        lines.append(f"{person.name} has a chat with us already; it moves to the new phone.")
    return lines


def invite_group() -> None:
    """Make the code that connects the out-of-hours group; raises Stopped without any staff."""
    carry_out(_invite_group())


async def _invite_group() -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            inviter = responsible(await people.roster(reader))
        codes = await make_codes(house, inviter.id, group=True)
    print("Add the bot to the group. Then somebody of the team who is linked writes there:")
    print(f"  /connect {codes.aloud}")
    print(f"Good once, until {spoken(codes.aloud_expires)}.")


def the_one(words: str, found: tuple[Person, ...]) -> Person:
    """The one person found; raises Stopped when there is nobody or more than one."""
    match found:
        case (person,):
            return person
        case ():
            raise Stopped(f"Nobody here is called {words}. Import people first: hearthline import")
        case _:
            raise Stopped(
                "Several people match. Use the service's own reference:",
                *bullets([f"{person.name} ({person.standing})" for person in found]),
            )


def responsible(roster: tuple[Person, ...]) -> Person:
    """The manager in whose name the group is connected."""
    for role in (Role.SERVICE_MANAGER, Role.TEAM_MANAGER, Role.ON_CALL_MANAGER):
        for person in roster:
            if role in person.roles:
                return person
    raise Stopped("There is no manager among the staff yet. Import people first: hearthline import")


def grouped(code: str) -> str:
    """A spoken code in two halves, as it is read out."""
    return f"{code[:5]} {code[5:]}"


async def _bot_name(house: Opened) -> str:
    outcome = await ask(house.settings)
    if trouble := trouble_in(outcome):
        raise Stopped(trouble, "Nobody was invited.")
    return name_in(outcome)
