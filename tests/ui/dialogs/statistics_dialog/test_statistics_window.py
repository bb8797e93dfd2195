"""The window of statistics by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.span import Span
from tests.support.program import CTRL, LEFT, SHIFT, Key, send_mouse
from tests.support.statistics.counted_folder import write_counted, write_for
from tests.ui.dialogs.statistics_dialog.conftest import Start, StatisticsPart


def test_it_opens_on_the_whole_folder_with_the_keyboard_in_the_first_card(statistics: StatisticsPart) -> None:
    assert statistics.count == "2 articles, 46 words"
    assert statistics.cards[:3] == ["Labels", "Verdicts", "Progress"]
    assert statistics.focused == "Labels"
    assert statistics.mark == "claim: 3 annotations"
    assert statistics.text("statisticsHint") == "Enter lists what is behind it"


def test_tab_goes_from_card_to_card_and_arrows_from_mark_to_mark(statistics: StatisticsPart) -> None:
    statistics.press(Key.Key_Down)
    assert statistics.mark == "figure: 3 annotations"
    statistics.press(Key.Key_Tab)
    assert (statistics.focused, statistics.mark) == ("Verdicts", "supported: 1 of 3, 33 %")
    statistics.press(Key.Key_Down)
    statistics.press(Key.Key_Down)
    assert statistics.mark == "open: 2 of 3, 67 %"
    statistics.press(Key.Key_Tab)
    statistics.press(Key.Key_Tab)
    assert statistics.focused == "Sources"
    statistics.press(Key.Key_End)
    assert statistics.mark == "government, collective: 0 of 1, 0 %"
    statistics.press(Key.Key_Home)
    assert statistics.mark == "government, named: 1 of 1, 100 %"


def test_arrows_go_through_a_heat_map_and_stop_at_its_edges(statistics: StatisticsPart) -> None:
    statistics.focus("labels-articles")
    assert statistics.mark == "claim in quay: 67 per 1,000 words, 2 annotations"
    for _step in range(3):
        statistics.press(Key.Key_Right)
    assert statistics.mark == "claim in tram: 62 per 1,000 words, 1 annotation"
    statistics.press(Key.Key_Down)
    statistics.press(Key.Key_Left)
    assert statistics.mark == "source in quay: 33 per 1,000 words, 1 annotation"


def test_enter_lists_what_is_behind_a_mark_and_leads_to_the_place_and_back(statistics: StatisticsPart) -> None:
    statistics.list_behind()
    assert len(statistics.rows) == 3
    assert statistics.program.part(QWidget, "behindWords").x() >= 8
    assert "4 trams broke down" in statistics.rows[-1]
    assert "tram.txt" in statistics.rows[-1]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        statistics.press(key)
    statistics.program.wait_opened("tram.txt")
    statistics.wait_for(lambda: statistics.program.session.selected_annotation is not None)
    chosen = statistics.program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "t1"
    assert not statistics.dialog.isVisible()
    statistics.wait_for(statistics.program.window.isActiveWindow)
    statistics.program.press(Key.Key_F12, SHIFT)
    statistics.wait_for(lambda: statistics.dialog.isVisible() and statistics.focused == "Labels")


def test_a_number_without_annotations_behind_it_says_so(statistics: StatisticsPart) -> None:
    statistics.focus("sources")
    statistics.press(Key.Key_End)
    statistics.press(Key.Key_Return)
    assert statistics.mark == "No annotation is behind this number"


def test_the_open_article_alone_and_back(statistics: StatisticsPart) -> None:
    statistics.click("statisticsArticle")
    statistics.wait_for(lambda: statistics.count == "1 article, 30 words")
    statistics.focus("labels")
    statistics.wait_for(lambda: statistics.mark == "claim: 2 annotations")
    statistics.click("statisticsFolder")
    statistics.wait_for(lambda: statistics.count == "2 articles, 46 words")


def test_the_open_article_of_a_subfolder_alone(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "north").mkdir()
    write_counted(tmp_path / "north")
    program = start()
    program.window.open(tmp_path)
    program.wait_for(lambda: program.session.current is not None)
    statistics = StatisticsPart(program, qtbot)
    statistics.open()
    statistics.click("statisticsArticle")
    statistics.wait_for(lambda: statistics.count.startswith("1 article, "))


def test_the_article_stands_before_the_folder_as_in_the_other_windows(statistics: StatisticsPart) -> None:
    article, folder = (
        statistics.program.part(QAbstractButton, name).x() for name in ("statisticsArticle", "statisticsFolder")
    )
    assert article < folder


def test_articles_are_filtered_by_their_names(statistics: StatisticsPart) -> None:
    statistics.program.press(Key.Key_F, CTRL)
    statistics.program.type("TRA")
    statistics.wait_for(lambda: statistics.count == "1 article, 16 words")
    statistics.program.press(Key.Key_Down)
    assert statistics.focused == "Labels"
    assert statistics.mark == "claim: 1 annotation"


def test_labels_are_shown_per_thousand_words(statistics: StatisticsPart) -> None:
    statistics.choose("statisticsRates", "labels per 1,000 words")
    statistics.focus("labels")
    statistics.wait_for(lambda: statistics.mark == "claim: 65 per 1,000 words, 3 annotations")


def test_labels_together_by_sentence_or_where_they_overlap(statistics: StatisticsPart) -> None:
    statistics.focus("labels-together")
    statistics.press(Key.Key_Right)
    assert statistics.mark == "2 of 3 annotations claim stand in one sentence with source"
    statistics.choose("statisticsTogether", "together where they overlap")
    statistics.wait_for(
        lambda: statistics.card("labels-together").accessibleDescription().startswith("annotations that")
    )
    statistics.focus("labels-together")
    assert statistics.mark == "0 of 3 annotations claim overlap with source"


def test_places_of_another_label_and_of_a_word_to_which_enter_leads(statistics: StatisticsPart) -> None:
    statistics.choose("statisticsPlaces", "figure")
    statistics.type_into("statisticsWord", "boats")
    statistics.wait_for(lambda: "the word “boats” in quay: 2 places" in marks(statistics))
    statistics.focus("places")
    statistics.press(Key.Key_Right)
    assert statistics.mark == "the word “boats” in quay: 2 places"
    statistics.list_behind()
    statistics.press(Key.Key_Return)
    session = statistics.program.session
    statistics.wait_for(lambda: session.selection is not None)
    assert session.selection is not None
    assert session.selection.of(session.document.article.text) == "boats"


def marks(statistics: StatisticsPart) -> list[str]:
    """What every mark of the card of places says."""
    statistics.focus("places")
    found = []
    for key in (Key.Key_Home, Key.Key_Right):
        statistics.press(key)
        found.append(statistics.mark)
    return found


def test_the_mouse_says_a_mark_chooses_it_and_lists_it(statistics: StatisticsPart, qtbot: QtBot) -> None:
    card = statistics.card("labels")
    place = QPoint(card.width() // 2, card.height() // 2)
    rows = [place.y() + step for step in range(-card.height() // 2, card.height() // 2, 3)]
    said = set()
    for row in rows:
        said.add(at(statistics, row))
    assert {"claim: 3 annotations", "figure: 3 annotations", "source: 2 annotations"} <= said
    below = next(row for row in rows if at(statistics, row) == "source: 2 annotations")
    qtbot.mouseClick(card, LEFT, pos=QPoint(card.width() // 4, below))
    assert statistics.mark == "source: 2 annotations"
    qtbot.mouseDClick(card, LEFT, pos=QPoint(card.width() // 4, below))
    statistics.wait_for(lambda: statistics.program.window.findChild(QDialog, "behindDialog") is not None)
    assert len(statistics.rows) == 2


def at(statistics: StatisticsPart, row: int) -> str:
    """What is said while the mouse is at that height of the card of labels."""
    card, nothing = statistics.card("labels"), Qt.MouseButton.NoButton
    send_mouse(card, QEvent.Type.MouseMove, QPoint(card.width() // 4, row), nothing, nothing)
    return statistics.mark


@pytest.mark.parametrize(("width", "columns"), [(1400, 3), (1000, 2), (700, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
    statistics: StatisticsPart, width: int, columns: int
) -> None:
    statistics.dialog.resize(width, 800)
    statistics.wait_for(lambda: statistics.dialog.width() == width)
    tops = [statistics.card(key).y() for key in ("labels", "verdicts", "progress", "sources")]
    assert tops.count(tops[0]) == columns


def test_the_open_article_is_counted_as_it_is_now(statistics: StatisticsPart) -> None:
    session = statistics.program.session
    session.do(edits.annotate(session.document, Span(0, 8), "figure", id="n1", now="2026-11-29T10:00:00Z"), "tag")
    statistics.focus("labels")
    statistics.wait_for(lambda: statistics.mark == "figure: 4 annotations")


def test_documents_of_another_annotator_are_chosen(statistics: StatisticsPart, tmp_path: Path) -> None:
    statistics.press(Key.Key_Escape)
    statistics.wait_for(lambda: not statistics.program.window.findChildren(QDialog, "statisticsDialog"))
    write_for("kim", tmp_path / "tram.txt", "The city denied it")
    statistics.open()
    statistics.choose("statisticsBy", "by kim")
    statistics.wait_for(lambda: statistics.count == "1 article, 16 words")
    statistics.choose("statisticsBy", "by everybody")
    statistics.focus("labels")
    statistics.wait_for(lambda: statistics.mark == "claim: 4 annotations")


def test_a_sidecar_that_cannot_be_read_is_said(statistics: StatisticsPart, tmp_path: Path) -> None:
    statistics.press(Key.Key_Escape)
    statistics.wait_for(lambda: not statistics.program.window.findChildren(QDialog, "statisticsDialog"))
    (tmp_path / "quay.annotations.lea.yaml").write_text("a: b: c", "utf-8")
    statistics.open()
    statistics.wait_for(lambda: statistics.count == "2 articles, 46 words. 1 file cannot be read")


def test_a_folder_without_annotations_says_so_in_every_card(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Nothing is marked here.\n", "utf-8")
    window = StatisticsPart(start(tmp_path / "bare.txt"), qtbot)
    window.program.press(Key.Key_F12, SHIFT)
    window.wait_for(lambda: bool(window.cards))
    assert window.card("labels").accessibleDescription() == "Nothing is annotated here yet."
    window.focus("labels")
    for key in (Key.Key_Down, Key.Key_Return):
        window.press(key)
    assert window.mark == ""


def test_escape_clears_the_filter_and_then_closes_the_window(statistics: StatisticsPart) -> None:
    field = statistics.program.part(QLineEdit, "statisticsFilter")
    statistics.program.press(Key.Key_F, CTRL)
    statistics.program.type("quay")
    statistics.press(Key.Key_Escape)
    assert (field.text(), statistics.dialog.isVisible()) == ("", True)
    statistics.press(Key.Key_Escape)
    statistics.wait_for(lambda: not statistics.program.window.findChildren(QDialog, "statisticsDialog"))
