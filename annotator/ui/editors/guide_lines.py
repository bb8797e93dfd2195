"""Definition and examples of an attribute, below its editor."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.scheme import Guideline
from annotator.translation.messages import _
from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import small_font
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


class GuideLines(QWidget):
    """Definition, examples (✓) and counter-examples (✕), hidden until they are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = WrappingLabel(self)
        self._words.setObjectName("guideLines")
        self._words.setFont(small_font())
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self.hide()

    def toggle(self, guideline: Guideline) -> None:
        """Show the guideline, or hide it if it is shown; say so where there is none."""
        text = "\n".join(_lines(guideline)) or _("The scheme says nothing about this attribute")
        self._words.setText(text)
        self.setVisible(self.isHidden())
        if not self.isHidden():
            announce(self, text)


def _lines(guideline: Guideline) -> Iterator[str]:
    if guideline.definition:
        yield guideline.definition
    yield from (f"✓  {example}" for example in guideline.yes)
    yield from (f"✕  {example}" for example in guideline.no)
