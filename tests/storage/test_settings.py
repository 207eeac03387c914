"""Stories of the settings: every gap at once, no secret anywhere, each one documented."""

import re
from pathlib import Path

import pytest

from storage.keys import KeyRing
from storage.settings import NotSet, names, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
TOKEN = "123456789:AAtestnotarealtokenAAAAAAAAAAAAAAAA"


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    policy = tmp_path / "policy.toml"
    policy.touch()
    return {
        "HEARTHLINE_TOKEN": TOKEN,
        "HEARTHLINE_KEYS": KeyRing.fresh().write(),
        "HEARTHLINE_POLICY": str(policy),
    }


def gaps_of(environment: dict[str, str]) -> str:
    with pytest.raises(NotSet) as gaps:
        read_settings(environment)
    return " ".join(gaps.value.gaps)


def test_three_settings_are_enough_to_start(good: dict[str, str]) -> None:
    settings = read_settings(good)
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///hearthline.db"
    assert settings.public_url == ""


def test_every_gap_is_said_at_once() -> None:
    said = gaps_of({"HEARTHLINE_POLICY": "/nowhere/policy.toml"})
    assert all(name in said for name in ("TOKEN", "KEYS", "POLICY"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "hello"),
        ("KEYS", "1:AAAA"),
        ("API_URL", "telegram"),
        ("DATABASE_URL", "mysql://name:hunter2@host/x"),
        ("LISTEN", "8080"),
        ("LISTEN", "127.0.0.1:70000"),
        ("DATABASE_URL", "sqlite://"),
        ("PUBLIC_URL", "http://plain.example"),
        ("POLICY", "/nowhere/policy.toml"),
    ],
)
def test_what_is_wrong_is_named_and_not_shown(good: dict[str, str], name: str, value: str) -> None:
    said = gaps_of({**good, f"HEARTHLINE_{name}": value})
    assert name in said
    assert "hunter2" not in said


def test_a_webhook_needs_a_long_secret(good: dict[str, str]) -> None:
    public = {**good, "HEARTHLINE_PUBLIC_URL": "https://carers.example"}
    assert "WEBHOOK_SECRET" in gaps_of(public)
    assert "WEBHOOK_SECRET" in gaps_of({**public, "HEARTHLINE_WEBHOOK_SECRET": "short"})
    assert read_settings({**public, "HEARTHLINE_WEBHOOK_SECRET": "s" * 32}).webhook_secret


def test_no_secret_shows_in_a_repr(good: dict[str, str]) -> None:
    secret = "s" * 40
    settings = read_settings(
        {**good, "HEARTHLINE_PUBLIC_URL": "https://x.example", "HEARTHLINE_WEBHOOK_SECRET": secret}
    )
    assert TOKEN not in repr(settings)
    assert secret not in repr(settings)
    assert good["HEARTHLINE_KEYS"] not in repr(settings)


def test_settings_come_from_the_process_where_none_are_given(
    good: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in good.items():
        monkeypatch.setenv(name, value)
    assert read_settings().token == TOKEN


def test_the_example_documents_every_setting_and_no_other() -> None:
    said = EXAMPLE.read_text(encoding="utf-8")
    assert set(re.findall(r"^(HEARTHLINE_\w+)=", said, re.M)) == set(names())
    assert all(f"\n{name}=" in said and "# " in said.split(f"\n{name}=")[0] for name in names())


def test_pages_are_off_until_they_have_an_address(good: dict[str, str]) -> None:
    assert read_settings(good).pages_address == ""
    settings = read_settings({**good, "HEARTHLINE_PAGES_ADDRESS": "https://pages.example.org/"})
    assert settings.pages_address == "https://pages.example.org"
    assert settings.pages_listen == "127.0.0.1:8081"


@pytest.mark.parametrize(
    "address", ["pages.example.org", "http://pages.example.org", "https://", "https://a?b=c"]
)
def test_pages_need_an_address_that_encrypts(good: dict[str, str], address: str) -> None:
    assert "PAGES_ADDRESS must begin with" in gaps_of({**good, "HEARTHLINE_PAGES_ADDRESS": address})


def test_on_this_machine_pages_need_no_encryption(good: dict[str, str]) -> None:
    here = "http://127.0.0.1:8099"
    assert read_settings({**good, "HEARTHLINE_PAGES_ADDRESS": here}).pages_address == here


def test_pages_and_webhook_do_not_share_a_port(good: dict[str, str]) -> None:
    both = {
        **good,
        "HEARTHLINE_PAGES_ADDRESS": "https://pages.example.org",
        "HEARTHLINE_PAGES_LISTEN": "127.0.0.1:8080",
        "HEARTHLINE_PUBLIC_URL": "https://bot.example.org",
        "HEARTHLINE_WEBHOOK_SECRET": "s" * 40,
    }
    assert "must be another port" in gaps_of(both)
    assert "PAGES_LISTEN must be an address" in gaps_of({**both, "HEARTHLINE_PAGES_LISTEN": "8081"})


def test_what_the_environment_does_not_say_may_stand_in_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in names():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (tmp_path / "policy.toml").touch()
    (secrets / "hearthline_token").write_text("100200300:in-a-file-in-a-file-in-a-file\n", "utf-8")
    (secrets / "hearthline_keys").write_text(KeyRing.fresh().write() + "\n", "utf-8")
    monkeypatch.setenv("HEARTHLINE_LISTEN", "127.0.0.1:9")
    settings = read_settings(secrets=secrets)
    assert settings.token == "100200300:in-a-file-in-a-file-in-a-file"
    assert settings.listen == "127.0.0.1:9"
    assert settings.keys_file is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"WATCH_LISTEN": "8082"},
        {"WATCH_LISTEN": "127.0.0.1:8081", "PAGES_ADDRESS": "https://pages.example.org"},
        {"OPERATOR_CHAT": "@servers"},
        {"HEARTBEAT_URL": "http://watcher.example.org/1"},
        {"MAIL_HOST": "mail.example.org"},
        {"MAIL_HOST": "mail.example.org", "MAIL_FROM": "a@example.org", "MAIL_PORT": "smtp"},
        {"MAIL_HOST": "mail.example.org", "MAIL_FROM": "a@example.org", "MAIL_TO": "Olu"},
        {"MAIL_HOST": "mail.example.org", "MAIL_FROM": "a@example.org", "MAIL_NAME": "a"},
    ],
    ids=lambda given: list(given)[-1],
)
def test_what_watches_and_writes_must_be_right_before_anything_begins(
    good: dict[str, str], wrong: dict[str, str]
) -> None:
    with pytest.raises(NotSet, match=list(wrong)[-1] if "PAGES_ADDRESS" not in wrong else "WATCH"):
        read_settings(good | {f"HEARTHLINE_{name}": words for name, words in wrong.items()})


def test_a_password_for_mail_is_read_from_a_file_that_only_we_may_read(
    good: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "word"
    file.write_text("a-word\n", encoding="utf-8")
    file.chmod(0o600)
    given = {"MAIL_HOST": "m.example.org", "MAIL_NAME": "us", "MAIL_PASSWORD_FILE": str(file)}
    wanted = good | {f"HEARTHLINE_{k}": v for k, v in given.items()}
    wanted["HEARTHLINE_MAIL_FROM"] = "us@example.org"
    settings = read_settings(wanted)
    assert settings.mail is not None
    assert (settings.mail.password, settings.mail.port) == ("a-word", 587)
    assert "a-word" not in repr(settings)
    file.chmod(0o644)
    with pytest.raises(NotSet, match="MAIL_PASSWORD_FILE"):
        read_settings(wanted)
