"""The service's own lists as CSV, row by row; a wrong one is named by file, line and reason."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from fostering.decisions import Decider, Decision, Say
from fostering.people import Role, Standing
from fostering.rota_shifts import Place, Shift
from storage.clock import LONDON
from storage.csv_line import Line, WrongRow
from storage.listed_days import CareDayRow, read_care_days

TELEPHONE = re.compile(r"\+?[0-9][0-9 ]{2,20}")
LONGEST_SHIFT = timedelta(days=3)
"""A bank-holiday weekend; what is longer is a slip of the pen."""
LONGEST_TEXT = 200
"""Letters of an address or an alert: it must be read at a glance."""
YES = frozenset({"", "yes", "true", "1"})
NO = frozenset({"no", "false", "0"})


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A line of people.csv."""

    where: str
    reference: str
    standing: Standing
    name: str
    language: str
    telephone: str
    born: date | None
    roles: frozenset[Role]
    turn: int | None
    household: str
    active: bool


@dataclass(frozen=True, kw_only=True)
class HouseholdRow:
    """A line of households.csv; `kept_from` are staff who never see this household.

    `address` is None where the list has no such column: what is known then stays.
    """

    where: str
    reference: str
    supervising_social_worker: str
    kept_from: tuple[str, ...]
    address: str | None


@dataclass(frozen=True, kw_only=True)
class PlacementRow:
    """A line of placements.csv; `alert` is None where the list has no such column."""

    where: str
    reference: str
    household: str
    young_person: str
    label: str
    number: str
    first: date
    last: date | None
    childs_social_worker: str
    authority: str
    alert: str | None
    alert_until: date | None


@dataclass(frozen=True, kw_only=True)
class DateRow:
    """A line of dates.csv: a carer's approval, last annual review and last supervision held."""

    where: str
    carer: str
    worker: str
    last_supervision: date | None
    approved: date | None
    last_annual_review: date | None


@dataclass(frozen=True, kw_only=True)
class AbsenceRow:
    """A line of absences.csv: days, both included, on which a worker is away."""

    where: str
    worker: str
    first: date
    last: date
    cover: str


@dataclass(frozen=True, kw_only=True)
class RotaRow:
    """A line of rota.csv: who is on call in one place from one instant until another."""

    where: str
    worker: str
    shift: Shift


@dataclass(frozen=True, kw_only=True)
class AuthorityRow:
    """A line of authority.csv: who decides one thing in a placement, and the child's own say.

    `who` or `young_person` is None where nothing stands there: what is known then stays.
    """

    where: str
    placement: str
    decision: Decision
    who: Decider | None
    young_person: Say | None
    since: date | None


@dataclass(kw_only=True)
class Lists:
    """All rows of a run, what is wrong with them, and what was left as we have it."""

    people: list[PersonRow] = field(default_factory=list)
    households: list[HouseholdRow] = field(default_factory=list)
    placements: list[PlacementRow] = field(default_factory=list)
    dates: list[DateRow] = field(default_factory=list)
    absences: list[AbsenceRow] = field(default_factory=list)
    rota: list[RotaRow] = field(default_factory=list)
    authority: list[AuthorityRow] = field(default_factory=list)
    care_days: list[CareDayRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def _person(line: Line) -> PersonRow:
    telephone = line.text("telephone")
    if telephone and not TELEPHONE.fullmatch(telephone):
        raise WrongRow("telephone is not a telephone number")
    turn = line.text("turn")
    if turn and not turn.isdigit():
        raise WrongRow("turn must be a whole number")
    active = line.text("active").lower()
    if active not in YES | NO:
        raise WrongRow("active must be yes or no")
    return PersonRow(
        where=line.where,
        reference=line.text("reference", needed=True),
        standing=line.member("standing", Standing, line.text("standing", needed=True)),
        name=line.text("name", needed=True),
        language=line.text("language") or "en",
        telephone=telephone,
        born=line.day("born"),
        roles=frozenset(line.member("roles", Role, role) for role in line.texts("roles")),
        turn=int(turn) if turn else None,
        household=line.text("household"),
        active=active in YES,
    )


def _household(line: Line) -> HouseholdRow:
    return HouseholdRow(
        where=line.where,
        reference=line.text("reference", needed=True),
        supervising_social_worker=line.text("supervising_social_worker"),
        kept_from=line.texts("kept_from"),
        address=line.text_if_asked("address", LONGEST_TEXT),
    )


def _placement(line: Line) -> PlacementRow:
    first, last = line.needed_day("first"), line.day("last")
    if last is not None and last < first:
        raise WrongRow("last is before first")
    alert, alert_until = line.text_if_asked("alert", LONGEST_TEXT), line.day("alert_until")
    if alert and alert_until is None:
        raise WrongRow("alert_until is empty: an alert needs its last day")
    return PlacementRow(
        where=line.where,
        reference=line.text("reference", needed=True),
        household=line.text("household", needed=True),
        young_person=line.text("young_person", needed=True),
        label=line.text("label", needed=True),
        number=line.text("number"),
        first=first,
        last=last,
        childs_social_worker=line.text("childs_social_worker"),
        authority=line.text("authority"),
        alert=alert,
        alert_until=alert_until if alert else None,
    )


def _date(line: Line) -> DateRow:
    return DateRow(
        where=line.where,
        carer=line.text("carer", needed=True),
        worker=line.text("worker"),
        last_supervision=line.day("last_supervision"),
        approved=line.day("approved"),
        last_annual_review=line.day("last_annual_review"),
    )


def _absence(line: Line) -> AbsenceRow:
    first, last = line.needed_day("first"), line.needed_day("last")
    if last < first:
        raise WrongRow("last is before first")
    return AbsenceRow(
        where=line.where,
        worker=line.text("worker", needed=True),
        first=first,
        last=last,
        cover=line.text("cover"),
    )


def _shift(line: Line) -> RotaRow:
    starts, ends = line.instant("starts", LONDON), line.instant("ends", LONDON)
    if ends <= starts:
        raise WrongRow("ends is not after starts")
    if ends - starts > LONGEST_SHIFT:
        raise WrongRow("the shift is longer than three days")
    place = line.member("place", Place, line.text("place", needed=True))
    return RotaRow(
        where=line.where,
        worker=line.text("worker", needed=True),
        shift=Shift(place=place, starts=starts, ends=ends),
    )


def _authority(line: Line) -> AuthorityRow:
    who, own = line.text("who"), line.text("young_person")
    if not who and not own:
        raise WrongRow("who is empty")
    return AuthorityRow(
        where=line.where,
        placement=line.text("placement", needed=True),
        decision=line.member("decision", Decision, line.text("decision", needed=True)),
        who=line.member("who", Decider, who) if who else None,
        young_person=line.member("young_person", Say, own) if own else None,
        since=line.day("since"),
    )


KINDS: tuple[tuple[str, frozenset[str], Callable[[Line], object]], ...] = (
    ("people", frozenset({"reference", "standing", "name"}), _person),
    ("placements", frozenset({"reference", "household", "young_person", "label"}), _placement),
    ("households", frozenset({"reference", "supervising_social_worker"}), _household),
    ("dates", frozenset({"carer", "last_supervision"}), _date),
    ("absences", frozenset({"worker", "first", "last"}), _absence),
    ("rota", frozenset({"worker", "starts", "ends", "place"}), _shift),
    ("authority", frozenset({"placement", "decision", "who"}), _authority),
    ("care_days", frozenset({"young_person", "next_care_review", "planned_move"}), read_care_days),
)
"""Which list a file is, told by its columns."""


def read_lists(paths: Sequence[Path], today: date) -> Lists:
    """Every row of these files; what is wrong is in `problems`, one line each."""
    lists = Lists()
    for path in paths:
        for kind, row in _rows(path, today, lists.problems):
            getattr(lists, kind).append(row)
    return lists


def _rows(path: Path, today: date, problems: list[str]) -> Iterator[tuple[str, object]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            columns = {name.strip() for name in reader.fieldnames or ()}
            known = next((k for k in KINDS if k[1] <= columns), None)
            if known is None:
                problems.append(f"{path.name}, line 1: these columns are of no list we know")
                return
            for cells in reader:
                where = f"{path.name}, line {reader.line_num}"
                try:
                    yield known[0], known[2](Line(where, cells, today))
                except WrongRow as reason:
                    problems.append(f"{where}: {reason}")
    except (OSError, UnicodeDecodeError, csv.Error):
        problems.append(f"{path.name}: the file cannot be read as CSV in UTF-8")
