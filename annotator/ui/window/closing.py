"""Closing the window: everything is saved first, or the user decides that it need not be."""

from __future__ import annotations

from pathlib import Path

from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError, shown
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from annotator.ui.system.system_dialogs import Question, SystemDialogs

TRY_AGAIN, ELSEWHERE, CLOSE, STAY = "Try again", "Save elsewhere…", "Close without saving", "Stay"


def may_close(autosave: Autosave, messages: SystemDialogs) -> bool:
    """Wait for running saves and ask while one has failed. Return whether the window may close."""
    autosave.finish()
    while autosave.failures:
        failure = autosave.failures[0]
        sentence = f"{shown(failure.problem.path.name)} is not saved. {failure.problem.sentence}"
        answer = messages.ask(Question("Not saved", sentence, (TRY_AGAIN, ELSEWHERE, CLOSE, STAY)))
        if answer in (CLOSE, STAY):
            return answer == CLOSE
        if answer == ELSEWHERE:
            _save_elsewhere(autosave, autosave.article_of(failure), messages)
        else:
            autosave.try_again()
        autosave.finish()
    return True


def _save_elsewhere(autosave: Autosave, article: OpenArticle, messages: SystemDialogs) -> None:
    """Write the document where the user says; the file quotes every marked word, so it is whole without its article."""
    chosen = messages.choose_copy(str(article.sidecar))
    if not chosen:
        return
    try:
        write_atomically(Path(chosen), SidecarWriter().data(article.document))
    except SaveError as error:
        messages.tell("Not saved", f"{shown(Path(chosen).name)}: {error.problem.sentence}")
    else:
        autosave.give_up(article)
