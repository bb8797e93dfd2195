"""Any text on one line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.language.plain_line import plain_line, runs_leftwards
from annotator.ui.widgets.words.line_of_text import fitted, literal, paint_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))
LONG_TEXT = st.lists(
    st.sampled_from(["water ", "i", "harbour", "WWW", "ö", "e\u0301", "🏮", "قال ", "الناس", "三千人", " 3,000"]),
    max_size=120,
)


@given(ANY_TEXT)
@example("a\udcff\x00b\u2028c")
def test_a_plain_line_is_one_line_that_can_be_encoded(text: str) -> None:
    line = plain_line(text)
    line.encode()
    assert "\x00" not in line
    assert len(line.splitlines()) <= 1
    assert plain_line(line) == line


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("", False), ("UN", False), ("12 «»", False), ("«نحو 400»", True), ("400 أسرة", True), ("UNHCR قال", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, leftwards: bool) -> None:
    assert runs_leftwards(text) is leftwards


def test_markup_is_shown_literally() -> None:
    assert "&lt;img src=x&gt; &amp; y" in literal("<img src=x> & y")
    assert literal("") == ""


@pytest.mark.parametrize(("text", "side"), [("left", "left"), ("بلدية", "right")])
def test_a_line_begins_at_its_own_side(qapp: QApplication, text: str, side: str) -> None:
    ground = QColor(Qt.GlobalColor.white)
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint_line(painter, QRectF(0, 0, 400, 30), text, QFontMetricsF(painter.font()))
    painter.end()
    inked = [x for x in range(400) for y in range(30) if image.pixelColor(x, y) != ground]
    assert inked
    assert (min(inked) < 40) is (side == "left")
    assert (max(inked) > 360) is (side == "right")


@given(LONG_TEXT, st.integers(0, 700))
@example(["i"] * 300, 400)
@example(["e", *["\u0301"] * 300, "harbour"], 40)
@example(["WWW"] * 100, 8)
def test_of_a_long_line_as_much_is_shown_as_if_all_of_it_were_measured(
    qapp: QApplication, parts: list[str], width: int
) -> None:
    metrics, text = QFontMetricsF(qapp.font()), "".join(parts)
    assert fitted(text, metrics, width) == metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
