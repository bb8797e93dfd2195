"""Header or foot in one line, or in several: nothing in it is cut, and the last widgets stand at the far end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.words.elided_label import ElidedLabel
from tests.ui.directions import LEFTWARDS, RIGHTWARDS

WORDS = st.lists(st.text("abcde", min_size=1, max_size=20), max_size=4)


def laid_out(first: list[str], last: list[str], words: str, width: int) -> tuple[QWidget, list[QLabel], list[QLabel]]:
    """A header with rigid labels at both ends, and between them one that yields."""
    whole, row = QWidget(), HeaderRow(8)
    begins, ends = ([QLabel(one, whole) for one in some] for some in (first, last))
    for label in begins:
        row.add(label)
    row.add(ElidedLabel(words, whole), yields=True)
    for label in ends:
        row.add(label, end=True)
    row.put_into(whole, 16, 46)
    whole.resize(width, whole.heightForWidth(width))
    whole.grab()  # lays out
    return whole, begins, ends


@given(first=WORDS, last=WORDS, words=st.text("abc ", max_size=40), width=st.integers(200, 700), mirrored=st.booleans())
def test_nothing_is_cut_at_any_width(
    qapp: QApplication, first: list[str], last: list[str], words: str, width: int, mirrored: bool
) -> None:
    qapp.setLayoutDirection(LEFTWARDS if mirrored else RIGHTWARDS)
    try:
        whole, begins, ends = laid_out(first, last, words, width)
    finally:
        qapp.setLayoutDirection(RIGHTWARDS)
    places = [QRect(label.pos(), label.size()) for label in (*begins, *ends)]
    for label, place in zip((*begins, *ends), places, strict=True):
        assert label.width() == label.sizeHint().width()
        assert whole.rect().contains(place)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])


def test_the_last_widgets_stand_at_the_far_end_as_long_as_there_is_room(qapp: QApplication) -> None:
    whole, begins, ends = laid_out(["one", "two"], ["three", "four"], "some words", 600)
    assert whole.height() == whole.minimumHeight() == 46
    assert begins[0].x() == 16
    assert ends[-1].geometry().right() == 600 - 16 - 1
    whole, begins, ends = laid_out(["one two three", "four five six"], ["seven eight nine", "ten eleven"], "", 220)
    assert ends[0].x() == 16
    assert ends[0].y() > begins[-1].y()
