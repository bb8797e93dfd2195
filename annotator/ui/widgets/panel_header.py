"""Header line of a panel: name, count and further widgets; and the labels used in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.model.visible import visible
from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.mirroring import beginning, margins
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, PADDING = 34, 14


class PanelHeader(QWidget):
    """Header of a panel, by which its dock is dragged.

    The count stands beside the name, or at the right end with ``count_at_right``. ``counted``: shortest form of another
    count.
    """

    counted = Signal(str)

    def __init__(self, title: str, *, count_at_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._count = muted_label(self)
        self._forms: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(margins(PADDING, 2, PADDING - 4, 0))
        self._row.setSpacing(10)
        self._name = name_label(title, self)
        self._row.addWidget(self._name)
        if count_at_right:
            self._row.addStretch(1)
            self._count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._count, 0 if count_at_right else 1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def set_title(self, title: str) -> None:
        """Show another name."""
        self._name.setText(visible(title))

    def set_count(self, *forms: str) -> None:
        """Show the first of these forms of the count that there is room for, the longest first; none without any."""
        if forms != self._forms:
            self._forms = forms
            self._count.show_forms(*forms or ("",))
            self.counted.emit(self.count)

    @property
    def count(self) -> str:
        """Shortest form of the count; empty where there is none."""
        return self._forms[-1] if self._forms else ""

    def add(self, widget: QWidget) -> None:
        """Append ``widget`` at the right end."""
        self._row.addWidget(widget)


def plain_label(text: str, parent: QWidget) -> QLabel:
    """Return a label that shows ``text`` literally."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(visible(text))
    if label.isRightToLeft():  # Qt would align a text of the other direction to the other side
        label.setAlignment(beginning(label) | Qt.AlignmentFlag.AlignVCenter)
    return label


def name_label(text: str, parent: QWidget) -> QLabel:
    """Return a literal label in the font of names and headers."""
    label = plain_label(text, parent)
    label.setFont(header_font())
    return label


def muted_label(parent: QWidget) -> ElidedLabel:
    """Return a label for a count or a hint, in small muted type and elided where there is no room."""
    label = ElidedLabel(parent=parent)
    label.setFont(small_font())
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
