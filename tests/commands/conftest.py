"""A service as its operator has it: settings in the environment, samples, a simulated Telegram."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from commands.demo_folder import POLICY, SAMPLES, demo_policy
from hearthline import app
from storage.keys import KeyRing
from storage.settings import names
from tests.storage_fixtures import free_port

TOKEN = "100000002:a-token-that-only-the-simulator-takes"

Typed = Callable[..., Result]


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whole settings in an empty folder; nobody listens at the Bot API's address yet."""
    for name in names():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    policy = tmp_path / "policy.toml"
    policy.write_text(demo_policy(POLICY.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setenv("HEARTHLINE_TOKEN", TOKEN)
    monkeypatch.setenv("HEARTHLINE_KEYS", KeyRing.fresh().write())
    monkeypatch.setenv("HEARTHLINE_DATABASE_URL", f"sqlite:///{tmp_path / 'hearthline.db'}")
    monkeypatch.setenv("HEARTHLINE_POLICY", str(policy))
    monkeypatch.setenv("HEARTHLINE_API_URL", f"http://127.0.0.1:{free_port()}")
    return tmp_path


@pytest.fixture
def typed() -> Typed:
    """Type a command of `hearthline`."""

    def type_in(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return type_in


@pytest.fixture
def filled(surroundings: Path, typed: Typed) -> Path:
    """The same, with a database that holds the samples."""
    assert typed("migrate").exit_code == 0
    imported = typed("import", *(str(path) for path in sorted(SAMPLES.glob("*.csv"))))
    assert imported.exit_code == 0, imported.exception
    return surroundings
