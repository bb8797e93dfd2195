"""Start page, which offers ways to open a folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.model.scheme import Label
from annotator.translation.messages import N_, _, number
from annotator.ui.start_page.recent_folders import RecentFolder, RecentRow
from annotator.ui.start_page.start_button import StartButton
from annotator.ui.start_page.start_drawing import StartDrawing
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import plain_label

TITLE = N_("Mark what an article claims, and who says so")
# Translators: two lines of about the same length.
SENTENCES = N_(
    "Every .txt and .md file in a folder is an article. What you mark is saved beside it;\n"
    "the article itself is never changed. Nothing leaves this computer."
)
DROP = N_("Or drop a folder or a file on this window")
WIDTH, ROOM_FOR_DRAWING = 440, 620
DIGITS = tuple("123456789")


class StartPage(QWidget):
    """Page with a drawing that uses ``labels``, three buttons and the recent folders, which digits open.

    ``open_requested``: choose a folder to open. ``import_requested``: choose files to import. ``samples_requested``:
    open the sample articles. ``folder_requested``: open the folder with this path.
    """

    open_requested = Signal()
    import_requested = Signal()
    samples_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, look: Look, labels: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("startPage")
        self.setAccessibleName(_(TITLE))
        self._drawing = StartDrawing(look, labels, self)
        self._shown: list[RecentRow] = []
        self._heading = plain_label("", self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._lay_out()
        self.show_folders(())
        look.changed.connect(self.update)

    def show_folders(self, folders: Sequence[RecentFolder]) -> None:
        """List recently opened folders, given with the latest first; hide the heading where there are none."""
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._shown = []
        for folder in folders:
            row = RecentRow(self._look, folder, self)
            row.clicked.connect(lambda _checked=False, path=folder.path: self.folder_requested.emit(path))
            self._rows.addWidget(row)
            self._shown.append(row)
        self._heading.setVisible(bool(folders))
        self._heading.setText(_heading(len(folders)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._shown
        wanted = int(event.text()) if event.text() in DIGITS else 0
        if 1 <= wanted <= len(rows):
            rows[wanted - 1].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.base)

    def resizeEvent(self, event: QResizeEvent) -> None:
        around = self.parentWidget()
        seen = min(event.size().height(), around.height()) if around else event.size().height()
        self._drawing.setVisible(seen >= ROOM_FOR_DRAWING)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(32)
        column.addWidget(self._centred(_(TITLE), 7, strong=True))
        column.addSpacing(10)
        for line in _(SENTENCES).split("\n"):
            column.addWidget(self._centred(line, 0))
            column.addSpacing(4)
        column.addSpacing(18)
        column.addLayout(self._buttons())
        column.addSpacing(28)
        column.addLayout(self._recent())
        column.addSpacing(28)
        column.addWidget(self._centred(_(DROP), -1))
        column.addStretch(1)

    def _centred(self, text: str, step: int, *, strong: bool = False) -> QLabel:
        label = plain_label(text, self)
        label.setFont(chrome_font(step, STRONG) if strong else chrome_font(step))
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if not strong:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _buttons(self) -> QHBoxLayout:
        open_folder = StartButton(self._look, _("Open folder…"), QKeySequence(QKeySequence.StandardKey.Open), self)
        open_folder.setDefault(True)
        open_folder.clicked.connect(self.open_requested)
        import_files = StartButton(self._look, _("Import…"), QKeySequence("Ctrl+Shift+I"), self)
        import_files.clicked.connect(self.import_requested)
        samples = StartButton(self._look, _("Look at the samples"), QKeySequence(), self)
        samples.clicked.connect(self.samples_requested)
        self.setFocusProxy(open_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(open_folder)
        row.addWidget(import_files)
        row.addWidget(samples)
        row.addStretch(1)
        return row

    def _recent(self) -> QHBoxLayout:
        self._heading.setFont(chrome_font(-2, STRONG))
        self._heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._heading.setContentsMargins(12, 0, 0, 8)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self._heading)
        inner.addLayout(self._rows)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(inner)
        row.addStretch(1)
        return row


def _heading(folders: int) -> str:
    """Return the heading over the rows of that many folders, with the digits that open them."""
    if folders < 2:
        return _("Last opened")
    # Translators: the digits 1 to {last} are keys that open these folders.
    return _("Last opened, 1–{last} open").format(last=number(folders))
