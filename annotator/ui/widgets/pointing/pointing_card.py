"""Content of a card that points at a part of the window: where one is, a title, sentences, and buttons to go on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import _, number
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import muted_label, name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

WIDTH, PADDING, EDGE, BETWEEN = 340, 16, 8, 8


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop of a tour: its number of ``total``, its title and what is said there."""

    number: int
    total: int
    title: str
    sentence: str

    @property
    def counted(self) -> str:
        """Number and total in words."""
        return _("{number} of {total}").format(number=number(self.number), total=number(self.total))

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.counted}. {self.title}. {self.sentence}"


class PointingCard(QWidget):
    """Card of a stop. ``stepped``: 1 to go on, −1 to go back; ``left``: to be closed, as at the end."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._stop = Stop(1, 1, "", "")
        self._count, self._title, self._words = muted_label(self), name_label("", self), WrappingLabel(self)
        self.shut, self.back = QPushButton(_("Close"), self), QPushButton(_("Back"), self)
        self.forth = QPushButton(self)
        self.forth.setDefault(True)
        self.buttons = (self.forth, self.back, self.shut)
        self.setObjectName("pointingCard")
        self.shut.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self.step(-1))
        self.forth.clicked.connect(lambda: self.step(1))
        self._lay_out()
        look.changed.connect(self.update)

    def show_stop(self, stop: Stop) -> None:
        """Show the stop; at the last one the button that goes on ends the tour."""
        self._stop = stop
        self._count.show_line(stop.counted)
        self._title.setText(stop.title)
        self._words.setText(stop.sentence)
        self.back.setEnabled(stop.number > 1)
        self.forth.setText(_("Next") if stop.number < stop.total else _("Done"))
        self.forth.setAccessibleDescription(stop.spoken)
        self.setAccessibleName(stop.spoken)

    def size_in(self, width: int) -> QSize:
        """Return the card's size in a window of that width."""
        wide = min(WIDTH, width - 2 * EDGE)
        layout = self.layout()
        assert layout
        layout.invalidate()
        return QSize(wide, max(layout.minimumHeightForWidth(wide), layout.heightForWidth(wide)))

    def step(self, step: int) -> None:
        """Go on or back; going on from the last stop ends, and there is nothing before the first."""
        if step > 0 and self._stop.number == self._stop.total:
            self.left.emit()
        elif step > 0 or self._stop.number > 1:
            self.stepped.emit(step)

    def press(self) -> None:
        """Press the button that has the keyboard, else the one that goes on."""
        next((button for button in self.buttons if button.hasFocus()), self.forth).click()

    def focus_next(self, step: int) -> None:
        """Give the keyboard to the next button, in a circle."""
        able = [button for button in self.buttons if button.isEnabled()]
        here = next((place for place, button in enumerate(able) if button.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        able[(here + step) % len(able)].setFocus(reason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(BETWEEN)
        buttons.addWidget(self.shut)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.forth)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING)
        column.setSpacing(4)
        for widget in (self._count, self._title, self._words):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(buttons)
