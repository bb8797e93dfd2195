"""Window of the comments over the main window, and the way from a comment to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.review.threads import Place, Thread
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from annotator.ui.dialogs.comments_dialog.dialog import CommentsDialog


class CommentsPlace(QObject):
    """Open the window when comments are asked for; others' documents are followed as long as it is open."""

    def __init__(self, mode: ReviewMode, session: Session, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._mode, self._session, self._look, self._window = mode, session, look, window
        self._dialog: CommentsDialog | None = None
        mode.comments_asked.connect(self._open)
        for signal in (session.opened, mode.ended):
            signal.connect(self._follow_article)

    def _open(self, place: Place) -> None:
        from annotator.ui.dialogs.comments_dialog.dialog import CommentsDialog  # here: not before it is wanted

        if self._dialog is None:
            mode = self._mode
            self._dialog = CommentsDialog(self._session, mode.comments, mode.others, self._look, self._window)
            self._dialog.went.connect(self._go)
            self._dialog.finished.connect(self._close)
        if not self._mode.under_way:
            self._mode.others.follow()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.show_place(place)

    def _go(self, thread: Thread) -> None:
        """Select the annotation that the thread is on, or its words where it is another annotator's."""
        place, session = thread.place, self._session
        if self._mode.under_way:
            self._mode.select(place.on)
        elif place.on in session.document.annotations and place.annotator == session.document.annotator:
            session.select(place.on, show=True)
        else:
            self._go_to_words(place)
        self._window.activateWindow()

    def _go_to_words(self, place: Place) -> None:
        for document in self._mode.others.documents:
            if document.annotator == place.annotator and (found := document.annotations.get(place.on)):
                self._session.move_caret(found.span.end, found.span.start)
                self._session.reveal_caret()

    def _close(self) -> None:
        if not self._mode.under_way:
            self._mode.others.leave()

    def _follow_article(self) -> None:
        dialog = self._dialog
        if dialog and dialog.isVisible() and self._session.current and not self._mode.under_way:
            self._mode.others.follow()
