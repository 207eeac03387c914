"""A sheet: facts under headings, for a page outside the chat or for paper; no door owns it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing under a heading, translated already.

    `telephone`: its text can be rung. `marked`: it must be seen before the others.
    """

    label: str
    text: str
    telephone: bool = False
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """One heading with what stands under it: notes first, then facts."""

    heading: str
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole sheet in one language.

    `warnings` come before everything, `notes` under the title, `ends` at the foot. The title holds
    nothing personal.
    """

    language: str
    title: str
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    ends: tuple[str, ...] = ()
