"""Plays a form in the terminal: `python -m conversations household_change --language ar`."""

import argparse
import sys

from conversations.answering import (
    Answered,
    CancelConfirmed,
    CancelPressed,
    Misunderstood,
    Outcome,
    Resumed,
    SavePressed,
    SendPressed,
    Turned,
    press,
    write,
)
from conversations.card import cancel_card, form_card, shown_answers
from conversations.catalogue import FORMS
from conversations.facts import Facts
from conversations.form import Form
from conversations.journey import Journey
from conversations.rehearsal import fresh_draft, rehearsal_facts
from conversations.screen import Press, Screen
from conversations.transcripts import written
from fostering.drafts import Draft

HOW = "Type the number of a button, or words. Nothing is sent. Ctrl+D ends."


def tell(line: str) -> None:
    """Write one line to the terminal."""
    sys.stdout.write(line + "\n")


def show(screen: Screen) -> list[Press | None]:
    """Show a screen with its buttons numbered; what each number presses."""
    presses: list[Press | None] = []
    for line in written(Screen(language=screen.language, lines=screen.lines)):
        tell(line)
    for row in screen.rows:
        labels = []
        for button in row:
            presses.append(button.press)
            labels.append(f"[{len(presses)} {button.label}]")
        tell("  ".join(labels))
    return presses


def play(form: Form, facts: Facts) -> None:
    """Ask until the form is sent, saved or thrown away."""
    draft = fresh_draft(form, facts)
    screen = form_card(form, draft, facts)
    while True:
        presses = show(screen)
        try:
            typed = input("> ").strip()
        except EOFError:
            return
        numbered = presses[int(typed) - 1] if _names_button(typed, len(presses)) else None
        if numbered is not None:
            outcome = press(form, draft, numbered, facts)
        else:
            outcome = write(form, draft, typed, facts)
        if _ends(outcome, form, facts):
            return
        draft, screen = _next(outcome, form, draft, facts)


def _names_button(typed: str, buttons: int) -> bool:
    return typed.isascii() and typed.isdigit() and 1 <= int(typed) <= buttons


def _ends(outcome: Outcome, form: Form, facts: Facts) -> bool:
    match outcome:
        case Answered(draft=draft, finished=True) | SendPressed(draft=draft):
            for question, answer in shown_answers(form, Journey.of(form, draft, facts).held, facts):
                tell(f"{question}: {answer}")
            return True
        case SavePressed() | CancelConfirmed():
            return True
    return False


def _next(outcome: Outcome, form: Form, draft: Draft, facts: Facts) -> tuple[Draft, Screen]:
    match outcome:
        case Answered(draft=now) | Resumed(draft=now):
            return now, form_card(form, now, facts)
        case Turned(draft=now, hint=hint):
            return now, form_card(form, now, facts, hint)
        case Misunderstood(hint=hint):
            return draft, form_card(form, draft, facts, hint)
        case CancelPressed():
            return draft, cancel_card(form, draft, facts)
    return draft, form_card(form, draft, facts)


def main() -> None:
    """Read which form and language to play."""
    reader = argparse.ArgumentParser(prog="python -m conversations", description=HOW)
    reader.add_argument("form", choices=sorted(FORMS))
    reader.add_argument("--language", default="en")
    asked = reader.parse_args()
    tell(HOW)
    play(FORMS[asked.form], rehearsal_facts(asked.language))


if __name__ == "__main__":
    main()
