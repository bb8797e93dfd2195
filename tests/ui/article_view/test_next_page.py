"""The marks of the page below are worked out before it is scrolled to, and look as they do without that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.change import Change
from annotator.model.items import altered
from annotator.ui.article_view.marks import Drawn, MarkBuilder, Marks
from annotator.ui.article_view.segments import Segment
from tests.support.reading import Reader
from tests.ui.article_view.test_partial_repaint import assert_painted

LINE = "Thousands of civilians left the town on Thursday under a deal that will hold, the council said.\n"
TEXT = LINE * 120


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the annotations whose marks were worked out, in that order."""
    ids, shapes = list[str](), MarkBuilder.shapes

    def noted(builder: MarkBuilder, items: list[tuple[Drawn, list[Segment]]]) -> Marks:
        ids.extend(drawn.placed.annotation.id for drawn, _segments in items)
        return shapes(builder, items)

    monkeypatch.setattr(MarkBuilder, "shapes", noted)
    return ids


def opened(reader: Reader) -> Reader:
    reader.view.clearFocus()  # so that no caret blinks
    reader.open(TEXT, [("claim", at, at + 20) for at in range(0, len(TEXT), len(LINE))])
    return reader


def below(reader: Reader) -> set[str]:
    """The annotations of the next page, one for each paragraph, which is laid out by that: then the bar stays."""
    page = reader.view.viewport().rect()
    placements = reader.view.placements(page.translated(0, page.height()))
    return {f"a{placement.block.blockNumber()}" for placement in placements}


def test_the_next_page_has_its_marks_when_it_comes(reader: Reader, worked_out: list[str], qtbot: QtBot) -> None:
    opened(reader)
    qtbot.waitUntil(lambda: below(reader) <= set(worked_out))
    known = len(worked_out)
    QTest.keyClick(reader.view, Qt.Key.Key_PageDown)
    reader.view.grab()
    assert len(worked_out) == known
    assert below(reader)
    assert_painted(reader)


def test_what_changes_below_is_painted_as_it_is_when_it_comes(
    reader: Reader, worked_out: list[str], qtbot: QtBot
) -> None:
    opened(reader)
    qtbot.waitUntil(lambda: below(reader) <= set(worked_out))
    before = tuple(reader.session.document.annotations.values())
    reader.session.do(Change(before, tuple(altered(one, label="source") for one in before)), "Relabel")
    QTest.keyClick(reader.view, Qt.Key.Key_PageDown)
    assert below(reader)
    assert_painted(reader)
