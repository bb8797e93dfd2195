"""Dialog about an unexpected error in the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _
from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.icons import icon
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

TITLE = N_("Something went wrong in Annotator")
SAY = N_("This is an error in the program. You can go on working; if it happens again, quit and start Annotator again.")
SHOW, HIDE = N_("Show details"), N_("Hide details")
COPIED = N_("Copied")
WIDTH, PADDING, GAP, GLYPH = 560, 24, 12, 24
FIELD_HEIGHT, LEAST_FIELD_HEIGHT = 220, 60


class FailureDialog(FittingDialog):
    """Dialog with details of errors; ``saved`` says whether the work is saved, ``log`` is the log file, empty for none.

    ``file_asked``: show the log file. ``quit_asked``: quit. Closing the dialog, Esc and Enter continue.
    """

    file_asked = Signal()
    quit_asked = Signal()

    def __init__(self, look: Look, saved: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._reports: list[str] = []
        self.setObjectName("failureDialog")
        self.setWindowTitle("Annotator")
        self.setAccessibleName(_(TITLE))
        self.setAccessibleDescription(f"{saved} {_(SAY)}")
        self._picture = self._glyph(look)
        self._title, self._saved = plain_label(_(TITLE), self), self._wrapped(saved)
        self._title.setFont(header_font())
        self._saved.setObjectName("savedSentence")
        self._details = self._field()
        self._box = FieldBox(look, self._details, self)
        self._box.hide()
        self._place = self._small(_log_words(log))
        self._buttons()
        self._lay_out()
        self._on.setFocus()
        self.finished.connect(self.deleteLater)

    @property
    def details(self) -> str:
        """Details of all errors so far."""
        return "\n\n".join(self._reports)

    def add(self, details: str) -> None:
        """Add the details of a further error."""
        self._reports.append(details)
        self._details.setPlainText(self.details)

    def unfold(self) -> None:
        """Show the details."""
        self._fold.setChecked(True)
        self._toggle_details()

    def say_saved(self, sentence: str) -> None:
        """Replace the sentence that says whether the work is saved."""
        self._saved.setText(sentence)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def _glyph(self, look: Look) -> QLabel:
        picture = QLabel(self)
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setAccessibleName(_("Error"))
        picture.setPixmap(icon("error", look.theme.error, GLYPH, self.devicePixelRatioF()))
        return picture

    def _wrapped(self, text: str) -> WrappingLabel:
        label = WrappingLabel(self)
        label.setText(text)
        return label

    def _small(self, text: str) -> WrappingLabel:
        label = self._wrapped(text)
        label.setFont(small_font())
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("failureDetails")
        field.setAccessibleName(_("Details"))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        field.setMinimumHeight(LEAST_FIELD_HEIGHT)
        field.setMaximumHeight(FIELD_HEIGHT)
        return field

    def _buttons(self) -> None:
        self._fold = self._button(_(SHOW), self._toggle_details)
        self._fold.setCheckable(True)
        self._copy = self._button(_("Copy details"), self._copy_details)
        self._show_file = self._button(_("Show the file"), self.file_asked.emit)
        self._show_file.setVisible(bool(self._log))
        self._quit = self._button(_("Quit"), self._quit_now)
        self._on = self._button(_("Go on"), self.accept)
        self._on.setDefault(True)

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._saved, self._wrapped(_(SAY)), self._place):
            words.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._fold, self._copy, self._show_file):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(decision_buttons(self._on, self._quit, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self._box)
        column.addLayout(row)

    def _toggle_details(self) -> None:
        unfolded = self._fold.isChecked()
        self._fold.setText(_(HIDE) if unfolded else _(SHOW))
        self._fold.setAccessibleName(self._fold.text())
        self._box.setVisible(unfolded)
        self.adjustSize()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self._copy.setText(_(COPIED))
        self._copy.setAccessibleName(_("Details copied"))

    def _quit_now(self) -> None:
        self.accept()
        self.quit_asked.emit()


def _log_words(log: str) -> str:
    return _("Log file: {path}").format(path=shown(log)) if log else _("No log file could be written.")
