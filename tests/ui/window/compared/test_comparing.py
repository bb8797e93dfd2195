"""The signed text beside the article: what has gone and what has come, by keys, scrolling together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.ui.article_page.second_page import SecondPage
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.panels.places.panel import PlacesPanel
from annotator.ui.widgets.banner import Banner
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.signed.articles import TEXT, draft, write_checked
from tests.support.signed.steps import give_name, open_sign_off, sign
from tests.ui.pixels import pixels

Start = Callable[..., Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LONG = TEXT + "\n" + "\n\n".join(f"Paragraph {number} says nothing new." for number in range(200)) + "\n"


@pytest.fixture(scope="module")
def signed(start_once: Start, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article that was signed by keys."""
    path = write_checked(tmp_path_factory.mktemp("signed"), asked="", text=LONG)
    program = start_once(path)
    open_sign_off(program)
    give_name(program, "alice")
    sign(program)
    program.close()
    return path


@pytest.fixture
def path(signed: Path, tmp_path: Path) -> Path:
    """A copy of it, of which a new draft has come."""
    shutil.copytree(signed.parent, tmp_path, dirs_exist_ok=True)
    path = tmp_path / signed.name
    path.write_text(draft(LONG), "utf-8")
    return path


@pytest.fixture
def program(start_again: Start, path: Path) -> Program:
    """The draft, beside which the signed text is shown."""
    program = start_again(path)
    program.window.resize(1500, 1000)
    program.wait_for(lambda: program.window.width() == 1500)
    compare(program)
    program.wait_for(lambda: is_shown(program))
    return program


def compare(program: Program) -> None:
    program.press(Key.Key_F8, CTRL)


def is_shown(program: Program) -> bool:
    pages = program.window.findChildren(SecondPage)
    return bool(pages) and pages[0].isVisible()


def then(program: Program) -> SecondView:
    return program.part(SecondView, "secondView")


def test_the_signed_text_stands_beside_with_its_marks_and_nothing_is_written(program: Program, path: Path) -> None:
    before = sidecar_of(path).read_bytes()
    assert then(program).text == LONG
    assert program.view.text == draft(LONG)
    assert program.part(QLabel, "secondAbout").text() == "As it was signed · 3 changes since"
    assert sidecar_of(path).read_bytes() == before
    compare(program)
    program.wait_for(lambda: not is_shown(program))


def test_banners_above_the_panel_of_places_are_whole_in_a_small_window(start_again: Start, path: Path) -> None:
    program = start_again(path)
    program.window.resize(900, 600)
    program.wait_for(lambda: program.window.width() == 900)
    compare(program)
    program.wait_for(lambda: is_shown(program))
    assert program.part(PlacesPanel).isVisible()
    banners = program.window.findChildren(Banner)
    assert len(banners) == 2
    for one in banners:
        program.wait_for(lambda one=one: one.height() >= one.heightForWidth(one.width()))  # type: ignore[misc]
        for button in one.findChildren(QPushButton):
            assert one.rect().contains(button.geometry())
            assert button.width() >= button.sizeHint().width()
    assert program.view.viewport().height() > 50


def test_each_change_is_gone_to_by_its_key_in_both_texts(program: Program) -> None:
    found = []
    for _change in range(4):
        program.press(Key.Key_PageDown, CTRL)
        gone = then(program).textCursor().selectedText()
        found.append((gone, program.view.textCursor().selectedText(), program.said))
    assert found == [
        ("nine", "eleven", "Change 1 of 3"),
        ("two of the", "all", "Change 2 of 3"),
        ("3.5", "4", "Change 3 of 3"),
        ("nine", "eleven", "Change 1 of 3"),
    ]
    program.press(Key.Key_PageUp, CTRL)
    assert program.said == "Change 3 of 3"


def test_what_has_gone_and_come_is_drawn_as_long_as_it_is_compared(program: Program) -> None:
    theme = program.view.look.theme
    here, there = pixels(program.view.viewport().grab().toImage()), pixels(then(program).viewport().grab().toImage())
    assert list(here).count(theme.success.rgb()) > 20
    assert list(there).count(theme.error.rgb()) > 20
    assert theme.error.rgb() not in here
    width = program.view.width()
    compare(program)
    program.wait_for(lambda: not is_shown(program))
    program.wait_for(lambda: program.view.width() > width)
    assert theme.success.rgb() not in pixels(program.view.viewport().grab().toImage())


def test_both_scroll_together(program: Program) -> None:
    here, there = program.view.verticalScrollBar(), then(program).verticalScrollBar()
    here.setValue(60)
    program.wait_for(lambda: first_words(program.view) == first_words(then(program)) != "")
    there.setValue(20)
    program.wait_for(lambda: first_words(program.view) == first_words(then(program)) != "")
    program.window.resize(1100, 800)
    program.wait_for(lambda: program.window.width() == 1100)
    program.wait_for(lambda: first_words(program.view) == first_words(then(program)) != "")
    compare(program)
    program.wait_for(lambda: not is_shown(program))
    here.setValue(0)
    assert here.value() == 0


def first_words(view: ArticleText) -> str:
    """The first paragraph in sight that is not blank."""
    block = view.cursorForPosition(QPoint(100, 1)).block()
    while block.isValid() and not block.text():
        block = block.next()
    return block.text()


def test_without_an_earlier_text_it_says_so(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_checked(tmp_path))
    program.window.resize(1500, 700)
    program.wait_for(lambda: program.window.width() == 1500)
    program.press(Key.Key_PageDown, CTRL)
    assert program.said == "The article is not being compared with an earlier text"
    compare(program)
    program.wait_for(lambda: program.said == "No earlier text of this article is kept")


def test_a_text_that_was_not_signed_is_compared_with_the_one_before(start: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path)
    program = start(path)
    program.press(Key.Key_Tab)
    program.press(Key.Key_Delete)
    program.wait_saved()
    program.close()
    path.write_text(draft(), "utf-8")
    program = start(path)
    program.window.resize(1500, 700)
    program.wait_for(lambda: program.window.width() == 1500)
    compare(program)
    program.wait_for(lambda: is_shown(program))
    assert program.said == "The text before · 3 changes since"


def test_it_is_not_edited_and_not_opened_again_at_the_next_start(
    start_again: Start, program: Program, path: Path
) -> None:
    program.press(Key.Key_F8, SHIFT)
    assert program.said == "An earlier text of the article can only be read"
    program.close()
    again = start_again(path)
    again.window.resize(1500, 700)
    assert not is_shown(again)


def test_there_is_room_to_compare_in_a_window_of_900_by_600(start_again: Start, path: Path) -> None:
    program = start_again(path)
    program.window.resize(900, 600)
    program.wait_for(lambda: program.window.width() == 900)
    compare(program)
    program.wait_for(lambda: is_shown(program))
    assert program.window.width() == 900
    assert min(then(program).width(), program.view.width()) >= 0.8 * program.view.least_width
    program.press(Key.Key_PageDown, CTRL)
    assert then(program).textCursor().selectedText() == "nine"
