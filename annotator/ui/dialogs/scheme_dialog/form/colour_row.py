"""Colours to choose from, and a field for any other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.session.scheme_editing.checks import colour_refusal
from annotator.storage.schemes.scheme_reading import COLOURS
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.keyboard import arrow_step
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

SWATCH, RADIUS, FIELD = 28, 6, 110
NAMES = {
    "#56B4E9": N_("sky blue"),
    "#E69F00": N_("orange"),
    "#009E73": N_("bluish green"),
    "#F0E442": N_("yellow"),
    "#CC79A7": N_("reddish purple"),
    "#999999": N_("grey"),
    "#0072B2": N_("blue"),
    "#D55E00": N_("vermilion"),
}


class ColourRow(QWidget):
    """Swatches and a field. ``chosen``: another colour, as ``#RRGGBB``."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._swatches = [Swatch(look, colour, self) for colour in COLOURS]
        self.field = CheckedLine(look, _("Colour"), self, width=FIELD)
        self.field.setObjectName("colourField")
        self._remark = RemarkLine(look, "colourRemark", self)
        self._remark.hide()
        flow = FlowLayout(self, 6, 6)
        for widget in (*self._swatches, self.field, self._remark):
            flow.addWidget(widget)
        for swatch in self._swatches:
            swatch.clicked.connect(lambda _on=False, swatch=swatch: self.chosen.emit(swatch.colour))
            swatch.stepped.connect(lambda step, swatch=swatch: self._step(swatch, step))
        self.field.textEdited.connect(self._take)
        self.field.kept.connect(self._leave)
        self._shown = ""

    def show_colour(self, colour: str) -> None:
        """Show which colour is chosen."""
        self._shown = colour.upper()
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour.upper() == self._shown)
        self._let_in(next((it for it in self._swatches if it.isChecked() or it.hasFocus()), self._swatches[0]))
        if self.field.text().upper() != self._shown:
            self.field.show_text(self._shown)
        self._say("")

    def _take(self, typed: str) -> None:
        refusal = colour_refusal(typed.strip())
        if refusal:
            self._say(refusal if len(typed) > len(self._shown) else "")
        else:
            self.chosen.emit(typed.strip().upper())

    def _leave(self) -> None:
        if refusal := colour_refusal(self.field.text().strip()):
            self._say(refusal)

    def _say(self, refusal: str) -> None:
        self.field.mark_wrong(on=bool(refusal))
        self._remark.say(refusal, wrong=True)

    def _step(self, swatch: Swatch, step: int) -> None:
        other = self._swatches[(self._swatches.index(swatch) + step) % len(self._swatches)]
        self._let_in(other)
        other.setFocus(Qt.FocusReason.TabFocusReason)

    def _let_in(self, chosen: Swatch) -> None:
        """Let Tab stop at that colour alone."""
        for swatch in self._swatches:
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if swatch is chosen else Qt.FocusPolicy.ClickFocus)


class Swatch(PaintedButton):
    """Square of one colour, ringed where it is chosen. ``stepped``: an arrow key, by -1 or 1."""

    stepped = Signal(int)

    def __init__(self, look: Look, colour: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"swatch-{colour}")
        self.setAccessibleName(_(NAMES[colour]))
        self.setToolTip(f"{_(NAMES[colour])} {colour}")

    def sizeHint(self) -> QSize:
        return QSize(SWATCH, SWATCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := arrow_step(Qt.Key(event.key()), self):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(whole.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)
        paint_outline(painter, whole.adjusted(3, 3, -3, -3), theme.control, RADIUS - 2)
        if self.isChecked() or self.hasFocus():
            colour = theme.accent if self.hasFocus() else theme.text
            paint_outline(painter, whole, colour, RADIUS, width=2)
