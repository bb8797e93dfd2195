"""A change of the page paints each part of the new page once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.pages import Pages
from annotator.ui.widgets.scrolled import ScrolledPage


class Part(QWidget):
    """Part of a page that counts how often it is painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painted = 0
        self.setMinimumSize(40, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted += 1


def page_with(part: Part, content: QWidget, panel: QWidget) -> ScrolledPage:
    column = QVBoxLayout(content)
    column.addWidget(part)
    return ScrolledPage(content, panel)


def test_each_part_of_the_page_is_painted_once(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.setAutoFillBackground(True)
    pages = Pages()
    panel.setLayout(pages)
    first, second = QWidget(), QWidget()
    parts = [Part(first), Part(second)]
    for at, (part, content) in enumerate(zip(parts, (first, second), strict=True)):
        pages.add(at, page_with(part, content, panel))
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: parts[0].painted > 0)
    assert parts[1].painted == 0
    for turn in range(4):
        now = parts[1 - turn % 2]
        before = now.painted
        pages.setCurrentIndex(1 - turn % 2)
        qtbot.waitUntil(lambda now=now, before=before: now.painted > before)
        qtbot.waitUntil(lambda: not panel.testAttribute(Qt.WidgetAttribute.WA_PendingUpdate))
        assert now.painted == before + 1
        assert pages.currentIndex() == 1 - turn % 2
