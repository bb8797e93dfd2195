"""Ways out of a failed save, for the banner over the text and for the question at closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from annotator.session.open_article import OpenArticle
from annotator.session.saving.copies import save_copy
from annotator.session.services import Services
from annotator.session.sync.reconciler import ConflictError
from annotator.session.sync.sidecar_from_others import GoneError, UnreadableError
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import N_, _
from annotator.ui.system.system_dialogs import SystemDialogs

WayOut: TypeAlias = tuple[str, Callable[[], object]]
"""What it is called, and what it does."""

GO_THERE = N_("Go there")
COPY = N_("Save a copy…")


class WaysOut:
    """Each failure has one that may mend it, and one that keeps the work elsewhere."""

    def __init__(self, services: Services, messages: SystemDialogs) -> None:
        self._services, self._messages = services, messages

    def on_banner(self, failure: SaveError) -> tuple[WayOut, ...]:
        """Return the repairs, and a copy, after which the work still waits to be saved."""
        article = self._services.autosave.article_of(failure)
        return (*self.repairs(failure), (_(COPY), lambda: self.copied(article)))

    def repairs(self, failure: SaveError) -> tuple[WayOut, ...]:
        """Return what may save the work where it belongs."""
        services = self._services
        article = services.autosave.article_of(failure)
        match failure:
            case GoneError():
                return ((_("Write it again"), lambda: services.reconciler.overwrite(article)),)
            case ConflictError():
                return ((_(GO_THERE), lambda: services.opener.open(article.path)),)
            case UnreadableError():
                return (
                    (_("Look again"), lambda: services.reconciler.look(article)),
                    (_("Keep mine, put theirs aside"), lambda: services.reconciler.overwrite(article)),
                )
            case _:
                return ((_("Try again"), services.autosave.try_again),)

    def copied(self, article: OpenArticle) -> bool:
        """Write a copy where the user says; False where there is none after all."""
        chosen = self._messages.choose_copy(str(article.sidecar))
        if not chosen:
            return False
        try:
            save_copy(article, Path(chosen))
        except SaveError as error:
            self._messages.tell(_("Not saved"), f"{shown(Path(chosen).name)}: {error.problem.sentence}")
            return False
        self._services.session.say(_("A copy is in {file}").format(file=shown(Path(chosen).name)))
        return True
