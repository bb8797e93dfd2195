"""Base class of buttons that are painted from a picture as long as they are at rest."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.buttons.still_picture import StillPicture


class StillButton(PaintedButton):
    """Button of which many stand in one form: a picture takes a sixth of the time that painting takes."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._picture = StillPicture()

    def paint(self, painter: QPainter) -> None:
        """Paint the button by its size, font, text and state, the theme, and ``shown``, but by nothing else."""
        raise NotImplementedError

    @property
    def shown(self) -> object:
        """Value that differs where the button is painted in another way and its text and state are the same."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus() or self.underMouse() or self.isDown():
            self.paint(self.painter())
        else:
            looks = self.text(), self.isChecked(), self.shown
            self._picture.paint(self, self._look.theme, looks, self.paint)
