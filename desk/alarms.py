"""Alarms at the desk: what the auditor found is put into the outbox for whoever runs the service.

No person and no request is behind it, so nothing of it stands in the chronology.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.alarms import alarm_screen, over_screen
from conversations.screen import Screen
from desk.bodies import write_body
from desk.letters import Letter, put_letter
from desk.say import marked
from desk.unit import Lane, Place
from fostering.audit import Finding, News, what_is_new
from fostering.policy import Policy
from locales import language
from storage import audits, outgoing
from storage.database import Database
from storage.outgoing import Put


@dataclass(frozen=True, kw_only=True)
class Operator:
    """Whoever runs the service: the chat and the e-mail address that alarms go to, and the address
    of the watcher outside; "" where there is none.
    """

    chat: str = ""
    mail: str = ""
    heartbeat: str = ""


NOBODY = Operator()


async def tell_operator(
    database: Database, policy: Policy, operator: Operator, found: Sequence[Finding]
) -> int:
    """Write down what stands and queue what is to be told of it, in one; how many rows.

    Several workers may look in the same minute: the second finds it told.
    """
    async with database.reading() as reader:
        if not found and not await audits.standing(reader):
            return 0
    async with database.writing() as writer:
        await audits.hold(writer)
        at = writer.clock.lease_now()
        before = await audits.standing(writer)
        news = what_is_new(before, found, at)
        rows = _rows(news, policy, operator)
        if news.standing != before:
            await audits.write_standing(writer, news.standing)
        await outgoing.put(writer, rows)
    return len(rows)


def _rows(news: News, policy: Policy, operator: Operator) -> list[Put]:
    words = language(policy.languages[0])
    rows = []
    if news.told:
        rows += _to_operator(operator, policy, alarm_screen(words, news.told))
    if news.over:
        rows += _to_operator(operator, policy, over_screen(words, news.over))
    return rows


def _to_operator(operator: Operator, policy: Policy, screen: Screen) -> list[Put]:
    """The same words by every way there is: one of them may be what is broken."""
    rows = []
    said = marked(screen, policy.mode)
    if operator.chat:
        body = write_body(said)
        rows.append(Put(place=Place.CHAT.value, key=operator.chat, body=body, lane=Lane.ALARM))
    if operator.mail:
        lines = tuple(line.text for line in said.lines if line.text)
        letter = Letter(subject=screen.lines[0].text, lines=lines)
        rows.append(put_letter(letter, operator.mail, lane=Lane.ALARM))
    return rows
