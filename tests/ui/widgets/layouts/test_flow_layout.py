"""Layout that wraps widgets like words: its height is that of a new one, whatever has changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.ui.widgets.layouts.flow_layout import FlowLayout

WORDS = st.text("abc ", min_size=1, max_size=12)
CHANGES = st.lists(st.tuples(st.sampled_from(["text", "hide", "show", "add", "take"]), st.integers(0, 9), WORDS))


def flow(words: list[str]) -> tuple[QWidget, FlowLayout, list[QLabel]]:
    whole = QWidget()
    layout, labels = FlowLayout(whole, 6, 4), [QLabel(one) for one in words]
    for label in labels:
        layout.addWidget(label)
    return whole, layout, labels


def plain_height(labels: list[QLabel], width: int) -> int:
    """The height of a layout that is made for this question."""
    _whole, layout, _labels = flow([label.text() for label in labels if not label.isHidden()])
    return layout.heightForWidth(width)


@given(words=st.lists(WORDS, min_size=1, max_size=8), changes=CHANGES, width=st.integers(20, 200))
def test_its_height_follows_every_change(qapp: QApplication, words: list[str], changes: list, width: int) -> None:
    _whole, layout, labels = flow(words)
    for kind, place, text in [("show", 0, ""), *changes]:
        if kind == "add":
            labels.append(QLabel(text))
            layout.addWidget(labels[-1])
        elif labels:
            label = labels[place % len(labels)]
            if kind == "text":
                label.setText(text)
            elif kind == "take":
                layout.removeWidget(label)
                labels.remove(label)
                label.setParent(None)
            else:
                label.setVisible(kind == "show")
        assert layout.heightForWidth(width) == plain_height(labels, width)
