"""Second article beside the one that is edited: header and text, read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.session.editing.citation import citation
from annotator.session.open_article import OpenArticle
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.preferences.zoom import zoom
from annotator.session.sync.second_article import SecondArticle
from annotator.translation.messages import _
from annotator.ui.article_page.citation_clipboard import put_on_clipboard
from annotator.ui.article_page.header import counted
from annotator.ui.article_page.second_header import SecondHeader
from annotator.ui.article_view.hover_card import HoverCard
from annotator.ui.article_view.searched_view import SearchedView
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.article_view.typography import NAMES, typeface
from annotator.ui.system.announcing import announce
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from annotator.ui.article_page.find_bar import FindBar

LONGEST = 120
"""Code points of an annotation's words that are read aloud."""


class SecondPage(QWidget):
    """Page of ``source``. ``swapped``: it is to be the edited one. ``closed``: it is to be closed.

    ``said``: a sentence for the status line.
    """

    swapped = Signal()
    closed = Signal()
    said = Signal(str)

    def __init__(self, source: SecondArticle, look: Look, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._store, self._look = source, store, look
        self._shown: OpenArticle | None = None
        self.setObjectName("secondPage")
        self.view = SecondView(look, typeface(store.settings), store.settings.column_width)
        self._header = SecondHeader(look, self)
        self.searched = SearchedView(self.view)
        self._find_bar: FindBar | None = None
        self._card = HoverCard(source, look, self.view.colours, self, keyed=False)
        column = self._column = QVBoxLayout(self)
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
            self.searched.show(article)
        self._tell()

    # called by actions, where the keyboard is here

    def copy(self) -> None:
        self.view.copy()

    def copy_with_source(self) -> None:
        """Copy the selection, or the words of the annotation in the frame, with what is known of the article."""
        framed, article = self.view.framed(), self._shown
        span = self.searched.selection or (framed.span if framed and not framed.displaced else None)
        if article is None or span is None:
            self.said.emit(_("Select some text or an annotation first"))
            return
        put_on_clipboard(citation(article.document, span), self.view.createMimeDataFromSelection(), self._store)
        self.said.emit(_("Copied with its source"))

    def select_all(self) -> None:
        self.view.selectAll()

    def open_find(self) -> None:
        self._find().open()

    def find_next(self) -> None:
        self._find().next()

    def find_previous(self) -> None:
        self._find().previous()

    def close_find(self) -> bool:
        """Close the find bar and return whether it was open."""
        if self._find_bar is None or not self._find_bar.isVisible():
            return False
        self._find_bar.close_bar()
        return True

    def hold_edge(self, _edge: str) -> None:
        """Do nothing: nothing can be changed here."""

    def _find(self) -> FindBar:
        if self._find_bar is None:
            from annotator.ui.article_page.find_bar import FindBar  # here: imported on first use only

            bar = self._find_bar = FindBar(self.searched, self._look, self, store=self._store)
            bar.text_requested.connect(lambda: take_keyboard(self.view))
            bar.lit.connect(self.view.light)
            self._column.insertWidget(1, bar)
        return self._find_bar

    def _leave(self) -> None:
        """Close the find bar, else the page."""
        if not self.close_find():
            self.closed.emit()

    # its parts

    def _connect(self) -> None:
        self._source.changed.connect(self.refresh)
        self.view.zoomed.connect(lambda steps: zoom(self._store, steps))
        self.view.pointed_at.connect(self._card.point_at)
        self.view.chosen.connect(self._tell_chosen)
        self.view.left.connect(self._leave)
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
            count = counted(len(article.document.annotations))
            about = self._source.about or _("Read only · {count}").format(count=count)
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
