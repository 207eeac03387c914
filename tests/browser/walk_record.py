"""The record of a walk: what each person did and what they then saw, drawn as on their phone."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from html import escape
from importlib import resources

OPENING = re.compile(r"<[^/>][^>]*>")
VALUE = re.compile(r' (?:data-[a-z]+|datetime|href|aria-label|title|d)="[^"]*"')
STYLES = ("page.css", "phone.css", "bubble.css", "composer.css")
STYLE = """
body { height: auto; overflow: auto; display: block; padding: 0 16px 40px; }
h1 { font-size: 22px; margin: 16px 0; }
h2 { font-size: 18px; margin: 32px 0 12px; }
.steps { display: flex; flex-wrap: wrap; gap: 16px; list-style: none; margin: 0; padding: 0; }
.step { width: 300px; }
.step p { margin-bottom: 4px; overflow-wrap: anywhere; }
.step ol { padding: 8px 9px 10px; border-radius: 16px; background: var(--chat); }
"""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What somebody did, the message that came of it as HTML, and what kind of screen that is."""

    did: str
    drawn: str
    kind: str


@dataclass
class Record:
    """Everybody's steps in one language, in order."""

    tag: str
    direction: str
    steps: dict[str, list[Step]] = field(default_factory=dict)

    def keep(self, key: str, *, did: str, drawn: str, kind: str) -> None:
        """Write down one step on the phone with this key."""
        self.steps.setdefault(key, []).append(Step(did=did, drawn=drawn, kind=kind))

    def page(self) -> str:
        """The whole walk as one page that needs nothing beside it."""
        return self._page(self.steps)

    def kinds(self) -> str:
        """The same with each kind of screen once: which conversation, which sort of question."""
        return self._once(lambda step: step.kind)

    def sorts(self) -> str:
        """The same with each sort of drawing once: the same elements, whatever stands in them."""
        return self._once(lambda step: frozenset(OPENING.findall(VALUE.sub("", step.drawn))))

    def _once(self, of: Callable[[Step], Hashable]) -> str:
        met: set[Hashable] = set()
        once: dict[str, list[Step]] = {}
        for key, steps in self.steps.items():
            for step in steps:
                if (what := of(step)) not in met:
                    met.add(what)
                    once.setdefault(key, []).append(step)
        return self._page(once)

    def _page(self, steps: dict[str, list[Step]]) -> str:
        folder = resources.files("simulator") / "page"
        style = "".join((folder / name).read_text(encoding="utf-8") for name in STYLES) + STYLE
        people = "".join(self._person(key, each) for key, each in steps.items())
        return (
            f'<!doctype html><html lang="en-GB"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>A walk through every conversation ({self.tag})</title><style>{style}</style>"
            f"<main><h1>A walk through every conversation ({self.tag})</h1>{people}</main></html>"
        )

    def _person(self, key: str, steps: list[Step]) -> str:
        shown = "".join(
            f'<li class="step"><p><b>{number}.</b> <bdi>{escape(step.did)}</bdi>'
            f" <small>{escape(step.kind)}</small></p>"
            f'<div class="phone" lang="{self.tag}" dir="{self.direction}">'
            f'<ol class="messages" role="list">{step.drawn}</ol></div></li>'
            for number, step in enumerate(steps, start=1)
        )
        return f'<section><h2>{key}</h2><ol class="steps" role="list">{shown}</ol></section>'
