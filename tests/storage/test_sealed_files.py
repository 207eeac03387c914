"""A backup is opened whole by its own key, or not at all."""

from pathlib import Path

import pytest

from storage import sealed_files
from storage.keys import KeyRing
from storage.sealed_files import HEAD, ID_BYTES, NotABackup, open_file, seal_file

WORDS = b"Rosa said that she was worried. "


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_files, "PIECE_BYTES", 10)


@pytest.fixture
def sealed(tmp_path: Path, keys: KeyRing) -> Path:
    (tmp_path / "plain").write_bytes(WORDS)
    seal_file(tmp_path / "plain", tmp_path / "sealed", keys)
    return tmp_path / "sealed"


def opened(sealed: Path, keys: KeyRing) -> bytes:
    to = sealed.with_name("opened")
    open_file(sealed, to, keys)
    return to.read_bytes()


def test_it_comes_back_as_it_was_and_only_its_owner_may_read_it(
    sealed: Path, keys: KeyRing
) -> None:
    assert b"Rosa" not in sealed.read_bytes()
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert opened(sealed, keys) == WORDS


@pytest.mark.parametrize("length", [0, 10, 11, 20])
def test_every_length_comes_back(tmp_path: Path, keys: KeyRing, length: int) -> None:
    (tmp_path / "plain").write_bytes(b"x" * length)
    seal_file(tmp_path / "plain", tmp_path / "sealed", keys)
    assert opened(tmp_path / "sealed", keys) == b"x" * length


def test_what_was_changed_cut_off_or_turned_round_is_refused_and_leaves_nothing(
    sealed: Path, keys: KeyRing
) -> None:
    whole = sealed.read_bytes()
    begins = len(HEAD) + ID_BYTES
    pieces = [whole[at : at + 44] for at in range(begins, len(whole), 44)]
    torn = (
        whole[:-1],
        whole[: begins + 44],
        whole[:begins],
        whole[:50] + bytes([whole[50] ^ 1]) + whole[51:],
        whole[:begins] + pieces[1] + pieces[0] + b"".join(pieces[2:]),
        b"PK" + whole,
    )
    for content in torn:
        sealed.write_bytes(content)
        with pytest.raises(NotABackup):
            opened(sealed, keys)
        assert sorted(path.name for path in sealed.parent.iterdir()) == ["plain", "sealed"]


def test_another_key_is_said(sealed: Path, keys: KeyRing) -> None:
    with pytest.raises(NotABackup, match="another"):
        opened(sealed, KeyRing.fresh())
    with pytest.raises(NotABackup, match="key number 1"):
        opened(sealed, KeyRing(keys={2: keys.keys[1]}, active=2))


def test_what_a_killed_backup_left_behind_hinders_no_other(sealed: Path, keys: KeyRing) -> None:
    sealed.with_name("sealed.part").write_bytes(b"half of it")
    seal_file(sealed.with_name("plain"), sealed, keys)
    assert opened(sealed, keys) == WORDS
