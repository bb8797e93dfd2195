"""The status bar: what was done, whether it is saved, long work, and its two buttons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow


@pytest.fixture
def bar(small_window: SmallWindow, light_look: Look) -> StatusBar:
    bar = StatusBar(small_window.session, light_look)
    small_window.window.setStatusBar(bar)
    return bar


def part(bar: StatusBar, name: str) -> QWidget:
    widget = bar.findChild(QWidget, name)
    assert widget is not None
    return widget


def button(bar: StatusBar, name: str) -> QAbstractButton:
    return next(button for button in bar.findChildren(QAbstractButton) if button.accessibleName().startswith(name))


def test_it_says_what_was_just_done(bar: StatusBar, small_window: SmallWindow) -> None:
    small_window.session.say("Tagged “<b>” as claim")
    assert bar.said == "Tagged “<b>” as claim"
    assert bar.height() == 26


def test_the_last_ten_sentences_are_in_the_tooltip(bar: StatusBar, small_window: SmallWindow) -> None:
    for number in range(12):
        small_window.session.say(f"Tagged <{number}>")
    said = part(bar, "said").toolTip()
    wanted = "\n".join(f"Tagged &lt;{number}&gt;" for number in range(11, 1, -1))
    assert wanted in said
    assert "&lt;1&gt;" not in said


def test_what_was_said_leaves_with_its_article(bar: StatusBar, small_window: SmallWindow) -> None:
    small_window.open("One.")
    small_window.session.say("Tagged “One” as claim")
    article = small_window.session.current
    assert article is not None
    small_window.session.show(article)
    assert bar.said == "Tagged “One” as claim"
    small_window.session.show(replace(article, path=Path("other.txt")))
    assert bar.said == ""


@pytest.mark.parametrize(
    ("state", "text", "words"),
    [("saved", "", "Saved"), ("saving", "", "Saving"), ("failed", "Not saved: disk full", "Not saved: disk full")],
)
def test_saving_is_said_in_words(bar: StatusBar, state: str, text: str, words: str) -> None:
    bar.set_saving(state, text)
    saved = part(bar, "saved")
    assert bar.saved_words == words
    assert saved.accessibleName() == words
    assert saved.isVisible()
    assert not saved.grab().isNull()


def test_with_nothing_open_nothing_is_said_of_saving(bar: StatusBar) -> None:
    bar.set_saving("saved")
    bar.set_saving("")
    assert not part(bar, "saved").isVisible()


def test_the_annotator_and_the_zoom_can_be_clicked(bar: StatusBar, qtbot: QtBot) -> None:
    bar.set_annotator("sam")
    bar.set_zoom(110)
    assert button(bar, "Annotator").accessibleName() == "Annotator: sam"
    assert button(bar, "Zoom").text() == "110 %"
    with qtbot.waitSignal(bar.annotator_clicked):
        qtbot.mouseClick(button(bar, "Annotator"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.zoom_clicked):
        qtbot.keyClick(button(bar, "Zoom"), Qt.Key.Key_Return)


def test_an_annotator_without_a_name_takes_no_room(bar: StatusBar) -> None:
    bar.set_annotator("sam")
    bar.set_annotator("")
    assert not button(bar, "Annotator").isVisible()


def test_long_work_is_shown(bar: StatusBar) -> None:
    bar.set_progress("Reading 5,000 articles", 1200, 5000)
    progress = part(bar, "progress")
    shown = progress.findChild(QProgressBar)
    assert progress.isVisible()
    assert (shown.value(), shown.maximum(), shown.accessibleName()) == (1200, 5000, "Reading 5,000 articles")
    bar.clear_progress()
    assert not progress.isVisible()


def test_a_long_sentence_leaves_the_rest_its_room(bar: StatusBar, small_window: SmallWindow) -> None:
    bar.set_annotator("sam")
    bar.set_zoom(100)
    small_window.session.say("A very long sentence. " * 50)
    small_window.window.resize(400, 300)
    assert bar.width() == 400
    assert bar.rect().contains(button(bar, "Zoom").geometry().center())


def test_what_is_under_way_gives_way_to_the_last_action(bar: StatusBar, small_window: SmallWindow) -> None:
    session = small_window.session
    session.say("Tagged “One” as claim")
    session.meanwhile.emit("Linking claim “One” to “Two”")
    assert bar.said == "Linking claim “One” to “Two”"
    session.meanwhile.emit("")
    assert bar.said == "Tagged “One” as claim"


def test_what_is_refused_meanwhile_is_seen_until_something_else_is(bar: StatusBar, small_window: SmallWindow) -> None:
    session = small_window.session
    session.meanwhile.emit("Linking claim “One” to “Two”")
    session.say("Linked already")
    session.meanwhile.emit("Linking claim “One” to “Two”")
    assert bar.said == "Linked already"
    session.meanwhile.emit("Linking claim “One” to “Three”")
    assert bar.said == "Linking claim “One” to “Three”"
    assert "Linking" not in part(bar, "said").toolTip()
