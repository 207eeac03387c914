"""The page of phones in a real browser: its widths, directions, clock and outages."""

from playwright.async_api import expect

from simulator import Phone, World
from tests.browser.conftest import BotSays, MovableClock, PageAt
from tests.browser.walking import answer_and_edit, middle, next_press, phone


async def test_every_phone_and_the_page_say_that_nobody_is_reading(
    sam: Phone, page_at: PageAt
) -> None:
    page = await page_at(360)
    words = "Demo: nobody is reading this."
    await expect(page.locator("#demo-banner")).to_have_text(words)
    await expect(page.locator("#demo-banner")).to_be_in_viewport()
    await expect(phone(page, "carer").locator(".demo-strip")).to_have_text(words)
    await expect(phone(page, "carer").locator(".demo-strip")).to_be_in_viewport()


async def test_a_language_from_right_to_left_turns_the_phone_round(
    sam: Phone, noor: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(noor, "أنت من يختار من يرى ما ترسله.", ["نعم", "لا"])
    page = await page_at(1280)
    young = phone(page, "young")
    await expect(young).to_have_attribute("dir", "rtl")
    await expect(phone(page, "carer")).to_have_attribute("dir", "ltr")
    first = await middle(young.get_by_role("button", name="نعم"))
    second = await middle(young.get_by_role("button", name="لا", exact=True))
    assert first > second
    assert await middle(young.locator(".bubble")) > await middle(young.locator(".room"))


async def test_at_phone_width_there_is_one_phone_and_a_strip_of_tabs(
    sam: Phone, noor: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    page = await page_at(360, height=740)
    await expect(page.get_by_role("tablist", name="Phones")).to_be_visible()
    await expect(phone(page, "young")).to_be_hidden()
    await bot_says(noor, "One")
    await expect(page.get_by_role("tab", name="Noor, 1 unread")).to_be_visible()
    await page.get_by_role("tab", name="Sam").focus()
    await page.keyboard.press("ArrowRight")
    await expect(phone(page, "young")).to_be_visible()
    await expect(phone(page, "carer")).to_be_hidden()
    await expect(page.get_by_role("tab", name="Noor", exact=True)).to_have_attribute(
        "aria-selected", "true"
    )
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == 360


async def test_at_phone_width_everything_to_press_is_large_enough_for_a_thumb(
    sam: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(sam, "Is everyone safe?", ["Yes", "No", "Not sure"], ["Cancel"])
    page = await page_at(360, height=740)
    await page.get_by_role("button", name="Move the clock").click()
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, select, textarea, summary, a")]
            .filter((one) => one.checkVisibility())
            .filter((one) => { const box = one.getBoundingClientRect();
                               return box.height < 44 || box.width < 44; })
            .map((one) => one.outerHTML)"""
    )
    assert small == []


async def test_the_clock_shows_london_and_can_be_moved(
    sam: Phone, clock: MovableClock, page_at: PageAt
) -> None:
    page = await page_at(1280)
    await expect(page.locator("#clock-day")).to_have_text("Sun 22 Nov 2026")
    await page.get_by_role("button", name="+6 weeks").click()
    await expect(page.locator("#clock-day")).to_have_text("Sun 3 Jan 2027")
    assert clock.moves == ["+6w"]


async def test_scrolled_up_a_button_leads_back_to_the_newest_message(
    sam: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    for number in range(30):
        await bot_says(sam, f"Message {number}")
    page = await page_at(1280)
    newest = phone(page, "carer").get_by_role("button", name="Go to the newest message")
    last = phone(page, "carer").locator(".words", has_text="Message 29")
    await expect(last).to_be_in_viewport()
    await expect(newest).to_be_hidden()
    await phone(page, "carer").locator(".scroller").hover()
    await page.mouse.wheel(0, -900)
    await expect(newest).to_be_visible()
    await newest.click()
    await expect(last).to_be_in_viewport()
    await expect(newest).to_be_hidden()


async def test_the_page_says_when_the_demo_has_gone(sam: Phone, page_at: PageAt) -> None:
    page = await page_at(1280)
    await page.route("**/phones/**", lambda route: route.abort())
    await page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    await page.evaluate(
        "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    gone = page.get_by_role("alert")
    await expect(gone).to_contain_text("The demo has stopped answering")
    await page.unroute("**/phones/**")
    await expect(gone).to_be_hidden()


async def test_a_demo_that_hurries_says_so_at_the_top(
    sam: Phone, world: World, page_at: PageAt
) -> None:
    faster = (await page_at(1280)).locator("#demo-faster")
    await expect(faster).to_be_hidden()
    world.faster = True
    page = await page_at(360)
    await expect(page.locator("#demo-faster")).to_be_in_viewport()
    await expect(page.locator("#demo-faster")).to_have_text(
        "Answers come faster here than Telegram allows."
    )


async def test_the_short_answer_to_a_press_does_not_stand_in_the_way_of_the_next(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(sam, "Is everyone safe?", ["Yes"], ["No"])
    page = await page_at(1280)
    await phone(page, "carer").get_by_role("button", name="Yes").click()
    await answer_and_edit(world, await next_press(world), "Who?", ["I"], ["Somebody else"])
    await expect(phone(page, "carer").locator(".toast")).to_be_visible()
    next_one = phone(page, "carer").get_by_role("button", name="Somebody else")
    await next_one.click(timeout=2000)
    await expect(next_one).to_have_attribute("aria-busy", "true")
