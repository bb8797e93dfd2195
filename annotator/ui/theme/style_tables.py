"""Tables from elements of Qt's style to drawing functions, sizes, hints and icons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption

from annotator.ui.theme import draw_buttons, draw_fields, draw_frames, draw_menus, draw_rows, draw_scroll_bars
from annotator.ui.theme.tokens import Theme

Primitive, Control, Contents = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ContentsType
Metric, Hint, Standard = QStyle.PixelMetric, QStyle.StyleHint, QStyle.StandardPixmap
Draw: TypeAlias = Callable[[QPainter, QStyleOption, Theme], None]

PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    Primitive.PE_FrameFocusRect: draw_fields.focus_ring,
    Primitive.PE_PanelLineEdit: draw_fields.line_edit_panel,
    Primitive.PE_FrameLineEdit: draw_frames.nothing,
    Primitive.PE_PanelButtonTool: draw_buttons.tool_button_panel,
    Primitive.PE_IndicatorCheckBox: draw_buttons.check_box,
    Primitive.PE_IndicatorRadioButton: draw_buttons.radio_button,
    Primitive.PE_IndicatorBranch: draw_frames.branch,
    Primitive.PE_FrameDockWidget: draw_frames.nothing,
    Primitive.PE_FrameStatusBarItem: draw_frames.nothing,
    Primitive.PE_PanelStatusBar: draw_frames.nothing,
    Primitive.PE_PanelMenu: draw_menus.menu_panel,
    Primitive.PE_FrameMenu: draw_menus.menu_frame,
    Primitive.PE_PanelTipLabel: draw_menus.tool_tip_panel,
    Primitive.PE_PanelItemViewItem: draw_rows.list_row,
    Primitive.PE_FrameGroupBox: draw_frames.group_frame,
    Primitive.PE_FrameTabWidget: draw_frames.tab_pane,
    Primitive.PE_FrameTabBarBase: draw_frames.nothing,
    Primitive.PE_Frame: draw_frames.frame,
    Primitive.PE_PanelScrollAreaCorner: draw_scroll_bars.scroll_bar_corner,
}

CONTROLS: dict[QStyle.ControlElement, Draw] = {
    Control.CE_MenuItem: draw_menus.menu_item,
    Control.CE_MenuBarEmptyArea: draw_menus.menu_bar_ground,
    Control.CE_DockWidgetTitle: draw_frames.dock_title,
    Control.CE_TabBarTabShape: draw_frames.tab,
    Control.CE_HeaderSection: draw_frames.header_section,
    Control.CE_HeaderEmptyArea: draw_frames.header_section,
    Control.CE_ProgressBarGroove: draw_fields.progress_groove,
    Control.CE_ProgressBarContents: draw_fields.progress_contents,
}

METRICS: dict[QStyle.PixelMetric, int] = {
    Metric.PM_ScrollBarExtent: draw_scroll_bars.SCROLL_BAR,
    Metric.PM_ScrollBarSliderMin: draw_scroll_bars.SHORTEST,
    Metric.PM_DefaultFrameWidth: 1,
    Metric.PM_MenuPanelWidth: 1,
    Metric.PM_MenuHMargin: 0,
    Metric.PM_MenuVMargin: 4,
    Metric.PM_MenuBarPanelWidth: 0,
    Metric.PM_MenuBarHMargin: 8,
    Metric.PM_MenuBarVMargin: 0,
    Metric.PM_MenuBarItemSpacing: 0,
    Metric.PM_DockWidgetSeparatorExtent: 5,
    Metric.PM_DockWidgetTitleMargin: 8,
    Metric.PM_DockWidgetFrameWidth: 1,
    Metric.PM_IndicatorWidth: 16,
    Metric.PM_IndicatorHeight: 16,
    Metric.PM_ExclusiveIndicatorWidth: 16,
    Metric.PM_ExclusiveIndicatorHeight: 16,
    Metric.PM_ButtonShiftHorizontal: 0,
    Metric.PM_ButtonShiftVertical: 0,
    Metric.PM_ToolTipLabelFrameWidth: 6,
}

HINTS: dict[QStyle.StyleHint, int] = {
    Hint.SH_DockWidget_ButtonsHaveFrame: 0,
    Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    Hint.SH_EtchDisabledText: 0,
    Hint.SH_ComboBox_Popup: 0,
    Hint.SH_ToolTip_WakeUpDelay: 500,
    Hint.SH_ItemView_ShowDecorationSelected: 1,
    Hint.SH_Widget_Animation_Duration: 0,
    Hint.SH_Widget_ShareActivation: 0,
    Hint.SH_ScrollBar_Transient: 0,
}
"""Hints of our own, and two as Fusion has them, which Qt asks for a thousand times while a window is made."""

HEIGHTS: dict[QStyle.ContentsType, int] = {
    Contents.CT_LineEdit: 28,
    Contents.CT_ComboBox: 28,
    Contents.CT_SpinBox: 28,
    Contents.CT_MenuBarItem: 33,
}

STANDARD_ICONS: dict[QStyle.StandardPixmap, str] = {
    Standard.SP_TitleBarCloseButton: "close",
    Standard.SP_DockWidgetCloseButton: "close",
    Standard.SP_TitleBarNormalButton: "float",
    Standard.SP_LineEditClearButton: "close",
}

ARROWS: dict[QStyle.PrimitiveElement, str] = {
    Primitive.PE_IndicatorArrowDown: "chevron-down",
    Primitive.PE_IndicatorArrowUp: "chevron-up",
    Primitive.PE_IndicatorArrowLeft: "chevron-left",
    Primitive.PE_IndicatorArrowRight: "chevron-right",
}
PRIMITIVES.update({element: partial(draw_frames.arrow, name) for element, name in ARROWS.items()})
