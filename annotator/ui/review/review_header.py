"""Header of the review: the annotator's status at the left, the reviewer's own at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.language.annotator_names import annotator_name
from annotator.session.opening.status_names import status_in_sentence, status_words
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.page_header import PageHeader
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.paint import STATUS_GLYPH, paint_status
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel


class StatusSign(QWidget):
    """Glyph of a status, whose words stand beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._status = look, ""
        self.setFixedSize(STATUS_GLYPH, STATUS_GLYPH)

    def show_status(self, status: str) -> None:
        """Show that status."""
        self._status = status
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_status(painter_on(self), QRectF(self.rect()), self._status, self._look.theme)


class ReviewHeader(PageHeader):
    """Header: two facts, whether the annotator is done, and how far the review has come."""

    def __init__(self, mode: ReviewMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, ElidedLabel(shy=True), parent)
        self._review, self._session = mode, session
        self._sign, self._theirs = StatusSign(look, self), ElidedLabel(parent=self)
        self._theirs.setFont(chrome_font(-1, MEDIUM))
        self._theirs.setObjectName("theirStatus")
        self.about.setObjectName("ownStatus")
        title = ElidedLabel(_("Review"), parent=self)
        title.setFont(chrome_font(0, MEDIUM))
        title.setForegroundRole(QPalette.ColorRole.Link)
        legend = muted_label(self)
        legend.show_line(_("decided is pale"))
        self.lay_out(before=(self._sign, self._theirs), after=(legend, title))

    def refresh(self) -> None:
        """Show both statuses as they are."""
        theirs = self._review.theirs
        if theirs is None:
            return
        status = status_words(theirs.document.status.value)
        about = _("{status} (by {name})").format(status=status, name=annotator_name(self._review.whose))
        self._sign.show_status(theirs.document.status.value)
        self._theirs.show_line(about)
        self.name.show_line(theirs.document.article.name)
        own = status_in_sentence(self._session.document.status.value)
        self.about.show_line(_("your review: {status}").format(status=own))
