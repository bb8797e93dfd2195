"""Card with a label's guideline, shown above its chip."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from annotator.language.label_names import shown_name
from annotator.model.scheme import Label
from annotator.model.visible import visible
from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import paint_card
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.use_watch import UseWatch

WIDTH, PADDING, ABOVE = 340, 14, 6


class LabelCard(QFrame):
    """Card with name, definition and examples of a label; it takes neither focus nor mouse events.

    It leaves at the next key, press, turn of the wheel, or when another window comes to the front.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("labelCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, 10, PADDING, 12)
        self._column.setSpacing(4)
        self._watch = UseWatch(self)
        self._watch.used.connect(self.hide)
        self.hide()

    def explain(self, label: Label, chip: QWidget, hint: str) -> None:
        """Show the label's guideline above ``chip``, with ``hint`` as the last line."""
        window = chip.window()
        self.setParent(window)
        self._fill(label, hint)
        self.adjustSize()
        above = chip.mapTo(window, QPoint(0, 0))
        beginning = above.x() + chip.width() - self.width() if self.isRightToLeft() else above.x()
        x = max(min(beginning, window.width() - self.width() - ABOVE), ABOVE)
        self.move(x, max(above.y() - self.height() - ABOVE, ABOVE))
        self.raise_()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.set_on(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.set_on(on=False)

    @property
    def sentences(self) -> list[str]:
        """Lines of the card, from top to bottom."""
        return [label.text() for label in self.findChildren(QLabel)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        paint_card(painter, QRectF(self.rect()), theme)

    def _fill(self, label: Label, hint: str) -> None:
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.setParent(None)
        guideline = label.guideline
        shown = shown_name(label)
        name = self._line(shown[:1].upper() + shown[1:])
        name.setFont(header_font())
        if guideline.definition:
            self._line(guideline.definition)
        self._examples("✓", guideline.yes)
        self._examples("✕", guideline.no)
        self._mute(self._line(hint))
        self.setAccessibleName(visible(f"{shown}: {guideline.definition}"))

    def _examples(self, sign: str, examples: Iterable[str]) -> None:
        for example in examples:
            self._mute(self._line(f"{sign}  {example}"))

    def _line(self, text: str) -> QLabel:
        line = plain_label(text, self)
        line.setWordWrap(True)
        line.setVisible(bool(text))
        self._column.addWidget(line)
        return line

    def _mute(self, line: QLabel) -> None:
        line.setFont(small_font())
        line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
