"""A number of open comments in the window, kept up to date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session.session import Session
from annotator.session.sync.comment_counts import CommentCounts
from annotator.ui.desk.comments_pill import CommentsPill


class CommentNumber(QObject):
    """Shows on ``pill`` what ``count`` returns whenever that may be another; a click on it calls ``lead``."""

    def __init__(
        self,
        pill: CommentsPill,
        counts: CommentCounts,
        session: Session,
        count: Callable[[], int],
        lead: Callable[[], object],
    ) -> None:
        super().__init__(pill)
        self._pill, self._count = pill, count
        pill.clicked.connect(lambda _on=False: lead())
        for signal in (counts.changed, session.opened, session.selected):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._pill.show_count(self._count())


def open_in_article(counts: CommentCounts, session: Session) -> int:
    """Return how many comments are open in the open article."""
    return counts.of(session.current.path) if session.current else 0


def open_on_selected(counts: CommentCounts, session: Session) -> int:
    """Return how many comments are open on the selected annotation."""
    chosen = session.selected_annotation
    return counts.on(chosen.id) if chosen else 0
