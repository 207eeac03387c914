"""Joining: the census as it will be after the rows of an import, or what is wrong with them."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from fostering.annual_review import AnnualReview, as_held
from fostering.delegated_authority import Agreed, DelegatedAuthority
from fostering.people import Household, Person, Placement, Standing
from fostering.supervision import Supervision
from storage.beginnings import begin_checks, begin_placement, today_of
from storage.census import Census
from storage.cover import lay_absences, lay_rota
from storage.csv_rows import (
    AuthorityRow,
    DateRow,
    HouseholdRow,
    Lists,
    PersonRow,
    PlacementRow,
)
from storage.database import Reader
from storage.listed_days import CareDayRow, passed_days, with_days
from storage.people import reference_hash


def join(reader: Reader, before: Census, lists: Lists) -> Census:
    """The census with the rows in it; clashes and unknown references go to `lists.problems`."""
    joining = Joining(reader, before, lists)
    joining.take_ids()
    for home in lists.households:
        joining.household(home)
    for person in lists.people:
        joining.person(person)
    for placed in lists.placements:
        joining.placement(placed)
    joining.addresses()
    joining.cover()
    for dates in lists.dates:
        joining.dates(dates)
    joining.annual_reviews()
    for listed in lists.care_days:
        joining.care_days(listed)
    for agreed in lists.authority:
        joining.authority(agreed)
    begin_checks(joining.after, today_of(reader))
    joining.check_turns()
    return joining.after


class Joining:
    """Lays the rows of one run over a census."""

    def __init__(self, reader: Reader, before: Census, lists: Lists) -> None:
        self._reader = reader
        self._before = before
        self._lists = lists
        self.after = deepcopy(before)

    def take_ids(self) -> None:
        """Give every new reference an id first, so that rows may name each other in any order."""
        for name, rows in (
            ("person", self._lists.people),
            ("household", self._lists.households),
            ("placement", self._lists.placements),
        ):
            seen: set[bytes] = set()
            for row in rows:
                hashed = reference_hash(self._reader, row.reference)
                if hashed in seen:
                    self._wrong(row.where, f"{row.reference} stands in the list twice")
                seen.add(hashed)
                self.after.references[name].setdefault(hashed, uuid4())

    def household(self, row: HouseholdRow) -> None:
        """A home; its carers name it, its placements too."""
        id = self._own("household", row.reference)
        kept_from = (self._person(row.where, ref, Standing.STAFF) for ref in row.kept_from)
        self.after.households[id] = Household(
            id=id,
            carers=frozenset(),
            supervising_social_worker=self._person(
                row.where, row.supervising_social_worker, Standing.STAFF
            ),
            kept_from=frozenset(worker for worker in kept_from if worker is not None),
        )

    def person(self, row: PersonRow) -> None:
        """A person; the standing of somebody we know never changes by an import."""
        id = self._own("person", row.reference)
        old = self.after.people.get(id)
        if old is not None and old.standing is not row.standing:
            was = old.standing.value.replace("_", " ")
            self._wrong(row.where, f"{row.reference} is known as a {was}: a clash of standings")
        if row.roles and row.standing is not Standing.STAFF:
            self._wrong(row.where, "only staff have roles")
        if row.turn is not None and row.standing not in (Standing.STAFF, Standing.ADVOCATE):
            self._wrong(row.where, "only staff and advocates have a turn")
        if row.standing is Standing.CARER and not row.household:
            self._wrong(row.where, "a carer needs a household")
        if row.standing is Standing.YOUNG_PERSON and row.born is None:
            self._wrong(row.where, "a young person needs a birth date")
        new = Person(id=id, standing=row.standing, name=row.name, language=row.language)
        self.after.people[id] = replace(
            old or new,
            standing=row.standing,
            name=row.name,
            active=row.active,
            born=row.born,
            telephone=row.telephone,
            address="",
            roles=row.roles,
            turn=row.turn,
            household=self._home(row.where, row.household) if row.household else None,
        )

    def placement(self, row: PlacementRow) -> None:
        """One young person in one household; two at once for the same young person is a clash."""
        id = self._own("placement", row.reference)
        home = self._home(row.where, row.household)
        young = self._person(row.where, row.young_person, Standing.YOUNG_PERSON)
        if home is None or young is None:
            return
        alert, alert_until, alert_listed = self._warning(id, row)
        placed = Placement(
            id=id,
            household=home,
            young_person=young,
            label=row.label,
            number=row.number,
            first=row.first,
            last=row.last,
            childs_social_worker=self._person(row.where, row.childs_social_worker, Standing.STAFF),
            authority=row.authority,
            alert=alert,
            alert_until=alert_until,
            alert_listed=alert_listed,
        )
        for other in self.after.placements.values():
            if other.id != id and other.young_person == young and _overlap(other, placed):
                self._wrong(row.where, f"{row.young_person} is in another placement in those days")
        self.after.placements[id] = placed
        begin_placement(self._before, self.after, placed, self._reader.now)

    def addresses(self) -> None:
        """Each carer has the address of their household: as listed, else as it was known."""
        known = {p.household: p.address for p in self._before.people.values() if p.address}
        for row in self._lists.households:
            if row.address is not None:
                known[self._own("household", row.reference)] = row.address
        for id, person in self.after.people.items():
            if person.standing is Standing.CARER:
                lives = known.get(person.household, "")
                self.after.people[id] = replace(person, address=lives)

    def dates(self, row: DateRow) -> None:
        """A carer's dates; an earlier date of a meeting than we know changes nothing."""
        carer = self._person(row.where, row.carer, Standing.CARER)
        worker = self._person(row.where, row.worker, Standing.STAFF)
        if carer is None:
            return
        known = self.after.people[carer]
        self.after.people[carer] = replace(
            known,
            approved=row.approved or known.approved,
            reviewed=self._later(row, known),
        )
        old = self.after.supervisions.get(carer)
        if old is None:
            self.after.supervisions[carer] = Supervision(
                carer=carer, worker=worker, last_held=row.last_supervision
            )
            return
        held = max(filter(None, (old.last_held, row.last_supervision)), default=None)
        self.after.supervisions[carer] = replace(old, worker=worker or old.worker, last_held=held)

    def _later(self, row: DateRow, known: Person) -> date | None:
        """The day of the last annual review; an earlier one in the list is named, not taken."""
        kept = self.after.annual_reviews.get(known.id)
        said = row.last_annual_review
        held = kept.last_held if kept is not None else None
        ours = max(filter(None, (known.reviewed, held)), default=None)
        if said is not None and ours is not None and said < ours:
            words = f"last_annual_review {said} is before {ours}, which we hold: ours stays"
            self._lists.remarks.append(f"{row.where}: {words}")
        return max(filter(None, (said, ours)), default=None)

    def annual_reviews(self) -> None:
        """Every carer has one; a later day in the list than ours is a review that was held."""
        for id, person in self.after.people.items():
            if person.standing is not Standing.CARER or not person.active:
                continue
            fresh = AnnualReview(carer=id, worker=None, last_held=None)
            review = replace(self.after.annual_reviews.get(id, fresh), approved=person.approved)
            if person.reviewed and (not review.last_held or person.reviewed > review.last_held):
                review = as_held(review, person.reviewed)
            self.after.annual_reviews[id] = review

    def care_days(self, row: CareDayRow) -> None:
        """The next care review and the planned move of a young person, as the list has them."""
        young = self._person(row.where, row.young_person, Standing.YOUNG_PERSON)
        if young is not None:
            known = self.after.people[young]
            self._lists.problems += passed_days(known, row, today_of(self._reader))
            self.after.people[young] = with_days(known, row, self._reader.now)

    def cover(self) -> None:
        """Who is away, and who is on call when."""
        lay_absences(self.after, self._lists.absences, self._person)
        lay_rota(self.after, self._lists.rota, self._person, self._wrong, self._reader.now)

    def authority(self, row: AuthorityRow) -> None:
        """Who decides one thing in a placement; what the row leaves empty stays as it was."""
        hashed = reference_hash(self._reader, row.placement)
        id = self.after.references["placement"].get(hashed)
        placed = self.after.placements.get(id) if id is not None else None
        if placed is None:
            self._wrong(row.where, f"there is no placement {row.placement}")
            return
        known = self.after.authorities.get(placed.id) or DelegatedAuthority(
            placement=placed.id, young_person=placed.young_person
        )
        old = known.about(row.decision)
        self.after.authorities[placed.id] = known.with_agreed(
            Agreed(
                decision=row.decision,
                decider=row.who or old.decider,
                own=row.young_person or old.own,
                since=row.since or old.since,
            )
        )

    def check_turns(self) -> None:
        """Two with the same turn in one order would leave it open who hears of it first."""
        turns: dict[tuple[Standing, int], str] = {}
        for row in self._lists.people:
            if row.turn is not None and row.active:
                place = row.standing, row.turn
                if place in turns:
                    self._wrong(row.where, f"{turns[place]} has turn {row.turn} as well")
                turns[place] = row.reference

    def _warning(self, id: UUID, row: PlacementRow) -> tuple[str, date | None, date | None]:
        """The alert, until when, and the day of the list that says so."""
        if row.alert is not None:
            listed = today_of(self._reader) if row.alert else None
            return row.alert, row.alert_until, listed
        old = self.after.placements.get(id)
        if old is None:
            return "", None, None
        return old.alert, old.alert_until, old.alert_listed

    def _own(self, name: str, reference: str) -> UUID:
        return self.after.references[name][reference_hash(self._reader, reference)]

    def _home(self, where: str, reference: str) -> UUID | None:
        known = self.after.references["household"]
        id = known.get(reference_hash(self._reader, reference))
        if id is None:
            self._wrong(where, f"there is no household {reference}")
        return id

    def _person(self, where: str, reference: str, *standings: Standing) -> UUID | None:
        if not reference:
            return None
        hashed = reference_hash(self._reader, reference)
        id = self.after.references["person"].get(hashed)
        if id is None:
            self._wrong(where, f"there is no person {reference}")
            return None
        if self._standing(id, hashed) not in standings:
            self._wrong(where, f"{reference} is not a {standings[0].value.replace('_', ' ')}")
        return id

    def _standing(self, id: UUID, hashed: bytes) -> Standing | None:
        for row in self._lists.people:
            if reference_hash(self._reader, row.reference) == hashed:
                return row.standing
        known = self.after.people.get(id)
        return known.standing if known is not None else None

    def _wrong(self, where: str, reason: str) -> None:
        self._lists.problems.append(f"{where}: {reason}")


def _overlap(one: Placement, other: Placement) -> bool:
    return (one.last is None or other.first < one.last) and (
        other.last is None or one.first < other.last
    )
