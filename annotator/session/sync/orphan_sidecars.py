"""Sidecars whose articles were renamed or moved: taken along where that is sure, else offered."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.adoption import adopt_below
from annotator.corpus.orphans import Orphan
from annotator.model.items import altered
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.article_walk import name_below
from annotator.session.opening.folder import Folder
from annotator.session.opening.opener import Opener
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.articles.article_reading import article_name
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.saving.adopting import Adopted, adopt, take_back
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.saving.saver import held_by
from annotator.storage.sidecars.named_article import with_article_named
from annotator.translation.messages import _


class OrphanSidecars(QObject):
    """Looks for them whenever the folder has been listed and read.

    ``adopted``: sidecars were renamed, the last of them stand in ``last``. ``changed``: others are without their
    article, in ``left``.
    """

    adopted = Signal()
    changed = Signal()

    def __init__(self, session: Session, folder: Folder, opener: Opener, autosave: Autosave, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._folder, self._opener, self._autosave = session, folder, opener, autosave
        self._jobs = jobs
        self._taken_back: set[Path] = set()
        self.last: list[Adopted] = []
        self.left: list[Orphan] = []
        folder.listed.connect(self._forget)
        folder.listed.connect(self._look_at_empty)
        folder.relisted.connect(self._look_at_empty)
        folder.scanned.connect(self._look_when_scanned)
        opener.adopted.connect(self._tell)

    def of(self, article: Path) -> list[Orphan]:
        """Return the sidecars that may be of the article."""
        return [orphan for orphan in self.left if article in orphan.articles]

    def orphan(self, sidecar: Path) -> Orphan | None:
        """Return what is known of the sidecar; None where its article is there."""
        return next((orphan for orphan in self.left if orphan.sidecar == sidecar), None)

    def look(self) -> None:
        """Look below the folder for sidecars without their article, and take along what is sure."""
        folder, current = self._folder.path, self._session.current
        if folder:
            spared = self._taken_back | ({current.sidecar} if current else set())
            self._jobs.run(lambda: adopt_below(folder, spared), lambda done: self._looked(folder, done))

    def take(self, orphan: Orphan, article: Path) -> None:
        """Rename the sidecar after the article, as the user has chosen."""
        self._autosave.finish()
        try:
            done = adopt(orphan.sidecar, article, orphan.data)
        except FileError as error:
            self._session.say(error.problem.sentence)
            return
        self._note([done])
        self.look()

    def undo(self) -> None:
        """Put the sidecars that were renamed last back as they were; they are not taken along again by themselves."""
        last, self.last = self.last, []
        self._autosave.finish()
        for done in reversed(last):
            try:
                take_back(done)
            except FileError as error:
                self._session.say(error.problem.sentence)
            self._taken_back.add(done.old)
        self._opener.spared = frozenset(self._taken_back)
        self._show_anew(last)
        self.look()

    def _look_when_scanned(self, read: int) -> None:
        """Look when all the articles have been read, which the user waits for."""
        if read >= len(self._folder.entries):
            self.look()

    def _look_at_empty(self) -> None:
        if not self._folder.entries:
            self.look()

    def _forget(self) -> None:
        self.left = []
        self._taken_back = {path for path in self._taken_back if name_below(self._folder.path, path) is not None}

    def _looked(self, folder: Path, done: Future[tuple[list[Adopted], list[Orphan]]]) -> None:
        if folder != self._folder.path:
            return
        adopted, left = done.result()
        current = self._session.current
        if current and not is_there(current.path):
            left = [orphan for orphan in left if not self._follow(current, orphan)]
            self._follow_both(current)
        self._show_left(left)
        if adopted:
            self._note(adopted)

    def _show_left(self, left: Sequence[Orphan]) -> None:
        """Show what is left, without what has been renamed since it was found."""
        self.left = [orphan for orphan in left if is_there(orphan.sidecar)]
        self._folder.show_missing(self.left)
        self.changed.emit()

    def _note(self, adopted: Sequence[Adopted]) -> None:
        self._show_anew(adopted)
        self._tell(adopted)

    def _tell(self, adopted: Sequence[Adopted]) -> None:
        self.last = [*adopted]
        self._show_left(self.left)
        self._folder.look_at_sidecars()
        self.adopted.emit()

    def _show_anew(self, adopted: Sequence[Adopted]) -> None:
        self._folder.look_at_sidecars()
        current = self._session.current
        if current and any(current.sidecar in (done.old, done.new) for done in adopted):
            self._opener.reopen()

    def _follow(self, current: OpenArticle, orphan: Orphan) -> bool:
        """Take the open article's sidecar along, if this is it and the article has another name now."""
        article = orphan.sure
        if orphan.sidecar != current.sidecar or orphan.sidecar in self._taken_back or article is None:
            return False
        self._autosave.finish()
        try:
            held = held_by(orphan.sidecar)
            done = adopt(orphan.sidecar, article, held if held is not None else orphan.data)
        except FileError:
            return False
        self._point_to(current, article, done.after)
        self._tell([done])
        return True

    def _follow_both(self, current: OpenArticle) -> None:
        """Go on with the open article where it and its sidecar were renamed together."""
        for entry in self._folder.entries:
            sidecar = sidecar_of(entry.path, current.document.annotator)
            saved = _renamed_with(current, entry.path, sidecar)
            if saved is not None:
                self._point_to(current, entry.path, saved)
                self._session.say(_("The article is called {file} now").format(file=shown(entry.path.name)))
                return

    def _point_to(self, article: OpenArticle, path: Path, saved: bytes) -> None:
        """Let the open article be the one at ``path``, with all that can be undone and all that is not saved."""
        unsaved = self._autosave.unsaved(*article.key) is not None
        self._autosave.give_up(article)
        text = altered(article.document.article, name=article_name(path))
        article.path, article.sidecar = path, sidecar_of(path, self._opener.annotator)
        article.document, article.base = replace(article.document, article=text), replace(article.base, article=text)
        article.saved = saved
        self._session.path = path
        self._session.show(article, self._session.caret)
        if unsaved:
            self._autosave.save(article)


def _renamed_with(current: OpenArticle, article: Path, sidecar: Path) -> bytes | None:
    """Return what the sidecar of the article holds, where it is that of the open one under another name."""
    if current.saved is None or is_there(current.sidecar):
        return None
    try:
        named = with_article_named(current.sidecar, current.saved, article_name(article))
        there = held_by(sidecar)
    except FileError:
        return None
    return there if there in (current.saved, named) else None
