"""Examples and counter-examples of a part of a scheme, a line for each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.translation.messages import _, pgettext
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line

Example = tuple[bool, str]
"""True for an example, False for a counter-example; its words."""
KIND, GAP, ICON, MOST = 62, 6, 14, 50


class ExamplesList(QWidget):
    """Lines, reused for other parts. ``edited``: all examples as they are now."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[ExampleLine] = []
        self._shown: list[Example] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add = DashedChip(look, self)
        self._add.setText(_("Example"))
        self._add.setAccessibleName(_("Add an example"))
        self._add.setObjectName("addExample")
        self._add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(self._begin)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_examples(self, examples: list[Example]) -> None:
        """Show these examples, at most MOST of them as lines."""
        if [example for example in self._shown if example[1]] == examples:
            return
        self._shown = examples
        self._show_lines()

    def _show_lines(self) -> None:
        for line in self._lines[len(self._shown) :]:
            line.hide()
        for number, example in enumerate(self._shown[:MOST]):
            if number == len(self._lines):
                self._lines.append(self._made())
            self._lines[number].show_example(*example)
            self._lines[number].show()
        self.updateGeometry()

    def _made(self) -> ExampleLine:
        line = ExampleLine(self._look, self)
        line.edited.connect(lambda: self._take(line))
        line.dropped.connect(lambda: self._drop(line))
        self._column.insertWidget(len(self._lines), line)
        return line

    def _begin(self) -> None:
        if len(self._shown) < MOST:
            self._shown = [*self._shown, (True, "")]
            self._show_lines()
            self._lines[len(self._shown) - 1].field.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, line: ExampleLine) -> None:
        self._shown[self._lines.index(line)] = line.example
        self._tell()

    def _drop(self, line: ExampleLine) -> None:
        number = self._lines.index(line)
        self._shown = [*self._shown[:number], *self._shown[number + 1 :]]
        self._show_lines()
        self._add.setFocus(Qt.FocusReason.TabFocusReason)
        self._tell()

    def _tell(self) -> None:
        self.edited.emit([example for example in self._shown if example[1]])


class ExampleLine(QWidget):
    """One example: whether it is one, its words, and a button that removes it."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = KindButton(look, self)
        self.field = CheckedLine(look, _("Example"), self)
        self.field.setObjectName("exampleField")
        self.drop = IconButton(look, "close", _("Remove the example"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._kind)
        row.addWidget(self.field, 1)
        row.addWidget(self.drop)
        self._kind.clicked.connect(self.edited)
        self.field.textEdited.connect(lambda _text: self.edited.emit())
        self.drop.clicked.connect(self.dropped)

    @property
    def example(self) -> Example:
        return not self._kind.isChecked(), self.field.text()

    def show_example(self, yes: bool, words: str) -> None:
        """Show an example or a counter-example."""
        self._kind.setChecked(not yes)
        self._kind.tell()
        self.field.show_text(words)


class KindButton(PaintedButton):
    """Button that turns an example into a counter-example and back; checked for a counter-example."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setCheckable(True)
        self.setObjectName("exampleKind")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("What it is, or what it is not"))
        self.toggled.connect(lambda _on: self.tell())
        self.tell()

    def tell(self) -> None:
        """Say whether it is an example or a counter-example."""
        self.setText(pgettext("example", "no") if self.isChecked() else pgettext("example", "yes"))
        self.setAccessibleName(_("Counter-example") if self.isChecked() else _("Example"))

    def sizeHint(self) -> QSize:
        words = (pgettext("example", "yes"), pgettext("example", "no"))
        width = max(QFontMetricsF(chrome_font(0, MEDIUM)).horizontalAdvance(text) for text in words)
        return QSize(max(round(width) + ICON + 3 * GAP, KIND), 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_ground(painter, whole, 6)
        name, colour = ("close", theme.error) if self.isChecked() else ("check", theme.success)
        paint_icon(painter, placed(painter, QRectF(GAP, 0, ICON, whole.height()), whole), name, colour, ICON)
        font = chrome_font(0, MEDIUM)
        painter.setFont(font)
        painter.setPen(colour)
        room = placed(painter, whole.adjusted(2 * GAP + ICON, 0, -GAP + 2, 0), whole)
        paint_line(painter, room, self.text(), QFontMetricsF(font), leading=True)
