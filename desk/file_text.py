"""*Text for the file*: a request's chronology on our own page, for whoever may file it."""

from conversations.closed_card import OUTCOMES
from conversations.duty_replies import reply_words
from conversations.file_text import TEXT_FOR_THE_FILE, Step, file_sheet
from conversations.screen import Press
from desk import scenes
from desk.link_offers import offer_link
from desk.opening import Opening
from desk.page_views import page_view
from desk.pages import request_for_worker
from desk.say import MARKS, tongue_of
from desk.scene import Written
from desk.sight import may_act
from desk.unit import Unit
from desk.unkept import old_button
from desk.views import is_phone_only, name_of
from fostering.filing import may_be_filed
from fostering.one_time_links import OneTimeLink, Purpose
from fostering.people import Person
from fostering.permission import MANAGES
from locales import Language, mark
from storage.database import Reader

WORDS_OF = ("WordsAdded", "ReplySent")


def offer(unit: Unit, key: str) -> None:
    """The press: a link for this worker alone, or the words that there is no page to show it."""
    found, token = request_for_worker(unit, key), unit.scene.token
    if found is None or token is None or not may_be_filed(found[1]):
        old_button(unit)
        return
    worker, request = found
    offer_link(
        unit,
        worker,
        token,
        Purpose.FILE_TEXT,
        name=TEXT_FOR_THE_FILE,
        back=Press(verb="req", args=(key,)),
        subject=request.author,
        request=request.id,
        card=f"page:{key}",
    )


async def make(reader: Reader, unit: Unit, link: OneTimeLink, worker: Person) -> Opening | None:
    """The text as things stand now, as far as this worker sees the request on their own page."""
    scene = unit.scene
    if link.request is None:
        return None
    await scenes.reach(reader, scene, [link.request])
    request = scene.requests.get(link.request)
    if request is None or request.is_said or not may_act(unit, worker, request):
        return None
    words = tongue_of(unit, worker)
    view = page_view(unit, request, worker, words)
    hidden = is_phone_only(unit, request) and not worker.roles & MANAGES
    child = ((words.say(mark("Child")), view.child),) if view.child else ()
    sheet = file_sheet(
        words,
        request.reference,
        worker.name,
        scene.at,
        asked=(
            (words.say(mark("About")), view.title),
            (words.say(mark("From")), view.author),
            *child,
            *view.asks,
        ),
        steps=[
            _step(unit, line, words, hidden=hidden) for line in scene.written.get(request.id, ())
        ],
        young=view.young_person,
        hidden=hidden,
        marks=(words.say(MARKS[scene.policy.mode]),) if scene.policy.mode in MARKS else (),
    )
    return Opening(content=sheet, shown=(request.author,))


def _step(unit: Unit, line: Written, words: Language, *, hidden: bool) -> Step:
    said = "" if hidden else _said(line, words)
    return Step(at=line.at, event=line.event, who=name_of(unit, line.actor), words=said)


def _said(line: Written, words: Language) -> str:
    """What was written then; of a closed request the outcome where there are no words."""
    if line.event in WORDS_OF:
        return reply_words(words, line.words)
    if line.event == "RequestClosed":
        outcome = str(line.codes.get("outcome", ""))
        done = words.say(OUTCOMES[outcome]) if outcome in OUTCOMES else ""
        return " ".join(part for part in (done, line.words.get("words", "")) if part)
    return ""
