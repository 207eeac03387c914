"""Rows: what a unit says, shows anew and takes away, as the outbox keeps it."""

from desk.bodies import Removal, Wipe, write_body
from desk.unit import Lane, Said, Unit
from storage.outbox import Put


def rows_of(unit: Unit) -> tuple[Put, ...]:
    """The outbox rows: screens, then what is to be taken away."""
    rows = [_row(said) for said in unit.said]
    rows += [
        Put(
            place=address.place.value,
            key=address.key,
            body=write_body(Removal(message=message, copy_of=card)),
            lane=Lane.REPLY,
        )
        for address, message, card in unit.removed
    ]
    rows += [
        Put(
            place=address.place.value,
            key=address.key,
            body=write_body(Wipe()),
            lane=Lane.URGENT,
        )
        for address in unit.wiped
    ]
    return (*rows, *unit.letters)


def _row(said: Said) -> Put:
    return Put(
        place=said.address.place.value,
        key=said.address.key,
        body=write_body(said.screen),
        lane=said.lane,
        card=said.card,
        occurrence=said.occurrence,
        seals=said.seals,
        edit_only=said.edit_only,
    )
