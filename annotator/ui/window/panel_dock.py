"""Dock around a panel."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.window.panel_specs import Panel


class PanelDock(QDockWidget):
    """Dock with the panel's header as its title bar; while it floats it has a border and a button that closes it.

    The English ``title`` also names the dock in saved layouts.
    """

    def __init__(self, title: str, panel: QWidget, look: Look, window: QMainWindow) -> None:
        name = _(title)
        super().__init__(name, window)
        self._look = look
        self.setObjectName(f"{title.lower()}Dock")
        self.setAccessibleName(name)
        header = cast(Panel, panel).header
        close = IconButton(look, "close", _("Close {panel}").format(panel=name), header)
        close.setObjectName("closeDock")
        close.hide()
        close.clicked.connect(self.close)
        header.add(close)
        self.setWidget(panel)
        self.setTitleBarWidget(header)
        self.topLevelChanged.connect(close.setVisible)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.isFloating():
            theme = self._look.theme
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.panel)
            paint_outline(painter, QRectF(self.rect()), theme.control, 0)


def add_dock(window: QMainWindow, title: str, panel: QWidget, look: Look, area: Qt.DockWidgetArea) -> PanelDock:
    """Put the panel into a dock of that title at one side of the window."""
    dock = PanelDock(title, panel, look, window)
    window.addDockWidget(area, dock)
    return dock
