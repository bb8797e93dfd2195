"""One status for several articles, each opened in turn, so that the change is saved and undone like any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator.model import edits
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.status_words import setting_status
from annotator.session.opening.status_names import status_in_sentence
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number


class SeveralStatuses(QObject):
    """Set the status of articles one after another, then open the article again that was open before.

    It stops if the user opens another article meanwhile.
    """

    def __init__(self, session: Session, navigation: Navigation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._navigation = session, navigation
        self._ahead: list[Path] = []
        self._waiting: Path | None = None
        self._back: Path | None = None
        self._returning = False
        self._status, self._set, self._refused = "", 0, 0
        session.opened.connect(self._opened)

    def set(self, paths: Sequence[Path], status: str) -> None:
        """Set the status of these articles; a run that is under way is replaced."""
        if self._waiting is None:
            self._back = self._session.path
        self._ahead, self._waiting, self._returning = list(paths), None, False
        self._status, self._set, self._refused = status, 0, 0
        self._go_on()

    def _go_on(self) -> None:
        while self._ahead:
            path = self._ahead.pop(0)
            if path != self._session.path or self._is_pending(path):
                self._waiting = path
                self._navigation.open_article(path)
                return
            self._change()
        self._end()

    def _opened(self) -> None:
        if self._waiting is not None:
            QTimer.singleShot(0, self, self._take)  # after all others have followed the session

    def _take(self) -> None:
        expected = self._waiting
        if expected is None or self._is_pending(expected):
            return
        self._waiting = None
        if self._session.path != expected or self._returning:
            self._ahead.clear()
            self._tell()
        else:
            self._change()
            self._go_on()

    def _is_pending(self, path: Path) -> bool:
        """Return whether the article is still being read, so that the one before is still open."""
        current = self._session.current
        return path == self._session.path and current is not None and current.path != path

    def _change(self) -> None:
        if self._session.writable:
            change = edits.set_status(self._session.document, self._status)
            title, done = setting_status(self._status)
            self._session.do(change, title, done=done)
            self._set += 1
        else:
            self._refused += 1

    def _end(self) -> None:
        """Open the article of before and report there, as opening an article clears the status line."""
        if self._back and self._back != self._session.path:
            self._waiting, self._returning = self._back, True
            self._navigation.open_article(self._back)
        else:
            self._tell()

    def _tell(self) -> None:
        # Translators: what was just done; {status} is “done”, “reviewed” …
        said = ngettext(
            "Set the status of {count} article to {status}", "Set the status of {count} articles to {status}", self._set
        )
        sentences = [said.format(count=number(self._set), status=status_in_sentence(self._status))]
        if self._refused:
            # Translators: articles, after “Set the status of 3 articles to done”
            refused = ngettext("{count} cannot be changed", "{count} cannot be changed", self._refused)
            sentences.append(refused.format(count=number(self._refused)))
        self._session.say(_("; ").join(sentences))
