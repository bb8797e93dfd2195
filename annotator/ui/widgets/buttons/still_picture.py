"""Picture of what a widget shows at rest, painted once for each way it looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.tokens import Theme


class StillPicture:
    """Paints a widget from a picture, which is made anew as soon as anything differs that it was painted from.

    The widget stands on one colour: that of the nearest widget around it that fills its background.
    """

    def __init__(self) -> None:
        self._picture = QImage()
        self._painted_from: tuple[object, ...] = ()

    def paint(self, widget: QWidget, theme: Theme, shown: object, paint: Callable[[QPainter], None]) -> None:
        """Draw on the widget what ``paint`` draws, which looks at nothing but the widget, the theme and ``shown``.

        Where the scale is not whole, the widget may begin within a pixel of the screen: there it has no picture.
        """
        ratio = widget.devicePixelRatio()
        if not ratio.is_integer():
            paint(_antialiasing(painter_on(widget)))
            return
        ground = _ground(widget)  # it may follow a new theme later than the widget does
        painted_from = (shown, *_looks(widget), ratio, theme, ground.rgba())
        if painted_from != self._painted_from:
            self._picture, self._painted_from = _picture(widget, ratio, ground, paint), painted_from
        QPainter(widget).drawImage(QPointF(), self._picture)


def _looks(widget: QWidget) -> tuple[object, ...]:
    """Return what a picture of the widget depends on whatever it shows."""
    fonts = widget.font(), QGuiApplication.font()
    return widget.width(), widget.height(), widget.isEnabled(), widget.isRightToLeft(), *fonts


def _picture(widget: QWidget, ratio: float, ground: QColor, paint: Callable[[QPainter], None]) -> QImage:
    picture = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = _antialiasing(QPainter(picture))
    painter.setLayoutDirection(widget.layoutDirection())
    paint(painter)
    painter.end()
    return picture


def _antialiasing(painter: QPainter) -> QPainter:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _ground(widget: QWidget) -> QColor:
    """Return the colour that the widget stands on."""
    around = widget
    while not around.autoFillBackground() and (parent := around.parentWidget()):
        around = parent
    return around.palette().color(around.backgroundRole())
