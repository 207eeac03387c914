"""Letters: handed to a real mail server over TLS, and how it came out is said honestly."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import select

from desk.alarms import Operator, tell_operator
from desk.letters import Letter, put_letter, read_letter
from desk.unit import Lane
from fostering.audit import Finding
from mail.carrier import Carrier
from mail.relay import Relay
from storage import outbox
from storage.database import Database
from storage.keys import KeyRing
from storage.migrating import migrate
from storage.trays import outbox as rows
from tests.storage_fixtures import HandClock, free_port
from tests.town import POLICY

WORD = "a-word-for-the-mail-server"
OLU = "olu@example.org"


class Postbox:
    """Takes what comes, or refuses it as it is told."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.at_data = "250 taken"
        self.at_rcpt = "250 known"
        self.hangs_up = False

    async def handle_RCPT(  # noqa: N802 - asked by its name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_rcpt

    async def handle_DATA(  # noqa: N802 - asked by its name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.hangs_up:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        if self.at_data.startswith("250"):
            self.taken.append(envelope)
        return self.at_data


def know(server: SMTP, session: Session, envelope: Envelope, way: str, given: Any) -> AuthResult:
    return AuthResult(success=given.login == b"hearthline" and given.password == WORD.encode())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for this machine, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "pem"
    words = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(words + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox, certificate: Path) -> Iterator[Controller]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    running = Controller(
        postbox,
        hostname="localhost",
        port=free_port(),
        tls_context=context,
        require_starttls=True,
        authenticator=know,
        auth_required=True,
    )
    running.start()
    yield running
    running.stop()


def relay_to(server: Controller, certificate: Path | None, **parts: Any) -> Relay:
    context = ssl.create_default_context(cafile=str(certificate) if certificate else None)
    written = {"name": "hearthline", "password": WORD, **parts}
    return Relay(
        host="localhost",
        port=server.port,
        sender="service@example.org",
        context=context,
        **written,
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite:///{tmp_path / 'hearthline.db'}"
    await migrate(url)
    opened = await Database.open(url, KeyRing.fresh(), HandClock())
    yield opened
    await opened.close()


@pytest.fixture
def carrier(database: Database, server: Controller, certificate: Path) -> Carrier:
    return Carrier(database, relay_to(server, certificate))


async def write(database: Database, lane: Lane = Lane.ALARM) -> None:
    letter = Letter(subject="Ffonio", lines=("Mae galwad frys yn aros.", "Ŵyr neb."))
    async with database.writing() as writer:
        await outbox.put(writer, [put_letter(letter, OLU, lane=lane)])


def words_of(taken: Envelope) -> str:
    assert isinstance(taken.content, bytes)
    return taken.content.decode()


async def standing(database: Database) -> tuple[str, str]:
    async with database.reading() as reader:
        found = await reader.connection.execute(select(rows.c.state, rows.c.reason))
        [row] = found.all()
        return row.state, row.reason


def later(database: Database) -> None:
    clock = database.clock
    assert isinstance(clock, HandClock)
    clock.wait(7200)


async def test_a_letter_arrives_over_tls_once_and_says_that_a_program_wrote_it(
    carrier: Carrier, database: Database, postbox: Postbox
) -> None:
    await write(database)
    assert await carrier.carry_some() == 1
    assert await carrier.carry_some() == 0
    [taken] = postbox.taken
    words = words_of(taken)
    assert (taken.mail_from, taken.rcpt_tos) == ("service@example.org", [OLU])
    assert "Auto-Submitted: auto-generated" in words
    assert "Subject: Ffonio" in words
    assert await standing(database) == ("accepted", "")


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        ({"at_rcpt": "550 no such person"}, "rejected", "smtp_550"),
        ({"at_data": "554 not wanted"}, "rejected", "smtp_554"),
        ({"at_rcpt": "450 later"}, "waiting", "smtp_450"),
        ({"at_data": "451 later"}, "waiting", "smtp_451"),
    ],
    ids=lambda part: str(part),
)
async def test_what_is_refused_for_good_is_not_sent_again_and_what_is_not_taken_now_is(
    carrier: Carrier,
    database: Database,
    postbox: Postbox,
    answer: dict[str, str],
    state: str,
    reason: str,
) -> None:
    for name, words in answer.items():
        setattr(postbox, name, words)
    await write(database)
    await carrier.carry_some()
    assert await standing(database) == (state, reason)
    assert await carrier.carry_some() == 0
    postbox.at_rcpt = postbox.at_data = "250 good"
    later(database)
    await carrier.carry_some()
    assert len(postbox.taken) == (state == "waiting")


async def test_where_nobody_knows_it_is_sent_once_more_under_the_same_number(
    carrier: Carrier, database: Database, postbox: Postbox
) -> None:
    postbox.hangs_up = True
    await write(database)
    await carrier.carry_some()
    assert (await standing(database))[0] == "waiting"
    later(database)
    await carrier.carry_some()
    assert (await standing(database))[0] == "uncertain"
    numbers = {
        line
        for taken in postbox.taken
        for line in words_of(taken).splitlines()
        if line.startswith("Message-ID")
    }
    assert (len(postbox.taken), len(numbers)) == (2, 1)


@pytest.mark.parametrize("wrong", ["certificate", "password", "no_tls", "gone"])
async def test_nothing_is_said_without_tls_or_to_somebody_else(
    database: Database, server: Controller, certificate: Path, postbox: Postbox, wrong: str
) -> None:
    plain = Controller(postbox, hostname="localhost", port=free_port())
    plain.start()
    relay = {
        "certificate": lambda: relay_to(server, None),
        "password": lambda: relay_to(server, certificate, password="another"),
        "no_tls": lambda: relay_to(plain, certificate, name=""),
        "gone": lambda: Relay(
            host="localhost", port=free_port(), name="", password="", sender="a@example.org"
        ),
    }[wrong]()
    await write(database)
    await Carrier(database, relay).carry_some()
    plain.stop()
    assert (await standing(database))[0] == "waiting"
    assert postbox.taken == []


async def test_letters_and_messages_are_carried_apart(
    carrier: Carrier, database: Database, postbox: Postbox
) -> None:
    operator = Operator(chat="-1001", mail=OLU)
    assert await tell_operator(database, POLICY, operator, (Finding.DEAF,)) == 2
    async with database.writing() as writer:
        [message] = await outbox.claim(writer, "bot")
    assert message.chat == "-1001"
    await carrier.carry_some()
    [taken] = postbox.taken
    assert taken.rcpt_tos == [OLU]


async def test_an_address_stands_open_nowhere_in_the_database(
    database: Database, tmp_path: Path
) -> None:
    await write(database)
    await database.checkpoint()
    assert OLU.encode() not in (tmp_path / "hearthline.db").read_bytes()


def test_a_password_shows_in_no_repr() -> None:
    relay = Relay(host="localhost", port=587, name="n", password=WORD, sender="a@example.org")
    assert WORD not in repr(relay)


def test_what_is_no_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="no letter"):
        read_letter(b"{}")
