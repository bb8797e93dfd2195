"""The tour: offered once, five places in the real window, gone through by keys, and nothing changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAction, QImage, QRegion
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.pointing.pointing_layer import PointingLayer
from annotator.ui.widgets.rail import Rail
from tests.support.program import CTRL, NONE, Key, Program, send_mouse
from tests.support.stories import write_folder

Start = Callable[..., Program]
TITLES = ["The article", "Labels", "Annotations", "Details", "Saved"]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    return opened(start_again, tmp_path)


def opened(start: Start, folder: Path) -> Program:
    program = start(write_folder(folder))
    program.window.resize(1440, 900)
    return program


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path | None], Program]]:
    """Starts the program as somebody new has it, again and again on the same settings."""
    runs: list[Program] = []

    def run(path: Path | None) -> Program:
        runs.append(Program(qtbot, tmp_path / "new" / "settings.json"))
        runs[-1].start(path)
        return runs[-1]

    yield run
    for program in runs:
        program.close()


def begin(program: Program) -> None:
    program.part(QAction, "tour").trigger()
    program.wait_for(lambda: program.part(PointingLayer).isVisible())


def layer(program: Program) -> PointingLayer | None:
    return next((one for one in program.window.findChildren(PointingLayer) if one.isVisible()), None)


def title(program: Program) -> str:
    shown = layer(program)
    return shown.accessibleName().split(". ")[1] if shown else ""


def lit(program: Program) -> QPoint:
    """The middle of what is pointed at, in the window: what is not shaded, but for the card."""
    shown = program.part(PointingLayer)
    bright = [
        QPoint(x, y)
        for x in range(2, shown.width(), 8)
        for y in range(2, shown.height(), 8)
        if not shown.card.geometry().contains(x, y)
    ]
    image = QImage(shown.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    shown.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    found = [at for at in bright if image.pixelColor(at).alpha() == 0]
    assert found
    return QPoint(sum(at.x() for at in found) // len(found), sum(at.y() for at in found) // len(found))


def settle() -> None:
    """Let everything happen that is put off to the next turn of the event loop, and what follows from that."""
    for _ in range(20):
        QApplication.processEvents()


def is_lit(program: Program, part: QWidget) -> bool:
    return part.rect().contains(part.mapFrom(program.window, lit(program)))


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Right, Key.Key_Down, Key.Key_Space])
def test_keys_go_from_place_to_place_and_end(program: Program, key: Qt.Key) -> None:
    begin(program)
    seen = []
    for _ in TITLES:
        seen.append(title(program))
        program.press(key)
    assert seen == TITLES
    assert layer(program) is None
    assert program.view.hasFocus()


def test_keys_go_back_and_escape_leaves(program: Program) -> None:
    begin(program)
    program.press(Key.Key_Left)
    assert title(program) == "The article"
    program.press(Key.Key_Right, times=2)
    program.press(Key.Key_Up)
    assert title(program) == "Labels"
    program.press(Key.Key_Escape)
    assert layer(program) is None
    assert program.view.hasFocus()


def test_buttons_are_clicked(program: Program, qtbot: QtBot) -> None:
    def click(words: str) -> None:
        buttons = program.part(PointingLayer).findChildren(QPushButton)
        qtbot.mouseClick(next(button for button in buttons if button.text() == words), LEFT)

    begin(program)
    click("Next")
    click("Next")
    click("Back")
    assert title(program) == "Labels"
    click("Close")
    assert layer(program) is None


def test_it_points_at_the_parts_themselves(program: Program) -> None:
    begin(program)
    parts = (program.view, *(program.part(QWidget, name) for name in ("labelBar", "annotationsPanel", "detailsPanel")))
    for part in (*parts, program.part(QWidget, "statusBar")):
        assert is_lit(program, part)
        program.press(Key.Key_Right)


def test_it_changes_no_document_whatever_is_pressed(program: Program) -> None:
    program.select("Thousands")
    program.type("c")
    program.wait_saved()
    before, path = program.document, program.session.path
    begin(program)
    program.press(Key.Key_Z, CTRL)
    program.type("csfuqz12345nxa")
    program.press(Key.Key_Delete)
    program.press(Key.Key_Return, CTRL)
    program.press(Key.Key_K, CTRL)
    program.press(Key.Key_Tab, times=7)
    focused = QApplication.focusWidget()
    assert focused is not None
    shown = layer(program)
    assert shown is not None
    assert shown.isAncestorOf(focused)
    assert (program.document, program.session.path) == (before, path)


def test_a_click_beside_the_card_reaches_nothing(program: Program, qtbot: QtBot) -> None:
    begin(program)
    program.press(Key.Key_Right)
    caret = program.session.caret
    shown = program.part(PointingLayer)
    for at in (QPoint(500, 300), QPoint(30, 10), QPoint(60, shown.height() - 50)):
        qtbot.mouseClick(shown, LEFT, NONE, at)
    assert program.session.caret == caret
    assert program.session.locked_label == ""
    assert title(program) == "Labels"


def test_a_drag_beside_the_card_moves_no_panel(program: Program, qtbot: QtBot) -> None:
    panel = program.part(QWidget, "articlesPanel")
    places = (QPoint(x, 300) for x in range(program.window.width()))
    edge = next(at for at in places if program.window.isSeparator(at))
    width = panel.width()
    begin(program)
    shown = program.part(PointingLayer)
    qtbot.mousePress(shown, LEFT, NONE, edge)
    send_mouse(shown, QEvent.Type.MouseMove, edge + QPoint(60, 0), Qt.MouseButton.NoButton, LEFT)
    settle()
    qtbot.mouseRelease(shown, LEFT, NONE, edge + QPoint(60, 0))
    settle()
    assert panel.width() == width


def test_the_keyboard_comes_back_when_something_takes_it(program: Program) -> None:
    begin(program)
    program.press(Key.Key_Right)
    settle()
    program.view.setFocus()
    program.wait_for(lambda: not program.view.hasFocus())
    program.type("c")
    assert program.marks == []


def test_a_folded_panel_is_pointed_at_by_its_name(program: Program) -> None:
    program.window.resize(900, 600)
    program.wait_for(program.part(Rail, "rightRail").isVisible)
    begin(program)
    program.press(Key.Key_Right, times=2)
    shown = layer(program)
    assert shown is not None
    assert "folded" in shown.accessibleName()
    assert is_lit(program, program.part(Rail, "rightRail").names["show_annotations"])


def test_it_follows_the_window(program: Program) -> None:
    begin(program)
    program.press(Key.Key_Right, times=2)
    assert is_lit(program, program.part(QWidget, "annotationsPanel"))
    program.window.resize(800, 560)
    name = program.part(Rail, "rightRail").names["show_annotations"]
    program.wait_for(lambda: name.isVisible() and is_lit(program, name))
    shown = program.part(PointingLayer)
    assert shown.size() == program.window.size()
    assert shown.rect().contains(shown.card.geometry())


def test_a_hidden_panel_is_pointed_at_by_its_menu(program: Program) -> None:
    program.part(QAction, "show_details").trigger()
    begin(program)
    program.press(Key.Key_Right, times=3)
    shown = layer(program)
    assert shown is not None
    assert "hidden" in shown.accessibleName()
    bar = program.part(QMenuBar, "menuBar")
    assert bar.actionAt(bar.mapFrom(program.window, lit(program))).text() == "&View"


@pytest.mark.parametrize("size", [(1440, 900), (900, 600), (700, 500)])
def test_the_card_lies_in_the_window_and_beside_its_place(program: Program, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    begin(program)
    for _ in TITLES:
        program.wait_for(lambda: program.part(PointingLayer).size() == program.window.size())
        shown = program.part(PointingLayer)
        assert shown.rect().contains(shown.card.geometry())
        program.press(Key.Key_Right)


def test_arrows_are_turned_where_the_layout_runs_leftwards(program: Program) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        begin(program)
        program.press(Key.Key_Left)
        assert title(program) == "Labels"
        program.press(Key.Key_Right)
        assert title(program) == "The article"
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_screen_reader_is_told_every_place(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = opened(start, tmp_path)
    told: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    begin(program)
    program.press(Key.Key_Right)
    program.window.resize(1300, 800)
    program.wait_for(lambda: program.part(PointingLayer).size() == program.window.size())
    assert [sentence.split(". ")[:2] for sentence in told] == [["1 of 5", "The article"], ["2 of 5", "Labels"]]


def test_without_an_open_folder_it_opens_the_samples_first(start: Start) -> None:
    program = start()
    program.part(QAction, "tour").trigger()
    program.wait_for(lambda: title(program) == "The article")
    assert program.session.current is not None


def test_a_new_user_is_offered_it_once(newcomer: Callable[[Path | None], Program], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    article = write_folder(tmp_path / "folder")
    program = newcomer(article)
    assert "A tour points at five places" in program.banners["tour"]
    program.click_banner("Show me around")
    assert title(program) == "The article"
    assert "tour" not in program.banners
    program.press(Key.Key_Escape)
    program.close()
    assert "tour" not in newcomer(article).banners


def test_the_offer_leaves_with_the_next_article(newcomer: Callable[[Path | None], Program], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    program = newcomer(write_folder(tmp_path / "folder"))
    assert "tour" in program.banners
    program.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    program.wait_opened("zebra.md")
    assert "tour" not in program.banners
    program.close()
    assert "tour" not in newcomer(tmp_path / "folder").banners


def test_somebody_with_folders_is_no_new_user(newcomer: Callable[[Path | None], Program], tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "settings.json").write_text('{"recent_folders": ["/news"]}', "utf-8")
    (tmp_path / "folder").mkdir()
    assert "tour" not in newcomer(write_folder(tmp_path / "folder")).banners


def test_the_window_closes_during_the_tour(program: Program) -> None:
    begin(program)
    program.close()
    assert program.is_closed
