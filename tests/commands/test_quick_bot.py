"""Only a demo may run faster than Telegram allows."""

from dataclasses import replace

import pytest

from bot.pacing import TELEGRAM, Pacer
from commands.quick_bot import UNPACED
from commands.running import only_where_nobody_reads
from commands.stopping import Stopped
from fostering.policy import Mode
from storage.settings import Environment
from tests.town import POLICY

HERE, TELEGRAM_ITSELF = "http://127.0.0.1:8080", "https://api.telegram.org"


@pytest.mark.parametrize(
    ("mode", "address"),
    [(Mode.LIVE, HERE), (Mode.DRILL, HERE), (Mode.DEMO, TELEGRAM_ITSELF)],
)
def test_a_bot_that_somebody_reads_cannot_be_hurried(mode: Mode, address: str) -> None:
    with pytest.raises(Stopped, match="Only a demo on this machine"):
        only_where_nobody_reads(address, replace(POLICY, mode=mode))


def test_a_demo_on_this_machine_can() -> None:
    only_where_nobody_reads(HERE, replace(POLICY, mode=Mode.DEMO))


def test_no_setting_knows_a_pace() -> None:
    assert not [name for name in Environment.model_fields if "pace" in name or "quick" in name]


def test_a_hurried_pace_makes_no_chat_wait_and_telegrams_own_does() -> None:
    for pace, waits in ((UNPACED, False), (TELEGRAM, True)):
        pacer = Pacer(lambda: 1000.0, pace)
        for _ in range(100):
            pacer.draw("-1001")
        assert (pacer.chat_waits("-1001") > 0) is waits
