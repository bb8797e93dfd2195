"""Field for the key of a label; a key that is taken is refused there, and the old one stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.scheme import Label
from annotator.session.scheme_editing.checks import key_refusal
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.dialogs.scheme_dialog.form.steps import set_key
from annotator.ui.theme.look import Look

WIDTH = 64
HINT = N_("One letter or digit, which tags the selected words")


class KeyRow(QWidget):
    """The field and what is wrong with what was typed."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._label: Label | None = None
        self._before = ""
        self.field = CheckedLine(look, _("Key"), self, width=WIDTH)
        self.field.setObjectName("keyField")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._remark = RemarkLine(look, "keyRemark", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self._remark, 1, Qt.AlignmentFlag.AlignVCenter)
        self.field.textEdited.connect(self._take)
        self.field.kept.connect(self._leave)

    def show_label(self, label: Label) -> None:
        """Show the label's key, or what was refused of it just now."""
        if label != self._label:
            self._label = label
            self._show_key()

    def _show_key(self) -> None:
        if self._label:
            self._before = self._label.key.lower()
            self.field.show_text(self._label.key.upper())
            self._remark.say(_(HINT))

    def _take(self, typed: str) -> None:
        """Take the letter that was typed beside the one that stood there as the key, or none from an empty field."""
        if self._label is None:
            return
        letters = typed.strip().lower()
        key = next((letter for letter in letters if letter != self._before), letters[:1])
        self._before = key
        self.field.setText(key.upper())
        refusal = key_refusal(self._editor.scheme, self._label.id, key, self._editor.held)
        if refusal:
            self._refuse(refusal, self._label.key)
        elif key == self._label.key:
            self._show_key()
        else:
            set_key(self._editor, key)

    def _refuse(self, refusal: str, kept: str) -> None:
        self.field.mark_wrong(on=True)
        # Translators: the refusal is one whole sentence or two.
        words = _("{refusal} Kept for now: {key}.").format(refusal=refusal, key=kept.upper()) if kept else refusal
        self._remark.say(words, wrong=True)

    def _leave(self) -> None:
        """Show the key that is kept, once the keyboard leaves one that was refused."""
        if self.field.is_wrong and not self.field.hasFocus():
            self._show_key()
