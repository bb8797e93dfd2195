"""Closing the window: everything is saved first, or the user decides that it need not be."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from annotator.session.saving.autosave import Autosave
from annotator.session.saving.copies import keep_unsaved
from annotator.session.services import Services
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import N_, _
from annotator.ui.notices.ways_out import GO_THERE, WaysOut
from annotator.ui.system.system_dialogs import Question, SystemDialogs

ELSEWHERE, CLOSE, STAY = N_("Save elsewhere…"), N_("Close without saving"), N_("Stay")


class SessionManager(Protocol):
    """Session manager that Qt gives when the system's session ends."""

    def allowsInteraction(self) -> bool: ...

    def release(self) -> None: ...

    def cancel(self) -> None: ...


def may_close(autosave: Autosave, ways_out: WaysOut, messages: SystemDialogs) -> bool:
    """Wait for running saves and ask while one has failed. Return whether the window may close."""
    _save(autosave)
    while autosave.failures:
        answer = _answer(autosave.failures[0], autosave, ways_out, messages)
        if answer in map(_, (CLOSE, STAY, GO_THERE)):
            return answer == _(CLOSE)
        autosave.finish()
    return True


def save_or_copy(autosave: Autosave, folder: Path, at: str) -> list[str]:
    """Save; copy to ``folder`` what cannot be saved, named by the time. Return a sentence for each such article."""
    _save(autosave)
    return keep_unsaved(autosave, folder, at)


def not_saved(failure: SaveError) -> str:
    """Return a sentence that names the file that is not saved, and one why."""
    name = shown(failure.problem.path.name)
    return _("{file} is not saved. {problem}").format(file=name, problem=failure.problem.sentence)


def _save(autosave: Autosave) -> None:
    """Wait for running saves, and try once more what has failed."""
    autosave.finish()
    if autosave.failures:
        autosave.try_again()
        autosave.finish()


def _answer(failure: SaveError, autosave: Autosave, ways_out: WaysOut, messages: SystemDialogs) -> str:
    """Ask what to do about the failure, and do it."""
    article, repairs = autosave.article_of(failure), dict(ways_out.repairs(failure))
    answer = messages.ask(Question(_("Not saved"), not_saved(failure), (*repairs, *map(_, (ELSEWHERE, CLOSE, STAY)))))
    if answer in repairs:
        repairs[answer]()
    elif answer == _(ELSEWHERE) and ways_out.copied(article):
        autosave.give_up(article)
    return answer


def save_and_give_up(services: Services) -> list[str]:
    """Save, or copy what cannot be saved and wait no longer for it; return a sentence for each such article."""
    services.session.field.finish()
    autosave = services.autosave
    sentences = save_or_copy(autosave, services.unsaved, services.session.now())
    for failure in autosave.failures:
        autosave.give_up(autosave.article_of(failure))
    return sentences


def save_for_session(services: Services, ways_out: WaysOut, messages: SystemDialogs, manager: SessionManager) -> None:
    """Save as the system's session ends; where that fails, ask if the system lets us, else keep a copy."""
    services.session.field.finish()
    if not manager.allowsInteraction():
        save_or_copy(services.autosave, services.unsaved, services.session.now())
        return
    if not may_close(services.autosave, ways_out, messages):
        manager.cancel()
    manager.release()
