"""Three-way merge of an open article with what others wrote to its sidecar, and the user's decision of conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.model.alike import alike
from annotator.model.change import Change, Part
from annotator.model.deciding import decided
from annotator.model.difference import in_words
from annotator.model.document import Document, Status
from annotator.model.items import Item
from annotator.model.merge import Conflict, Merged
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import Key, OpenArticle
from annotator.session.saving.autosave import Autosave, report_of
from annotator.session.session import Session
from annotator.session.sync.sidecar_from_others import SidecarFromOthers, merged_copy, removed_by, sidecar_from_others
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import FileError, SaveError, shown
from annotator.storage.files.free_name import free_name
from annotator.storage.saving.conflict_copies import put_away
from annotator.storage.saving.saver import UndecidedError, held_by
from annotator.translation.messages import N_, _

UNDECIDED = N_("The same annotations were changed here and by somebody else.")


class ConflictError(UndecidedError):
    """Both sides have changed the same item, so the user has to choose a version."""


@dataclass(slots=True)
class Pending:
    """Undecided conflicts of an article; ``copy`` is the conflict copy that they come from, if any."""

    conflicts: dict[tuple[str, str], Conflict]
    copy: Path | None = None


class Reconciler(QObject):
    """Merger of changes by others into open articles; conflicts are kept until the user decides them.

    ``conflicts_changed``: the conflicts of an article have changed. ``removed``: number of annotations of the open
    article that somebody else has removed; the sidecar's history still has them.
    """

    conflicts_changed = Signal()
    removed = Signal(int)

    def __init__(self, session: Session, autosave: Autosave, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._autosave, self._jobs = session, autosave, jobs
        self._pending: dict[Key, Pending] = {}
        self._looking: set[Key] = set()
        autosave.overtaken.connect(self.look)
        autosave.undecided.connect(self.look)

    def conflicts(self, article: OpenArticle) -> tuple[Conflict, ...]:
        """Return the article's undecided conflicts."""
        pending = self._pending.get(article.key)
        return tuple(pending.conflicts.values()) if pending else ()

    def look(self, article: OpenArticle) -> None:
        """Compare the sidecar with what was last read or written; merge in the background if it differs."""
        if article.read_only or article.key in self._looking or self._autosave.is_writing(article):
            return
        self._looking.add(article.key)
        at = self._session.now()
        document, base, saved = article.document, article.base, article.saved
        path = article.sidecar
        self._jobs.run(
            lambda: sidecar_from_others(path, saved, base, document, at), lambda done: self._looked(article, done)
        )

    def merge_copy(self, article: OpenArticle, copy: Path) -> None:
        """Merge a conflict copy of the sidecar into the article as an undoable step, then move it to the history."""
        if self.conflicts(article):
            self._session.say(_("Decide the open differences first, then merge this copy"))
            return
        document = article.document
        self._jobs.run(lambda: merged_copy(copy, document), lambda done: self._take_copy(article, copy, document, done))

    def decide(self, article: OpenArticle, choices: Mapping[tuple[str, str], str]) -> None:
        """Apply the choices, by key of the conflict, as one undo step, and save once no conflict is left."""
        pending = self._pending.get(article.key)
        if pending is None or article is not self._session.current:
            return
        chosen = [pending.conflicts.pop(key) for key in choices if key in pending.conflicts]
        change = decided(self._session.document, chosen, choices, self._session.new_id)
        self._session.do(change, _("Decide between two versions"), done=_("Decided between two versions"))
        if not pending.conflicts:
            del self._pending[article.key]
            self._put_away(article, pending.copy)
            self._autosave.resume(article)
        self.conflicts_changed.emit()

    def overwrite(self, article: OpenArticle) -> None:
        """Save the article over an unreadable sidecar, which is kept beside it as ``….theirs``."""
        try:
            there = held_by(article.sidecar, follow=article.follow)
            if there is not None:
                write_atomically(free_name(article.sidecar, ".theirs"), there)
        except SaveError as error:
            self._autosave.hold(article, error)
            return
        article.saved = there
        self._autosave.resume(article)

    def _looked(self, article: OpenArticle, done: Future[SidecarFromOthers | None]) -> None:
        self._looking.discard(article.key)
        if fault := done.exception():
            self._autosave.hold(article, report_of(article.sidecar, fault))
            return
        theirs = done.result()
        if theirs is None or (theirs.data == article.saved and not theirs.failure):
            self._resume(article)
        elif theirs.failure:
            self._autosave.hold(article, theirs.failure)
        elif self._changed_since(article, theirs):
            self.look(article)
        else:
            self._take(article, theirs)

    def _changed_since(self, article: OpenArticle, theirs: SidecarFromOthers) -> bool:
        """Return True if the article was changed while the sidecar was read, be it in a field that is open."""
        self._session.field.write()
        return theirs.ours is not article.document

    def _resume(self, article: OpenArticle) -> None:
        """Resume saving an unchanged sidecar, unless conflicts are still undecided."""
        if article.key not in self._pending:
            self._autosave.resume(article)

    def _take(self, article: OpenArticle, theirs: SidecarFromOthers) -> None:
        change = theirs.merged.change
        article.saved, article.base = theirs.data, theirs.document
        article.places = {**article.places, **theirs.places}
        if change:
            self._session.take_over(article, change)
            self._session.say(_("Taken over from the file: {changes}").format(changes=in_words(change)))
        if article is self._session.current and (gone := removed_by(change)):
            self.removed.emit(gone)
        self._note(article, theirs)
        if article.key in self._pending:
            self._autosave.hold(article, ConflictError.at(article.sidecar, _(UNDECIDED)))
        elif theirs.settled:
            self._autosave.settle(article)
        else:
            self._autosave.save(article)
            self._autosave.resume(article)

    def _note(self, article: OpenArticle, theirs: SidecarFromOthers) -> None:
        """Store the new conflicts together with earlier ones on which both sides still differ."""
        before = self._pending.pop(article.key, None)
        found = {conflict.key: conflict for conflict in theirs.merged.conflicts}
        for key, old in before.conflicts.items() if before else ():
            ours, now = _part(article.document, old), _part(theirs.document, old)
            if key not in found and not alike(ours, now):
                found[key] = Conflict(old.base, ours, now)
        if found:
            self._pending[article.key] = Pending(found, before.copy if before else None)
        self.conflicts_changed.emit()

    def _take_copy(self, article: OpenArticle, copy: Path, ours: Document, done: Future[Merged]) -> None:
        try:
            merged = done.result()
        except FileError as error:
            self._session.say(f"{shown(copy.name)}: {error.problem.sentence}")
            return
        if article is not self._session.current:
            return
        self._session.field.write()
        if article.document is not ours or self.conflicts(article):
            self.merge_copy(article, copy)  # the document has changed during the merge
            return
        if merged.change:
            title, told = _merging(copy, merged.change)
            self._session.do(merged.change, title, done=told)
        if merged.conflicts:
            self._pending[article.key] = Pending({conflict.key: conflict for conflict in merged.conflicts}, copy)
        else:
            self._put_away(article, copy)
        self.conflicts_changed.emit()

    def _put_away(self, article: OpenArticle, copy: Path | None) -> None:
        if copy is None:
            return
        try:
            put_away(copy, article.sidecar)
        except SaveError as error:
            self._session.say(f"{shown(copy.name)}: {error.problem.sentence}")
            return
        article.copies = tuple(other for other in article.copies if other != copy)


def _merging(copy: Path, change: Change) -> tuple[str, str]:
    """Return the title of the step that merges the copy, and the same as done."""
    title, done = _("Merge {file}: {changes}"), _("Merged {file}: {changes}")
    file, changes = shown(copy.name), in_words(change)
    return title.format(file=file, changes=changes), done.format(file=file, changes=changes)


def _part(document: Document, conflict: Conflict) -> Part | None:
    """Return what the document has of what the conflict is about; None if it has no such item."""
    match conflict.ours or conflict.theirs:
        case Item() as item:
            return document.of(type(item)).get(item.id)
        case Status():
            return document.status
        case _:
            return document.head
