"""Written notice: whether a report here counts as it, and where the form is if it does not."""

from desk.unit import Unit
from fostering.requests import Request
from locales import Language, mark

WRITTEN_NOTICE = mark("Your service accepts this as your written notice.")
FORM_IS_HERE = mark("This is not your written notice yet. The form for it is here: {place}.")
FORM_IS_SENT = mark(
    "This is not your written notice yet. Your worker will send you the form for it."
)


def form_is_owed(unit: Unit, request: Request) -> bool:
    """Whether a worker still has to send the form: a change at home that was only told here."""
    told = request.form == "household_change" and request.finished
    return told and not unit.scene.policy.chat_is_written_notice


def written_notice(unit: Unit, request: Request, language: Language) -> str:
    """What the carer reads about it (translated); "" where it is no change at home."""
    policy = unit.scene.policy
    if request.form != "household_change" or not request.finished:
        return ""
    if policy.chat_is_written_notice:
        return language.say(WRITTEN_NOTICE)
    if policy.written_notice_form:
        return language.say(FORM_IS_HERE, place=policy.written_notice_form)
    return language.say(FORM_IS_SENT)
