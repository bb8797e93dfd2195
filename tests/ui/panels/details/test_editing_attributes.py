"""Values of attributes in the details, typed and chosen with keys on the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.model import attribute_edits
from annotator.model.annotation import Value
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import CTRL, SHIFT, Key, Program

Start = Callable[..., Program]
Part = TypeVar("Part", bound=QWidget)
NOW = "2026-11-22T06:21:20Z"
TEXT = "One two three four five six.\n"
SCHEME = """\
format: annotation-scheme
version: 1
id: facts
labels:
- id: claim
  key: c
  attributes:
    summary: text
    kind: {choices: {event: It happened., quantity: A number., cause: One leads to another.}}
    signed: flag
    amount: number
    day: date
    page: link
    tags: {choices: [a-one, b-two, c-three], many: true}
    topic: [war, sport, art, money, health, law, sea]
- id: cue
  key: u
- id: source
  key: s
  attributes: {kind: [person, body]}
article:
  attributes: {outlet: text, rating: [good, bad]}
"""


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    """Three claims and a cue; the first claim is selected and the keyboard in the text."""
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    program = start(tmp_path)
    program.wait_opened("town.txt")
    for words, key in (("One", "c"), ("two", "c"), ("three", "u"), ("four", "c")):
        program.select(words)
        program.type(key)
    choose(program, "One")
    return program


def one_claim(start: Start, folder: Path, attributes: str) -> Program:
    """One claim, selected, whose label has these attributes."""
    head = SCHEME.partition("labels:")[0]
    (folder / "town.txt").write_text(TEXT, "utf-8")
    (folder / "scheme.yaml").write_text(f"{head}labels:\n- {{id: claim, key: c, attributes: {attributes}}}\n", "utf-8")
    program = start(folder)
    program.wait_opened("town.txt")
    program.select("One")
    program.type("c")
    choose(program, "One")
    return program


def choose(program: Program, words: str) -> None:
    found = next(one for one in program.document.in_text_order() if program.document.words(one) == words)
    program.session.select(found.id, show=True)
    program.view.setFocus()


def values(program: Program, words: str = "One") -> dict[str, Value]:
    annotations = program.document.annotations.values()
    return dict(next(one.attributes for one in annotations if program.document.words(one) == words))


def editor(program: Program) -> str:
    """The attribute whose editor is open."""
    shown = [w.objectName() for w in program.part(DetailsPanel).findChildren(QWidget) if w.isVisible()]
    return next((name.removeprefix("editor-") for name in shown if name.startswith("editor-")), "")


def press(program: Program, key: Key, *held: object) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, *held)  # type: ignore[call-overload]


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def part(program: Program, kind: type[Part], name: str) -> Part:
    """The part of that name that is visible: each form of the panel has its own."""
    return next(one for one in program.part(DetailsPanel).findChildren(kind, name) if one.isVisible())


def go_to(program: Program, attribute: str) -> None:
    program.press(Key.Key_Return)
    for _ in range(9):
        if editor(program) == attribute:
            return
        press(program, Key.Key_Tab)
    raise AssertionError(attribute)


def texts(program: Program) -> str:
    labels = program.part(DetailsPanel).findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible() and label.text())


def test_from_the_text_through_the_fields_and_back_to_the_same_place(program: Program) -> None:
    caret = program.session.caret
    program.press(Key.Key_Return)
    assert editor(program) == "summary"
    type_in("One is a number")
    press(program, Key.Key_Tab)
    assert editor(program) == "kind"
    press(program, Key.Key_2)
    press(program, Key.Key_Tab)
    press(program, Key.Key_Backtab, SHIFT)
    assert editor(program) == "kind"
    press(program, Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), ArticleView)
    assert program.session.caret == caret
    assert editor(program) == ""
    assert values(program) == {"summary": "One is a number", "kind": "quantity"}
    program.press(Key.Key_Return)
    assert editor(program) == "signed"


def test_an_edit_is_one_step_and_undone(program: Program) -> None:
    go_to(program, "summary")
    for words in ("One", " two", " three"):
        type_in(words)
        program.wait_for(lambda words=words: str(values(program).get("summary", "")).endswith(words))  # type: ignore[misc]
    press(program, Key.Key_Tab)
    press(program, Key.Key_1)
    assert values(program) == {"summary": "One two three", "kind": "event"}
    press(program, Key.Key_Escape)
    program.press(Key.Key_Z, CTRL)
    assert values(program) == {"summary": "One two three"}
    program.press(Key.Key_Z, CTRL)
    assert values(program) == {}
    program.press(Key.Key_Z, CTRL | SHIFT)
    program.press(Key.Key_Z, CTRL | SHIFT)
    assert values(program) == {"summary": "One two three", "kind": "event"}


@pytest.mark.parametrize(
    ("attribute", "typed", "value", "read"),
    [
        ("amount", "50 000", 50000, "read as 50,000"),
        ("amount", "1.204,5", 1204.5, "read as 1,204.5"),
        ("day", "2016-12-15", "2016-12-15", "Thursday"),
        ("day", "2016-12", "2016-12", "whole month"),
        ("day", "2016", "2016", "whole year"),
        ("page", "www.example.org", "https://www.example.org", ""),
    ],
)
def test_what_is_typed_is_read_and_said(program: Program, attribute: str, typed: str, value: Value, read: str) -> None:
    go_to(program, attribute)
    type_in(typed)
    assert read in texts(program)
    press(program, Key.Key_Return)
    assert editor(program) == ""
    assert values(program) == {attribute: value}
    assert part(program, QAbstractButton, f"value-{attribute}").hasFocus()


def test_what_is_not_understood_stays_and_is_not_saved(program: Program) -> None:
    go_to(program, "amount")
    type_in("some few")
    press(program, Key.Key_Tab)
    assert values(program) == {}
    assert "some few | not understood, not saved" in texts(program)
    choose(program, "two")
    assert "some few" not in texts(program)
    choose(program, "One")
    go_to(program, "amount")
    assert part(program, QPlainTextEdit, "valueField").toPlainText() == "some few"
    assert "It is not a number" in texts(program)
    press(program, Key.Key_A, CTRL)
    type_in("7")
    press(program, Key.Key_Escape)
    assert values(program) == {"amount": 7}
    assert "not understood" not in texts(program)


def test_choices_and_flags_are_chosen_by_digits_and_taken_back(program: Program) -> None:
    go_to(program, "kind")
    assert "It happened." in texts(program)
    press(program, Key.Key_Right)
    assert "A number." in texts(program)
    press(program, Key.Key_Space)
    assert values(program) == {"kind": "quantity"}
    press(program, Key.Key_2)
    assert values(program) == {}
    press(program, Key.Key_Tab)
    press(program, Key.Key_2)
    assert values(program) == {"signed": False}
    go = press
    for _ in range(4):
        go(program, Key.Key_Tab)
    assert editor(program) == "tags"
    press(program, Key.Key_3)
    press(program, Key.Key_1)
    assert values(program)["tags"] == ["a-one", "c-three"]
    press(program, Key.Key_3)
    assert values(program)["tags"] == ["a-one"]


def test_many_choices_are_found_by_typing(program: Program) -> None:
    go_to(program, "topic")
    type_in("ea")
    rows = part(program, QListWidget, "choiceRows")
    assert [rows.item(row).text().split()[-1] for row in range(rows.count())] == ["health", "sea"]
    press(program, Key.Key_Down)
    press(program, Key.Key_Return)
    assert values(program) == {"topic": "sea"}


def test_ctrl_enter_goes_to_the_next_annotation_that_has_the_field(program: Program) -> None:
    go_to(program, "kind")
    press(program, Key.Key_1)
    press(program, Key.Key_Return, CTRL)
    assert editor(program) == "kind"
    press(program, Key.Key_2)
    press(program, Key.Key_Return, CTRL)
    press(program, Key.Key_3)
    assert [values(program, words).get("kind") for words in ("One", "two", "four")] == ["event", "quantity", "cause"]
    press(program, Key.Key_Return, CTRL)
    assert program.said == "No annotation after this one has this attribute"
    assert editor(program) == "kind"


def test_an_annotation_without_attributes_gets_a_note(program: Program) -> None:
    choose(program, "three")
    program.press(Key.Key_Return)
    assert program.part(QPlainTextEdit, "noteField").hasFocus()


def test_a_value_is_asked_for_only_when_another_has_its_value_and_is_kept_when_hidden(
    start: Start, tmp_path: Path
) -> None:
    program = one_claim(
        start, tmp_path, "{verdict: [good, bad], why: {type: text, when: {verdict: [bad]}}, sure: {type: flag}}"
    )
    program.press(Key.Key_Return)
    press(program, Key.Key_Tab)
    assert editor(program) == "sure"
    press(program, Key.Key_Backtab, SHIFT)
    press(program, Key.Key_2)
    press(program, Key.Key_Tab)
    assert editor(program) == "why"
    type_in("so")
    press(program, Key.Key_Backtab, SHIFT)
    press(program, Key.Key_1)
    assert values(program) == {"verdict": "good", "why": "so"}
    assert "so" not in texts(program).split(" | ")
    press(program, Key.Key_2)
    assert "so" in texts(program).split(" | ")


def test_a_default_is_offered_and_not_written(start: Start, tmp_path: Path) -> None:
    program = one_claim(
        start, tmp_path, "{kind: {choices: [a, b], default: b}, amount: {type: number, default: 12}, end: flag}"
    )
    program.press(Key.Key_Return)
    press(program, Key.Key_Tab)
    press(program, Key.Key_Tab)
    assert values(program) == {}
    press(program, Key.Key_Backtab, SHIFT)
    assert part(program, QPlainTextEdit, "valueField").placeholderText() == "12 (Enter takes it)"
    press(program, Key.Key_Return)
    assert values(program) == {"amount": 12}
    press(program, Key.Key_Escape)
    program.view.setFocus()
    program.press(Key.Key_Return)
    assert editor(program) == "kind"
    press(program, Key.Key_Return)
    assert values(program) == {"amount": 12, "kind": "b"}


def test_what_is_required_is_asked_for_when_the_article_is_done(start: Start, tmp_path: Path) -> None:
    (tmp_path / "zebra.txt").write_text(TEXT, "utf-8")
    program = one_claim(start, tmp_path, "{kind: {choices: [a, b], required: true}, day: date}")
    assert part(program, QAbstractButton, "add-kind").text() == "Kind *"
    program.session.select(None)
    program.press(Key.Key_Return, CTRL)
    assert program.said == "Done, but 1 required value is missing: Kind"
    assert (program.opened, program.document.status.value) == ("town.txt", "done")
    program.press(Key.Key_Return)
    assert editor(program) == "kind"
    press(program, Key.Key_1)
    press(program, Key.Key_Escape)
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("zebra.txt")


def test_what_the_scheme_does_not_have_is_kept_until_it_is_taken_back(program: Program) -> None:
    first = program.document.in_text_order()[0]
    given: dict[str, Value] = {"kind": "rumour", "odd": "one", "deep": {"a": 1}}
    change = attribute_edits.set_attributes(program.document, first.id, given, now=NOW)
    program.session.do(change, "Import")
    assert "Kind | rumour | not in the scheme, kept" in texts(program)
    assert "Odd | one | not in the scheme, kept | Deep | a: 1 | not in the scheme, kept" in texts(program)
    go_to(program, "kind")
    press(program, Key.Key_2)
    assert values(program) == {"kind": "quantity", "odd": "one", "deep": {"a": 1}}
    program.session.undo()
    press(program, Key.Key_4)
    assert values(program) == {"odd": "one", "deep": {"a": 1}}
    assert not part(program, QAbstractButton, "value-deep").isEnabled()


def test_a_day_or_a_month_is_chosen_in_the_calendar(program: Program) -> None:
    go_to(program, "day")
    type_in("2016-12-15")
    for button, value in (("", "2016-12-15"), ("Whole month", "2016-12"), ("Whole year", "2016")):
        part(program, QAbstractButton, "calendarButton").click()
        popup = QApplication.activePopupWidget()
        assert popup is not None
        if button:
            next(b for b in popup.findChildren(QPushButton) if b.text() == button).click()
        else:
            QTest.keyClick(popup.findChild(QCalendarWidget), Key.Key_Return)
        program.session.field.finish()
        assert values(program) == {"day": value}


class Browser(QObject):
    """Stands for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_a_link_opens_only_after_its_address_was_shown(program: Program) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    go_to(program, "page")
    type_in("https://example.org/a")
    program.messages.answers = ["Cancel", "Open"]
    for opened in ([], ["https://example.org/a"]):
        part(program, QPushButton, "openLink").click()
        assert program.messages.asked[-1].detail == "https://example.org/a"
        assert browser.opened == opened
    QDesktopServices.unsetUrlHandler("https")


def test_several_get_a_value_as_one_step(program: Program) -> None:
    go_to(program, "kind")
    press(program, Key.Key_1)
    press(program, Key.Key_Escape)
    rows = program.part(RowsView, "annotationsList")
    rows.setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT)
    assert "several: event 1, no value 1" in texts(program)
    part(program, QAbstractButton, "value-kind").click()
    press(program, Key.Key_2)
    assert [values(program, words).get("kind") for words in ("One", "two")] == ["quantity", "quantity"]
    assert "2 selected" in texts(program)
    program.session.undo()
    assert [values(program, words).get("kind") for words in ("One", "two")] == ["event", None]
    assert program.part(AnnotationsPanel).isVisible()


def test_the_articles_own_facts_while_nothing_is_selected(program: Program) -> None:
    program.press(Key.Key_Escape)
    for _ in range(5):
        if not editor(program):
            program.press(Key.Key_F6)
    assert editor(program) == "outlet"
    type_in("The Daily")
    press(program, Key.Key_Tab)
    press(program, Key.Key_2)
    press(program, Key.Key_Escape)
    assert dict(program.document.article_attributes) == {"outlet": "The Daily", "rating": "bad"}
    assert isinstance(QApplication.focusWidget(), ArticleView)
    program.press(Key.Key_Z, CTRL)
    assert dict(program.document.article_attributes) == {"outlet": "The Daily"}
