"""An article that was edited after it had been annotated: its annotations are put right by keys alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import ALT, CTRL, LEFT, Key, Program, saved_marks, sidecar_of

Start = Callable[..., Program]
OLD = (
    "Storm empties the harbour\n\n"
    "The mayor, Ana Ruiz, said that 200 boats had been lost in the night and that the pier would stay closed.\n\n"
    "Prices of fish rose by 12 % at the market in the old town on the day after the storm.\n\n"
    "The lighthouse keeper had warned of it for years, according to a letter found in the archive.\n"
)
NEW = (
    "Prices of fish rose by 12 % at the market in the old town on the day after the storm.\n\n"
    "Storm empties the harbour\n\n"
    "The mayor, Ana Ruiz, said that 300 boats had been lost in the night and that the pier would stay closed.\n\n"
    "Nobody had seen it coming, as the council wrote in its minutes that week.\n"
)
MARKS = [
    ("c", "200 boats had been lost in the night"),
    ("s", "The mayor, Ana Ruiz"),
    ("f", "12 %"),
    ("c", "The lighthouse keeper had warned of it for years"),
]


@pytest.fixture(scope="module")
def annotated(start_once: Start, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Annotated by keys."""
    path = tmp_path_factory.mktemp("annotated") / "town.txt"
    path.write_text(OLD, "utf-8")
    program = start_once(path)
    for key, words in MARKS:
        program.select(words)
        program.type(key)
    program.wait_saved()
    assert len(program.marks) == len(MARKS)
    program.close()
    return path


@pytest.fixture
def article(annotated: Path, tmp_path: Path) -> Path:
    """Annotated by keys, then edited by another program."""
    shutil.copytree(annotated.parent, tmp_path, dirs_exist_ok=True)
    path = tmp_path / annotated.name
    path.write_text(NEW, "utf-8")
    return path


def rows(program: Program) -> list[str]:
    """The panel's rows as a screen reader says them; none where it is hidden."""
    panel = program.window.findChild(QTableView, "placesList")
    if panel is None or not panel.isVisible():
        return []
    model, role = panel.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def go_to(program: Program, words: str) -> None:
    """Go to the row with these words by keys alone."""
    if not in_panel():
        program.part(QWidget, "placesPanel").setFocus()
    program.press(Key.Key_Home)
    wanted = next(number for number, row in enumerate(rows(program)) if words in row)
    program.press(Key.Key_Down, times=wanted)


def in_panel() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.objectName() == "placesList"


def click(program: Program, qtbot: QtBot, name: str) -> None:
    """Click a button of the panel."""
    qtbot.mouseClick(program.part(QAbstractButton, name), LEFT)


def displaced(program: Program) -> list[str]:
    return [a.displaced.text for a in program.document.in_text_order() if a.displaced]


def test_accepted_selected_again_and_dropped(article: Path, start_again: Start) -> None:
    text, before = article.read_bytes(), sidecar_of(article).read_bytes()
    program = start_again(article.parent)
    program.wait_for(lambda: len(rows(program)) == len(displaced(program)) > 0)
    assert "200 boats had been lost in the night" in displaced(program)
    assert sidecar_of(article).read_bytes() == before

    go_to(program, "boats had been lost")
    program.press(Key.Key_Return)
    assert ("claim", "300 boats had been lost in the night") in program.marks

    go_to(program, "The lighthouse keeper")
    program.type("r")
    assert QApplication.focusWidget() is program.view
    program.select("Nobody had seen it coming")
    program.press(Key.Key_Return)
    assert ("claim", "Nobody had seen it coming") in program.marks

    settle_the_rest(program)
    assert rows(program) == []
    assert not program.part(QDockWidget, "placesDock").isVisible()
    assert "places" not in program.banners
    assert QApplication.focusWidget() is program.view
    program.wait_saved()
    assert saved_marks(article) == program.marks
    assert "anchor" not in sidecar_of(article).read_text("utf-8")
    assert article.read_bytes() == text


def settle_the_rest(program: Program) -> None:
    while rows(program):
        go_to(program, rows(program)[0])
        program.press(Key.Key_Return)
        if in_panel() and rows(program) and rows(program)[0].startswith("Lost"):
            program.press(Key.Key_Delete)


def test_leaving_all_as_it_was(article: Path, start_again: Start) -> None:
    before = sidecar_of(article).read_bytes()
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    document = program.document
    go_to(program, "boats had been lost")
    program.type("r")
    program.press(Key.Key_Escape)
    assert program.document is document
    program.close()
    assert sidecar_of(article).read_bytes() == before


def test_what_is_not_settled_is_kept_with_its_verdict(article: Path, start: Start) -> None:
    program = start(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    go_to(program, "boats had been lost")
    program.press(Key.Key_Return)
    program.wait_saved()
    left = displaced(program)
    program.close()
    items = yaml.safe_load(sidecar_of(article).read_text("utf-8"))["annotations"]
    assert sorted(item["text"] for item in items if "anchor" in item) == sorted(left)
    again = start(article.parent)
    again.wait_for(lambda: len(rows(again)) == len(left))
    assert displaced(again) == left


def test_drop_and_undo(article: Path, start_again: Start) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    document, before = program.document, rows(program)
    go_to(program, "boats had been lost")
    program.press(Key.Key_Delete)
    assert len(rows(program)) == len(before) - 1
    program.press(Key.Key_Z, CTRL)
    assert program.document == document
    assert rows(program) == before


def test_words_selected_again_with_the_mouse(article: Path, start_again: Start, qtbot: QtBot) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    go_to(program, "The lighthouse keeper")
    click(program, qtbot, "places_reselect")
    program.drag_over("as the council wrote")
    click(program, qtbot, "places_accept")
    assert ("claim", "as the council wrote") in program.marks


def test_panes_lead_to_the_panel(article: Path, start_again: Start) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    program.click_banner("Go through them")
    assert in_panel()
    program.press(Key.Key_Escape)
    assert QApplication.focusWidget() is program.view
    for _ in range(4):
        program.press(Key.Key_F6)
        if in_panel():
            break
    assert in_panel()


def test_article_that_has_not_changed_shows_no_panel(tmp_path: Path, start: Start) -> None:
    (tmp_path / "town.txt").write_text(OLD, "utf-8")
    program = start(tmp_path)
    assert program.window.findChild(QWidget, "placesPanel") is None


def test_annotation_chosen_in_the_list_is_shown_where_it_may_be(article: Path, start_again: Start) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    chosen = next(a for a in program.document.in_text_order() if a.displaced and "200 boats" in a.displaced.text)
    program.session.select(chosen.id, show=True)
    assert program.session.caret.position == NEW.index("300 boats")


def test_annotation_that_is_removed_while_its_words_are_selected_again(article: Path, start_again: Start) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    go_to(program, "The lighthouse keeper")
    program.type("r")
    program.press(Key.Key_Delete)
    assert "The lighthouse keeper had warned of it for years" not in displaced(program)
    assert not program.part(QWidget, "reselectHint").isVisible()
    document = program.document
    program.press(Key.Key_Return)
    assert program.document is document


def test_another_article_ends_selecting_again(article: Path, start_again: Start) -> None:
    (article.parent / "zebra.txt").write_text("Nothing has changed here.", "utf-8")
    program = start_again(article)
    program.wait_for(lambda: bool(rows(program)))
    go_to(program, "The lighthouse keeper")
    program.type("r")
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.txt")
    assert not program.part(QWidget, "reselectHint").isVisible()
    assert rows(program) == []


def test_nothing_is_drawn_where_an_annotation_is_not(article: Path, start_again: Start) -> None:
    program = start_again(article.parent)
    program.wait_for(lambda: bool(rows(program)))
    before = program.picture()
    for lost in program.document.in_text_order():
        if lost.displaced:
            program.session.select(lost.id)
            assert program.picture() == before
