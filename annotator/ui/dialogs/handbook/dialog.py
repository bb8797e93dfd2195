"""Window of the handbook: contents at the left, a page at the right, a field to search in all pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from annotator.language.folding import folded
from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.dialogs.handbook.pages import Page, read_pages
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.words.markdown_view import MarkdownView

SIZE, CONTENTS_WIDTH, PADDING = QSize(880, 640), 256, 12
ROW = QSize(0, 29)


class Handbook(FittingDialog):
    """Handbook in ``language``, which may stay open during work."""

    def __init__(self, actions: Actions, language: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._language = actions, language
        self._pages: list[Page] = []
        self._found: list[Page] = []
        self._field = FilterField(look, _("Search in the handbook"), parent=self)
        self._contents, self._view = QListWidget(self), MarkdownView(look, "handbookPage", parent=self)
        self._none = plain_label("", self)
        self.setObjectName("handbook")
        self.setWindowTitle(_("Handbook"))
        self.setAccessibleName(_("Handbook"))
        self._lay_out()
        self._connect(look)
        self._read()
        self.fit(SIZE)

    def open_handbook(self) -> None:
        """Show the handbook, or bring it to the front."""
        self.show()
        self.activateWindow()
        self._contents.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> str:
        """Name of the page that is shown."""
        row = self._contents.currentRow()
        return self._found[row].name if 0 <= row < len(self._found) else ""

    def open_page(self, name: str) -> None:
        """Show the page of that name; do nothing where there is none."""
        names = [page.name for page in self._pages]
        if name in names:
            self._field.clear()
            self._contents.setCurrentRow(names.index(name))
            self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the field with Ctrl+F; Enter in the contents goes to the page."""
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._field.selectAll()
        elif entering and self._contents.hasFocus():
            self._view.setFocus(Qt.FocusReason.TabFocusReason)
        elif not entering:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._contents.setObjectName("handbookContents")
        self._contents.setAccessibleName(_("Contents"))
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        self._contents.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._field.setPlaceholderText(_("Search"))
        self._none.setWordWrap(True)
        self._none.setContentsMargins(11, 0, 11, 0)
        left = QVBoxLayout()
        left.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        left.setSpacing(8)
        for widget in (self._field, self._none, self._contents):
            widget.setFixedWidth(CONTENTS_WIDTH)
            left.addWidget(widget)
        left.addStretch()
        left.setStretchFactor(self._contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self._view, 1)
        self.setTabOrder(self._field, self._contents)
        self.setTabOrder(self._contents, self._view)

    def _connect(self, look: Look) -> None:
        self._field.textChanged.connect(self._list)
        self._field.went_down.connect(self._contents.setFocus)
        self._field.left.connect(self.close)
        self._contents.currentRowChanged.connect(self._show)
        self._view.link_requested.connect(self.open_page)
        self._actions.relisted.connect(self._read)
        look.changed.connect(self._show)

    def _read(self) -> None:
        """Read the pages, with the keys as they are now, and show the same one."""
        self._pages = read_pages(self._language, self._actions.rows, self._actions.keys)
        self._list()

    def _list(self) -> None:
        """List the pages that contain what is searched for, and show the one that was shown if it is among them."""
        before, query = self.shown, self._field.text()
        self._found = [page for page in self._pages if page.holds(folded(query))]
        self._contents.blockSignals(True)
        self._contents.clear()
        for page in self._found:
            self._contents.addItem(page.title)
            self._contents.item(self._contents.count() - 1).setSizeHint(ROW)
        self._contents.blockSignals(False)
        names = [page.name for page in self._found]
        self._none.setText("" if names else _("No match for “{words}”").format(words=query))
        self._none.setVisible(not names)
        if names:
            self._contents.setCurrentRow(names.index(before) if before in names else 0)

    def _show(self) -> None:
        row = self._contents.currentRow()
        if 0 <= row < len(self._found):
            self._view.show_text(self._found[row].title, self._found[row].text)
            self._view.light(self._field.text().split())
