"""Every press and every form, pressed by everybody about everything that is not theirs."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.form_handlers import OF_DRAFTS
from bot.presses import VERBS
from conversations.catalogue import FORMS
from conversations.screen import Press
from desk import drafts
from desk.unit import Place, Said, Unit
from tests.storage_fixtures import HandClock
from tests.stories.everything import (
    EVERYTHING_OFFERED,
    KINDS,
    Everything,
    Matter,
    let_everything_happen,
)
from tests.stories.presses_decided import DECIDED, NOT_HERE, SECOND, WORDS, Decision, Named
from tests.stories.pressing import Pressed, press_all, words_of
from tests.town import MONDAY_MORNING, Town

LETS_KNOW = {"privateno": "private", "sidepass": "young person"}
"""What is meant to let more people know: a private process ends, an advocate passes it on."""
A_TAG = "0" * 8


@pytest.fixture
def clock() -> HandClock:
    """Monday morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service offers everything that it can."""
    return dict(EVERYTHING_OFFERED)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """SQLite alone: no press writes anything."""
    return sqlite_url


def test_of_every_press_it_is_decided_once_to_whom_it_opens() -> None:
    decided = [verb for decision in DECIDED for verb in decision.verbs()]
    assert sorted(decided) == sorted(VERBS)
    assert set(decided) > NOT_HERE


async def test_no_press_shows_or_changes_what_is_not_theirs(town: Town, tmp_path: Path) -> None:
    happened = await let_everything_happen(town, tmp_path)
    opened: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    wrong: set[str] = set()
    presses = [*every_press(happened)]
    for kind, names in KINDS.items():
        for name in names:
            for pressed in await press_all(town, town.hands[name], presses):
                if pressed.taken:
                    opened[pressed.press.verb, len(pressed.press.args)].add(kind)
                wrong |= set(shown_to_others(pressed, name, happened))
                wrong |= set(changed_by_others(pressed, name, happened))
    assert not wrong, "\n".join(sorted(wrong))
    for decision in DECIDED:
        for verb in decision.verbs():
            assert opened[verb] <= decision.opens_to, (verb, sorted(opened[verb]))
            assert bool(opened[verb]) != (verb in NOT_HERE), verb
    sent = [call for call in town.world.calls if call.method.startswith("send")]
    assert {call.params.get("protect_content") for call in sent} == {True}
    await in_a_group_nobody_is_answered(town, happened)
    await a_form_opens_to_its_own_people_alone(town)


def every_press(happened: Everything) -> Iterator[Press]:
    """Each verb with everything that it could name."""
    for decision in DECIDED:
        for verb, count in decision.verbs():
            for first in named_by(decision, happened) if count else ("",):
                for more in seconds(verb, happened) if count > 1 else ((),):
                    yield Press(verb=verb, args=(first, *more) if count else ())


def named_by(decision: Decision, happened: Everything) -> tuple[str, ...]:
    """What the first argument of these presses is tried with."""
    match decision.named:
        case Named.MATTER:
            return tuple(matter.ids[0].hex for matter in happened.matters if matter.asked)
        case Named.PERSON:
            return tuple(happened.people[name].hex for name in ("rosa", "jay", "gwen", "nadia"))
        case Named.PLACEMENT:
            return tuple(id.hex for id in happened.placements.values())
        case Named.HOUSEHOLD:
            return tuple(id.hex for id in happened.households)
        case Named.WORD:
            return WORDS
        case Named.NOTHING:
            return ("",)


def seconds(verb: str, happened: Everything) -> list[tuple[str, ...]]:
    """What the second argument is tried with."""
    return [(word,) for word in SECOND.get(verb, (happened.people["tom"].hex,))]


def shown_to_others(pressed: Pressed, name: str, happened: Everything) -> Iterator[str]:
    """Whatever would stand on the phone of somebody who may not know of it."""
    for said in pressed.unit.said:
        to, text = reader_of(said, name, happened), words_of(said.screen)
        for matter in happened.matters:
            if to in matter.known_to or _lets_know(pressed, matter):
                continue
            marks = matter.words if to == "" else matter.marks
            found = [mark for mark in marks if mark in text]
            if found:
                yield f"{name} presses {pressed.press.token()}: {to or 'the group'} reads {found}"


def reader_of(said: Said, name: str, happened: Everything) -> str:
    """Whose phone a screen goes to; "" for the group."""
    if said.address.place is Place.ROOM:
        return ""
    names = {id.hex: each for each, id in happened.people.items()}
    return names.get(said.address.key, name)


def changed_by_others(pressed: Pressed, name: str, happened: Everything) -> Iterator[str]:
    """Whatever would be changed by a press that names what this person may not know of."""
    named = pressed.press.args[:1]
    for matter in happened.matters:
        about = any(named == (id.hex,) for id in matter.ids)
        if about and name not in matter.known_to and _changes(pressed, named):
            yield f"{name} changes {matter.name} by {pressed.press.token()}"


def _changes(pressed: Pressed, named: tuple[str, ...]) -> bool:
    """A form of one's own may open, as long as it holds nothing of what the press names."""
    unit = pressed.unit
    drafts = [(draft.request, draft.answers) for draft in unit.kept.values()]
    held = any(id in repr(drafts).replace("-", "") for id in named)
    return bool(unit.events or unit.dropped or unit.wiped or unit.tries or held)


def _lets_know(pressed: Pressed, matter: Matter) -> bool:
    return pressed.changed and LETS_KNOW.get(pressed.press.verb) == matter.name


async def in_a_group_nobody_is_answered(town: Town, happened: Everything) -> None:
    """Whoever presses there, worker or stranger, with whatever button."""
    matter = next(m for m in happened.matters if m.name == "urgent").ids[0].hex
    presses = [Press(verb=v, args=(matter, "15")[:count]) for v, count in VERBS]
    presses += [Press(verb=verb, args=(A_TAG, "words", "1")) for verb in sorted(OF_DRAFTS)]
    assert town.group is not None
    for hand in (town.amina, town.stranger("mallory")):
        for pressed in await press_all(town, hand, presses, group=str(town.group.id)):
            assert not pressed.changed
            assert not pressed.unit.said
            assert not pressed.unit.toast


async def a_form_opens_to_its_own_people_alone(town: Town) -> None:
    """The entry of each form, and each press on a card of somebody else's."""
    for names in KINDS.values():
        for name in names:
            (first,) = await press_all(town, town.hands[name], [Press(verb="home")])
            scene = first.unit.scene
            for form in FORMS.values():
                unit = Unit(scene=scene)
                drafts.open_form(unit, form.key)
                kept = [draft for draft in unit.kept.values() if draft.form == form.key]
                theirs = scene.person is not None and scene.person.standing is form.audience
                assert theirs or not (kept or unit.events), (name, form.key)
                for draft in unit.kept:
                    del scene.drafts[draft]
