"""Tasks: what runs until the service stops."""

import asyncio
from collections.abc import Callable, Coroutine

Task = Callable[[asyncio.Event], Coroutine[None, None, None]]
"""A task that ends when the event is set."""
