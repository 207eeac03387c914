"""Offers of a one-time link: the same steps in the chat, whatever the link opens."""

from uuid import UUID, uuid4

from conversations.one_time_screens import no_page_screen, once_screen
from conversations.screen import Press
from desk.link_ends import occurrence_of
from desk.say import LIVE, reply, tongue
from desk.scene import Token
from desk.unit import Unit
from fostering.one_time_links import Purpose, make_link
from fostering.people import Person


def offer_link(
    unit: Unit,
    person: Person,
    token: Token,
    purpose: Purpose,
    *,
    name: str,
    back: Press,
    subject: UUID,
    request: UUID | None = None,
    card: str = LIVE,
    said: str = "",
) -> None:
    """A link for this person alone, or the words that the service has no page to show it.

    `name` is what it opens, marked; `said` stands in the chat before it, translated already.
    """
    words, policy = tongue(unit), unit.scene.policy
    if not policy.pages_address:
        reply(unit, no_page_screen(words, name, back, said), card=card)
        return
    id = uuid4()
    unit.decide(
        *make_link(
            id=id,
            token_hash=token.hash,
            person=person,
            subject=subject,
            request=request,
            purpose=purpose,
            policy=policy,
            at=unit.scene.at,
        )
    )
    address, minutes = token.address(policy), policy.one_time_minutes
    screen = once_screen(words, name, back, address, minutes, said)
    reply(unit, screen, card=card, occurrence=occurrence_of(id.hex))
