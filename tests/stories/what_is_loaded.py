"""What a scene holds: for everybody and each of their presses, in a town where much has happened.

Written down in `what_is_loaded.txt` to be read: what somebody's unit may look at, before any rule
says whether they may see it. More than before is a query too many, less is a screen that lies.
`make transcripts` writes it anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from conversations.screen import Press
from desk.glance import Glance
from desk.scene import Scene, Sender, Where
from desk.scenes import load
from fostering.people import Household
from storage.database import Reader
from tests.stories.everything import Everything
from tests.stories.presses_decided import DECIDED, SECOND, WORDS, Named
from tests.town import Town

PLACE = Path(__file__).with_suffix(".txt")
HEAD = """\
What is loaded for a unit: for everybody, what is there whatever they do; then what each press adds,
or takes away (-). A number after a request is how many lines of its chronology are there.
"""
PEOPLE = ("stranger", "jay", "rosa", "gwen", "nadia", "priya", "amina", "helen")
HALF_FILLED = ("bea", "grace", "carl", "david")
"""Who has a form open; what that needs is loaded whatever they press, so few presses are enough."""
ENOUGH = ("home", "req urgent", "req not_safe", "morning", "revs")
OPENS = "req"
"""The press that names each of all matters; the others name one that is urgent."""
Held = dict[str, frozenset[str]]
Glanced = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Names:
    """What ids are called in the list."""

    of: dict[UUID, str]

    def __call__(self, id: UUID | None) -> str:
        """The name of what has this id."""
        return self.of.get(id, "some") if id is not None else "nobody"

    def all(self, ids: Iterable[UUID]) -> frozenset[str]:
        """The names of several; of what has none, how many there are."""
        return frozenset(map(self, ids))

    def home(self, home: Household) -> str:
        """A household by its carers."""
        return "+".join(sorted(self.all(home.carers)))

    def homes(self, homes: Iterable[Household]) -> frozenset[str]:
        """Several of them."""
        return frozenset(map(self.home, homes))

    def homes_of(self, ids: Iterable[UUID], scene: Scene) -> frozenset[str]:
        """Households that are named by id."""
        found = (scene.households.get(id) for id in ids)
        return frozenset(self.home(home) if home else "another" for home in found)


def names_in(happened: Everything) -> Names:
    """Everybody and everything that has a name."""
    found = {id: name for name, id in happened.people.items()}
    found |= {id: label for label, id in happened.placements.items()}
    found |= {m.ids[0]: m.name for m in happened.matters if m.asked}
    return Names(of=found)


def held_by(scene: Scene, names: Names) -> Held:
    """What is in a scene, by its fields; empty ones are left out."""
    one_of = {
        "person": scene.person and names(scene.person.id),
        "household": scene.household and names.home(scene.household),
        "invitation": scene.invitation and names(scene.invitation.person),
        "tries": scene.code_tries and str(scene.code_tries),
        "token": scene.token and "fresh",
        "room": scene.room,
        "doubted": scene.doubted and "there",
        "pressed": scene.pressed_message,
        "typed": scene.typed and "yes",
    }
    several = {
        "roster": names.all(p.id for p in scene.roster),
        "people": names.all(scene.people),
        "households": names.homes(scene.households.values()),
        "drafts": frozenset(draft.form for draft in scene.drafts.values()),
        "requests": frozenset(
            f"{names(id)} {len(scene.written.get(id, ()))}" for id in scene.requests
        ),
        "reasons": frozenset(
            f"{names.home(home)} {len(scene.written[id])}"
            for id, home in scene.households.items()
            if id in scene.written
        ),
        "waiting": names.all(r.id for r in scene.waiting),
        "advocacies": names.all(scene.advocacies),
        "advocates": names.all(p.id for p in scene.advocates),
        "supervisions": names.all(scene.supervisions),
        "annual reviews": names.all(scene.annual_reviews),
        "authorities": names.all(scene.authorities),
        "starts": names.all(scene.placement_starts),
        "checks": names.homes_of(scene.home_checks, scene),
        "warned": names.homes(scene.warned),
        "private": names.homes_of((home.id for home in scene.private_homes), scene),
        "promises": frozenset(noun for each in scene.promises.values() for noun, _ in each),
        "doubts": names.all(doubt.to for doubt in scene.doubts),
        "chats": names.all(scene.chats),
        "firsts": names.all(scene.firsts),
        "rooms": frozenset(scene.rooms),
        "cards": frozenset(card.partition(":")[0] for card in scene.shown),
    }
    held = {name: frozenset({str(value)}) for name, value in one_of.items() if value}
    return held | {name: found for name, found in several.items() if found}


def glances(happened: Everything, codes: Sequence[str]) -> Iterator[tuple[str, Glanced]]:
    """Each verb with what it could name, typed references, codes; and how each is called."""
    asked = {m.name: m.ids[0].hex for m in happened.matters if m.asked}
    people = {id: name for name, id in happened.people.items()}
    of_homes = (m for m in happened.matters if m.name == "home")
    homes = {f"home of {people[m.ids[0]]}": m.ids[-1].hex for m in of_homes}
    named = {
        Named.NOTHING: {"": ""},
        Named.MATTER: {"urgent": asked["urgent"]},
        Named.PERSON: {name: happened.people[name].hex for name in ("rosa", "jay", "owen")},
        Named.PLACEMENT: {label: id.hex for label, id in happened.placements.items()},
        Named.HOUSEHOLD: homes,
        Named.WORD: {word: word for word in WORDS[-1:]},
    }
    for decision in DECIDED:
        for verb, count in decision.verbs():
            for name, first in named[decision.named].items() if count else (("", ""),):
                more = SECOND.get(verb, (happened.people["helen"].hex,))
                args = (first, *more)[:count]
                yield f"{verb} {name}".rstrip(), {"press": Press(verb=verb, args=args)}
    for name, id in asked.items():
        yield f"{OPENS} {name}", {"press": Press(verb=OPENS, args=(id,))}
    for matter in happened.matters:
        if matter.reference:
            yield f"types {matter.name}", {"reference": matter.reference, "typed": True}
    for number, code in enumerate(codes, 1):
        yield f"code {number}", {"code": code}
    yield "presses on a message", {"pressed_message": "7"}


async def lines(
    town: Town,
    happened: Everything,
    codes: Sequence[str] = (),
    people: Sequence[str] = (*PEOPLE, *HALF_FILLED),
) -> list[str]:
    """The whole of it, one person a paragraph."""
    names = names_in(happened)
    every = dict(glances(happened, codes))
    found: list[str] = []
    for name in people:
        told = {called: every[called] for called in ENOUGH} if name in HALF_FILLED else every
        async with town.database.reading() as reader:
            found += await _of(reader, town, name, told, names)
    return found


async def _of(
    reader: Reader, town: Town, name: str, told: Mapping[str, Glanced], names: Names
) -> Sequence[str]:
    sender = _sender(town, name)
    seen = [Glance(sender=sender), *(Glance(sender=sender, **glanced) for glanced in told.values())]
    still, *scenes = [
        held_by(scene, names) for scene in await load(reader, town.policy, seen, town.now)
    ]
    by_more: defaultdict[str, list[str]] = defaultdict(list)
    for called, held in zip(told, scenes, strict=True):
        by_more[_more(still, held)].append(called)
    found = [f"\n{name}", *(f"  {field}: {_listed(held)}" for field, held in still.items())]
    return found + sorted(f"  {_listed(by)}\n    {more}" for more, by in by_more.items() if more)


def _sender(town: Town, name: str) -> Sender:
    phone = town.hands[name].phone
    account = str(phone.id)
    return Sender(
        door="telegram", account=account, chat=account, where=Where.PRIVATE, language="en"
    )


def _more(still: Held, held: Held) -> str:
    nothing: frozenset[str] = frozenset()
    changes = []
    for field in sorted({*still, *held}):
        before, now = still.get(field, nothing), held.get(field, nothing)
        changed = [*sorted(now - before), *(f"-{gone}" for gone in sorted(before - now))]
        if changed:
            changes.append(f"{field}: {', '.join(changed)}")
    return "; ".join(changes)


def _listed(found: Iterable[str]) -> str:
    return ", ".join(sorted(found))
