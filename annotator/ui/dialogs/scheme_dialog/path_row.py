"""Row with the path of the part that is shown, in place of the tree where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.language.plain_line import shortened
from annotator.model.scheme_changes.parts import ARTICLE, Part
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.row_words import name_words
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on

MOST, HEIGHT = 24, 40


class PathRow(QWidget):
    """A button with the path of the part shown. ``opened``: show the tree, or hide it again."""

    opened = Signal()

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self.is_open = False
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._button = QPushButton(self)
        self._button.setObjectName("schemePath")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(self._button)
        row.addStretch(1)
        for signal in (editor.changed, editor.went):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the path of the place."""
        parts: list[str] = []
        place: Part | None = self._editor.place
        while place:
            name = _("The article itself") if place.kind == ARTICLE else name_words(self._editor.scheme, place)
            parts.insert(0, shortened(name, MOST))
            place = place.parent
        words = " › ".join(parts)
        self._button.setText(words.replace("&", "&&"))
        self._button.setAccessibleName(_("Show the tree: {path}").format(path=words))

    def open_tree(self) -> None:
        """Note that the tree is shown."""
        self.is_open = True

    def close_tree(self) -> None:
        """Note that the tree is hidden."""
        self.is_open = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._look.theme.border)

    def _toggle(self) -> None:
        self.is_open = not self.is_open
        self.opened.emit()
