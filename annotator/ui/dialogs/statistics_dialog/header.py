"""Header of the window: of what the charts are, how much that is, and the way to files and paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE, GAP, NAME_STEP = 46, 16, 8, 2
SAVINGS = (
    ("svg", N_("This chart as SVG…")),
    ("png", N_("This chart as PNG…")),
    ("pdf", N_("All charts as PDF…")),
    ("print", N_("Print all charts…")),
)


class Header(QWidget):
    """Header. ``scoped``: the whole folder, else the article. ``saved``: svg, png, pdf, print or csv."""

    scoped = Signal(bool)
    saved = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._name = ElidedLabel(_("Statistics"), self)
        self._name.setFont(chrome_font(NAME_STEP, STRONG))
        self._article, self._folder = Pill(look, self), Pill(look, self)
        self._count = muted_label(self)
        self._numbers = QPushButton(_("Numbers as CSV…"), self)
        self._picture = QPushButton(_("Save picture…"), self)
        self._menu = QMenu(_("Save picture…"), self)
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_scope(self, article: str, *, whole_folder: bool) -> None:
        """Show whether the charts are those of the article of that name, empty for none, or of the whole folder."""
        self._article.show_words(article or _("No article"))
        self._article.setEnabled(bool(article) or not whole_folder)
        (self._folder if whole_folder else self._article).setChecked(True)

    def show_count(self, words: str) -> None:
        """Show how much is counted."""
        self._count.show_line(words)

    def fold(self, *, on: bool) -> None:
        """Leave out the name, which the window's title says too, and what is counted; or show them again."""
        self._name.setVisible(not on)
        self._count.setVisible(not on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def _name_parts(self) -> None:
        names = {
            "statisticsFolder": self._folder,
            "statisticsArticle": self._article,
            "statisticsCount": self._count,
            "statisticsNumbers": self._numbers,
            "statisticsPicture": self._picture,
        }
        for name, part in names.items():
            part.setObjectName(name)
        for button in (self._numbers, self._picture):
            button.setAutoDefault(False)
        self._folder.show_words(_("Whole folder"))

    def _lay_out(self) -> None:
        row = HeaderRow(GAP)
        row.add(self._name, yields=True)
        for pill in (self._article, self._folder):
            row.add(pill)
        row.add(self._count, end=True, yields=True)
        for button in (self._numbers, self._picture):
            row.add(button, end=True)
        row.put_into(self, SIDE, HEIGHT)

    def _connect(self) -> None:
        for whole_folder, pill in ((True, self._folder), (False, self._article)):
            pill.clicked.connect(partial(self._tell_scope, whole_folder))
            pill.stepped.connect(partial(self._step, pill))
        for name, words in SAVINGS:
            action = self._menu.addAction(_(words), partial(self.saved.emit, name))
            action.setObjectName(f"statistics-{name}")
        self._numbers.clicked.connect(lambda: self.saved.emit("csv"))
        self._picture.clicked.connect(lambda: open_below(self._menu, self._picture))

    def _tell_scope(self, whole_folder: bool) -> None:
        self.scoped.emit(whole_folder)

    def _step(self, pill: Pill, _step: int) -> None:
        other = self._article if pill is self._folder else self._folder
        if other.isEnabled():
            other.setFocus()
            other.click()
