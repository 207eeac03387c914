"""The real `hearthline demo` as a process of its own, for walks and for pictures."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.storage_fixtures import free_port

STOP_SECONDS = 20


@contextmanager
def started_demo(folder: Path, *words: str) -> Iterator[str]:
    """Start the demo with its data in `folder`, and these words; yields the address of its page."""
    demo = subprocess.Popen(
        [sys.executable, "-m", "hearthline", "demo", "--port", str(free_port()), *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert demo.stdout is not None
    try:
        yield _address(demo.stdout)
    finally:
        if demo.poll() is None:
            demo.send_signal(signal.SIGINT)
        try:
            demo.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            demo.kill()
            demo.wait()
        demo.stdout.close()


def move_clock(address: str, words: str) -> None:
    """Move the clock of the demo as its page does, to an hour that the page has no button for."""
    httpx.post(f"{address}/clock", json={"move": words}).raise_for_status()


def _address(lines: Iterator[str]) -> str:
    for line in lines:
        if found := re.search(r"http://[^\s/]+", line):
            return found[0]
    raise RuntimeError("the demo ended before it printed its address")
