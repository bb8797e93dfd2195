"""Window of figures and names: two tables side by side, and below them what does not fit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.found import Found
from annotator.translation.messages import _
from annotator.ui.dialogs.figures_dialog.foot import Foot
from annotator.ui.dialogs.figures_dialog.header import Header
from annotator.ui.dialogs.figures_dialog.strip.detail_strip import DetailStrip
from annotator.ui.dialogs.figures_dialog.tables.figures_pane import FiguresPane
from annotator.ui.dialogs.figures_dialog.tables.names_pane import NamesPane
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.tab_order import order_tabs

SIZE, SMALLEST, FOLDS, STACKS = QSize(1440, 860), QSize(480, 400), 1200, 800
FIGURES_SHARE, NAMES_SHARE = 804, 636
Standard = QKeySequence.StandardKey


class FiguresDialog(FittingDialog):
    """Window. ``undone``, ``redone``: the keys. The rest is told by its parts ``header``, ``strip`` and ``names``.

    Under 1,200 pixels the tables are tabs; under 800 the places of a finding stand above each other.
    """

    undone = Signal()
    redone = Signal()

    def __init__(self, tables: FactTables, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._tables, self._look = tables, look
        self._followed: tuple[object, ...] | None = None
        self.setObjectName("figuresDialog")
        self.setWindowTitle(_("Figures and names"))
        self.setAccessibleName(self.windowTitle())
        self.header = Header(look, self)
        self._tabs = QTabBar(self)
        self.figures, self.names = FiguresPane(tables, look, self), NamesPane(tables, look, self)
        self.strip = DetailStrip(tables, look, font, self)
        self.foot = Foot(look, self)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.fit(SIZE)
        self._arrange()

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Go on with Tab in the order in which the parts stand now."""
        order_tabs(self)
        return super().focusNextPrevChild(onwards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def refresh(self, article: str) -> None:
        """Show the contents of the tables; ``article`` is the name of the open one."""
        self.header.show_scope(article, whole_folder=self._tables.whole_folder)
        self.header.show_found(self._tables.contents.open)
        self.figures.refresh()
        self.names.refresh()
        self.foot.refresh(self._tables)

    def follow(self, refusal: str) -> None:
        """Show the finding and the place of the tables; ``refusal`` says why the article cannot be changed."""
        self.strip.refresh(refusal)
        self._below.setVisible(not self.strip.is_empty)
        self.figures.follow()
        self.names.follow()
        self._show_tab_of(self._tables.current)

    def take_keyboard(self) -> None:
        """Put the keyboard into the table that is shown."""
        shown = self.names if self._is_folded and self._tabs.currentIndex() else self.figures
        shown.rows.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _show_tab_of(self, found: Found | None) -> None:
        """Show the table of the finding that was gone to, where only one table is shown."""
        key = found.key if found else None
        if key != self._followed:
            self._followed = key
            in_table = self.figures.rows.hasFocus() or self.names.rows.hasFocus()
            if found:
                self._tabs.setCurrentIndex(int(found in self._tables.contents.names.found))
            if in_table and self._is_folded:
                self.take_keyboard()

    @property
    def _is_folded(self) -> bool:
        return self.width() < FOLDS

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        self._tabs.setObjectName("factTabs")
        self._tabs.setAccessibleName(_("Tables"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(_("Figures"))
        self._tabs.addTab(_("Names"))
        both = QHBoxLayout()
        both.setSpacing(1)
        both.addWidget(self.figures, FIGURES_SHARE)
        both.addWidget(self.names, NAMES_SHARE)
        self._below = ScrolledContent(self.strip, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._tabs)
        column.addLayout(both, 1)
        column.addWidget(self._below)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(lambda _tab: self._arrange())
        self.header.filter.textChanged.connect(self.figures.filter)
        self.header.filter.textChanged.connect(self.names.filter)
        self.header.filter.went_down.connect(self.take_keyboard)
        self.header.filter.left.connect(self.reject)
        for pane in (self.figures, self.names):
            pane.cleared.connect(self.header.filter.clear)
            pane.rows.left.connect(self.reject)
            pane.rows.entered.connect(lambda _row: self.strip.go())
        self.figures.rows.typed.connect(self._take_letter)
        self.names.rows.typed.connect(self._take_letter)
        self.strip.arithmetic.next_asked.connect(self._tables.next)
        self.foot.cancelled.connect(self._tables.stop)

    def _add_keys(self) -> None:
        does: dict[QKeySequence.StandardKey | str, Callable[[], object]] = {
            Standard.Undo: self.undone.emit,
            Standard.Redo: self.redone.emit,
            Standard.Find: self._find,
            "Alt+Down": lambda: self._tables.next(),
            "Alt+Up": lambda: self._tables.next(-1),
            "Alt+1": partial(self.strip.go, 1),
            "Alt+2": partial(self.strip.go, 2),
            "Ctrl+1": partial(self.strip.propose, 1),
            "Ctrl+2": partial(self.strip.propose, 2),
            "Alt+R": self.strip.arithmetic.take_keyboard,
        }
        for key, run in does.items():
            QShortcut(QKeySequence(key), self, run, context=Qt.ShortcutContext.WindowShortcut)

    def _take_letter(self, letter: str) -> None:
        """Choose a place by its number; Space ticks a name."""
        if letter.isdigit() and letter != "0":
            self.strip.choose(int(letter))
        elif letter == " " and self.names.rows.hasFocus():
            self.names.ask_tick()

    def _find(self) -> None:
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.filter.selectAll()

    def _arrange(self) -> None:
        """Part the tables by the width of the window, and give the strip its height."""
        folded = self._is_folded
        self._tabs.setVisible(folded)
        self.header.fold(on=self.width() < STACKS)
        self.figures.setVisible(not folded or self._tabs.currentIndex() == 0)
        self.names.setVisible(not folded or self._tabs.currentIndex() == 1)
        self._below.setFixedHeight(self.height() // 2 if self.width() < STACKS else min(240, self.height() // 2))
