"""Queries to the author and criticism of somebody, by keys: asked, answered, reopened and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.ui.desk.fact_desk import DeskRows
from annotator.ui.desk.selected_desk import ArticleDesk, SelectedDesk
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.words.wrapping_label import WrappingLabel
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.desk.conftest import Start
from tests.ui.evidence.pieces import FIRST, SECOND, choose, close, shown

QUERY, CRITICISM = "queryDialog", "criticismDialog"


def queries(program: Program) -> list[Query]:
    return sorted(program.document.of(Query).values(), key=lambda one: one.text)


def criticism(program: Program) -> list[Criticism]:
    return list(program.document.of(Criticism).values())


def keep(program: Program, name: str) -> None:
    """Keep what the dialog says, by its key."""
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.window.findChild(QDialog, name) is None)
    program.window.activateWindow()  # which a desktop does
    program.wait_for(program.window.isActiveWindow)


def ask(program: Program, text: str) -> None:
    program.view.setFocus()
    program.type("y")
    shown(program, QUERY)
    program.type(text)
    keep(program, QUERY)


def rows(program: Program) -> DeskRows:
    """The rows in the details."""
    desk = program.part(DetailsPanel).findChild(SelectedDesk)
    found = desk.findChild(DeskRows) if desk else None
    assert found is not None
    return found


def said(program: Program) -> list[str]:
    model = rows(program).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_form_fits_the_words_of_a_long_claim(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Wide words " * 40, "utf-8")
    program = start_again(tmp_path / "long.txt")
    program.press(Key.Key_End, CTRL | SHIFT)
    program.type("cy")
    shown(program, QUERY)
    area = program.part(QDialog, QUERY).findChild(QScrollArea)
    assert area is not None
    assert not area.horizontalScrollBar().isVisible()
    question = program.part(QPlainTextEdit, "queryText")
    box = question.parentWidget()
    assert box is not None
    assert box.height() - question.height() <= 2 * question.y()


def test_words_with_marks_of_their_own_have_one_pair_in_the_forms(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "denied.txt").write_text("“We deny it”", "utf-8")
    program = start_again(tmp_path / "denied.txt")
    program.press(Key.Key_End, CTRL | SHIFT)
    program.type("cy")
    subjects = shown(program, QUERY).findChild(QComboBox)
    assert subjects
    assert "“We deny it”" in [subjects.itemText(number) for number in range(subjects.count())]
    close(program, QUERY)
    program.view.setFocus()
    program.press(Key.Key_Y, SHIFT)
    assert "“We deny it”" in [label.text() for label in shown(program, CRITICISM).findChildren(WrappingLabel)]
    close(program, CRITICISM)


def test_a_query_about_the_chosen_claim_is_one_step(program: Program) -> None:
    ask(program, "How many exactly?")
    [query] = queries(program)
    chosen = program.session.selected_annotation
    assert chosen
    assert (query.about, query.text, chosen.state) == (chosen.id, "How many exactly?", "query")
    assert program.session.history.undoText() == "Ask “How many exactly?”"
    assert said(program) == ["How many exactly?"]
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert queries(program) == []
    assert not program.part(DetailsPanel).findChild(SelectedDesk).isVisible()


def test_without_a_choice_it_is_about_the_article(program: Program) -> None:
    program.press(Key.Key_Escape)
    assert program.session.selected_annotation is None
    ask(program, "Who took the picture?")
    assert [query.about for query in queries(program)] == [""]
    asked = program.part(DetailsPanel).findChild(ArticleDesk)
    assert asked
    assert asked.isVisible()
    assert asked.count == 1
    asked.setFocus()
    program.press(Key.Key_Return)
    shown(program, QUERY)
    program.type("Lee")
    keep(program, QUERY)
    assert [query.answer for query in queries(program)] == ["Lee"]


def test_details_show_a_query_about_an_article_of_which_nothing_else_is_known(start: Start, article: Path) -> None:
    scheme = "format: annotation-scheme\nversion: 1\nid: bare\nlabels:\n- {id: claim, key: c}\n"
    article.with_name("scheme.yaml").write_text(scheme, "utf-8")
    program = start(article)
    panel = program.part(DetailsPanel)
    assert panel.findChild(ArticleDesk) is None
    ask(program, "Who took the picture?")
    asked = panel.findChild(ArticleDesk)
    assert asked
    assert asked.isVisible()
    assert asked.count == 1
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert not asked.isVisible()


def test_a_query_of_a_chosen_claim_can_be_about_the_article(program: Program) -> None:
    program.type("y")
    dialog = shown(program, QUERY)
    subject = dialog.findChild(QComboBox, "queryAbout")
    assert subject
    subject.setFocus()
    program.press(Key.Key_Down)
    program.press(Key.Key_Tab)
    program.type("Who took the picture?")
    keep(program, QUERY)
    assert [query.about for query in queries(program)] == [""]


def test_nothing_is_kept_without_a_question(program: Program) -> None:
    program.type("y")
    dialog = shown(program, QUERY)
    program.press(Key.Key_Return, CTRL)
    remark = dialog.findChild(QWidget, "deskRemark")
    assert remark
    assert remark.isVisible()
    close(program, QUERY)
    assert queries(program) == []


def test_several_queries_are_answered_reopened_and_removed_in_the_details(program: Program) -> None:
    ask(program, "A first one?")
    ask(program, "Another one?")
    first = said(program)[0]
    rows(program).setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Return)
    shown(program, QUERY)
    program.type("3,000")
    keep(program, QUERY)
    assert {query.text: query.answer for query in queries(program)} == {"A first one?": "", "Another one?": ""} | {
        first: "3,000"
    }
    rows(program).setFocus()
    program.type("r")
    assert [query.answer for query in queries(program)] == ["", ""]
    program.type("e")
    shown(program, QUERY)
    program.press(Key.Key_End, CTRL)
    program.type(" Really?")
    keep(program, QUERY)
    assert said(program)[0] == f"{first} Really?"
    rows(program).setFocus()
    program.press(Key.Key_Delete)
    program.press(Key.Key_Delete)
    assert queries(program) == []
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert len(queries(program)) == 1


def test_escape_in_the_rows_leads_back_to_the_text(program: Program) -> None:
    ask(program, "How many?")
    rows(program).setFocus()
    program.press(Key.Key_Escape)
    assert program.view.hasFocus()


def test_criticism_is_marked_with_whom_it_is_against_and_where_it_was_answered(program: Program) -> None:
    program.press(Key.Key_Y, SHIFT)
    dialog = shown(program, CRITICISM)
    name = dialog.findChild(QLineEdit, "criticisedName")
    assert name
    assert name.hasFocus()
    program.type("the council")
    day = dialog.findChild(QLineEdit, "putOn")
    assert day
    day.setFocus()
    program.type("2026-11-28")
    filter_ = dialog.findChild(QLineEdit, "replyFilter")
    assert filter_
    filter_.setFocus()
    program.type("wait")
    program.press(Key.Key_Down)
    program.press(Key.Key_Space)
    keep(program, CRITICISM)
    [item] = criticism(program)
    second = next(one for one in program.document.annotations.values() if program.document.words(one) == SECOND)
    assert (item.against, item.put, item.answered_in) == ("the council", "2026-11-28", (second.id,))
    assert program.session.history.undoText() == "Mark criticism of the council"
    assert said(program) == ["Criticism of the council"]


def test_a_day_that_is_none_is_told_and_nothing_is_kept(program: Program) -> None:
    program.press(Key.Key_Y, SHIFT)
    dialog = shown(program, CRITICISM)
    day = dialog.findChild(QLineEdit, "putOn")
    assert day
    day.setFocus()
    program.type("yesterday")
    program.press(Key.Key_Return, CTRL)
    remark = dialog.findChild(QWidget, "deskRemark")
    assert remark
    assert remark.isVisible()
    close(program, CRITICISM)
    assert criticism(program) == []


def test_the_card_has_a_slot_for_both(program: Program) -> None:
    choose(program, FIRST)
    program.type("k")
    slot = program.window.findChild(QWidget, "deskSlot")
    assert slot
    chip = slot.findChild(QWidget, "addQuery")
    assert chip
    program.wait_for(chip.isVisible)
    chip.setFocus()
    program.press(Key.Key_Space)
    shown(program, QUERY)
    program.type("From the card?")
    keep(program, QUERY)
    assert [query.text for query in queries(program)] == ["From the card?"]
    card_rows = slot.findChild(DeskRows)
    assert card_rows
    card_rows.setFocus()
    program.press(Key.Key_Return)
    shown(program, QUERY)
    program.type("Yes")
    keep(program, QUERY)
    assert [query.answer for query in queries(program)] == ["Yes"]
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("part", ["replyFilter", "replyRows"])
def test_escape_leaves_the_form_of_criticism_from_its_list(program: Program, part: str) -> None:
    program.press(Key.Key_Y, SHIFT)
    dialog = shown(program, CRITICISM)
    inside = dialog.findChild(QWidget, part)
    assert inside
    inside.setFocus()
    close(program, CRITICISM)
    assert criticism(program) == []
