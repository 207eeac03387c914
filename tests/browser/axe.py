"""axe, which looks whether a page can be used by people who see, hear or steer differently."""

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

AXE = Axe()
RUN = "where => axe.run(where ?? document, {resultTypes: ['violations']})"


async def faults(page: Page, where: str | None = None) -> list[str]:
    """Everything that axe finds, of whatever impact, in the first that fits this selector."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.axe_script)
    report: dict[str, Any] = await page.evaluate(RUN, where)
    return [
        f"{fault['id']} ({fault['impact']}): {place['target']} {place['failureSummary']}"
        for fault in report["violations"]
        for place in fault["nodes"]
    ]
