"""Field for keys with a remark beside it; refused keys stay in the field until the keyboard leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.theme.look import Look


class RemarkedField(QWidget):
    """A narrow field and its remark; the names of the two objects begin with ``name``."""

    def __init__(self, look: Look, words: str, name: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = CheckedLine(look, words, self, width=width)
        self.field.setObjectName(f"{name}Field")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.remark = RemarkLine(look, f"{name}Remark", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.remark, 1, Qt.AlignmentFlag.AlignVCenter)
        self.field.textEdited.connect(self.take)
        self.field.kept.connect(self._leave)

    def take(self, typed: str) -> None:
        """Take what was typed, or refuse it."""
        raise NotImplementedError

    def show_kept(self) -> None:
        """Show what the scheme has."""
        raise NotImplementedError

    def refuse(self, refusal: str, kept: str) -> None:
        """Say why what was typed is refused, and what is kept."""
        self.field.mark_wrong(on=True)
        # Translators: the refusal is one whole sentence or two.
        words = _("{refusal} Kept for now: {key}.").format(refusal=refusal, key=kept.upper()) if kept else refusal
        self.remark.say(words, wrong=True)

    def _leave(self) -> None:
        """Show what the scheme has, once the keyboard leaves refused keys."""
        if self.field.is_wrong and not self.field.hasFocus():
            self.show_kept()
