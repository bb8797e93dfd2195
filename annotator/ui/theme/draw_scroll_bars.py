"""Drawing and geometry of slim scroll bars without arrows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOption, QStyleOptionSlider, QWidget

from annotator.ui.theme.tokens import Theme

SCROLL_BAR, HANDLE, SHORTEST = 12, 6, 28
HANDLE_OPACITY, HELD_OPACITY = 0.45, 0.85

Sub = QStyle.SubControl


def scroll_bar(painter: QPainter, option: QStyleOptionSlider, handle: QRectF, theme: Theme, widget: QWidget) -> None:
    """Draw a slim handle on the background of what is scrolled; no handle where everything is visible."""
    painter.fillRect(option.rect, _ground_behind(widget))
    if option.maximum <= option.minimum:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    held = bool(option.activeSubControls & Sub.SC_ScrollBarSlider)
    painter.setOpacity(1 if theme.high_contrast else HELD_OPACITY if held else HANDLE_OPACITY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.control)
    margin = (SCROLL_BAR - HANDLE) / 2
    across = option.orientation == Qt.Orientation.Horizontal
    slim = handle.adjusted(2, margin, -2, -margin) if across else handle.adjusted(margin, 2, -margin, -2)
    painter.drawRoundedRect(slim, HANDLE / 2, HANDLE / 2)
    painter.restore()


def scroll_bar_corner(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the ground of what is scrolled where two bars meet."""
    painter.fillRect(option.rect, theme.base)


def scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return the rectangle of ``part``: the groove is the whole bar, the handle as long as the visible share."""
    rect = option.rect
    across = rect.width() > rect.height()
    length = rect.width() if across else rect.height()
    range_ = option.maximum - option.minimum
    handle = length
    if range_ > 0:
        handle = min(max(length * option.pageStep // (range_ + option.pageStep), SHORTEST), length)
    at = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    match part:
        case Sub.SC_ScrollBarGroove:
            start, end = 0, length
        case Sub.SC_ScrollBarSlider:
            start, end = at, at + handle
        case Sub.SC_ScrollBarSubPage:
            start, end = 0, at
        case Sub.SC_ScrollBarAddPage:
            start, end = at + handle, length
        case _:
            return QRect()
    if across:
        return QRect(rect.left() + start, rect.top(), end - start, rect.height())
    return QRect(rect.left(), rect.top() + start, rect.width(), end - start)


def _ground_behind(widget: QWidget) -> QColor:
    """Return the background colour of the scroll area that owns the bar, else that of the nearest opaque parent."""
    behind = widget.parentWidget()
    while behind is not None:
        if isinstance(behind, QAbstractScrollArea) and behind.viewport().autoFillBackground():
            return _ground_of(behind.viewport())  # while the area is held: in a file dialog of Qt, PySide crashes else
        if behind.autoFillBackground() or behind.isWindow():
            return _ground_of(behind)
        behind = behind.parentWidget()
    return _ground_of(widget)


def _ground_of(widget: QWidget) -> QColor:
    return widget.palette().color(widget.backgroundRole())
