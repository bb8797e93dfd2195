"""Passages that are left out of a text that is looked at before it is imported."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.import_dialog.left_out_rows import LeftOutRows
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


@pytest.mark.parametrize("passage", ["Nobody knew", "“Nobody knew”", "„Nobody knew“"])
def test_a_passage_is_quoted_with_one_pair_of_marks_and_put_back_whole(qtbot: QtBot, passage: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    rows, back = LeftOutRows(parent), list[str]()
    rows.put_back.connect(back.append)
    rows.show_passages([passage])
    [label], [button] = rows.findChildren(WrappingLabel), rows.findChildren(QPushButton)
    assert (label.text(), button.accessibleName()) == ("Left out: “Nobody knew”", "Put back: “Nobody knew”")
    button.click()
    assert back == [passage]
