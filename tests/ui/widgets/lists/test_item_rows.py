"""Rows of items: the words stand beside the badge, whichever way they and the window read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model.scheme import Label, Scheme
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from tests.ui.directions import LEFTWARDS, RIGHTWARDS, direction
from tests.ui.pixels import columns

WIDTH, BADGE, NEAR = 600, 50, 90
SCHEME = Scheme("s", "S", (Label("claim", "c", "#56B4E9", "fill"),))


def inked(rows: ItemRows, left: int, right: int) -> bool:
    """Whether something is painted between these columns of the first row."""
    picture = rows.viewport().grab(QRect(left, 8, right - left, 16)).toImage()
    return any(len(set(column)) > 1 for column in columns(picture))


@pytest.mark.parametrize("around", [RIGHTWARDS, LEFTWARDS])
@pytest.mark.parametrize("words", ["The ferry", "العبّارة"])
def test_words_stand_beside_the_badge(qtbot: QtBot, light_look: Look, around: Qt.LayoutDirection, words: str) -> None:
    with direction(around):
        whole = QWidget()
        qtbot.addWidget(whole)
        rows = ItemRows(SCHEME, light_look, whole)
        rows.show_rows([ItemRow(words, "claim", "kind")])
        rows.resize(WIDTH, 100)
        whole.resize(WIDTH, 100)
        whole.show()
        near, middle = (BADGE, BADGE + NEAR), (WIDTH // 2 - 50, WIDTH - BADGE - NEAR)
        if around == LEFTWARDS:
            near, middle = (WIDTH - near[1], WIDTH - near[0]), (WIDTH - middle[1], WIDTH - middle[0])
        assert inked(rows, *near)
        assert not inked(rows, *middle)
