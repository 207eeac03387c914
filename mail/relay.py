"""The relay: one letter handed to a mail server over TLS, and how that came out."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum

IMPLICIT_TLS_PORT = 465
SECONDS = 8.0
"""How long the server may take for one answer."""
PASSING = range(400, 500)
FOR_GOOD = range(500, 600)


class Handed(StrEnum):
    """How it came out: taken, refused for good, not taken now, or nobody knows."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_TAKEN = "not_taken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Relay:
    """A mail server and who we are there; nothing is ever said to it without TLS.

    On port 465 TLS stands from the first byte, on every other port it is asked for (STARTTLS), and
    a server that has none is not spoken to.
    """

    host: str
    port: int
    name: str
    password: str = field(repr=False)
    sender: str
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    def hand_over(self, message: EmailMessage) -> tuple[Handed, str]:
        """Hand one message over and say how it came out, with a short reason; waits, never raises.

        Until the message itself has been sent, nothing of it has happened. Once it was, only the
        server's answer says whether it was taken.
        """
        try:
            server = self._connect()
        except (smtplib.SMTPException, OSError) as fault:
            return Handed.NOT_TAKEN, type(fault).__name__
        try:
            return self._hand_over(server, message)
        finally:
            server.close()

    def _connect(self) -> smtplib.SMTP:
        server: smtplib.SMTP
        if self.port == IMPLICIT_TLS_PORT:
            server = smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=self.context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        try:
            if self.port != IMPLICIT_TLS_PORT:
                server.starttls(context=self.context)
            if self.name:
                server.login(self.name, self.password)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
        return server

    def _hand_over(self, server: smtplib.SMTP, message: EmailMessage) -> tuple[Handed, str]:
        try:
            for code, _ in (server.mail(self.sender), server.rcpt(str(message["To"]))):
                if code in PASSING or code in FOR_GOOD:
                    return _refused(code)
        except (smtplib.SMTPException, OSError) as fault:
            return Handed.NOT_TAKEN, type(fault).__name__
        try:
            code, _ = server.data(message.as_bytes())
        except smtplib.SMTPDataError as refused:
            return _refused(refused.smtp_code)
        except (smtplib.SMTPException, OSError) as fault:
            return Handed.UNKNOWN, type(fault).__name__
        return (Handed.ACCEPTED, "") if code not in (*PASSING, *FOR_GOOD) else _refused(code)


def _refused(code: int) -> tuple[Handed, str]:
    return (Handed.REFUSED if code in FOR_GOOD else Handed.NOT_TAKEN), f"smtp_{code}"
