"""Choosing a language: each name in its own script; an open form keeps its answers."""

from dataclasses import replace

from conversations.home import language_screen
from desk.drafts import redraw_open_draft
from desk.home import show_home, show_stranger
from desk.say import reply, tongue
from desk.unit import Unit
from fostering.events import LanguageChosen
from locales import language


def show_languages(unit: Unit) -> None:
    """Which language shall we use? Each name in its own script."""
    person = unit.scene.person
    names = [(tag, language(tag).name) for tag in unit.scene.policy.languages]
    reply(
        unit,
        language_screen(
            tongue(unit),
            names,
            linked=person is not None,
            standing=person.standing if person is not None else None,
        ),
    )


def choose_language(unit: Unit, tag: str) -> None:
    """The person's language from now on; an open form is drawn again and keeps its answers."""
    scene = unit.scene
    if tag not in scene.policy.languages:
        show_languages(unit)
        return
    person = scene.person
    if person is None:
        if scene.sender is not None:
            scene.sender = replace(scene.sender, language=tag)
        show_stranger(unit)
        return
    if person.language != tag:
        unit.decide(LanguageChosen(at=scene.at, subject=person.id, actor=person.id, language=tag))
    if not redraw_open_draft(unit):
        show_home(unit)
