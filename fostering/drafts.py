"""Drafts: the answers of a conversation that is not finished yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

Answer = str | int | tuple[str, ...]
"""What a question understood: text, a code, an ISO date, a number, or several codes."""

SKIPPED = "\u2205"
"""The answer of an optional question that was passed over."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One person's answers to one form, kept for the policy's draft days after `touched_at`.

    There is no stored position: what comes next follows from the answers. `changing` is the
    question the person asked to answer again, `picked` what is ticked so far in a question that
    takes several answers, `page` which month or page of a long list is shown. `request` is set
    when the matter was urgent and is raised already: Save and Cancel never withdraw it. `nudged`
    is also set where nobody may ever be nudged (young people, practice 23).
    """

    id: UUID
    person: UUID
    form: str
    form_version: int
    language: str
    begun_at: datetime
    touched_at: datetime
    answers: Mapping[str, Answer] = field(default_factory=dict)
    changing: str | None = None
    picked: tuple[str, ...] = ()
    page: str = ""
    request: UUID | None = None
    saved: bool = False
    nudged: bool = False
    version: int = 1

    @property
    def tag(self) -> str:
        """The short name that buttons carry; eight hexadecimal digits of the id."""
        return self.id.hex[:8]
