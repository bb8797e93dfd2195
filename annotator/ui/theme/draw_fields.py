"""Drawing of line edits, combo boxes, spin boxes, focus rings and progress bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSpinBox,
)

from annotator.ui.theme.draw_buttons import DISABLED_OPACITY, has_ring
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.mirroring import LEFTWARDS, mirrored
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.theme.tokens import Theme

RADIUS = 6
PROGRESS_HEIGHT = 6
ARROW = 20

State = QStyle.StateFlag


def line_edit_panel(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a line edit's background and outline, unless the control that contains it draws the frame."""
    if isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0:
        return
    field_panel(painter, option, theme, theme.base)


def field_panel(painter: QPainter, option: QStyleOption, theme: Theme, ground: QColor) -> None:
    """Draw a rounded field; its outline has the accent colour while the field has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not option.state & State.State_Enabled:
        painter.setOpacity(DISABLED_OPACITY)
    rect = snapped_rect(QRectF(option.rect), ratio_of(painter))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    focused = bool(option.state & State.State_HasFocus)
    paint_outline(painter, rect, theme.accent if focused else theme.outline, RADIUS, width=2 if focused else 1)
    painter.restore()


def combo_box(painter: QPainter, option: QStyleOptionComboBox, theme: Theme) -> None:
    """Draw a combo box's field and arrow; Qt draws the text as a control of its own."""
    hovered = option.state & State.State_MouseOver and option.state & State.State_Enabled
    ground = theme.base if option.editable else theme.hover if hovered else theme.raised
    field_panel(painter, option, theme, ground)
    arrow = QRectF(option.rect)
    if option.direction == LEFTWARDS:
        arrow.setWidth(ARROW + 4)
    else:
        arrow.setLeft(arrow.right() - ARROW - 4)
    paint_icon(painter, arrow, "chevron-down", theme.text if option.state & State.State_Enabled else theme.control)


def spin_box(painter: QPainter, option: QStyleOptionSpinBox, theme: Theme, up: QRectF, down: QRectF) -> None:
    """Draw a spin box's field and its two arrows in the rectangles ``up`` and ``down``."""
    field_panel(painter, option, theme, theme.base)
    enabled = option.stepEnabled
    for rect, name, step in (
        (up, "chevron-up", option.stepEnabled.StepUpEnabled),
        (down, "chevron-down", option.stepEnabled.StepDownEnabled),
    ):
        paint_icon(painter, rect, name, theme.text if enabled & step else theme.border, 12)


def focus_ring(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a ring inside the control, for controls without room for a ring around them; for keyboard focus only."""
    if not has_ring(option):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_outline(painter, QRectF(option.rect), theme.accent, 4, width=2)
    painter.restore()


def progress_groove(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the groove of a progress bar."""
    rect = _slim(QRectF(option.rect))
    _bar(painter, rect, theme.base if theme.high_contrast else theme.border)
    if theme.high_contrast:
        paint_outline(painter, rect, theme.text, rect.height() / 2)


def progress_contents(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the done part of a progress bar; the whole bar in a pale colour where the total is unknown."""
    assert isinstance(option, QStyleOptionProgressBar)
    rect, whole = _slim(QRectF(option.rect)), option.maximum - option.minimum
    if whole <= 0:
        _bar(painter, rect, theme.accent_soft)
        return
    done = (option.progress - option.minimum) / whole
    if done > 0:
        part = QRectF(rect)
        part.setWidth(max(rect.width() * done, rect.height()))
        _bar(painter, mirrored(part, rect) if option.direction == LEFTWARDS else part, theme.read)


def _slim(rect: QRectF) -> QRectF:
    if rect.height() > PROGRESS_HEIGHT:
        rect = QRectF(rect.left(), rect.center().y() - PROGRESS_HEIGHT / 2, rect.width(), PROGRESS_HEIGHT)
    return rect


def _bar(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(snapped_rect(rect, ratio_of(painter)), rect.height() / 2, rect.height() / 2)
    painter.restore()
