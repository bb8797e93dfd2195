"""Header of a panel: the name is whole, the count takes what is left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.words.elided_label import ElidedLabel


def test_the_name_stays_whole_and_a_short_count_ends_the_line(qtbot: QtBot) -> None:
    header = PanelHeader("Behauptung verknüpfen mit …", count_at_right=True)
    qtbot.addWidget(header)
    header.set_count("100 passen, die nächsten zuerst", "100")
    header.resize(header.sizeHint().width() - 60, header.height())
    header.show()
    count = header.findChildren(ElidedLabel)[0]
    name = next(label for label in header.findChildren(QLabel) if label is not count)
    assert name.width() >= name.sizeHint().width()
    assert count.shown_text == "100"
    image = count.grab().toImage()
    ground = image.pixel(0, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    digits = count.fontMetrics().horizontalAdvance("100")
    assert image.width() - digits - 3 <= min(inked) < max(inked) >= image.width() - 4


@pytest.mark.parametrize("at_right", [False, True])
def test_a_long_count_is_shortened_before_the_name_is(qtbot: QtBot, *, at_right: bool) -> None:
    header = PanelHeader("Behauptung verknüpfen mit …", count_at_right=at_right)
    qtbot.addWidget(header)
    header.set_count("32 passen, das Nächste zuerst", "32")
    name = next(label for label in header.findChildren(QLabel) if not isinstance(label, ElidedLabel))
    count = header.findChild(ElidedLabel)
    assert count
    header.resize(name.sizeHint().width() + 80, header.height())
    header.show()
    assert name.width() >= name.sizeHint().width()
    assert count.shown_text == "32"
    header.resize(2 * header.width() + 200, header.height())
    assert count.shown_text == "32 passen, das Nächste zuerst"
