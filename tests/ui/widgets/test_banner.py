"""Banners: said in plain text, dealt with by their buttons, gone when they are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import KINDS, Banner, BannerContent, BannerStack
from annotator.ui.widgets.words.named_sentence import NamedSentence

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow


@pytest.fixture
def stack(small_window: SmallWindow, light_look: Look) -> BannerStack:
    stack = BannerStack(light_look, small_window.window)
    stack.resize(600, 200)
    return stack


def banners(stack: BannerStack) -> list[Banner]:
    return [banner for banner in stack.findChildren(Banner) if banner.isVisible()]


def content(kind: str = "warning", sentence: str = "It was written by another program.") -> BannerContent:
    return BannerContent(kind, "town.txt has changed.", sentence)


def closing(banner: Banner) -> QAbstractButton:
    buttons = banner.findChildren(QAbstractButton)
    return next(button for button in buttons if button.accessibleName() == "Close this message")


def test_a_stack_without_a_banner_takes_no_room(stack: BannerStack) -> None:
    assert not stack.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_a_banner_says_its_kind_its_name_and_its_sentence(stack: BannerStack, kind: str) -> None:
    stack.show_banner("file", content(kind))
    (banner,) = banners(stack)
    wanted = f"{kind.capitalize()}: town.txt has changed. It was written by another program."
    assert banner.accessibleName() == wanted
    assert banner.height() >= 40
    assert not banner.grab().isNull()


def test_a_banner_with_the_same_key_takes_the_others_place(stack: BannerStack) -> None:
    stack.show_banner("file", content())
    stack.show_banner("file", content("error"))
    stack.show_banner("folder", content("info"))
    assert [banner.content.kind for banner in banners(stack)] == ["error", "info"]


def test_saying_the_same_again_leaves_the_banner_alone(stack: BannerStack) -> None:
    stack.show_banner("file", content())
    before = banners(stack)
    stack.show_banner("file", content())
    assert banners(stack) == before


def test_all_but_errors_can_be_closed(stack: BannerStack, qtbot: QtBot) -> None:
    stack.show_banner("failed", content("error"))
    stack.show_banner("file", content("warning"))
    error, warning = banners(stack)
    assert error.findChildren(QAbstractButton) == []
    qtbot.mouseClick(closing(warning), Qt.MouseButton.LeftButton)
    assert list(stack.contents) == ["failed"]
    stack.remove("failed")
    assert not stack.isVisible()


def test_a_button_does_what_it_says(stack: BannerStack, qtbot: QtBot) -> None:
    done: list[str] = []
    buttons = (("Show", lambda: done.append("show")), ("Undo", lambda: done.append("undo")))
    stack.show_banner("back", BannerContent("success", "14 changes restored", "from 10:42.", buttons))
    (banner,) = banners(stack)
    show, undo = banner.findChildren(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.keyClick(show, Qt.Key.Key_Space)
    assert done == ["undo", "show"]


def test_a_button_may_take_its_own_banner_away(stack: BannerStack, qtbot: QtBot) -> None:
    stack.show_banner("file", BannerContent("error", "Not saved:", "", (("Try again", lambda: stack.remove("file")),)))
    qtbot.mouseClick(banners(stack)[0].findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert stack.contents == {}


def test_successes_go_alone(stack: BannerStack) -> None:
    stack.show_banner("back", content("success"))
    stack.show_banner("file", content("warning"))
    stack.drop_successes()
    assert list(stack.contents) == ["file"]


def test_all_can_be_taken_away(stack: BannerStack) -> None:
    for key in KINDS:
        stack.show_banner(key, content(key))
    stack.clear()
    assert not stack.isVisible()


def test_a_sentence_is_wrapped_and_never_taken_for_markup(small_window: SmallWindow, light_look: Look) -> None:
    sentence = NamedSentence(light_look, "a<b>.txt\n", "has <img src='x'> in it 😀 " * 5, small_window.window)
    assert sentence.accessibleName().startswith("a<b>.txt has <img src='x'> in it 😀")
    one_line = sentence.heightForWidth(5000)
    assert sentence.heightForWidth(200) >= 3 * one_line
    sentence.resize(200, sentence.heightForWidth(200))
    assert not sentence.grab().isNull()


def test_the_name_alone_is_bold(small_window: SmallWindow, light_look: Look) -> None:
    words = ("😀 town.txt", "has been changed")
    none, name, all = (
        NamedSentence(light_look, *parts, small_window.window).sizeHint().width()
        for parts in (("", " ".join(words)), words, (" ".join(words), ""))
    )
    assert none < name < all


def test_in_a_narrow_banner_the_buttons_are_below_the_words(stack: BannerStack, qtbot: QtBot) -> None:
    buttons = (("Keep mine", print), ("Take theirs", print))
    stack.show_banner("file", BannerContent("warning", "town.txt has changed.", "It was written again.", buttons))
    (banner,) = banners(stack)
    (words,) = banner.findChildren(NamedSentence)
    first, _ = banner.findChildren(QPushButton)
    for width in (900, 360, 900):
        stack.resize(width, stack.heightForWidth(width))
        qtbot.waitUntil(lambda: (first.geometry().top() >= words.geometry().bottom()) == (stack.width() < 500))
        stack.resize(width, stack.heightForWidth(width))
        qtbot.waitUntil(lambda: banner.rect().contains(first.geometry()))
        assert words.width() >= 250


def test_the_cross_that_closes_it_is_seen_in_another_theme(stack: BannerStack, light_look: Look) -> None:
    stack.show_banner("file", content("info"))
    button = closing(banners(stack)[0])
    for choice in ("light", "dark"):
        light_look.set_choice(choice)
        image, ink = button.grab().toImage(), light_look.theme.text
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert ink.name() in seen, choice
