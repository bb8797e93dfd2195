"""Dialog with the steps of undo: going to one undoes or redoes all between."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.session.editing.stepping import go_to_step, step_titles, steps_done
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from annotator.ui.widgets.panel_header import plain_label

SIZE, PADDING = QSize(420, 460), 16
HINT = N_("Enter or a double click goes to a step: all between are undone or redone.")
OPENED, UNDONE = N_("As it was opened"), N_("undone")


class StepsDialog(FittingDialog):
    """List of the open article's steps, the oldest first, which may stay open during work."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("stepsDialog")
        self.setWindowTitle(_("Undo list"))
        self.setAccessibleName(_("Undo list"))
        self._list = ItemRows(Scheme(id="", name="", labels=()), look, self, ticking=True)
        self._list.setObjectName("stepsList")
        self._list.setAccessibleName(_("Steps, the oldest first"))
        self._lay_out()
        self._list.entered.connect(self._go)
        self._list.doubleClicked.connect(lambda index: self._go(index.row()))
        self._list.left.connect(self.close)
        session.history.indexChanged.connect(self._fill)
        session.opened.connect(self._fill)
        self.finished.connect(self.deleteLater)
        self._fill()
        self.fit(SIZE)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PADDING, 0, PADDING)
        hint = plain_label(_(HINT), self)
        hint.setWordWrap(True)
        hint.setContentsMargins(PADDING, 0, PADDING, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.setContentsMargins(PADDING, 0, PADDING, 0)
        buttons.rejected.connect(self.close)
        for part in (hint, self._list, buttons):
            column.addWidget(part)

    def _fill(self) -> None:
        done = steps_done(self._session)
        titles = enumerate(step_titles(self._session), start=1)
        rows = [
            ItemRow(title, remark="" if number <= done else _(UNDONE), done=number <= done) for number, title in titles
        ]
        self._list.show_rows([ItemRow(_(OPENED), done=True), *rows])
        self._list.go_to(done)

    def _go(self, row: int) -> None:
        go_to_step(self._session, row)
