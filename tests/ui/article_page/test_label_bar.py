"""The label bar: tagging and locking by mouse and by keyboard, and what it says of a label."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QUndoStack, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import MARKS, Guideline, Label, Scheme
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.article_page.label_card import LabelCard
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.theme.look import Look
from annotator.ui.widgets.sideways_area import SidewaysArea
from annotator.ui.widgets.words.elided_label import ElidedLabel

GUIDELINE = Guideline("Who says it, <b>by name</b>.", ("“the mayor”",), ("“it is said”",))
LABELS = (
    Label("claim", "c", "#56B4E9", "fill"),
    Label("source", "s", "#E69F00", "line", guideline=GUIDELINE),
    Label("far-off", "", "#009E73", "box"),
)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(choice="light")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(clock=lambda: "2026-11-22T06:21:20Z", randomness=Random(1))


def article(labels: Sequence[Label] = LABELS, read_only: str = "") -> OpenArticle:
    text = "Three words here"
    path, document = Path("a.txt"), Document(Article.of("a.txt", text), MappingProxyType({}))
    scheme = Scheme("own", "Own", tuple(labels))
    return OpenArticle(path, path, document, TextIndex(text, ()), QUndoStack(), scheme, read_only=read_only)


@pytest.fixture
def window(qtbot: QtBot, session: Session, look: Look) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QPlainTextEdit())
    window.resize(900, 400)
    return window


@pytest.fixture
def bar(window: QMainWindow, session: Session, look: Look, qtbot: QtBot) -> LabelBar:
    bar = LabelBar(session, look, window)
    bar.setGeometry(0, 300, 900, 46)
    session.show(article())
    with qtbot.waitExposed(window):
        window.show()
    return bar


def chip(bar: LabelBar, id: str) -> LabelChip:
    return next(chip for chip in bar.chips if chip.label.id == id)


def test_every_label_has_a_chip_with_its_name_and_key(bar: LabelBar) -> None:
    assert [chip.accessibleName() for chip in bar.chips] == ["claim, key C", "source, key S", "far off, key 3"]
    assert chip(bar, "source").accessibleDescription() == GUIDELINE.definition
    assert bar.objectName() == "labelBar"
    assert bar.height() == 46


def test_a_click_asks_for_the_label(bar: LabelBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.tag_requested) as asked:
        qtbot.mouseClick(chip(bar, "source"), Qt.MouseButton.LeftButton)
    assert asked.args == ["source"]


def test_a_double_click_tags_once_and_locks_once(bar: LabelBar, qtbot: QtBot) -> None:
    tagged, locked = QSignalSpy(bar.tag_requested), QSignalSpy(bar.lock_requested)
    source = chip(bar, "source")
    qtbot.mouseClick(source, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(source, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(source, Qt.MouseButton.LeftButton)
    assert (tagged.count(), locked.count()) == (1, 1)
    assert locked.at(0) == ["source"]


def test_a_locked_chip_says_so_and_a_click_unlocks_it(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    source, plain = chip(bar, "source"), chip(bar, "source").grab().toImage()
    width = source.width()
    session.lock("source")
    assert source.locked
    assert source.accessibleName() == "source, key S, locked"
    assert source.width() > width
    assert source.grab().toImage() != plain
    with qtbot.waitSignal(bar.lock_requested) as asked, qtbot.assertNotEmitted(bar.tag_requested):
        qtbot.mouseClick(source, Qt.MouseButton.LeftButton)
    assert asked.args == ["source"]
    session.lock("")
    assert not source.locked
    assert source.width() == width


def test_the_arrows_go_from_chip_to_chip_and_stop_at_the_ends(bar: LabelBar, qtbot: QtBot) -> None:
    bar.setFocus()
    qtbot.waitUntil(chip(bar, "claim").hasFocus)
    qtbot.keyClick(chip(bar, "claim"), Qt.Key.Key_Left)
    assert chip(bar, "claim").hasFocus()
    qtbot.keyClick(chip(bar, "claim"), Qt.Key.Key_Right)
    assert chip(bar, "source").hasFocus()
    qtbot.keyClick(chip(bar, "source"), Qt.Key.Key_Right)
    qtbot.keyClick(chip(bar, "far-off"), Qt.Key.Key_Right)
    assert chip(bar, "far-off").hasFocus()


def test_tab_reaches_one_chip_the_one_last_used(bar: LabelBar, qtbot: QtBot) -> None:
    bar.setFocus()
    qtbot.waitUntil(chip(bar, "claim").hasFocus)
    qtbot.keyClick(chip(bar, "claim"), Qt.Key.Key_Right)
    reached = [chip.label.id for chip in bar.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == ["source"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_ask_for_the_label(bar: LabelBar, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(bar.tag_requested) as asked:
        qtbot.keyClick(chip(bar, "claim"), key)
    assert asked.args == ["claim"]


def test_shift_enter_locks(bar: LabelBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.lock_requested), qtbot.assertNotEmitted(bar.tag_requested):
        qtbot.keyClick(chip(bar, "claim"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_a_click_leaves_the_focus_in_the_text(bar: LabelBar, window: QMainWindow, qtbot: QtBot) -> None:
    text = window.centralWidget()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    qtbot.mouseClick(chip(bar, "claim"), Qt.MouseButton.LeftButton)
    assert text.hasFocus()


def test_nothing_can_be_asked_for_where_nothing_can_be_changed(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    session.show(article(read_only="The sidecar cannot be read."))
    with qtbot.assertNotEmitted(bar.tag_requested):
        qtbot.mouseClick(chip(bar, "claim"), Qt.MouseButton.LeftButton)
    session.show(article())
    assert chip(bar, "claim").isEnabled()


def rest_on(chip: LabelChip) -> None:
    at = chip.rect().center()
    QApplication.sendEvent(chip, QHelpEvent(QHelpEvent.Type.ToolTip, at, chip.mapToGlobal(at)))


def turn_wheel(widget: QWidget, by: int = 12000) -> None:
    at, nothing, far = QPoint(5, 5), QPoint(), QPoint(0, by)
    no_buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    keys, there = Qt.KeyboardModifier.NoModifier, QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QWheelEvent(QPointF(at), there, nothing, far, no_buttons, keys, phase, False))


def test_resting_on_a_chip_explains_its_label_in_plain_text(
    bar: LabelBar, window: QMainWindow, session: Session, qtbot: QtBot
) -> None:
    rest_on(chip(bar, "source"))
    card = window.findChild(LabelCard)
    assert card is not None
    assert card.isVisible()
    assert card.sentences[:4] == ["Source", "Who says it, <b>by name</b>.", "✓  “the mayor”", "✕  “it is said”"]
    assert card.geometry().bottom() < bar.geometry().bottom() - 30
    assert window.rect().contains(card.geometry())
    qtbot.mousePress(chip(bar, "source"), Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_coming_to_a_chip_by_keyboard_explains_it_too(bar: LabelBar, window: QMainWindow, qtbot: QtBot) -> None:
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chip(bar, "claim").hasFocus)
    qtbot.keyClick(chip(bar, "claim"), Qt.Key.Key_Right)
    card = window.findChild(LabelCard)
    assert card.isVisible()
    assert card.sentences[0] == "Source"
    with qtbot.waitSignal(bar.text_requested):
        qtbot.keyClick(chip(bar, "source"), Qt.Key.Key_Escape)
    window.centralWidget().setFocus()
    qtbot.waitUntil(lambda: not card.isVisible())


@pytest.mark.parametrize("use", ["key", "press", "wheel", "change", "another window"])
def test_the_card_leaves_at_the_next_use_of_the_program(
    bar: LabelBar, window: QMainWindow, session: Session, qtbot: QtBot, use: str
) -> None:
    rest_on(chip(bar, "source"))
    card, elsewhere = window.findChild(LabelCard), window.centralWidget()
    assert card.isVisible()
    match use:
        case "key":
            qtbot.keyClick(elsewhere, Qt.Key.Key_Shift)
        case "press":
            qtbot.mousePress(elsewhere, Qt.MouseButton.LeftButton)
        case "wheel":
            turn_wheel(elsewhere)
        case "change":
            session.do(edits.annotate(session.document, Span(0, 5), "claim", id="a1", now=session.now()), "Tag")
        case _:
            QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert not card.isVisible()


def test_the_card_says_why_nothing_can_be_changed(bar: LabelBar, window: QMainWindow, session: Session) -> None:
    session.show(article(read_only="The sidecar cannot be read."))
    rest_on(chip(bar, "claim"))
    assert "The sidecar cannot be read." in window.findChild(LabelCard).sentences


def test_another_scheme_brings_other_chips(bar: LabelBar, session: Session) -> None:
    before = bar.chips
    session.show(article())
    session.show(article((Label("rumour", "r", "#123456", "dotted"),)))
    assert [chip.text() for chip in bar.chips] == ["rumour"]
    assert before != bar.chips


def test_the_same_scheme_keeps_them(bar: LabelBar, session: Session) -> None:
    before, same = bar.chips, article()
    same.scheme = session.scheme
    session.show(same)
    assert bar.chips is before


def test_the_arrow_keys_reach_every_label_of_a_long_bar(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    many = [Label(f"label-{n}", "", f"#{n * 8000:06X}", MARKS[n % 6]) for n in range(90)]
    session.show(article(many))
    bar.setFocus()
    for label in many[:-1]:
        qtbot.waitUntil(chip(bar, label.id).hasFocus)
        qtbot.keyClick(chip(bar, label.id), Qt.Key.Key_Right)
    last = bar.chips[-1]
    qtbot.waitUntil(lambda: last.visibleRegion().contains(last.rect().center()))
    assert last.hasFocus()
    assert last.accessibleName() == "label 89"
    assert [made.label for made in bar.chips] == many


def test_chips_are_made_as_far_as_the_bar_is_scrolled(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    many = [Label(f"label-{n}", "", f"#{n * 8000:06X}", MARKS[n % 6]) for n in range(130)]
    session.show(article(many))
    session.lock("label-129")
    strip = bar.findChild(SidewaysArea)
    qtbot.waitUntil(lambda: not strip.is_near_end)
    assert 0 < len(bar.chips) < 130
    for _turn in range(400):
        if len(bar.chips) < 130:
            turn_wheel(strip.viewport(), -120)
            QApplication.processEvents()
    assert [made.label for made in bar.chips] == many
    assert [made.label.id for made in bar.chips if made.locked] == ["label-129"]
    assert all(made.isEnabled() and not made.isHidden() for made in bar.chips)


def test_another_scheme_ends_what_is_still_to_follow(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    session.show(article([Label(f"label-{n}", "", "#123456", "box") for n in range(130)]))
    session.show(article())
    qtbot.waitUntil(lambda: not bar.findChild(QTimer).isActive())
    assert [chip.label for chip in bar.chips] == [*LABELS]


def test_arrows_and_the_wheel_scroll_a_long_bar(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    session.show(article([Label(f"label-{n}", "", "#123456", "line") for n in range(30)]))
    strip = bar.findChild(SidewaysArea)
    back, on = (
        next(edge for edge in strip.findChildren(QAbstractButton) if edge.accessibleName() == f"More to the {side}")
        for side in ("left", "right")
    )
    qtbot.waitUntil(on.isVisible)
    assert not back.isVisible()
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert back.isVisible()
    assert not bar.chips[0].visibleRegion().contains(bar.chips[0].rect().center())
    turn_wheel(strip.viewport())
    assert not back.isVisible()


def test_a_row_that_begins_at_the_right_goes_on_at_the_left(bar: LabelBar, session: Session, qtbot: QtBot) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    session.show(article([Label(f"label-{n}", "", "#123456", "line") for n in range(30)]))
    edges = {edge.accessibleName(): edge for edge in bar.findChild(SidewaysArea).findChildren(QAbstractButton)}
    left, right = edges["More to the left"], edges["More to the right"]
    qtbot.waitUntil(left.isVisible)
    assert not right.isVisible()
    qtbot.mouseClick(left, Qt.MouseButton.LeftButton)
    assert right.isVisible()
    assert not bar.chips[0].visibleRegion().contains(bar.chips[0].rect().center())


def test_a_long_name_is_cut_off_and_told_whole(bar: LabelBar, session: Session) -> None:
    long = "Sachverhaltsbehauptung-mit-Zahlenangabe-und-Quellenangabe-in-einem-einzigen-Satz"
    session.show(article([Label(long, "", "#123456", "fill"), Label("Sachverhaltsbehauptung", "", "#123456", "box")]))
    whole, short = bar.chips
    assert whole.width() < 320
    assert whole.accessibleName().startswith("Sachverhaltsbehauptung mit Zahlenangabe und Quellenangabe in einem")
    assert short.width() < whole.width()


def test_a_narrow_bar_is_drawn_without_its_hint(bar: LabelBar) -> None:
    for width in (900, 500, 300, 120, 40):
        bar.resize(width, 46)
        assert not bar.grab().isNull()


def test_a_hint_leaves_out_whole_parts(bar: LabelBar) -> None:
    hint, seen = next(label for label in bar.findChildren(ElidedLabel) if " · " in label.text()), set()
    for width in range(900, 200, -3):
        bar.resize(width, 46)
        bar.layout().activate()
        seen.add(hint.shown_text)
    assert seen == {hint.text(), hint.text().split(" · ")[0], ""}


def test_a_bar_without_an_article_is_empty(look: Look, session: Session, qtbot: QtBot) -> None:
    bar = LabelBar(session, look)
    qtbot.addWidget(bar)
    assert bar.chips == []
    assert bar.rect().contains(QPoint(0, 0))
