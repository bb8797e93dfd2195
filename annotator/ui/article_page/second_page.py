"""Second article beside the one that is edited: header and text, read only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.session.open_article import OpenArticle
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.preferences.zoom import zoom
from annotator.session.sync.second_article import SecondArticle
from annotator.translation.messages import _
from annotator.ui.article_page.header import HEIGHT, MARGIN, SPACING, counted
from annotator.ui.article_view.hover_card import HoverCard
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.article_view.typography import NAMES, typeface
from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.words.elided_label import ElidedLabel

LONGEST = 120
"""Code points of an annotation's words that are read aloud."""


class SecondPage(QWidget):
    """Page of ``source``. ``swapped``: it is to be the edited one. ``closed``: it is to be closed."""

    swapped = Signal()
    closed = Signal()

    def __init__(self, source: SecondArticle, look: Look, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._store = source, store
        self._shown: OpenArticle | None = None
        self.setObjectName("secondPage")
        self.view = SecondView(look, typeface(store.settings), store.settings.column_width)
        self._header = SecondHeader(look, self)
        self._card = HoverCard(source, look, self.view.colours, self, keyed=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the article as its files are now."""
        self._card.dismiss()
        article = self._source.article
        if article and article is not self._shown:
            self._shown = article
            self.view.show_article(article)
        self._tell()

    def _connect(self) -> None:
        self._source.changed.connect(self.refresh)
        self.view.zoomed.connect(lambda steps: zoom(self._store, steps))
        self.view.pointed_at.connect(self._card.point_at)
        self.view.chosen.connect(self._tell_chosen)
        self.view.left.connect(self.closed)
        self._header.swapped.connect(self.swapped)
        self._header.closed.connect(self.closed)
        self._store.changed.connect(self._set_type)

    def _tell(self) -> None:
        """Show the name, and beside it why it cannot be read, the annotation in the frame or how many there are."""
        article, framed = self._source.article, self.view.framed()
        if article is None:
            return
        if framed:
            about = " · ".join(filter(None, (label_name(article.scheme, framed.label), framed.note)))
        else:
            about = _("Read only · {count}").format(count=counted(len(article.document.annotations)))
        self._header.show_words(article.document.article.name, self._source.problem or about)

    def _tell_chosen(self) -> None:
        self._tell()
        article, framed = self._source.article, self.view.framed()
        if article and framed:
            words = shortened(article.document.words(framed), LONGEST)
            message = _("{label}, {words}").format(label=label_name(article.scheme, framed.label), words=words)
            announce(self.view, message)

    def _set_type(self, setting: str) -> None:
        if setting in NAMES:
            self.view.set_type(typeface(self._store.settings), self._store.settings.column_width)


class SecondHeader(QWidget):
    """Header with the article's name and two buttons. ``swapped``, ``closed``: its button was pressed."""

    swapped = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("secondHeader")
        self.setFixedHeight(HEIGHT)
        self._name = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._about = ElidedLabel(parent=self, shy=True)
        self._swap = IconButton(look, "swap", _("Edit this article, and read the other"), self)
        self._close = IconButton(look, "close", _("Close the second article"), self)
        self._lay_out()
        self._swap.clicked.connect(self.swapped)
        self._close.clicked.connect(self.closed)
        look.changed.connect(self.update)

    def show_words(self, name: str, about: str) -> None:
        """Show the article's name, and a few words about it in a muted colour."""
        self._name.show_line(name)
        self._about.show_line(about)
        self._about.setToolTip(self._about.text())
        self.setAccessibleName(f"{self._name.text()}, {self._about.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.base)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(snapped_rect(line, ratio_of(painter)), self._look.theme.border)

    def _lay_out(self) -> None:
        self._name.setObjectName("secondName")
        self._name.setFont(header_font())
        self._about.setObjectName("secondAbout")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._swap.setObjectName("swapArticles")
        self._close.setObjectName("closeSecond")
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(MARGIN, 0, MARGIN - 6, 1))
        row.setSpacing(SPACING)
        row.addWidget(self._name)
        row.addWidget(self._about)
        row.addStretch(1)
        row.addWidget(self._swap)
        row.addWidget(self._close)
