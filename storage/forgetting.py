"""Forgetting: a person's key is destroyed, and what time has emptied is swept out."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select, update

from fostering.events import PersonForgotten
from storage import addresses, chronology, messages, one_time_links
from storage import inbox as inbox_rows
from storage.database import Writer
from storage.keys import key_of_person
from storage.tables import advocacies, annual_reviews, drafts, links, people, requests, supervisions
from storage.trays import inbox, outbox, tries, wrapped_keys

KEPT = timedelta(days=7)
"""How long raw updates, and screens that have ended, can still be opened."""
UPDATES_KNOWN = timedelta(days=30)
"""How long an update is recognised when it comes again; Telegram keeps them for one day."""


async def forget(
    writer: Writer, person: UUID, actor: UUID | None, *, count: int = 0, early: bool = False
) -> None:
    """Forget a person: their words can never be read again, the chronology still verifies.

    The event is the line of the deletion log: `count` requests of theirs, perhaps before the time.
    """
    event = PersonForgotten(at=writer.now, subject=person, actor=actor, requests=count, early=early)
    await chronology.record(writer, [event])
    await destroy(writer, person)


async def destroy(writer: Writer, person: UUID) -> None:
    """Destroy the key of a person, and take away what only served to reach them."""
    at = writer.now
    await inbox_rows.empty(writer, (await addresses.chats(writer, [person])).values())
    await writer.vault.make((key_of_person(person),), at)
    await writer.vault.destroy((key_of_person(person),), at)
    for table, column in (
        (links, links.c.person),
        (drafts, drafts.c.person),
        (supervisions, supervisions.c.carer),
        (annual_reviews, annual_reviews.c.carer),
        (advocacies, advocacies.c.author),
    ):
        await writer.connection.execute(delete(table).where(column == person))
    await _empty_ended(writer)
    theirs = select(requests.c.id).where(requests.c.author == person)
    await writer.connection.execute(delete(drafts).where(drafts.c.request.in_(theirs)))
    await writer.connection.execute(
        update(people)
        .where(people.c.id == person)
        .values(
            sealed=None,
            reference_hash=None,
            active=False,
            turn=None,
            safe_times=None,
            care_days=None,
            next_due_at=None,
            forgotten_at=at,
            version=people.c.version + 1,
        )
    )


async def _empty_ended(writer: Writer) -> None:
    """Empty every screen that ended uncertain or rejected: a worker's may hold this person's words.

    Which of them do cannot be told from outside, and nothing reads them any more.
    """
    kept = outbox.c.ended_at.is_not(None) & outbox.c.sealed.is_not(None)
    await writer.connection.execute(update(outbox).where(kept).values(sealed=None))


async def sweep(writer: Writer) -> None:
    """Destroy the keys of old days, empty ended screens, forget what has no more use."""
    at = writer.clock.lease_now()
    oldest = f"inbox:{(at - KEPT).date().isoformat()}"
    # After a long pause an update may be older than that, and nobody has read it yet.
    undecided = exists().where(inbox.c.owner == wrapped_keys.c.owner, inbox.c.state == "open")
    old = await writer.connection.scalars(
        select(wrapped_keys.c.owner).where(
            wrapped_keys.c.owner.like("inbox:%"),
            wrapped_keys.c.owner < oldest,
            wrapped_keys.c.wrapped.is_not(None),
            ~undecided,
        )
    )
    await writer.vault.destroy(old.all(), at)
    ended = outbox.c.ended_at < at - KEPT
    await writer.connection.execute(
        update(outbox).where(ended).values(sealed=None, sealed_chat=None)
    )
    await writer.connection.execute(
        delete(inbox).where(inbox.c.arrived_at < at - UPDATES_KNOWN, inbox.c.state != "open")
    )
    await writer.connection.execute(delete(tries).where(tries.c.at < writer.now - KEPT))
    await messages.forget_old(writer)
    await one_time_links.forget_old(writer)
