"""Values that are asked for, offered, kept or shared: several annotations, the article, links, dates, conditions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QPlainTextEdit,
    QPushButton,
)

from annotator.model import attribute_edits
from annotator.model.annotation import Value
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.panels.details.editing import (
    NOW,
    TEXT,
    Start,
    choose,
    editor,
    go_to,
    one_claim,
    part,
    press,
    texts,
    type_in,
    values,
)


def test_an_annotation_without_attributes_gets_a_note(program: Program) -> None:
    choose(program, "three")
    program.press(Key.Key_Return)
    assert program.part(QPlainTextEdit, "noteField").hasFocus()


def test_a_value_is_asked_for_only_when_another_has_its_value_and_is_kept_when_hidden(
    start_again: Start, tmp_path: Path
) -> None:
    program = one_claim(
        start_again, tmp_path, "{verdict: [good, bad], why: {type: text, when: {verdict: [bad]}}, sure: {type: flag}}"
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


def test_a_default_is_offered_and_not_written(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(
        start_again, tmp_path, "{kind: {choices: [a, b], default: b}, amount: {type: number, default: 12}, end: flag}"
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


def test_what_is_required_is_asked_for_when_the_article_is_done(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "zebra.txt").write_text(TEXT, "utf-8")
    program = one_claim(start_again, tmp_path, "{kind: {choices: [a, b], required: true}, day: date}")
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
    change = attribute_edits.set_each(program.document, {first.id: given}, now=NOW)
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


def test_several_have_their_own_values_again_where_what_is_typed_is_not_understood(program: Program) -> None:
    go_to(program, "amount")
    type_in("12")
    press(program, Key.Key_Escape)
    last = program.session.history.undoText()
    rows = program.part(RowsView, "annotationsList")
    rows.setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT)
    part(program, QAbstractButton, "value-amount").click()
    for typed, wanted in (("7", [7, 7]), (" or so", [12, None])):
        type_in(typed)
        program.wait_for(lambda wanted=wanted: [values(program, it).get("amount") for it in ("One", "two")] == wanted)
    assert program.session.history.undoText() == last


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
