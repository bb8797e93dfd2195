"""Start page: ways to open a folder, what a folder without articles has to import, and help for new users."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from annotator.model.scheme import Label
from annotator.session.importing.importable import FolderFiles
from annotator.translation.messages import _, ngettext, number
from annotator.ui.start_page.guide_card import GuideCard
from annotator.ui.start_page.offer_card import OfferCard
from annotator.ui.start_page.recent_folders import RecentFolder, RecentFolders
from annotator.ui.start_page.start_head import StartHead, title
from annotator.ui.start_page.start_tile import StartTile
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.panel_header import plain_label

WIDEST, ASIDE, BETWEEN, AROUND = 1080, (336, 432), 48, 32
"""Widths of the page's content, of its right column at least and at most, of the gap between, and at the edges."""

ONE_COLUMN, ONE_COLUMN_BELOW, ROOM_FOR_DRAWING = 600, 1000, 640
DIGITS = tuple("123456789")


class StartPage(QWidget):
    """Page with a drawing that uses ``labels``; digits open the recent folders.

    ``open_requested``: choose a folder to open. ``import_requested``: choose files to import. ``samples_requested``:
    open the sample articles. ``folder_requested``: open the folder with this path.
    """

    open_requested = Signal()
    import_requested = Signal()
    samples_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, look: Look, labels: Sequence[Label], samples: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("startPage")
        self.setAccessibleName(title())
        self._head = StartHead(look, labels, self)
        self._tiles = self._made_tiles(samples)
        self.offer, self._recent, self.guide = OfferCard(look, self), RecentFolders(look, self), GuideCard(look, self)
        self._drop = plain_label(_("Or drop a folder or a file on this window"), self)
        self._recent.chosen.connect(self.folder_requested)
        self._wide: bool | None = None
        self._lay_out()
        self.show_folders(())
        self.withdraw_offer()
        look.changed.connect(self.update)

    def show_folders(self, folders: Sequence[RecentFolder]) -> None:
        """List recently opened folders, given with the latest first."""
        self._recent.show_folders(folders)

    def show_offer(self, files: FolderFiles) -> None:
        """Offer to import the files of a folder."""
        self.offer.show_files(files)
        self.offer.show()

    def withdraw_offer(self) -> None:
        """Take the offer away."""
        self.offer.hide()

    def show_keys(self, caption: Callable[[str], str]) -> None:
        """Show on the tiles the keys of the actions that do the same."""
        for tile, action in zip(self._tiles, ("open_folder", "import", "open_samples"), strict=True):
            tile.show_key(caption(action))

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(360, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._recent.rows
        digit = int(event.text()) if event.text() in DIGITS else 0
        if 1 <= digit <= len(rows):
            rows[digit - 1].click()
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """Focus the first thing to do: the import that is offered, else the tile that opens a folder."""
        if self.offer.isHidden():
            self.setFocus()
        else:
            self.offer.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, which a page cannot do before its window is shown."""
        super().showEvent(event)
        if not event.spontaneous():
            self.take_keyboard()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.base)

    def resizeEvent(self, event: QResizeEvent) -> None:
        around = self.parentWidget()
        seen = min(event.size().height(), around.height()) if around else event.size().height()
        self._arrange(event.size().width(), drawing=seen >= ROOM_FOR_DRAWING)
        super().resizeEvent(event)

    def _made_tiles(self, samples: int) -> tuple[StartTile, ...]:
        few = ngettext("{count} article to try it on", "{count} articles to try it on", samples)
        open_folder = StartTile(self._look, "folder", _("Open folder…"), _("of articles, .txt or .md"), self)
        import_files = StartTile(self._look, "import", _("Import…"), _("Word, PDF, web pages"), self)
        look_at_samples = StartTile(self._look, "file", _("Samples"), few.format(count=number(samples)), self)
        open_folder.clicked.connect(self.open_requested)
        import_files.clicked.connect(self.import_requested)
        look_at_samples.clicked.connect(self.samples_requested)
        self.setFocusProxy(open_folder)
        return open_folder, import_files, look_at_samples

    def _lay_out(self) -> None:
        self._drop.setFont(small_font())
        self._drop.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._drop.setContentsMargins(margins(14, 0, 0, 0))
        self._row, self._content = self._tile_row(), self._head_and_columns()
        page = self._page = QVBoxLayout(self)
        page.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # two columns would keep a window wide
        page.addStretch(1)
        page.addWidget(self._content)
        page.addStretch(2)

    def _tile_row(self) -> QWidget:
        row = QWidget(self)
        tiles = QHBoxLayout(row)
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(12)
        for tile in self._tiles:
            tiles.addWidget(tile)
        return row

    def _head_and_columns(self) -> QWidget:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(24)
        columns = QHBoxLayout()
        columns.setSpacing(BETWEEN)
        columns.addLayout(self._left)
        columns.addLayout(self._right)
        content = QWidget(self)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(32)
        whole.addWidget(self._head)
        whole.addLayout(columns)
        return content

    def _arrange(self, width: int, *, drawing: bool) -> None:
        """Stand in two columns, or in a narrow window in one."""
        wide = width >= ONE_COLUMN_BELOW
        whole = min(width - 2 * AROUND, WIDEST if wide else ONE_COLUMN)
        side = (width - whole) // 2
        self._page.setContentsMargins(side, 24, width - whole - side, 24)
        self._head.fit(whole, drawing=drawing)
        aside = min(max(whole * 2 // 5, ASIDE[0]), ASIDE[1])
        for widget in (self._row, self._recent, self._drop):
            widget.setFixedWidth(whole - BETWEEN - aside if wide else whole)
        if wide == self._wide:
            return
        self._wide = wide
        for column in (self._left, self._right):
            _empty(column)
        left = (self._row, self._recent, self._drop)
        _fill(self._left, left if wide else (self._row, self.offer, self._recent, self.guide, self._drop))
        _fill(self._right, (self.offer, self.guide) if wide else ())


def _fill(column: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)


def _empty(column: QBoxLayout) -> None:
    while column.takeAt(0):
        pass
