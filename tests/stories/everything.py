"""A town in which something of everything has happened, and who may know of each of it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from fostering.policy import Complaints
from fostering.requests import Request
from storage import advocacies, households
from storage import requests as stored
from storage.imports import import_files
from storage.tables import requests as request_rows
from tests.stories.check_ins import says_how_things_are
from tests.stories.deeds import go_home, reference_on
from tests.stories.test_a_concern_goes_above import LADO
from tests.stories.test_somebody_on_my_side import PROVIDER, asks
from tests.town import CAST, Town

EVERYTHING_OFFERED: dict[str, object] = {
    "views": True,
    "advocacy_provider": PROVIDER,
    "complaints": Complaints(outside=(LADO,)),
    "pages_address": "https://pages.example.org",
}
"""A service that offers everything that it can."""
JOINED = {
    "daniel": "C-002",
    "gwen": "C-003",
    "sam": "YP-003",
    "owen": "S-002",
    "helen": "S-006",
    "david": "S-007",
    "ruth": "S-008",
    "bea": "S-009",
    "carl": "S-010",
    "nadia": "A-001",
    "ben": "A-002",
}
"""Whose phones are linked besides those of every town; a stranger has one too."""

KINDS = {
    "stranger": ("stranger",),
    "young": ("jay", "sam"),
    "carer": ("rosa", "daniel", "gwen"),
    "advocate": ("nadia", "ben"),
    "worker": ("priya", "owen", "bea", "ruth"),
    "duty": ("amina", "grace", "carl"),
    "manager": ("helen",),
}
"""Who presses; Carl is kept from Rosa's household, Priya is left out of one report of hers."""

LISTS = {
    "people.csv": (
        "reference,standing,name,born,roles,turn,household\n"
        "S-009,staff,Bea Quill,,supervising_social_worker,,\n"
        "S-010,staff,Carl Dunn,,out_of_hours_worker;duty_worker,3,\n"
        "C-003,carer,Gwen Parry,,,,H-002\n"
        "YP-003,young_person,Sam Tully,today-16y,,,\n"
    ),
    "households.csv": (
        "reference,supervising_social_worker,kept_from\nH-001,S-001,S-010\nH-002,S-009,\n"
    ),
    "placements.csv": (
        "reference,household,young_person,label,number,first\n"
        "P-003,H-002,YP-003,S (heron),NM-203417,today-60\n"
    ),
    "supervision.csv": (
        "carer,worker,last_supervision,approved,last_annual_review\n"
        "C-003,S-009,today-30,today-500,today-100\n"
    ),
}

EVERY_MANAGER = frozenset({"helen", "david"})
ON_DUTY = frozenset({"amina", "tom", "grace"})


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One thing that happened: what a button names, what gives it away, and who may know of it.

    `words` are personal; the group may read the reference of what is urgent, and nothing else.
    `asked`: somebody asked for it, and it is not who lives where.
    """

    name: str
    ids: tuple[UUID, ...]
    words: tuple[str, ...]
    reference: str = ""
    known_to: frozenset[str]
    asked: bool = True

    @property
    def marks(self) -> tuple[str, ...]:
        """Whatever gives it away."""
        return (*self.words, self.reference) if self.reference else self.words


@dataclass(frozen=True, kw_only=True)
class Everything:
    """All that happened, and the ids of people and places that a button could name."""

    matters: tuple[Matter, ...]
    people: dict[str, UUID]
    placements: dict[str, UUID]
    households: tuple[UUID, ...]


async def let_everything_happen(town: Town, folder: Path) -> Everything:
    """Two households, each with something urgent; a report, a check-in, concerns, an advocate."""
    await _take_in(town, folder)
    rosa, jay, gwen, daniel = town.rosa, town.jay, town.gwen, town.daniel
    await go_home(rosa)
    await rosa.presses("Something has changed at home", "Who lives here or visits")
    await rosa.presses("Someone at home turns 18", "It has happened")
    await rosa.writes("Zitronenfalter")
    await rosa.presses("Priya Sharma (supervising)", "That is all", "Send")
    await go_home(rosa)
    await rosa.presses("Concerns and complaints", "Tell us about it")
    await rosa.presses("A promise that was not kept", "Priya Sharma (supervising)")
    await rosa.writes("Trauermantel")
    await rosa.presses("Skip", "No", "Send")
    await go_home(rosa, gwen, daniel)
    await rosa.presses("I need help now", "Tell the on-call team")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("Admiralfalter")
    await town.amina.presses("Send")
    await gwen.presses("I need help now", "Tell the on-call team")
    await daniel.presses("I need help now", "Tell the on-call team")
    await _make_private(town)
    await go_home(jay)
    await says_how_things_are(jay, "Pfauenauge")
    await jay.presses("Send")
    await go_home(jay)
    await jay.presses("Something is not fair", "No, I say it myself", "Where I live")
    await jay.writes("Schwalbenschwanz")
    await jay.presses("Skip", "Nobody else", "Yes, write to me here")
    await jay.presses("Yes, send it")
    await asks(jay)
    await go_home(jay)
    await jay.presses("I'm not safe right now", "Message only")
    return await _found(town)


async def _take_in(town: Town, folder: Path) -> None:
    for name, lines in LISTS.items():
        (folder / name).write_text(lines)
    seen = await import_files(town.database, sorted(folder / name for name in LISTS), town.now)
    assert not seen.problems, seen.problems
    for name, reference in JOINED.items():
        await town.hand_link(name, reference)
    town.stranger("stranger")
    await town.settle()


async def _make_private(town: Town) -> None:
    """Daniel's call becomes a private process."""
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.helen.writes(reference)
    await town.helen.presses("This is a private process", "Yes, make it private")


KNOWN: dict[tuple[str, str], tuple[str, str, frozenset[str]]] = {
    # Priya is left out of it, so it falls to Amina; Owen has a child placed there.
    ("household_change", "rosa"): (
        "report",
        "Zitronenfalter",
        frozenset({"rosa", "owen", "amina"}),
    ),
    ("concern", "rosa"): ("concern", "Trauermantel", frozenset({"rosa", "helen"})),
    ("urgent_help", "rosa"): ("urgent", "Admiralfalter", ON_DUTY | {"rosa", "priya", "owen"}),
    ("urgent_help", "gwen"): ("elsewhere", "", ON_DUTY | {"gwen", "bea", "carl"}),
    ("urgent_help", "daniel"): ("private", "", frozenset({"daniel"})),
    ("check_in", "jay"): ("said", "Pfauenauge", frozenset({"jay", "owen"})),
    ("young_concern", "jay"): ("unfair", "Schwalbenschwanz", frozenset({"jay", "helen"})),
    ("not_safe", "jay"): ("not_safe", "", ON_DUTY | {"jay", "owen"}),
}
"""(form, who asked) -> a name, the words in it, and who may know besides managers."""
NOT_FOR_EVERY_MANAGER = frozenset({"concern", "said", "unfair"})


HOMES: dict[tuple[str, ...], tuple[tuple[str, ...], frozenset[str]]] = {
    ("rosa", "daniel", "jay"): (
        ("Rosa Okafor", "Daniel Okafor", "J (otter)", "M (robin)", "07700 900201"),
        ON_DUTY | EVERY_MANAGER | {"rosa", "daniel", "jay", "priya", "owen"},
    ),
    # Nadia, whom Jay asked, knows of Jay; a carer reads a label and never the name.
    ("jay",): (
        ("Jay Mercer",),
        ON_DUTY | EVERY_MANAGER | {"jay", "priya", "owen", "nadia"},
    ),
    ("gwen", "sam"): (
        ("Gwen Parry", "Sam Tully", "S (heron)"),
        ON_DUTY | EVERY_MANAGER | {"gwen", "sam", "bea", "carl"},
    ),
}
"""Who they are -> what gives them away, and who may know of them."""


async def _found(town: Town) -> Everything:
    names = {await town.person(reference): name for name, reference in (CAST | JOINED).items()}
    async with town.database.reading() as reader:
        ids = (await reader.connection.scalars(select(request_rows.c.id))).all()
        found = await stored.load(reader, ids)
        (asked,) = (await advocacies.open_now(reader)).values()
        homes = await households.every(reader)
    matters = [_matter(request, names[request.author]) for request in found.values()]
    matters.append(
        Matter(name="advocacy", ids=(asked.id,), words=(), known_to=frozenset({"jay", "nadia"}))
    )
    assert len(matters) == len(KNOWN) + 1
    people = {name: id for id, name in names.items()}
    placements = {p.label: p.id for home in homes for p in home.placements}
    for who, (words, known_to) in HOMES.items():
        ids = [people[name] for name in who] + [placements[w] for w in words if w in placements]
        ids += [home.id for home in homes if {*ids} & home.carers]
        name = "home" if len(who) > 1 else "young person"
        matters.append(
            Matter(name=name, ids=tuple(ids), words=words, known_to=known_to, asked=False)
        )
    return Everything(
        matters=tuple(matters),
        people=people,
        placements=placements,
        households=tuple(home.id for home in homes),
    )


def _matter(request: Request, author: str) -> Matter:
    name, words, known_to = KNOWN[request.form, author]
    if name not in NOT_FOR_EVERY_MANAGER:
        known_to |= EVERY_MANAGER
    return Matter(
        name=name,
        ids=(request.id,),
        words=(words,) if words else (),
        reference=request.reference,
        known_to=known_to,
    )
