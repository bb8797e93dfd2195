"""Label that wraps: it paints what a new one would, whatever has changed since it was painted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.ui.widgets.words.wrapping_label import WrappingLabel

TEXTS = st.sampled_from(["one two three four five", "a\nb", "x" * 60, "واحد اثنان ثلاثة", "<b>one</b> & two", ""])
STATES = st.tuples(TEXTS, st.integers(60, 200), st.integers(8, 24), st.booleans())


def shown(label: WrappingLabel, text: str, width: int, pixels: int, *, leftwards: bool) -> QImage:
    """Bring the label into that state and return its picture."""
    label.setText(text)
    font = label.font()
    font.setPixelSize(pixels)
    label.setFont(font)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    label.resize(width, 90)
    return label.grab().toImage()


@given(states=st.lists(STATES, min_size=1, max_size=5))
def test_it_paints_what_a_new_one_would(qapp: QApplication, states: list[tuple[str, int, int, bool]]) -> None:
    label = WrappingLabel()
    for text, width, pixels, leftwards in states:
        picture = shown(label, text, width, pixels, leftwards=leftwards)
        assert picture == shown(WrappingLabel(), text, width, pixels, leftwards=leftwards)
