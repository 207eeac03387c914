"""Presses: each verb of a button and the desk's answer; what a button carries is not trusted."""

from collections.abc import Callable, Mapping

from telegram import Update

from bot.form_handlers import OF_DRAFTS
from bot.turn_context import TurnContext
from conversations.screen import Press
from desk import (
    advocacies,
    child_forms,
    delegated_authority,
    duplicates,
    expectations,
    filing,
    forms,
    handing_over,
    help,
    home,
    home_checks,
    languages,
    lost_phones,
    morning,
    my_dates,
    newcomers,
    open_now,
    oversight,
    pages,
    placement_starts,
    planning,
    private_matters,
    reports,
    shifts,
    social_worker_task,
    sure,
    unkept,
    unsettled,
    urgent,
    who_is_this,
    year_held,
    young_words,
)
from desk.annual_reviews import ANNUAL_REVIEWS
from desk.scene import Where
from desk.supervisions import SUPERVISIONS
from desk.unit import Unit

Answer = Callable[..., None]

VERBS: Mapping[tuple[str, int], Answer] = {
    ("help", 0): help.show_help,
    ("who", 0): help.show_who_can_help,
    ("tell", 0): urgent.tell_the_team,
    ("tell", 1): urgent.not_safe,
    ("talk", 0): urgent.talk_tonight,
    ("home", 0): home.show_home,
    ("lang", 0): languages.show_languages,
    ("lang", 1): languages.choose_language,
    ("hide", 0): home.hide,
    ("reqs", 0): reports.show_mine,
    ("reqs", 1): reports.show_mine,
    ("req", 1): reports.show_request_named,
    ("another", 0): forms.report_another_child,
    ("goon", 1): forms.answer_the_rest,
    ("more", 1): forms.add_something,
    ("correct", 1): forms.correct,
    ("write", 1): young_words.write_to_them,
    ("copy", 1): reports.show_copy,
    ("mistake", 1): reports.say_mistake,
    ("notspoke", 1): reports.deny_contact,
    ("unsettled", 1): unsettled.say_unsettled,
    ("helped", 2): reports.say_helped,
    ("seen", 1): reports.say_seen,
    ("backsafe", 1): reports.say_back_safe,
    ("undosafe", 1): reports.undo_back_safe,
    ("waiting", 0): pages.list_waiting,
    ("waiting", 1): pages.list_waiting,
    ("mine", 0): pages.list_mine,
    ("mine", 1): pages.list_mine,
    ("todo", 0): social_worker_task.show_tasks,
    ("told", 1): social_worker_task.told,
    ("toldlist", 1): social_worker_task.told_in_list,
    ("got", 1): pages.got_it,
    ("pass", 1): pages.pass_to_next,
    ("when", 1): pages.ask_when,
    ("ring", 2): pages.promise_ring,
    ("reply", 1): pages.answer_author,
    ("spoke", 1): sure.ask_spoke,
    ("spokeyes", 1): pages.spoke,
    ("wrote", 1): pages.wrote,
    ("reached", 1): sure.ask_spoke,
    ("reachedyes", 1): pages.reached,
    ("same", 1): duplicates.join,
    ("take", 1): sure.ask_take,
    ("takeyes", 1): open_now.take_it_over,
    ("opens", 0): open_now.show_open,
    ("opens", 1): open_now.show_open,
    ("handover", 1): handing_over.ask,
    ("handover", 2): handing_over.ask,
    ("handto", 2): handing_over.offer,
    ("handyes", 1): handing_over.accept,
    ("handwhy", 1): handing_over.ask_reason,
    ("handno", 2): handing_over.say_no,
    ("handback", 1): handing_over.take_back,
    ("private", 1): private_matters.ask_start,
    ("privateyes", 1): private_matters.start,
    ("privateend", 1): private_matters.ask_end,
    ("privateno", 2): private_matters.end,
    ("opensby", 0): oversight.show_by_worker,
    ("kept", 0): oversight.show_kept,
    ("filed", 1): filing.say_filed,
    ("filedall", 1): filing.say_all_filed,
    ("notfiled", 0): filing.show_not_filed,
    ("notfiled", 1): filing.show_not_filed,
    ("shift", 0): shifts.show_shift,
    ("nopages", 0): shifts.say_no_pages,
    ("shiftkeep", 0): shifts.keep,
    ("shiftyes", 1): shifts.accept,
    ("shiftno", 1): shifts.say_no,
    ("morning", 0): morning.show_morning,
    ("morning", 1): morning.show_morning,
    ("lower", 1): sure.ask_lower,
    ("loweryes", 1): pages.lower,
    ("whois", 1): who_is_this.offer,
    ("close", 1): pages.close_with_words,
    ("themyes", 1): newcomers.say_them,
    ("themno", 1): newcomers.say_not_them,
    ("themcut", 1): newcomers.cut_off,
    ("phoneuse", 0): newcomers.ask_use,
    ("phoneuse", 1): newcomers.say_use,
    ("family", 0): forms.find_family,
    ("lost", 0): forms.lost_phone,
    ("unlink", 1): lost_phones.unlink,
    ("side", 0): advocacies.show_door,
    ("sideof", 1): advocacies.show_one,
    ("sidestop", 1): advocacies.ask_stop,
    ("sidestopyes", 1): advocacies.stop,
    ("sidewrite", 1): advocacies.write_to_them,
    ("sidemet", 1): advocacies.say_contacted,
    ("sidemine", 1): advocacies.say_appointed,
    ("sidepass", 1): advocacies.pass_on,
    ("decides", 0): delegated_authority.show_children,
    ("decides", 1): delegated_authority.show_themes,
    ("decides", 2): delegated_authority.show_theme,
    ("askto", 2): child_forms.ask_decision,
    ("setwho", 2): delegated_authority.choose_decider,
    ("whoset", 2): delegated_authority.set_decider,
    ("sayset", 2): delegated_authority.set_say,
    ("ownsay", 0): delegated_authority.show_own,
    ("start", 1): placement_starts.show_start,
    ("startask", 1): child_forms.ask_what_was_told,
    ("startq", 1): child_forms.ask_question,
    ("starthelp", 1): child_forms.ask_support,
    ("plantick", 2): placement_starts.tick_step,
    ("homesame", 0): home_checks.say_same,
    ("homenew", 0): home_checks.say_changed,
    ("homeoff", 0): home_checks.turn_off,
    ("homeon", 0): home_checks.turn_on,
    ("expect", 0): expectations.show_expectations,
    ("sup", 0): my_dates.show_my_dates,
    ("supok", 1): SUPERVISIONS.confirm,
    ("supmove", 1): SUPERVISIONS.ask_another_time,
    ("supheld", 1): SUPERVISIONS.say_held,
    ("supnot", 1): SUPERVISIONS.did_not_happen,
    ("ics", 0): SUPERVISIONS.hand_over_calendar,
    ("sups", 0): SUPERVISIONS.show_list,
    ("supof", 1): SUPERVISIONS.show_one,
    ("supplan", 1): planning.plan_supervision,
    ("supdid", 1): SUPERVISIONS.worker_says_held,
    ("rev", 0): ANNUAL_REVIEWS.show_own,
    ("revok", 1): ANNUAL_REVIEWS.confirm,
    ("revmove", 1): ANNUAL_REVIEWS.ask_another_time,
    ("revheld", 1): ANNUAL_REVIEWS.say_held,
    ("revnot", 1): ANNUAL_REVIEWS.did_not_happen,
    ("revics", 0): ANNUAL_REVIEWS.hand_over_calendar,
    ("revs", 0): ANNUAL_REVIEWS.show_list,
    ("revof", 1): ANNUAL_REVIEWS.show_one,
    ("revplan", 1): planning.plan_review,
    ("revon", 1): planning.review_held,
    ("revdid", 1): planning.review_held_as_planned,
    ("revyear", 0): year_held.offer_own,
    ("revyear", 1): year_held.offer,
}
"""(verb, number of arguments) → what the desk does with the unit and the arguments."""


async def take_press(_update: Update, context: TurnContext) -> None:
    """Any press that no form has taken; an old or forged one draws the present screen again."""
    answer_press(context.unit, context.press)


def answer_press(unit: Unit, press: Press) -> None:
    """Do what the verb says; the desk checks every argument against the scene.

    In a group nobody is answered: what a forged press asks for would be read by everybody there.
    """
    sender = unit.scene.sender
    if sender is None or sender.where is not Where.PRIVATE:
        return
    answer = VERBS.get((press.verb, len(press.args)))
    if answer is not None:
        answer(unit, *press.args)
    elif press.verb in OF_DRAFTS:
        forms.press(unit, press)
    else:
        unkept.old_button(unit)
