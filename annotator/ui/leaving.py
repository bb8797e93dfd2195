"""Closing the window: only when everything is saved, or the user says it may be lost."""

from __future__ import annotations

from annotator.session.autosave import Autosave
from annotator.ui.messages import Messages, Question

TRY_AGAIN, CLOSE, STAY = "Try again", "Close without saving", "Stay"


def may_close(autosave: Autosave, messages: Messages) -> bool:
    """Wait for what is being saved; ask as long as something could not be."""
    autosave.finish()
    while autosave.failures:
        failure = autosave.failures[0].problem
        sentence = f"{failure.path.name} is not saved. {failure.sentence}"
        answer = messages.ask(Question("Not saved", sentence, (TRY_AGAIN, CLOSE, STAY)))
        if answer != TRY_AGAIN:
            return answer == CLOSE
        autosave.try_again()
        autosave.finish()
    return True
