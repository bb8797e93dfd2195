"""Drawing of rows in lists without a delegate of their own, as in the popups of combo boxes and fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QListWidget, QStyle, QStyleOption, QStyleOptionViewItem, QWidget

from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.mirroring import LEFTWARDS, ONE_LINE, mirrored
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.tokens import Theme

HEIGHT, PADDING, INSET, GAP = 29, 11, 4, 8
"""Height of a row; where its text begins, in a popup as that of the combo box does; room around its ground."""

State = QStyle.StateFlag


def is_simple(view: QWidget | None) -> bool:
    """Return whether the view is a list of words: one that a combo box or a field opens, or a list of items."""
    return isinstance(view, QListWidget) or _is_in_popup(view)


def simple_row_size(option: QStyleOptionViewItem, contents: QSize) -> QSize:
    """Return the size of a row in a list of words; ``contents`` is that of its icon and text."""
    return QSize(contents.width() + 2 * PADDING, max(contents.height(), option.fontMetrics.height() + 8, HEIGHT))


def simple_row(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, view: QWidget | None) -> None:
    """Draw one row of a list of words: its ground as in a menu, the ring of the keyboard, icon and text."""
    painter.save()
    row = QRectF(option.rect)
    ground = row.adjusted(INSET, 0, -INSET, 0)
    _ground(painter, ground, option, theme)
    if option.state & State.State_HasFocus and not _is_in_popup(view):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_outline(painter, ground, theme.accent, 4, width=2)
    if not option.state & State.State_Enabled:
        painter.setOpacity(DISABLED_OPACITY)
    room = row.adjusted(PADDING, 0, -PADDING, 0)
    if not option.icon.isNull():
        size = option.decorationSize
        glyph = QRectF(room.left(), room.center().y() - size.height() / 2, size.width(), size.height())
        option.icon.paint(painter, _placed(glyph, option).toRect())
        room.adjust(size.width() + GAP, 0, 0, 0)
    side = Qt.AlignmentFlag.AlignRight if option.direction == LEFTWARDS else Qt.AlignmentFlag.AlignLeft
    painter.setFont(option.font)
    painter.setPen(theme.text)
    painter.setLayoutDirection(option.direction)
    text = option.fontMetrics.elidedText(option.text, option.textElideMode, int(room.width()))
    painter.drawText(_placed(room, option), ONE_LINE | side | Qt.AlignmentFlag.AlignAbsolute, text)
    painter.restore()


def readable(option: QStyleOptionViewItem, theme: Theme) -> QStyleOptionViewItem:
    """Return the option with a selected row's text in the colour of all others, as its ground is a light one."""
    drawn = QStyleOptionViewItem(option)
    drawn.palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
    return drawn


def _is_in_popup(view: QWidget | None) -> bool:
    """Return whether the view is what a combo box opens, or a field to complete what is typed: a window of its own."""
    completes = isinstance(view, QListView) and view.windowType() == Qt.WindowType.Popup
    return view is not None and (completes or view.inherits("QComboBoxListView"))


def list_row(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the background of a selected or hovered row in a list without a delegate of its own."""
    _ground(painter, QRectF(option.rect), option, theme)


def _ground(painter: QPainter, rect: QRectF, option: QStyleOption, theme: Theme) -> None:
    if not option.state & (State.State_Selected | State.State_MouseOver):
        return
    selected = bool(option.state & State.State_Selected)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft if selected else theme.hover)
    painter.drawRoundedRect(rect, 4, 4)
    if selected and theme.high_contrast:
        paint_outline(painter, rect, theme.accent, 4, width=2)
    painter.restore()


def _placed(rect: QRectF, option: QStyleOptionViewItem) -> QRectF:
    """Return ``rect``, mirrored within the row where the row reads from right to left."""
    return mirrored(rect, QRectF(option.rect)) if option.direction == LEFTWARDS else rect
