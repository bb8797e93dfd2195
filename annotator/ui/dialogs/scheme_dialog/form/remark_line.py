"""Words beside a field: what the field is for, or in the colour of errors why something is refused."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


class RemarkLine(WrappingLabel):
    """Small words, muted or in the colour of warnings or errors; a refusal is also read to a screen reader."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._wrong, self._warning = look, False, False
        self.setObjectName(name)
        self.setFont(small_font())
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # not that of what is around
        look.changed.connect(self._colour)

    def say(self, words: str, *, wrong: bool = False, warning: bool = False) -> None:
        """Show the words; hide the line where there are none."""
        before = self.text()
        self._wrong, self._warning = wrong, warning
        self.setText(words)
        self.setAccessibleName(words)
        self._colour()
        self.setVisible(bool(words))
        if wrong and words and words != before:
            announce(self, words)

    def _colour(self) -> None:
        palette, theme = QPalette(self.palette()), self._look.theme
        colour = theme.error if self._wrong else theme.warning if self._warning else theme.muted
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)
