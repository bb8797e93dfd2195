"""Dialog with a list of encodings and a preview of the article in the selected one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.storage.articles.encodings import candidates, code_of
from annotator.translation.messages import _
from annotator.ui.dialogs.encoding_dialog.preview import EncodingPreview
from annotator.ui.dialogs.encoding_dialog.readings import Readings
from annotator.ui.dialogs.encoding_dialog.row_delegate import ROW_HEIGHT, EncodingRowDelegate
from annotator.ui.dialogs.encoding_dialog.rows import EncodingRows
from annotator.ui.theme.fonts import article_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.rows_view import RowsView

SIZE, LIST_WIDTH, PADDING, GAP = QSize(860, 520), 330, 24, 16
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
APPLY_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class EncodingDialog(FittingDialog):
    """Choice of the encoding in which an article is decoded; one that does not fit can only be looked at.

    ``chosen``: code of the encoding to use; not emitted on Cancel. ``data`` is the article's file, ``encoding`` the one
    in use and ``font`` the article's.
    """

    chosen = Signal(str)

    def __init__(
        self, data: bytes, encoding: str, look: Look, parent: QWidget | None = None, *, font: QFont | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("encodingDialog")
        self.setWindowTitle(_("Encoding"))
        self.setAccessibleName(_("Encoding of the article"))
        self._readings = Readings(data)
        codes = candidates(data)
        self._rows = EncodingRows(codes, code_of(encoding), self._readings, self)
        self._field = FilterField(look, _("Filter the encodings"), parent=self)
        self._list = self._list_view(look)
        self._preview = EncodingPreview(look, font or article_font("serif", 17), self)
        self._ok = self._buttons()
        self._connect()
        self._show(code_of(encoding) or codes[0])
        self.fit(SIZE)

    def _list_view(self, look: Look) -> RowsView:
        view = RowsView(ROW_HEIGHT, parent=self)
        view.setObjectName("encodingList")
        view.setAccessibleName(_("Encodings, the likeliest first"))
        view.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        view.setModel(self._rows)
        view.setItemDelegate(EncodingRowDelegate(self._rows, look, view))
        look.changed.connect(view.viewport().update)
        return view

    def _buttons(self) -> QPushButton:
        """Lay out the dialog with its buttons and return the button that applies."""
        choices = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(choices.Ok | choices.Cancel, self)
        box.accepted.connect(self._apply)
        box.rejected.connect(self.reject)
        side = QVBoxLayout()
        side.addWidget(self._field)
        side.addWidget(self._list, 1)
        content = QWidget(self)
        both = QHBoxLayout(content)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(GAP)
        both.addLayout(side)
        both.addWidget(self._preview, 1)
        self._list.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        column.setSpacing(GAP)
        column.addWidget(ScrolledContent(content, self), 1)
        column.addWidget(box)
        apply = box.button(choices.Ok)
        apply.setText(_("Use this encoding"))
        box.button(choices.Cancel).setText(_("Cancel"))
        return apply

    def _connect(self) -> None:
        self._field.textChanged.connect(self._narrow)
        self._field.went_down.connect(self._list.setFocus)
        self._field.left.connect(self.reject)
        self._list.left.connect(self.reject)
        self._list.entered.connect(lambda _row: self._apply())
        self._list.doubleClicked.connect(lambda _index: self._apply())
        self._list.typed.connect(self._type)
        self._list.selectionModel().currentChanged.connect(self._follow)
        for key in APPLY_KEYS:
            QShortcut(key, self, self._apply, context=Qt.ShortcutContext.WindowShortcut)
        self.finished.connect(self.deleteLater)

    def _narrow(self, words: str) -> None:
        code = self._rows.code(self._list.current_row())
        self._rows.narrow(words)
        self._list.say_when_empty(_("No match for “{words}”").format(words=words))
        self._show(code if self._rows.row_of(code) >= 0 else self._rows.code(0))

    def _type(self, letter: str) -> None:
        """Continue in the filter field with a letter typed on the list."""
        self._field.setFocus()
        self._field.setText(self._field.text() + letter)

    def _show(self, code: str) -> None:
        index = self._rows.index(self._rows.row_of(code), 0)
        self._list.selectionModel().setCurrentIndex(index, SELECT)
        self._list.scrollTo(index)
        self._follow(index)

    def _follow(self, index: QModelIndex) -> None:
        """Preview the article in the encoding of that row, or say why it cannot be decoded."""
        code = self._rows.code(index.row())
        misfit = self._readings.misfit(code) if code else _("No encoding has such a name. Clear the filter to see all.")
        if misfit:
            self._preview.show_misfit(misfit)
        else:
            self._preview.show_text(self._readings.text(code))
        self._ok.setEnabled(not misfit)
        self._list.viewport().update()

    def _apply(self) -> None:
        code = self._rows.code(self._list.current_row())
        if code and not self._readings.misfit(code):
            self.accept()
            self.chosen.emit(code)
