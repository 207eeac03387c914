"""The page of phones in a real browser: what a newcomer sees, presses and types."""

from playwright.async_api import expect

from simulator import Phone, World
from tests.browser.conftest import BotSays, PageAt, ask
from tests.browser.walking import answer_and_edit, next_press, next_words, phone


async def test_a_message_appears_on_the_right_phone_only(
    sam: Phone, noor: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    page = await page_at(1280)
    await bot_says(sam, "We have your report.")
    await expect(phone(page, "carer").locator(".words")).to_have_text("We have your report.")
    await expect(phone(page, "carer").locator(".lock-words")).to_have_text("We have your report.")
    await expect(phone(page, "young").locator(".words")).to_have_count(0)


async def test_a_press_by_mouse_reaches_the_bot_and_its_short_answer_is_shown(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(sam, "Is everyone safe?", ["Yes", "No"], ["Not sure"])
    page = await page_at(1280)
    await phone(page, "carer").get_by_role("button", name="Not sure").click()
    press = await next_press(world)
    assert press["data"] == "Not sure"
    assert press["from"]["id"] == sam.id
    await answer_and_edit(world, press, "We have it.")
    await expect(phone(page, "carer").locator(".toast")).to_have_text("Noted")


async def test_an_edit_in_place_keeps_one_bubble_and_the_focus(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(sam, "Question 1 of 2", ["Yes", "No"], ["Cancel"])
    page = await page_at(1280)
    await page.keyboard.press("Control+1")
    await expect(page.get_by_role("button", name="Yes")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("button", name="No", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    press = await next_press(world)
    assert press["data"] == "No"
    await answer_and_edit(world, press, "Question 2 of 2", ["Today", "Yesterday"], ["Cancel"])
    bubbles = phone(page, "carer").locator(".bubble")
    await expect(bubbles.locator(".words")).to_have_text("Question 2 of 2")
    await expect(bubbles).to_have_count(1)
    await expect(page.get_by_role("button", name="Yesterday")).to_be_focused()
    spoken = phone(page, "carer").locator("[aria-live=polite]")
    await expect(spoken).to_contain_text("Question 2 of 2. Buttons: Today, Yesterday, Cancel.")


async def test_typed_words_are_sent_with_enter_and_shown_as_ones_own(
    sam: Phone, world: World, page_at: PageAt
) -> None:
    page = await page_at(1280)
    box = phone(page, "carer").get_by_role("textbox", name="Write as Sam")
    await box.fill("She came home")
    await box.press("Shift+Enter")
    await box.press_sequentially("at seven")
    await box.press("Enter")
    assert (await next_words(world, sam)).text == "She came home\nat seven"
    await expect(phone(page, "carer").locator(".mine .words")).to_have_text(
        "She came home\nat seven"
    )
    await expect(box).to_have_value("")
    await expect(box).to_be_focused()


async def test_ones_own_last_message_can_be_changed_in_its_place(
    sam: Phone, world: World, page_at: PageAt
) -> None:
    sam.says("at sevn")
    page = await page_at(1280)
    box = phone(page, "carer").get_by_role("textbox", name="Write as Sam")
    await box.press("ArrowUp")
    await expect(box).to_have_value("at sevn")
    await box.fill("at seven")
    await box.press("Enter")
    await expect(phone(page, "carer").locator(".mine .words")).to_have_text("at seven")
    await expect(phone(page, "carer").locator(".mine .meta")).to_contain_text("edited")
    updates = await ask(world, "getUpdates")
    assert updates[-1]["edited_message"]["text"] == "at seven"


async def test_the_paper_clip_sends_a_voice_note(sam: Phone, world: World, page_at: PageAt) -> None:
    page = await page_at(1280)
    await phone(page, "carer").get_by_role("button", name="Send something else").click()
    await page.get_by_role("menuitem", name="Voice note").click()
    assert (await next_words(world, sam)).kind == "voice"
    await expect(phone(page, "carer").locator(".mine .media")).to_have_text("Voice note")


async def test_a_new_message_is_marked_unread_until_somebody_turns_to_the_phone(
    sam: Phone, page_at: PageAt, bot_says: BotSays
) -> None:
    page = await page_at(1280)
    badge = phone(page, "carer").locator(".owner .badge")
    await expect(badge).to_be_hidden()
    await bot_says(sam, "One")
    await bot_says(sam, "Two")
    await expect(badge).to_have_text("2")
    await expect(phone(page, "carer").locator(".unread-line")).to_have_count(1)
    await phone(page, "carer").get_by_role("textbox").focus()
    await expect(badge).to_be_hidden()


async def test_in_a_group_the_viewer_chooses_whose_thumb_presses(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    grace = world.add_phone(key="grace", name="Grace", started=True)
    group = world.add_group(title="Out of hours", members=[sam, grace], bot_is_admin=True)
    await bot_says(group, "HL-2041 waits", ["I've got it"])
    page = await page_at(1280)
    await phone(page, "group").get_by_label("Press as").select_option("Grace")
    await phone(page, "group").get_by_role("button", name="I've got it").click()
    assert (await next_press(world))["from"]["id"] == grace.id


async def test_an_answer_that_must_be_seen_stays_until_ok(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    await bot_says(sam, "HL-2041 waits", ["Who is this?"])
    page = await page_at(1280)
    button = phone(page, "carer").get_by_role("button", name="Who is this?")
    await button.click()
    query = (await next_press(world))["id"]
    words = "Only the duty manager can see that."
    await ask(world, "answerCallbackQuery", callback_query_id=query, text=words, show_alert=True)
    box = page.get_by_role("alertdialog")
    await expect(box).to_contain_text(words)
    await expect(box.get_by_role("button", name="OK")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(box).to_have_count(0)
    await expect(button).to_be_focused()


async def test_words_with_markup_are_shown_and_never_run(
    sam: Phone, page_at: PageAt, world: World
) -> None:
    sam.says("<img src=x onerror=document.title='gone'> <b>hm</b>")
    page = await page_at(1280)
    await expect(phone(page, "carer").locator(".words")).to_contain_text("<b>hm</b>")
    await expect(phone(page, "carer").locator(".words img")).to_have_count(0)


async def test_what_did_not_change_keeps_its_very_place_on_the_page(
    sam: Phone, noor: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    number = await bot_says(sam, "One", ["Yes"])
    await bot_says(sam, "Two", ["No"])
    await bot_says(noor, "Three")
    page = await page_at(1280)
    await page.evaluate(
        """() => {
            window.touched = [];
            const watch = new MutationObserver((changes) => touched.push(...changes));
            const all = {subtree: true, childList: true, characterData: true, attributes: true};
            const [, two] = document.querySelectorAll("#phone-carer .message");
            watch.observe(two, all);
            watch.observe(document.getElementById("phone-young"), all);
        }"""
    )
    await ask(world, "editMessageText", chat_id=sam.id, message_id=number, text="One, better")
    await expect(phone(page, "carer").locator(".words").first).to_have_text("One, better")
    assert await page.evaluate("touched.length") == 0


async def test_a_phone_out_of_sight_has_its_news_as_well(
    world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    people = [world.add_phone(key=f"p{n}", name=f"P{n}", started=True) for n in range(9)]
    page = await page_at(1280)
    for words in ("One", "Two"):
        await bot_says(people[-1], words, ["Yes"])
    last = phone(page, "p8")
    await expect(last).not_to_be_in_viewport()
    await expect(last.locator(".words")).to_have_text(["One", "Two"])
    await expect(last.locator("[aria-live=polite]")).to_contain_text("Two")
    await page.keyboard.press("Control+9")
    await expect(last.locator(".words").last).to_be_in_viewport()
    await expect(page.locator(":focus")).to_have_text("Yes")


async def test_a_deleted_message_leaves_the_page(
    sam: Phone, world: World, page_at: PageAt, bot_says: BotSays
) -> None:
    number = await bot_says(sam, "One")
    await bot_says(sam, "Two")
    page = await page_at(1280)
    await ask(world, "deleteMessage", chat_id=sam.id, message_id=number)
    await expect(phone(page, "carer").locator(".words")).to_have_text(["Two"])
