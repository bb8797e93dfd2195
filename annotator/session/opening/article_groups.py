"""Kind of the groups of the open folder's articles, and the closed ones; remembered for each folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from annotator.session.opening.folder import Folder
from annotator.session.opening.grouping import FOLDER
from annotator.session.preferences.settings_store import SettingsStore

NONE = "none"


class ArticleGroups(QObject):
    """``kind`` of groups, as the user has chosen; else by folder where there are several, and none where not.

    ``changed``: they are of another kind, or what they are by is known otherwise. ``asked``: groups of one of the
    ``worked_out`` kinds are wanted; for each it has the function that returns the key of an article by its name.
    """

    changed = Signal()
    asked = Signal(str)

    def __init__(self, folder: Folder, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._store = folder, store
        self.worked_out: dict[str, Callable[[str], str]] = {}
        folder.listed.connect(self._ask)

    @property
    def kind(self) -> str:
        """One of ``none``, ``folder``, ``status``, ``outlet``, ``month``, ``differences`` and ``review``."""
        chosen = self._store.settings.article_groups.get(str(self._folder.path))
        return chosen or (FOLDER if self._folder.has_subfolders else NONE)

    @property
    def closed(self) -> frozenset[str]:
        """Keys of the groups of this kind that are closed."""
        beginning = f"{self.kind}:"
        return frozenset(key.removeprefix(beginning) for key in self._closed_of_all() if key.startswith(beginning))

    def choose(self, kind: str) -> None:
        """Group the articles of the open folder so from now on."""
        before = self.kind
        self._store.update(article_groups=self._store.settings.article_groups_with(str(self._folder.path), kind))
        if kind != before:
            self.changed.emit()
        self._ask()

    def _ask(self) -> None:
        if self.kind in self.worked_out:
            self.asked.emit(self.kind)

    def close(self, keys: Iterable[str], *, closed: bool) -> None:
        """Remember that these groups are closed, or open."""
        meant = {f"{self.kind}:{key}" for key in keys}
        now = self._closed_of_all() | meant if closed else self._closed_of_all() - meant
        folder = str(self._folder.path)
        self._store.update(closed_article_groups=self._store.settings.closed_article_groups_with(folder, now))

    def _closed_of_all(self) -> frozenset[str]:
        """Return the closed groups of every kind, each with its kind before it."""
        return frozenset(self._store.settings.closed_article_groups.get(str(self._folder.path), ()))
