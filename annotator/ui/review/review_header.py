"""Header of the review: the annotator's status at the left, the reviewer's own at the right."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from annotator.session.opening.status_names import status_in_sentence, status_words
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.page_header import PageHeader
from annotator.ui.desk.whose_names import whose_words
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.elided_label import ElidedLabel


class ReviewHeader(PageHeader):
    """Header: two facts, whether the annotator is done, and how far the review has come."""

    def __init__(self, mode: ReviewMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, ElidedLabel(shy=True), parent)
        self._review, self._session = mode, session
        self._theirs = ElidedLabel(parent=self)
        self._theirs.setFont(chrome_font(-1, MEDIUM))
        self._theirs.setObjectName("theirStatus")
        self.about.setObjectName("ownStatus")
        title = ElidedLabel(_("Review"), parent=self)
        title.setFont(chrome_font(0, MEDIUM))
        title.setForegroundRole(QPalette.ColorRole.Link)
        self.lay_out(before=(self._theirs,), after=(title,))

    def refresh(self) -> None:
        """Show both statuses as they are."""
        theirs = self._review.theirs
        if theirs is None:
            return
        status = status_words(theirs.document.status.value)
        about = _("{status} (by {name})").format(status=status, name=whose_words(self._review.whose))
        self._theirs.show_line(about)
        self.name.show_line(theirs.document.article.name)
        own = status_in_sentence(self._session.document.status.value)
        self.about.show_line(_("your review: {status}").format(status=own))
