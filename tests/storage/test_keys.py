"""Stories of keys and seals."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from storage.keys import KeyRing, KeysNotGood
from storage.sealing import Forgotten, keyed_hash, open_sealed, seal

KEY = bytes(range(32))
GOOD = base64.b64encode(KEY).decode()


@given(st.binary(max_size=500), st.text(max_size=40))
def test_what_is_sealed_opens_again_in_its_own_place(content: bytes, place: str) -> None:
    assert open_sealed(KEY, place, seal(KEY, 0, place, content)) == content


def test_a_seal_is_aes_256_gcm_bound_to_version_key_number_and_place() -> None:
    sealed = seal(KEY, 7, "people.sealed.1", b"words")
    assert sealed[:2] == bytes((1, 7))
    plain = AESGCM(KEY).decrypt(sealed[2:14], sealed[14:], bytes((1, 7)) + b"people.sealed.1")
    assert plain == b"words"


def test_what_an_older_version_sealed_opens_for_ever() -> None:
    head, nonce = "0107", "000102030405060708090a0b"
    words = bytes.fromhex(
        head + nonce + "306da47fb6c5ad7dad20b7fbd49b0b02ed92aaeff98b6ec8fc65410f87b11e76d2"
    )
    assert open_sealed(KEY, "people.sealed.1", words) == b"words of a person"


@pytest.mark.parametrize("spoil", range(0, 30, 3))
def test_a_changed_seal_does_not_open(spoil: int) -> None:
    sealed = bytearray(seal(KEY, 0, "a.b.c", b"some words of a person"))
    sealed[spoil] ^= 1
    with pytest.raises(Forgotten):
        open_sealed(KEY, "a.b.c", bytes(sealed))


def test_a_seal_moved_to_another_row_does_not_open() -> None:
    with pytest.raises(Forgotten):
        open_sealed(KEY, "drafts.sealed.2", seal(KEY, 0, "drafts.sealed.1", b"words"))


def test_the_same_words_are_never_sealed_alike() -> None:
    assert seal(KEY, 0, "a", b"words") != seal(KEY, 0, "a", b"words")


def test_look_ups_of_different_use_do_not_meet() -> None:
    assert keyed_hash(KEY, "account", b"1") != keyed_hash(KEY, "chat", b"1")


def test_a_ring_is_written_and_read_back_with_the_active_key_first() -> None:
    ring = KeyRing(keys={1: KEY, 2: bytes(32)}, active=2)
    assert KeyRing.read(ring.write()) == ring


def test_a_ring_is_read_from_a_file_that_only_its_owner_may_read(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text(f"1:{GOOD}\n")
    path.chmod(0o600)
    assert KeyRing.read(str(path)).active == 1
    path.chmod(0o644)
    with pytest.raises(KeysNotGood, match="chmod 600"):
        KeyRing.read(str(path))


@pytest.mark.parametrize(
    "written",
    [f"0:{GOOD}", f"x:{GOOD}", f"256:{GOOD}", "1:!!", "1:AAAA", f"1:{GOOD},1:{GOOD}", ",:", "none"],
)
def test_keys_that_cannot_be_used_are_refused_without_showing_them(written: str) -> None:
    with pytest.raises(KeysNotGood) as refused:
        KeyRing.read(written)
    assert GOOD not in str(refused.value)


def test_a_ring_without_the_key_that_wrapped_says_which_is_missing() -> None:
    wrapped = KeyRing(keys={9: KEY}, active=9).wrap("person:1", bytes(32))
    with pytest.raises(KeysNotGood, match="number 9"):
        KeyRing.fresh().unwrap("person:1", wrapped)


def test_a_wrapped_key_serves_its_owner_only() -> None:
    ring = KeyRing.fresh()
    with pytest.raises(KeysNotGood):
        ring.unwrap("person:2", ring.wrap("person:1", bytes(32)))


def test_no_key_shows_in_a_repr() -> None:
    assert repr(KEY) not in repr(KeyRing(keys={1: KEY}, active=1))
