"""Places in what is painted, and margins, mirrored where the window reads from right to left.

Painters lay out from left to right and pass each rectangle through ``placed``. The direction is that of the QPainter:
``painter_on`` and the lists' delegates set it.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

LEFTWARDS, RIGHTWARDS = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEADING, TRAILING = ONE_LINE | Qt.AlignmentFlag.AlignLeft, ONE_LINE | Qt.AlignmentFlag.AlignRight
"""Flags for QPainter.drawText: one line at the side at which lines begin, or at the other. Qt mirrors both."""
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def painter_on(widget: QWidget) -> QPainter:
    """Return a painter on the widget, in the widget's direction."""
    painter = QPainter(widget)
    painter.setLayoutDirection(LEFTWARDS if widget.isRightToLeft() else RIGHTWARDS)
    return painter


def placed(painter: QPainter, rect: QRectF, whole: QRectF) -> QRectF:
    """Return where ``rect``, laid out from left to right in ``whole``, stands in the painter's direction."""
    return mirrored(rect, whole) if painter.layoutDirection() == LEFTWARDS else QRectF(rect)


def mirrored(rect: QRectF, whole: QRectF) -> QRectF:
    """Return the mirror image of ``rect`` in ``whole``."""
    return QRectF(whole.left() + whole.right() - rect.right(), rect.top(), rect.width(), rect.height())


def onwards(painter: QPainter) -> str:
    """Return the name of the chevron that points to where lines end."""
    return "chevron-left" if painter.layoutDirection() == LEFTWARDS else "chevron-right"


def margins(before: int, top: int, after: int, bottom: int) -> QMargins:
    """Return margins in the window's direction, as Qt does not mirror them."""
    if QGuiApplication.layoutDirection() == LEFTWARDS:
        return QMargins(after, top, before, bottom)
    return QMargins(before, top, after, bottom)


def beginning(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side at which lines begin in the widget, whatever the direction of a text shown there."""
    return AT_RIGHT if widget.isRightToLeft() else AT_LEFT
