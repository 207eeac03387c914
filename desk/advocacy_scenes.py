"""Scenes with advocacies: for young people and the provider's people; the service never meets one.

A scene of the staff is never filled from here, so that no list, count or climb of theirs can hold
what a young person asked an advocate for (practice 17).
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from desk.scene import Scene, Token, Written
from fostering.advocacy import Advocacy
from fostering.people import Person, Standing
from fostering.permission import may_see_advocacy
from storage import advocacies, chronology, one_time_links, people
from storage.database import Reader

Wanted = tuple[Scene, Person]


async def load(reader: Reader, wanted: Sequence[Wanted]) -> None:
    """What each of these people may see, with everybody of the provider."""
    young = [(s, p) for s, p in wanted if p.standing is Standing.YOUNG_PERSON]
    provider = [(s, p) for s, p in wanted if p.standing is Standing.ADVOCATE]
    if not young and not provider:
        return
    there = await people.advocates(reader)
    own = await advocacies.open_of(reader, [p.id for _, p in young]) if young else {}
    every = await advocacies.open_now(reader) if provider else {}
    for scene in (scene for scene, _ in young if scene.policy.letters):
        words = one_time_links.fresh_token()
        scene.token = Token(words=words, hash=one_time_links.hash_of(reader, words))
    for scene, person in (*young, *provider):
        found = own if person.standing is Standing.YOUNG_PERSON else every
        _put(scene, (a for a in found.values() if may_see_advocacy(person, a)), there)
    await _with_words(reader, [scene for scene, _ in (*young, *provider)])


async def load_due(reader: Reader, scene: Scene, key: UUID) -> None:
    """One advocacy of which something is due, with its young person."""
    found = await advocacies.load(reader, [key])
    _put(scene, found.values(), await people.advocates(reader))
    await _with_words(reader, [scene])


def _put(scene: Scene, found: Iterable[Advocacy], there: tuple[Person, ...]) -> None:
    scene.advocacies |= {advocacy.id: advocacy for advocacy in found}
    scene.advocates = there
    scene.people |= {person.id: person for person in there}


async def _with_words(reader: Reader, scenes: Sequence[Scene]) -> None:
    """Whose they are, and all that was answered and written."""
    ids = sorted({id for scene in scenes for id in scene.advocacies})
    if not ids:
        return
    entries = await chronology.entries(reader, ids)
    authors = {a.author for scene in scenes for a in scene.advocacies.values()}
    known = await people.load(reader, sorted(authors))
    for scene in scenes:
        theirs = {a.author for a in scene.advocacies.values()}
        scene.people |= {id: known[id] for id in sorted(theirs & known.keys())}
        for id in scene.advocacies:
            scene.written[id] = tuple(
                Written(at=e.at, actor=e.actor, event=e.event, words=e.words, codes=e.codes)
                for e in entries.get(id, ())
            )
