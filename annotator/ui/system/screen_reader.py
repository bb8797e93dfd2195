"""All that is told to a screen reader about an article."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from annotator.session.session import Session
from annotator.ui.system.announcements import Announcements
from annotator.ui.system.article_description import ArticleDescription
from annotator.ui.system.caret_announcements import CaretAnnouncements


class ScreenReader:
    """Tell what is done, where annotations begin and end at the caret, and how many the article has."""

    def __init__(self, session: Session, view: QPlainTextEdit) -> None:
        self._parts = Announcements(session, view), CaretAnnouncements(session, view), ArticleDescription(session, view)
