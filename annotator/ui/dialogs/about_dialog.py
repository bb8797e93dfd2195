"""Dialog about the program."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator import __version__
from annotator.translation.messages import N_, _
from annotator.ui.theme.icons import app_icon
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.panel_header import muted_label, name_label, plain_label

WHAT_IT_IS = N_(
    "Marks the claims, the sources and the figures of news articles, "
    "and keeps the work as plain YAML beside each article. It opens no network connection."
)
LICENCE = N_("Free software under the MIT licence.")
ICON = 64


class AboutDialog(FittingDialog):
    """Dialog with name, version, purpose and licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(_("About Annotator"))
        self.setAccessibleName(_("About Annotator"))
        self.finished.connect(self.deleteLater)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 16)
        row.setSpacing(18)
        row.addWidget(self._picture(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words())

    def _picture(self) -> QLabel:
        picture = QLabel(self)
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setAccessibleName(_("Annotator’s icon"))
        picture.setPixmap(app_icon().pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        return picture

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(name_label(f"Annotator {__version__}", self))
        what = plain_label(_(WHAT_IT_IS), self)
        what.setWordWrap(True)
        what.setMinimumWidth(340)
        column.addWidget(what)
        column.addWidget(plain_label(_(LICENCE), self))
        made_with = muted_label(self)
        made_with.setText(f"PySide6 {pyside_version}")
        column.addWidget(made_with)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        return column
