"""Drawing of menu bars, menus and tool tips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem, QWidget

from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.mirroring import LEFTWARDS, ONE_LINE, mirrored
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.theme.tokens import Theme

ITEM_HEIGHT, SEPARATOR_HEIGHT = 26, 9
CHECK_COLUMN, ICON_COLUMN, ARROW_COLUMN, KEY_GAP, PADDING = 26, 22, 20, 28, 4

State = QStyle.StateFlag
Kind = QStyleOptionMenuItem.MenuItemType
CENTRE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignCenter
MNEMONIC = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


def menu_item_size(option: QStyleOptionMenuItem, contents: QSize) -> QSize:
    """Return the size for tick, icon, text, key and arrow; QMenu adds the width of the widest key itself."""
    if option.menuItemType == Kind.Separator:
        return QSize(contents.width(), SEPARATOR_HEIGHT)
    words = option.text.split("\t")[0]
    key_gap = KEY_GAP if "\t" in option.text else 0
    width = QFontMetrics(option.font).size(MNEMONIC, words).width() + key_gap
    height = max(ITEM_HEIGHT, option.fontMetrics.height() + 8)
    return QSize(CHECK_COLUMN + _icon_column(option) + width + ARROW_COLUMN + 2 * PADDING, height)


def menu_item(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw one row of a menu: a separator, or background (of the current row), tick, icon, text and key."""
    assert isinstance(option, QStyleOptionMenuItem)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(option.rect)
    if option.menuItemType == Kind.Separator:
        line = QRectF(rect.left(), rect.center().y(), rect.width(), 1)
        painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)
    else:
        _ground(painter, rect.adjusted(PADDING, 0, -PADDING, 0), option, theme)
        _content(painter, rect.adjusted(PADDING, 0, -PADDING, 0), option, theme)
    painter.restore()


def menu_bar_item(painter: QPainter, option: QStyleOptionMenuItem, theme: Theme, bar: QWidget | None) -> None:
    """Draw one menu's name in the menu bar ``bar``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(option.rect, theme.window)
    _hairline(painter, option, theme, bar.height() if bar else option.rect.height())
    if option.state & (State.State_Selected | State.State_Sunken):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.pressed if option.state & State.State_Sunken else theme.hover)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0, 3, 0, -3), 6, 6)
    if not option.state & State.State_Enabled:
        painter.setOpacity(DISABLED_OPACITY)
    painter.setPen(theme.text)
    flags = CENTRE | _hidden_mnemonic(bar)
    painter.drawText(QRectF(option.rect), flags, option.text)
    painter.restore()


def menu_bar_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the rest of the menu bar: the window's background with a hairline below."""
    painter.fillRect(option.rect, theme.window)
    _hairline(painter, option, theme, option.rect.height())


def menu_panel(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Fill a menu's background."""
    painter.fillRect(option.rect, theme.raised)


def menu_frame(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a menu's outline."""
    painter.save()
    paint_outline(painter, QRectF(option.rect), theme.border, 0)
    painter.restore()


def tool_tip_panel(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a tool tip's background and outline."""
    painter.fillRect(option.rect, theme.raised)
    menu_frame(painter, option, theme)


def _ground(painter: QPainter, rect: QRectF, option: QStyleOptionMenuItem, theme: Theme) -> None:
    if not option.state & State.State_Selected or not option.state & State.State_Enabled:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawRoundedRect(rect, 4, 4)
    if theme.high_contrast:
        paint_outline(painter, rect, theme.accent, 4, width=2)


def _content(painter: QPainter, rect: QRectF, option: QStyleOptionMenuItem, theme: Theme) -> None:
    if not option.state & State.State_Enabled:
        painter.setOpacity(DISABLED_OPACITY)
    if option.checked:
        paint_icon(
            painter, _placed(QRectF(rect.left(), rect.top(), CHECK_COLUMN, rect.height()), option), "check", theme.text
        )
    words, _, key = option.text.partition("\t")
    before = CHECK_COLUMN + _icon_column(option)
    row = _placed(rect.adjusted(before, 0, -ARROW_COLUMN, 0), option)
    start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if option.direction == LEFTWARDS:
        start, end = end, start
    glyph = QRectF(rect.left() + CHECK_COLUMN, rect.top(), ICON_COLUMN - 6, rect.height())
    option.icon.paint(painter, _placed(glyph, option).toRect())
    painter.setFont(option.font)
    painter.setPen(theme.text)
    painter.setLayoutDirection(option.direction)
    painter.drawText(row, MNEMONIC | start | Qt.AlignmentFlag.AlignAbsolute, words)
    painter.setPen(theme.muted)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as keys read everywhere
    painter.drawText(row, ONE_LINE | end | Qt.AlignmentFlag.AlignAbsolute, key)
    if option.menuItemType == Kind.SubMenu:
        arrow = QRectF(rect.right() - ARROW_COLUMN, rect.top(), ARROW_COLUMN, rect.height())
        left = option.direction == LEFTWARDS
        paint_icon(painter, _placed(arrow, option), "chevron-left" if left else "chevron-right", theme.muted)


def _icon_column(option: QStyleOptionMenuItem) -> int:
    return 0 if option.icon.isNull() else ICON_COLUMN


def _placed(rect: QRectF, option: QStyleOptionMenuItem) -> QRectF:
    """Return ``rect``, mirrored within the row where the row reads from right to left."""
    return mirrored(rect, QRectF(option.rect)) if option.direction == LEFTWARDS else rect


def _hairline(painter: QPainter, option: QStyleOption, theme: Theme, below: int) -> None:
    line = QRectF(option.rect.left(), below - 1, option.rect.width(), 1)
    painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)


def _hidden_mnemonic(bar: QWidget | None) -> Qt.TextFlag:
    """Return the flag that underlines mnemonics only while the window is used by keyboard."""
    by_keyboard = bar is not None and bar.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return Qt.TextFlag.TextShowMnemonic if by_keyboard else Qt.TextFlag.TextHideMnemonic
