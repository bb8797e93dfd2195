"""The row that scrolls sideways, in both directions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.theme.look import Look
from annotator.ui.widgets.sideways_area import EDGE, SidewaysArea
from tests.ui.directions import LEFTWARDS, RIGHTWARDS, direction


def whole(widget: QWidget, area: QWidget) -> bool:
    x = widget.mapTo(area, QPoint(0, 0)).x()
    return x >= 0 and x + widget.width() <= area.width()


def fixed(widget: QWidget) -> QWidget:
    widget.setFixedSize(60, 30)
    return widget


def arrow(area: SidewaysArea, *, at_left: bool) -> QAbstractButton:
    found = area.childAt(EDGE // 2 if at_left else area.width() - EDGE // 2, area.height() // 2)
    assert isinstance(found, QAbstractButton)
    return found


@pytest.mark.parametrize("which", [RIGHTWARDS, LEFTWARDS])
def test_the_arrow_leads_to_what_is_hidden_at_its_side(
    which: Qt.LayoutDirection, qtbot: QtBot, light_look: Look
) -> None:
    with direction(which):
        area = SidewaysArea(light_look, 6)
        qtbot.addWidget(area)
        area.resize(300, 40)
        widgets = [fixed(QWidget()) for _ in range(9)]
        area.set_widgets(widgets)
        area.show()
        qtbot.waitExposed(area)
        qtbot.waitUntil(lambda: whole(widgets[0], area))
        assert not whole(widgets[-1], area)
        onwards_at_left = which == LEFTWARDS
        for _ in range(9):
            if not whole(widgets[-1], area):
                assert (widgets[-1].mapTo(area, QPoint(0, 0)).x() < 0) == onwards_at_left
                qtbot.mouseClick(arrow(area, at_left=onwards_at_left), Qt.MouseButton.LeftButton)
        assert whole(widgets[-1], area)
        qtbot.mouseClick(arrow(area, at_left=not onwards_at_left), Qt.MouseButton.LeftButton)
        assert not whole(widgets[-1], area)
