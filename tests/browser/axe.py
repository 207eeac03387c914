"""axe, which looks whether a page can be used by people who see, hear or steer differently."""

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

AXE = Axe()
RUN = "options => axe.run(document, {resultTypes: ['violations'], ...options})"
NO_LOOKS = {"rules": {key: {"enabled": False} for key in ("color-contrast", "region")}}
"""Without what depends on looks and landmarks alone: that is nearly all that axe costs."""


async def faults(page: Page, *, looks: bool = True) -> list[str]:
    """Everything that axe finds, of whatever impact."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.axe_script)
    report: dict[str, Any] = await page.evaluate(RUN, {} if looks else NO_LOOKS)
    return [
        f"{fault['id']} ({fault['impact']}): {place['target']} {place['failureSummary']}"
        for fault in report["violations"]
        for place in fault["nodes"]
    ]
