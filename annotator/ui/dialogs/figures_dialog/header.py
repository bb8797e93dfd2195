"""Header of the window: what is shown, what does not fit, the filter, and the way to a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.language.plain_line import shortened
from annotator.session.fact_tables.found import Found
from annotator.translation.messages import _, ngettext, number
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE, GAP, FIELD, NAME_STEP, MOST, LONGEST = 46, 16, 8, 220, 2, 30, 80


class Header(QWidget):
    """Header. ``scoped``: the whole folder, else the article. ``chosen``: a Found. ``saved``: figures, else names."""

    scoped = Signal(bool)
    chosen = Signal(object)
    saved = Signal(bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._found = look, tuple[Found, ...]()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._name = ElidedLabel(_("Figures and names"), self)
        self._name.setFont(chrome_font(NAME_STEP, STRONG))
        self._scopes = [Pill(look, self) for _scope in range(2)]
        self._unfit = Pill(look, self, icon="warning", opens=True)
        self.filter = FilterField(look, _("Filter figures and names"), parent=self)
        self.filter.setObjectName("factFilter")
        self.filter.setMaximumWidth(FIELD)
        self.filter.setMinimumWidth(90)
        self._save = QPushButton(_("Save as CSV…"), self)
        self._name_parts()
        self._menu, self._save_menu = QMenu(_("What does not fit"), self), QMenu(_("Save as CSV…"), self)
        self._fill_save_menu()
        self._lay_out()
        self._connect()

    def show_scope(self, article: str, *, whole_folder: bool) -> None:
        """Show whether the tables are those of the article of that name, empty for none, or of the whole folder."""
        one, folder = self._scopes
        one.show_words(article or _("No article"))
        one.setEnabled(bool(article) or not whole_folder)
        folder.show_words(_("Whole folder"))
        (folder if whole_folder else one).setChecked(True)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show how many findings are open, and list them in the menu."""
        self._found = tuple(found)
        count = len(found)
        words = ngettext("{count} does not fit", "{count} do not fit", count)
        self._unfit.show_words(words.format(count=number(count)) if count else _("Everything fits"))
        self._unfit.setEnabled(count > 0)

    def fold(self, *, on: bool) -> None:
        """Leave out the name, which the window's title says too, or show it again."""
        self._name.setVisible(not on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def _name_parts(self) -> None:
        for part, name in ((self._unfit, "unfitPill"), (self._save, "saveCsv")):
            part.setObjectName(name)
        for part, name in zip(self._scopes, ("articleScope", "folderScope"), strict=True):
            part.setObjectName(name)
        self._save.setAutoDefault(False)

    def _lay_out(self) -> None:
        row = HeaderRow(GAP)
        row.add(self._name, yields=True)
        for pill in (*self._scopes, self._unfit):
            row.add(pill)
        row.add(self.filter, end=True, yields=True)
        row.add(self._save, end=True)
        row.put_into(self, SIDE, HEIGHT)

    def _connect(self) -> None:
        for whole_folder, pill in zip((False, True), self._scopes, strict=True):
            pill.clicked.connect(partial(self._tell_scope, whole_folder))
            pill.stepped.connect(partial(self._step, pill))
        self._unfit.clicked.connect(self._open_menu)
        self._save.clicked.connect(lambda: open_below(self._save_menu, self._save))

    def _tell_scope(self, whole_folder: bool) -> None:
        self.scoped.emit(whole_folder)

    def _step(self, pill: Pill, _step: int) -> None:
        other = next(one for one in self._scopes if one is not pill)
        if other.isEnabled():
            other.setFocus()
            other.click()

    def _open_menu(self) -> None:
        self._menu.clear()
        for one in self._found[:MOST]:
            words = f"{one.finding.title}: {one.finding.sentence}"
            words = shortened(f"{one.article} – {words}" if one.article else words, LONGEST)
            self._menu.addAction(words.replace("&", "&&"), partial(self.chosen.emit, one))
        if len(self._found) > MOST:
            more = len(self._found) - MOST
            words = _("{count} more").format(count=number(more))
            self._menu.addAction(words).setEnabled(False)
        open_below(self._menu, self._unfit)

    def _fill_save_menu(self) -> None:
        self._save_menu.addAction(_("Figures…"), partial(self.saved.emit, True)).setObjectName("saveFigures")
        self._save_menu.addAction(_("Names…"), partial(self.saved.emit, False)).setObjectName("saveNames")
