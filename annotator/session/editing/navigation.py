"""Navigation between articles: open one by name, the next one, and set one to done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model import edits
from annotator.model.document import DONE, NOTHING_FOUND
from annotator.session.editing.relations.relation_steps import RelationSteps
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.status_words import setting_status
from annotator.session.editing.values.required_values import missing_values, missing_words
from annotator.session.opening.article_walk import name_below
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.opener import Opener
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.plain_path import plain_path
from annotator.translation.messages import _


class Navigation:
    """Open folders and articles, and go through a folder. ``relations`` leads from annotation to annotation.

    An article that opens by itself is one that the ``plan`` of the folder gives the annotator. ``signing`` leads
    through the facts that are open again. ``may_finish`` is called before an article is set to done; it returns False
    if the user does not want that yet.
    """

    def __init__(self, session: Session, plan: FolderPlan, opener: Opener, store: SettingsStore) -> None:
        self._session, self._plan, self._opener, self._store = session, plan, opener, store
        self._folder = plan.folder
        self._wanted: Path | None = None
        self._unasked: Path | None = None
        self._asked: tuple[Path, str] | None = None
        self.may_finish: Callable[[], bool] = lambda: True
        self.relations = RelationSteps(session, session)
        self.signing = Signing(session)
        session.opened.connect(self._select_asked)
        plan.folder.listed.connect(self._choose_article)
        plan.changed.connect(self._prefer_own)

    def open(self, path: Path) -> None:
        """Open a folder, or an article and its folder."""
        path = plain_path(path)
        if is_folder(path) or not (is_article(path) or is_there(path)):
            self._wanted = None
            self._folder.open(path, self._opener.annotator)
        elif self._folder.row_of(path) is not None:
            self.open_article(path)
        else:
            self._wanted = path if is_article(path) else None
            self._folder.open(path.parent, self._opener.annotator)

    def annotate_as(self, annotator: str) -> None:
        """Go on under another name: open the folder again as that annotator has it."""
        self._opener.annotator = annotator
        if self._session.path:
            self.open(self._folder.path or self._session.path.parent)

    def open_article(self, path: Path) -> None:
        """Open an article of the folder, unless it is open already."""
        if path != self._session.path:
            self._opener.open(path)

    def open_at(self, path: Path, id: str) -> None:
        """Open an article of the folder, and select the annotation with this id once it is read."""
        self._asked = path, id
        self.open_article(path)

    def step(self, step: int) -> None:
        """Open the next article, or the one before."""
        self._go(
            step,
            new_only=False,
            otherwise=_("That was the last article") if step > 0 else _("This is the first article"),
        )

    def next_new(self) -> None:
        """Open the next article that is not started."""
        self._go(1, new_only=True, otherwise=_("No article after this one that is not started"))

    def set_status(self, status: str) -> bool:
        """Set the status of the open article, as one undo step; return False if the user does not want that yet."""
        change = edits.set_status(self._session.document, status)
        if change and status in (DONE, NOTHING_FOUND) and self._session.writable and not self.may_finish():
            return False
        title, done = setting_status(status)
        self._session.do(change, title, done=done)
        if status == DONE and change:
            self._tell_missing()
        return True

    def done_next(self) -> None:
        """Set the article to done, or to “nothing found” if nothing is marked, and open the next one.

        If values are missing that the scheme requires, first stay and show them.
        """
        if not self._session.writable and self._session.current:
            self._session.say(self._session.current.read_only)
            return
        was_done = self._session.document.status.value in (DONE, NOTHING_FOUND)
        after = self._folder.neighbour(self._session.path, 1)  # before it moves to another group of the list
        if not self.set_status(DONE if self._session.document.annotations else NOTHING_FOUND):
            return
        if not was_done and self._tell_missing():
            return
        self._open_or_say(after, _("Done. That was the last article"))

    def _tell_missing(self) -> bool:
        """Say which required values are missing, and select the first annotation that lacks one."""
        missing = missing_values(self._session.document, self._session.scheme)
        if missing and self._session.writable:
            self._session.select(missing[0].annotation or None, show=True)
            self._session.say(_("Done, but {missing}").format(missing=missing_words(missing)))
        return bool(missing)

    def _go(self, step: int, *, new_only: bool, otherwise: str) -> None:
        self._open_or_say(self._folder.neighbour(self._session.path, step, new_only=new_only), otherwise)

    def _open_or_say(self, path: Path | None, otherwise: str) -> None:
        if path:
            self.open_article(path)
        else:
            self._session.say(otherwise)

    def _select_asked(self) -> None:
        """Select the annotation that was asked for if its article is open; forget it if another one is."""
        if self._asked is None or self._session.current is None:
            return
        (path, id), self._asked = self._asked, None
        if self._session.path == path and id in self._session.document.annotations:
            self._session.select(id, show=True)

    def _has(self, article: Path) -> bool:
        """Return whether the article is in the folder or below it, where it may not have been listed yet."""
        below = name_below(self._folder.path, article) is not None
        return self._folder.row_of(article) is not None or (below and is_article(article) and is_there(article))

    def _choose_article(self) -> None:
        wanted, self._wanted, self._unasked = self._wanted, None, None
        if wanted is None and self._folder.entries:
            last = Path(self._store.settings.last_article)
            wanted = self._unasked = self._own_or(last if self._has(last) else self._folder.entries.path(0))
        if wanted:
            self._opener.open(wanted)
        else:
            self._session.path = None
            self._session.show(None)

    def _prefer_own(self) -> None:
        """Leave an untouched article that has opened by itself for one of the annotator's."""
        current = self._session.current
        if self._unasked and self._session.path == self._unasked and not (current and current.undo.count()):
            self._unasked = self._own_or(self._unasked)
            self.open_article(self._unasked)

    def _own_or(self, article: Path) -> Path:
        """Return the article or, if the plan gives it to others alone, the annotator's first one."""
        own, row = self._plan.own, self._folder.row_of(article)
        return article if not own or row is None or row in own else self._folder.entries.path(own[0])
