"""Drawing of push buttons, tool buttons, check boxes and radio buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton

from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.theme.tokens import Theme

RING = 4
"""Pixels by which the focus ring reaches beyond a push button; the widget is larger by as much on every side."""

RADIUS = 7
DISABLED_OPACITY = 0.45

State = QStyle.StateFlag
Feature = QStyleOptionButton.ButtonFeature


def push_button_panel(painter: QPainter, option: QStyleOptionButton, theme: Theme) -> None:
    """Draw a push button's background: accent for the default button, only an outline for a flat one.

    The focus ring is drawn for keyboard focus only.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not option.state & State.State_Enabled:
        painter.setOpacity(DISABLED_OPACITY)
    rect = snapped_rect(QRectF(option.rect).adjusted(RING, RING, -RING, -RING), ratio_of(painter))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_button_ground(option, theme))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    if not is_default(option):
        paint_outline(painter, rect, theme.outline, RADIUS)
    if has_ring(option):
        paint_outline(painter, QRectF(option.rect), theme.accent, RADIUS + RING, width=2)
    painter.restore()


def button_text_palette(option: QStyleOptionButton, theme: Theme) -> QPalette:
    """Return the option's palette with the colour of the button's text: its own, or the one that is read on accent."""
    own = option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    palette, colour = QPalette(option.palette), QColor(theme.accent_text) if is_default(option) else own
    if not option.state & State.State_Enabled:
        colour.setAlphaF(DISABLED_OPACITY)
    palette.setColor(QPalette.ColorRole.ButtonText, colour)
    return palette


def is_default(option: QStyleOptionButton) -> bool:
    """Return whether the button is an enabled default button, the only one drawn in the accent colour."""
    return bool(option.features & Feature.DefaultButton) and bool(option.state & State.State_Enabled)


def has_ring(option: QStyleOption) -> bool:
    """Return whether the control has the focus and received it by the keyboard."""
    return bool(option.state & State.State_HasFocus) and bool(option.state & State.State_KeyboardFocusChange)


def tool_button_panel(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a tool button's background while it is hovered, pressed or checked."""
    ground = _hover_ground(option, theme)
    if ground is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(option.rect), 6, 6)
    painter.restore()


def check_box(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a check box: a tick where it is checked, a dash where it is partially checked."""
    painter.save()
    if not option.state & State.State_Enabled:
        painter.setOpacity(painter.opacity() * DISABLED_OPACITY)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = snapped_rect(QRectF(option.rect), ratio_of(painter))
    marked = option.state & (State.State_On | State.State_NoChange)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent if marked else theme.base)
    painter.drawRoundedRect(rect, 4, 4)
    if option.state & State.State_On:
        paint_icon(painter, rect, "check", theme.accent_text, 14)
    elif marked:
        painter.fillRect(QRectF(rect.left() + 4, rect.center().y() - 1, rect.width() - 8, 2), theme.accent_text)
    else:
        paint_outline(painter, rect, theme.control, 4)
    painter.restore()


def radio_button(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a radio button."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = snapped_rect(QRectF(option.rect), ratio_of(painter))
    on = bool(option.state & State.State_On)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent if on else theme.base)
    painter.drawEllipse(rect)
    painter.setBrush(theme.accent_text)
    if on:
        painter.drawEllipse(rect.center(), 3, 3)
    else:
        paint_outline(painter, rect, theme.control, rect.height() / 2)
    painter.restore()


def _button_ground(option: QStyleOptionButton, theme: Theme) -> QColor:
    if is_default(option):
        return theme.accent
    ground = _hover_ground(option, theme)
    if ground is not None:
        return ground
    return QColor(Qt.GlobalColor.transparent) if option.features & Feature.Flat else theme.raised


def _hover_ground(option: QStyleOption, theme: Theme) -> QColor | None:
    if not option.state & State.State_Enabled:
        return None
    if option.state & (State.State_Sunken | State.State_On):
        return theme.pressed
    return theme.hover if option.state & State.State_MouseOver else None
