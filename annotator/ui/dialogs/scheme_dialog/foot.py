"""Bottom of the window: how much is not saved yet, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.session.scheme_editing.scheme_file import SchemeFile
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, ngettext, number
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.words.line_of_text import show_tip

SIDE = 16


class Foot(QWidget):
    """Row of words and buttons. ``save_asked``, ``left``, ``back_asked``: Save, Cancel, and Take back."""

    save_asked = Signal()
    left = Signal()
    back_asked = Signal()

    def __init__(self, editor: SchemeEditor, file: SchemeFile, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._file, self._look = editor, file, look
        self._next = ""
        self._words = RemarkLine(look, "schemeState", self)
        self._save, self._cancel = QPushButton(_("Save"), self), QPushButton(_("Cancel"), self)
        self._back = QPushButton(_("Take back…"), self)
        for name, button, signal in (
            ("saveScheme", self._save, self.save_asked),
            ("cancelScheme", self._cancel, self.left),
            ("takeBackScheme", self._back, self.back_asked),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SIDE, 10, SIDE, 10))
        row.setSpacing(12)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._back)
        row.addWidget(decision_buttons(self._save, self._cancel, self))
        editor.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how many changes are not saved yet, and where saving puts them."""
        draft = self._editor.draft
        self._save.setEnabled(draft.is_changed)
        last = self._file.last_change
        self._back.setVisible(last is not None)
        show_tip(self._back, last.title if last else "")
        self._cancel.setText(_("Cancel") if draft.is_changed else _("Close"))
        if not draft.is_changed:
            self._words.say(shown(self._file.path.name) if self._has_own else _("The built-in scheme"))
            return
        count = max(draft.steps, 1)
        words = ngettext("{count} change not yet written", "{count} changes not yet written", count)
        told = words.format(count=number(count))
        own = _("{changes}; saving makes the folder its own copy of the built-in scheme, {file}")
        self._words.say(told if self._has_own else own.format(changes=told, file=shown(self._file.path.name)))

    @property
    def _has_own(self) -> bool:
        return self._file.data is not None

    def show_file(self, file: SchemeFile) -> None:
        """Show the state of the scheme just written, or the sentence that ``say_next`` was given."""
        self._file = file
        self.refresh()
        if self._next:
            self._words.say(self._next)
        self._next = ""

    def say_next(self, sentence: str) -> None:
        """Say this the next time that a scheme is shown."""
        self._next = sentence

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written or done."""
        self._words.say(sentence, wrong=True)

    def say(self, sentence: str) -> None:
        """Say what is going on."""
        self._words.say(sentence)

    def allow(self, *, on: bool) -> None:
        """Enable the buttons; they are disabled while something is written."""
        self._save.setEnabled(on and self._editor.draft.is_changed)
        self._cancel.setEnabled(on)
        self._back.setEnabled(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)
