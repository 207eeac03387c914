"""Settings of mail: where letters are handed over, as whom, and who hears of alarms by them."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

ADDRESS_SHAPE = re.compile(r"[^\s@<>,;:\"()]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
PORT_SHAPE = re.compile(r"[1-9]\d{0,4}")
OTHERS = 0o077
"""The bits of a file's mode that let others at it."""


@dataclass(frozen=True, kw_only=True)
class MailSettings:
    """A mail server, who we are there, the address letters come from and who gets the alarms."""

    host: str
    port: int
    name: str
    password: str = field(repr=False)
    sender: str
    operator: str


class Written(Protocol):
    """What stands in the environment about mail."""

    @property
    def mail_host(self) -> str:
        """The server; "" for no mail at all."""
        ...

    @property
    def mail_port(self) -> str:
        """Its port."""
        ...

    @property
    def mail_name(self) -> str:
        """Our name there; "" where it asks for none."""
        ...

    @property
    def mail_password_file(self) -> str:
        """The file that holds the password."""
        ...

    @property
    def mail_from(self) -> str:
        """The address that letters come from."""
        ...

    @property
    def mail_to(self) -> str:
        """Who gets the alarms; "" for nobody."""
        ...


def read_mail(written: Written, prefix: str, gaps: list[str]) -> MailSettings | None:
    """The settings of mail, None where there is no server; what is wrong is added to the gaps."""
    if not written.mail_host:
        return None
    if not PORT_SHAPE.fullmatch(written.mail_port):
        gaps.append(f"{prefix}MAIL_PORT must be a number, such as 587, or 465.")
        return None
    if not ADDRESS_SHAPE.fullmatch(written.mail_from):
        gaps.append(f"{prefix}MAIL_FROM must be an e-mail address, because MAIL_HOST is set.")
    if written.mail_to and not ADDRESS_SHAPE.fullmatch(written.mail_to):
        gaps.append(f"{prefix}MAIL_TO must be an e-mail address.")
    return MailSettings(
        host=written.mail_host,
        port=int(written.mail_port),
        name=written.mail_name,
        password=_password(written, prefix, gaps) if written.mail_name else "",
        sender=written.mail_from,
        operator=written.mail_to,
    )


def _password(written: Written, prefix: str, gaps: list[str]) -> str:
    path = Path(written.mail_password_file)
    try:
        if not written.mail_password_file or path.stat().st_mode & OTHERS:
            raise OSError
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        gaps.append(
            f"{prefix}MAIL_PASSWORD_FILE must be a file that only we can read (chmod 600), "
            "because MAIL_NAME is set."
        )
        return ""
