"""The register of promises: what the fostering charters say, and what of ours upholds each.

The ids are those of the documents: SWK Southwark's statement of purpose, SOU Southampton's charter,
DMR the charter of a fostering service, OFS Ofsted's report on matching, PERM a council's chart of
permanence. The sentences are ours.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise: who gives it to whom, and what it says.

    `upheld_by` names the conversations and rules of ours that uphold it; a story shows each.
    `planned` names one that is still to come. `why_not` says why a messaging assistant cannot.
    """

    id: str
    giver: str
    receiver: str
    says: str
    upheld_by: tuple[str, ...]
    planned: str
    why_not: str


def read_promises() -> Mapping[str, Promise]:
    """The register that comes with the program, by id."""
    source = files(__package__).joinpath("promises.csv").read_text(encoding="utf-8")
    found = (
        Promise(
            id=row["id"],
            giver=row["from"],
            receiver=row["to"],
            says=row["says"],
            upheld_by=tuple(row["upheld_by"].split()),
            planned=row["planned"],
            why_not=row["why_not"],
        )
        for row in csv.DictReader(source.splitlines())
    )
    return MappingProxyType({promise.id: promise for promise in found})


PROMISES = read_promises()
