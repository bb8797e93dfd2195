"""The application's Qt style: Fusion's layout with drawings of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.theme.draw_buttons import RING, button_text_palette, push_button_panel
from annotator.ui.theme.draw_fields import combo_box, spin_box
from annotator.ui.theme.draw_frames import dock_separator
from annotator.ui.theme.draw_menus import menu_bar_item, menu_item_size
from annotator.ui.theme.draw_rows import is_simple, readable, simple_row, simple_row_size
from annotator.ui.theme.draw_scroll_bars import scroll_bar, scroll_bar_part
from annotator.ui.theme.icons import icon
from annotator.ui.theme.style_tables import CONTROLS, HEIGHTS, HINTS, METRICS, PRIMITIVES, STANDARD_ICONS
from annotator.ui.theme.tokens import Theme

Control, Complex, Contents = QStyle.ControlElement, QStyle.ComplexControl, QStyle.ContentsType
Element, Sub = QStyle.SubElement, QStyle.SubControl

PUSH_BUTTON = QSize(52, 30)
PUSH_BUTTON_PADDING, MENU_BAR_PADDING, FIELD_PADDING = 30, 20, 6


class AnnotatorStyle(QProxyStyle):
    """Fusion with flat controls, focus rings and slim scroll bars, drawn in the colours of ``theme``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = PRIMITIVES.get(element)
        if draw is not None:
            draw(painter, option, self.theme)
        elif element == QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            dock_separator(painter, option, self.theme, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = CONTROLS.get(element)
        if draw is not None:
            draw(painter, option, self.theme)
        elif element == Control.CE_PushButton and isinstance(option, QStyleOptionButton):
            self._draw_push_button(option, painter, widget)
        elif element == Control.CE_MenuBarItem and isinstance(option, QStyleOptionMenuItem):
            menu_bar_item(painter, option, self.theme, widget)
        elif element == Control.CE_ItemViewItem and isinstance(option, QStyleOptionViewItem):
            self._draw_row(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match option:
            case QStyleOptionComboBox():
                combo_box(painter, option, self.theme)
            case QStyleOptionSpinBox():
                up, down = (
                    self._part(control, option, part, widget) for part in (Sub.SC_SpinBoxUp, Sub.SC_SpinBoxDown)
                )
                spin_box(painter, option, self.theme, up, down)
            case QStyleOptionSlider() if control == Complex.CC_ScrollBar and widget is not None:
                handle = self._part(control, option, Sub.SC_ScrollBarSlider, widget)
                scroll_bar(painter, option, handle, self.theme, widget)
            case _:
                super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_bar_part(option, part)
        rect = self.baseStyle().subControlRect(control, option, part, widget)
        if control == Complex.CC_ComboBox and part == Sub.SC_ComboBoxEditField:
            left_to_right = option.direction == Qt.LayoutDirection.LeftToRight
            return rect.adjusted(FIELD_PADDING, 0, 0, 0) if left_to_right else rect.adjusted(0, 0, -FIELD_PADDING, 0)
        return rect

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if element == Element.SE_PushButtonLayoutItem:
            return option.rect.adjusted(RING, RING, -RING, -RING)
        if element == Element.SE_LineEditContents and isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            return option.rect.adjusted(FIELD_PADDING, 1, -FIELD_PADDING, -1)
        return self.baseStyle().subElementRect(element, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if kind == Contents.CT_PushButton:
            inner = QSize(size.width() + PUSH_BUTTON_PADDING, size.height() + 8).expandedTo(PUSH_BUTTON)
            return inner + QSize(2 * RING, 2 * RING)
        if kind == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menu_item_size(option, size)
        if kind == Contents.CT_MenuBarItem:
            return QSize(size.width() + MENU_BAR_PADDING, max(size.height() + 8, HEIGHTS[kind]))
        if kind == Contents.CT_ScrollBar:
            return size  # as Qt does, which asks for it many times while the window is laid out
        whole = self.baseStyle().sizeFromContents(kind, option, size, widget)
        if kind == Contents.CT_ItemViewItem and isinstance(option, QStyleOptionViewItem) and is_simple(widget):
            return simple_row_size(option, whole)
        padding = FIELD_PADDING if kind == Contents.CT_ComboBox else 0
        return QSize(whole.width() + padding, max(whole.height(), HEIGHTS.get(kind, 0)))

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        value = METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if value is None else value

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        answer: QStyleHintReturn | None = None,
    ) -> int:
        value = HINTS.get(hint)
        return super().styleHint(hint, option, widget, answer) if value is None else value

    def standardIcon(
        self, standard: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        name = STANDARD_ICONS.get(standard)
        if name is None:
            return super().standardIcon(standard, option, widget)
        return QIcon(icon(name, self.theme.muted, ratio=widget.devicePixelRatioF() if widget else 1.0))

    def _draw_row(self, option: QStyleOptionViewItem, painter: QPainter, view: QWidget | None) -> None:
        if is_simple(view):
            simple_row(painter, option, self.theme, view)
        else:
            super().drawControl(Control.CE_ItemViewItem, readable(option, self.theme), painter, view)

    def _draw_push_button(self, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
        push_button_panel(painter, option, self.theme)
        label = QStyleOptionButton(option)
        label.palette = button_text_palette(option, self.theme)
        super().drawControl(Control.CE_PushButtonLabel, label, painter, widget)

    def _part(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None,
    ) -> QRectF:
        return QRectF(self.subControlRect(control, option, part, widget))
