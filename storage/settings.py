"""Settings: secrets and addresses from the environment, every gap said at once in plain words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from os.path import isdir, isfile
from pathlib import Path
from typing import Any

from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.engines import database_url
from storage.keys import KeyRing, KeysNotGood, file_of
from storage.mail_settings import MailSettings, read_mail

PREFIX = "HEARTHLINE_"
TOKEN_SHAPE = re.compile(r"\d{5,12}:[A-Za-z0-9_-]{20,}")
LAST_PORT = 65_535
LISTEN_SHAPE = re.compile(r"(?:[^\s:]+|\[[0-9a-f:]+\]):(\d{1,5})")
DOOR_SHAPE = re.compile(
    r"https://[^\s/?#]+(/[^\s?#]*)?|http://(127\.0\.0\.1|localhost)(:\d{1,5})?/?"
)
SECRETS = Path("/run/secrets")
"""Where a container finds its secrets, each in a file of the setting's name in small letters."""
CHAT_SHAPE = re.compile(r"-?[1-9]\d{3,18}")
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{32,256}")


class NotSet(ValueError):
    """Something in the environment is missing or wrong; `gaps` says what, without any secret.

    `policy` is the service's file where there is one: its own gaps can be said as well.
    """

    def __init__(self, gaps: tuple[str, ...], policy: Path | None = None) -> None:
        super().__init__("; ".join(gaps))
        self.gaps = gaps
        self.policy = policy


class Environment(BaseSettings):
    """What stands in the environment or in `.env`, as it was written."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    token: str = ""
    api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///hearthline.db"
    keys: str = ""
    backup_key: str = ""
    policy: str = "policy.toml"
    public_url: str = ""
    webhook_secret: str = ""
    listen: str = "127.0.0.1:8080"
    pages_address: str = ""
    pages_listen: str = "127.0.0.1:8081"
    watch_listen: str = ""
    operator_chat: str = ""
    heartbeat_url: str = ""
    mail_host: str = ""
    mail_port: str = "587"
    mail_name: str = ""
    mail_password_file: str = ""
    mail_from: str = ""
    mail_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Checked settings. The secrets show in no repr.

    `token` is the bot's, `api_url` the Bot API's address, `keys` wrap every other key and stand in
    `keys_file` (None: in the setting itself), backups are encrypted with `backup_keys`, `policy`
    is the service's own numbers. With `public_url` the bot listens at `listen` for a webhook
    guarded by `webhook_secret`; without, it polls. With `pages_address` our own pages (one-time
    links) are served at `pages_listen`; without, they are off. With `watch_listen` /health and
    /metrics are served there. Alarms go to `operator_chat`, the sign of life to `heartbeat_url`,
    letters through `mail`, each where there is one.
    """

    token: str = field(repr=False)
    api_url: str
    database_url: str = field(repr=False)
    keys: KeyRing = field(repr=False)
    policy: Path
    public_url: str
    webhook_secret: str = field(repr=False)
    listen: str
    pages_address: str
    pages_listen: str
    watch_listen: str
    operator_chat: str
    heartbeat_url: str = field(repr=False)
    mail: MailSettings | None = None
    keys_file: Path | None = None
    backup_keys: KeyRing | None = field(default=None, repr=False)


def read_settings(
    environment: Mapping[str, str] | None = None, secrets: Path = SECRETS
) -> Settings:
    """The settings of this process, or of a given environment; raises NotSet with every gap.

    What the environment does not say may stand in a file in the folder `secrets`.
    """
    written = _given(environment) if environment is not None else _found(secrets)
    gaps: list[str] = []
    keys = _keys(written.keys, "KEYS", gaps)
    if keys is None and not written.keys:
        gaps.append(f"{PREFIX}KEYS is not set. Make a key with `hearthline keys`, and keep a copy.")
    backup_keys = _keys(written.backup_key, "BACKUP_KEY", gaps)
    if keys and backup_keys and {*keys.keys.values()} & {*backup_keys.keys.values()}:
        gaps.append(f"{PREFIX}BACKUP_KEY must be another key than those of {PREFIX}KEYS.")
    _check_token(written, gaps)
    _check_addresses(written, gaps)
    _check_webhook(written, gaps)
    _check_pages(written, gaps)
    _check_watch(written, gaps)
    mail = read_mail(written, PREFIX, gaps)
    policy = Path(written.policy)
    there = isfile(policy)
    if not there:
        gaps.append(
            f"{PREFIX}POLICY: there is no file {written.policy} that can be read. "
            "Copy policy.sample.toml and fill it in."
        )
    if gaps or keys is None:
        raise NotSet(tuple(gaps), policy if there else None)
    return Settings(
        token=written.token,
        api_url=written.api_url.rstrip("/"),
        database_url=written.database_url,
        keys=keys,
        policy=policy,
        public_url=written.public_url,
        webhook_secret=written.webhook_secret,
        listen=written.listen,
        pages_address=written.pages_address.rstrip("/"),
        pages_listen=written.pages_listen,
        watch_listen=written.watch_listen,
        operator_chat=written.operator_chat,
        heartbeat_url=written.heartbeat_url,
        mail=mail,
        keys_file=file_of(written.keys),
        backup_keys=backup_keys,
    )


def _found(secrets: Path) -> Environment:
    where: dict[str, Any] = {"_secrets_dir": secrets} if isdir(secrets) else {}
    return Environment(**where)


def _given(environment: Mapping[str, str]) -> Environment:
    known = Environment.model_fields
    values = {
        name: environment.get(f"{PREFIX}{name.upper()}", str(known[name].default)) for name in known
    }
    return Environment.model_validate(values)


def _keys(written: str, name: str, gaps: list[str]) -> KeyRing | None:
    if not written:
        return None
    try:
        return KeyRing.read(written)
    except KeysNotGood as reason:
        gaps.append(f"{PREFIX}{name} cannot be used: {reason}.")
        return None


def _check_token(written: Environment, gaps: list[str]) -> None:
    if not written.token:
        gaps.append(f"{PREFIX}TOKEN is not set. @BotFather gives it in Telegram.")
    elif not TOKEN_SHAPE.fullmatch(written.token):
        gaps.append(f"{PREFIX}TOKEN does not look like a bot's token: digits, a colon, letters.")


def _check_addresses(written: Environment, gaps: list[str]) -> None:
    if not re.match(r"https?://\S+$", written.api_url):
        gaps.append(f"{PREFIX}API_URL must begin with https:// (or http:// on this machine).")
    try:
        database_url(written.database_url)
    except Exception:  # noqa: BLE001 - the library's own words could show the password
        gaps.append(f"{PREFIX}DATABASE_URL must be like sqlite:///hearthline.db or postgresql://….")
    listen = LISTEN_SHAPE.fullmatch(written.listen)
    if not listen or not 0 < int(listen[1]) <= LAST_PORT:
        gaps.append(f"{PREFIX}LISTEN must be an address and a port, such as 127.0.0.1:8080.")


def _check_webhook(written: Environment, gaps: list[str]) -> None:
    if not written.public_url:
        return
    if not DOOR_SHAPE.fullmatch(written.public_url):
        gaps.append(f"{PREFIX}PUBLIC_URL must begin with https:// (or be http:// on 127.0.0.1).")
    if not SECRET_SHAPE.fullmatch(written.webhook_secret):
        gaps.append(
            f"{PREFIX}WEBHOOK_SECRET must have 32 letters, digits, _ or - or more, "
            "because PUBLIC_URL is set."
        )


def _check_pages(written: Environment, gaps: list[str]) -> None:
    if not written.pages_address:
        return
    if not DOOR_SHAPE.fullmatch(written.pages_address):
        gaps.append(f"{PREFIX}PAGES_ADDRESS must begin with https:// (or be http:// on 127.0.0.1).")
    if not LISTEN_SHAPE.fullmatch(written.pages_listen):
        gaps.append(
            f"{PREFIX}PAGES_LISTEN must be an address and a port, such as 127.0.0.1:8081, "
            "because PAGES_ADDRESS is set."
        )
    elif written.public_url and written.pages_listen == written.listen:
        gaps.append(f"{PREFIX}PAGES_LISTEN must be another port than {PREFIX}LISTEN.")


def _check_watch(written: Environment, gaps: list[str]) -> None:
    listen = written.watch_listen
    if listen and not LISTEN_SHAPE.fullmatch(listen):
        gaps.append(
            f"{PREFIX}WATCH_LISTEN must be an address and a port, such as 127.0.0.1:8082, or empty."
        )
    taken = [written.listen if written.public_url else ""]
    taken += [written.pages_listen if written.pages_address else ""]
    if listen and listen in taken:
        gaps.append(f"{PREFIX}WATCH_LISTEN must be a port that nothing else of ours listens on.")
    if written.operator_chat and not CHAT_SHAPE.fullmatch(written.operator_chat):
        gaps.append(f"{PREFIX}OPERATOR_CHAT must be the number of a chat, such as -1001234567890.")
    if written.heartbeat_url and not DOOR_SHAPE.fullmatch(written.heartbeat_url.partition("?")[0]):
        gaps.append(f"{PREFIX}HEARTBEAT_URL must begin with https://.")


def names() -> tuple[str, ...]:
    """The environment variables that are read."""
    return tuple(f"{PREFIX}{name.upper()}" for name in Environment.model_fields)
