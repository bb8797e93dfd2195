"""Chips of the verdict or of the state of check: glyph, word, and the digit that chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import CENTRE, KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.verdict_glyphs import verdict_glyph
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, SIDE, GLYPH, GAP, RADIUS, COLUMNS = 30, 8, 16, 6, 7, 2


@dataclass(frozen=True, slots=True)
class CheckChoice:
    """A verdict or a state, its words and what it means."""

    value: str
    words: str
    meaning: str = ""


class CheckChips(SlotFrame):
    """Slot of chips in two columns. ``chosen``: the value of one, empty as the chosen one was pressed again."""

    chosen = Signal(str)

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self._chips: list[CheckChip] = []
        self._last: object = None
        self._grid, self._arranged = QGridLayout(), (0, 0)
        self._grid.setSpacing(6)
        self.content.addLayout(self._grid)

    def show_choices(self, choices: Sequence[CheckChoice], chosen: str, *, locked: str = "") -> None:
        """Show the choices, which of them is chosen, and why none can be where they are ``locked``."""
        shown = (tuple(choices), locked)
        if shown == self._last:
            for chip in self._chips:
                chip.mark_chosen(on=chip.value == chosen)
            return
        self._last = shown
        while len(self._chips) < len(choices):
            self._add_chip()
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(choices))
            if place < len(choices):
                chip.show_choice(choices[place], str(place + 1) if place < 9 else "")
                chip.mark_chosen(on=chip.value == chosen)
                chip.setEnabled(not locked)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> bool:
        """Put the keyboard on the chosen one, else on the first. Return False if there is none."""
        on = next((chip for chip in self._chips if chip.isVisible() and chip.isChecked()), None)
        if on and on.isEnabled():
            on.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = int(event.text()) if event.text().isascii() and event.text().isdecimal() else 0
        shown = [chip for chip in self._chips if chip.isVisible() and chip.isEnabled()]
        if 0 < digit <= len(shown) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            shown[digit - 1].setFocus()
            shown[digit - 1].click()
        else:
            super().keyPressEvent(event)

    def _add_chip(self) -> None:
        chip = CheckChip(self._look, self)
        chip.clicked.connect(lambda: self._choose(chip))
        self._chips.append(chip)

    def _arrange(self) -> None:
        """Put the chips into two columns where their words have room there, else into one."""
        columns = COLUMNS if self._wide <= self._grid.contentsRect().width() or not self.isVisible() else 1
        shown = (columns, len(self._chips))
        if shown != self._arranged:
            self._arranged = shown
            for place, chip in enumerate(self._chips):
                self._grid.addWidget(chip, place // columns, place % columns)

    @property
    def _wide(self) -> int:
        """Width in pixels that two columns take with all their words."""
        widths = [[chip.sizeHint().width() for chip in self._chips[place::COLUMNS]] for place in range(COLUMNS)]
        return sum(max(column, default=0) for column in widths) + self._grid.horizontalSpacing()

    def _choose(self, chip: CheckChip) -> None:
        on = chip.isChecked()
        self.chosen.emit(chip.value if on else "")


class CheckChip(StillButton):
    """One choice."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.value, self._digit = "", ""
        self._bold = False
        self.setCheckable(True)
        self.setFont(chrome_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: CheckChoice, digit: str) -> None:
        """Show the choice."""
        self.value, self._digit = choice.value, digit
        self.setText(plain_line(choice.words))
        self.setObjectName(f"check-{choice.value}")
        show_tip(self, choice.meaning)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def mark_chosen(self, *, on: bool) -> None:
        """Show whether it is chosen, also where a press has turned it."""
        self.setChecked(on)
        if on != self._bold:
            self._bold = on
            self.setFont(chrome_font(0, MEDIUM) if on else chrome_font())

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(chrome_font(0, MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(2 * SIDE + GLYPH + 2 * GAP + words + self._cap() + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(2 * SIDE + GLYPH + 2 * GAP + self._cap()) + 24, HEIGHT)

    @property
    def shown(self) -> tuple[str, str]:
        return self.value, self._digit

    def paint(self, painter: QPainter) -> None:
        whole, theme = QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        self.paint_option(painter, whole, RADIUS)
        glyph = placed(painter, QRectF(SIDE, 0, GLYPH, HEIGHT), whole)
        if drawn := verdict_glyph(self.value, theme):
            paint_icon(painter, glyph, *drawn, GLYPH - 2)
        elif sign := state_sign(self.value):
            painter.setFont(chrome_font(0, MEDIUM))
            painter.setPen(QColor(theme.muted))
            painter.drawText(glyph, CENTRE, sign)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        room = whole.adjusted(SIDE + GLYPH + GAP, 0, -SIDE - self._cap() + 1, 0)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)
        if self._digit:
            width = key_cap_width(self._digit)
            cap = placed(painter, QRectF(whole.right() - SIDE - width, 0, width, KEY_CAP_HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), whole.center().y()), self._digit, theme)

    def _cap(self) -> float:
        return key_cap_width(self._digit) + GAP if self._digit else 0
