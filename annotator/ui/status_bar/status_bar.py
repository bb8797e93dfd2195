"""Status bar with the last action, progress, saving, annotator and zoom."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.translation.messages import _, number, pgettext
from annotator.ui.status_bar.progress_part import ProgressPart
from annotator.ui.status_bar.saved_part import SavedPart
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.words_button import WordsButton
from annotator.ui.widgets.words.counted import of_total
from annotator.ui.widgets.words.elided_label import ElidedLabel
from annotator.ui.widgets.words.line_of_text import show_tip

HEIGHT, MARGIN, SPACING = 26, 14, 6
LAST = 10
"""Number of the last sentences in the tooltip."""


class StatusBar(QStatusBar):
    """Status bar of the window. ``annotator_clicked``, ``zoom_clicked``: the user has clicked that part."""

    annotator_clicked = Signal()
    zoom_clicked = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._about: OpenArticle | None = None
        self._last: deque[str] = deque(maxlen=LAST)
        self._done = self._meanwhile = ""
        self.setObjectName("statusBar")
        self.setAccessibleName(_("Status"))
        self.setFixedHeight(HEIGHT)
        self.setSizeGripEnabled(False)
        self._said = ElidedLabel(parent=self)
        self._progress = ProgressPart(self)
        self._open = ElidedLabel(parent=self)
        self._saved = SavedPart(look, self)
        self._annotator = WordsButton(look, pgettext("person", "Annotator"), self)
        self._zoom = WordsButton(look, _("Zoom"), self)
        self._lay_out()
        self._annotator.clicked.connect(self.annotator_clicked)
        self._zoom.clicked.connect(self.zoom_clicked)
        session.said.connect(self.say)
        session.meanwhile.connect(self.say_meanwhile)
        session.opened.connect(self._follow_article)
        look.changed.connect(self.update)

    def say(self, sentence: str) -> None:
        """Show a sentence about the last action; the tooltip has the last ones, the newest first."""
        self._done = sentence
        self._show(sentence)
        if sentence:
            self._last.appendleft(plain_line(sentence))
            show_tip(self._said, "\n".join(self._last))

    def say_meanwhile(self, sentence: str) -> None:
        """Show a sentence about what is under way until it is empty; then the one about the last action again."""
        if sentence != self._meanwhile:
            self._meanwhile = sentence
            self._show(sentence or self._done)

    def _show(self, sentence: str) -> None:
        if plain_line(sentence) != self._said.text():
            self._said.show_line(sentence)
            self._said.update()

    def _follow_article(self) -> None:
        """Clear what was said about another article."""
        before, self._about = self._about, self._session.current
        if before and (self._about is None or self._about.path != before.path):
            self.say("")

    @property
    def said(self) -> str:
        return self._said.text()

    @property
    def saved_words(self) -> str:
        """Text shown about saving."""
        return self._saved.text()

    def set_saving(self, state: str, text: str = "") -> None:
        """Show ``state``: ``saved``, ``saving``, ``failed`` or, where nothing is open, empty.

        ``text`` replaces the usual word for the state unless it is empty.
        """
        self._saved.show_state(state, text)

    def set_annotator(self, name: str) -> None:
        self._annotator.show_words(name)

    def set_open(self, count: int, total: int) -> None:
        """Show how many of the article's facts are open; nothing where it has none."""
        words = _("{count} of {total} facts open").format(count=number(count), total=number(total))
        self._open.show_forms(words, of_total(count, total))
        self._open.setVisible(total > 0)
        self._open.updateGeometry()

    def set_zoom(self, per_cent: int) -> None:
        self._zoom.show_words(_("{per_cent} %").format(per_cent=number(per_cent)))

    def set_progress(self, text: str, done: int, total: int) -> None:
        """Show the progress of long work; ``total`` is 0 if unknown."""
        self._progress.show_progress(text, done, total)

    def clear_progress(self) -> None:
        self._progress.hide()

    def event(self, event: QEvent) -> bool:
        """Leave a new layout to the parts: Qt would repaint the whole bar."""
        return event.type() == QEvent.Type.LayoutRequest or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.window)
        line = snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter))
        painter.fillRect(line, self._look.theme.border)

    def _lay_out(self) -> None:
        parts = QWidget(self)
        row = QHBoxLayout(parts)
        row.setContentsMargins(margins(MARGIN - 2, 1, MARGIN - SPACING - 2, 0))
        row.setSpacing(SPACING)
        self._said.setFont(small_font())
        self._said.setObjectName("said")
        self._open.setObjectName("openFacts")
        self._open.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._open.hide()
        row.addWidget(self._said, 1)
        for part in (self._progress, self._open, self._saved, self._annotator, self._zoom):
            part.setFont(small_font())
            row.addWidget(part)
        self.addWidget(parts, 1)
