"""Drawing of frames, dock titles, dock separators, tabs and table headers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QMainWindow,
    QStyle,
    QStyleOption,
    QStyleOptionDockWidget,
    QWidget,
)

from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.theme.tokens import Theme

DOCK_PADDING = 14

State = QStyle.StateFlag


def frame(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a square outline."""
    painter.save()
    paint_outline(painter, QRectF(option.rect), theme.border, 0)
    painter.restore()


def group_frame(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the rounded outline of a group box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_outline(painter, QRectF(option.rect), theme.border, 6)
    painter.restore()


def tab(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a tab without a box: a bar in the accent colour under the current tab, a background under a hovered one."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    rect = QRectF(option.rect)
    if option.state & State.State_Selected:
        painter.fillRect(QRectF(rect.left() + 6, rect.bottom() - 2, rect.width() - 12, 2), theme.accent)
    elif option.state & State.State_MouseOver:
        painter.setBrush(theme.hover)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 6, 6)
    painter.restore()


def tab_pane(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a hairline below the tab bar and no frame around the page."""
    line = QRectF(option.rect.left(), option.rect.top(), option.rect.width(), 1)
    painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)


def header_section(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the background of a table header, with a hairline below."""
    painter.fillRect(option.rect, theme.panel)
    line = QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)


def nothing(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw nothing, for an element that Fusion draws and this style leaves out."""


def branch(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a chevron where a tree row has children; no connecting lines."""
    if option.state & State.State_Children:
        closed = "chevron-left" if option.direction == LEFTWARDS else "chevron-right"
        name = "chevron-down" if option.state & State.State_Open else closed
        paint_icon(painter, QRectF(option.rect), name, theme.muted, 12)


def arrow(name: str, painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw the arrow icon ``name`` that a tool button or a header asks for."""
    paint_icon(painter, QRectF(option.rect), name, theme.text, 12)


def dock_title(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Draw a dock's title on the panel's background, without box or line."""
    assert isinstance(option, QStyleOptionDockWidget)
    painter.save()
    painter.fillRect(option.rect, theme.panel)
    painter.setFont(header_font())
    painter.setPen(theme.text)
    rect = QRectF(option.rect).adjusted(DOCK_PADDING, 0, -DOCK_PADDING, 0)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, option.title)
    painter.restore()


def dock_separator(painter: QPainter, option: QStyleOption, theme: Theme, widget: QWidget | None) -> None:
    """Draw a hairline at the edge next to the article; the rest, which the mouse needs, is panel background."""
    ratio = ratio_of(painter)
    rect = QRectF(option.rect)
    painter.fillRect(rect, theme.panel)
    if rect.width() > rect.height():
        line = QRectF(rect.left(), rect.center().y(), rect.width(), 1)
    elif _left_of_the_article(option, widget):
        line = QRectF(rect.right() - 1, rect.top(), 1, rect.height())
    else:
        line = QRectF(rect.left(), rect.top(), 1, rect.height())
    painter.fillRect(snapped_rect(line, ratio), theme.border)


def _left_of_the_article(option: QStyleOption, widget: QWidget | None) -> bool:
    centre = widget.centralWidget() if isinstance(widget, QMainWindow) else None
    return centre is not None and option.rect.center().x() <= centre.geometry().left()
