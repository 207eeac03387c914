"""My dates on the screen: supervision, then the annual review; visits without notice never."""

from collections.abc import Sequence
from datetime import date, datetime

from conversations.help_card import help_button
from conversations.meeting import meeting_lines, meeting_rows
from conversations.placement_start import THE_START
from conversations.screen import BLANK, Button, Line, Screen, button, plain, title
from conversations.supervision import SUPERVISION
from fostering.people import Standing
from fostering.supervision import Supervision
from locales import Language, mark


def my_dates(
    language: Language,
    supervision: Supervision | None,
    due: date | None,
    worker: str,
    at: datetime,
    *,
    review: Sequence[Line] = (),
    starts: Sequence[tuple[str, str]] = (),
) -> Screen:
    """The last supervision held, the next one, by when it is due; what is known of the review.

    `starts` are the placements that are only beginning: (key, label).
    """
    lines: list[Line] = [title(language.say(mark("My dates")))]
    rows: list[tuple[Button, ...]] = []
    if supervision is not None:
        lines += meeting_lines(language, SUPERVISION, supervision, due, worker)
        rows += meeting_rows(language, SUPERVISION, supervision, at)
    elif not review:
        lines.append(plain(language.say(mark("We have no dates for you yet. Ask your worker."))))
    if review:
        lines += [BLANK, *review]
        rows.append((button(language.say(mark("Annual review")), "rev"),))
    rows += [(button(language.say(THE_START, label=label), "start", key),) for key, label in starts]
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))
