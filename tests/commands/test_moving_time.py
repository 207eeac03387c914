"""The clock is moved only where the Bot API is on this machine."""

from datetime import UTC, datetime

import pytest

from commands.moving_time import on_this_machine, spoken


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:8081/"]
)
def test_a_loopback_address_is_this_machine(address: str) -> None:
    assert on_this_machine(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://api.telegram.org",
        "http://10.0.0.4:8080",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "",
        "127.0.0.1",
    ],
)
def test_anything_else_is_not(address: str) -> None:
    assert not on_this_machine(address)


def test_the_time_is_said_as_london_reads_it() -> None:
    at = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert spoken(at) == "Wednesday 1 July 2026, 23:30 in London"
