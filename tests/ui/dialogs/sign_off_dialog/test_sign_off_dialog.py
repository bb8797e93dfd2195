"""The dialog that signs: what it shows, when it allows it, and how it leads to what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from annotator.model.check_edits import set_state
from annotator.model.kinds.sign_offs import SignOff
from tests.support.marked_language import marked_language, unmarked
from tests.support.program import Key, Program
from tests.support.signed.articles import write_checked
from tests.support.signed.steps import be_back, give_name, open_sign_off, sign, tab_to

Start = Callable[..., Program]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """The program on an article of which one claim is open."""
    return start_again(write_checked(tmp_path))


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def button(name: str = "signOff") -> QPushButton:
    found = dialog().findChild(QPushButton, name)
    assert found is not None
    return found


def text(name: str) -> str:
    found = dialog().findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_it_shows_the_hash_of_the_text_and_what_is_open(program: Program) -> None:
    open_sign_off(program)
    assert text("textHash").replace(" ", "") == program.document.article.sha256
    assert text("openHeading") == "1 fact or query is open"
    assert text("signOffState") == "Say who signs"
    assert not button().isEnabled()
    give_name(program, "Dana")
    assert text("signOffState") == "1 is without a reason"
    assert not button().isEnabled()


def test_it_signs_once_each_exception_has_its_reason_and_somebody_signs(program: Program) -> None:
    open_sign_off(program)
    tab_to(program, "reason-c3")
    program.type("No answer yet")
    assert not button().isEnabled()
    give_name(program, "Dana Ito")
    sign(program)
    (signed,) = program.document.of(SignOff).values()
    assert (signed.by, signed.exceptions) == ("Dana Ito", {"c3": "No answer yet"})
    assert program.said == "Signed by Dana Ito, round 1"
    open_sign_off(program)
    assert text("signedBefore").startswith("Dana Ito, round 1, ")
    assert button().isEnabled()
    program.press(Key.Key_Space)
    be_back(program)
    assert program.said == "Dana Ito has signed this text with these facts already"
    assert len(program.document.of(SignOff)) == 1


def test_return_in_a_reason_goes_to_the_fact_and_what_was_typed_stays(program: Program) -> None:
    open_sign_off(program)
    tab_to(program, "reason-c3")
    program.type("No answer yet")
    program.press(Key.Key_Return)
    be_back(program)
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "c3"
    open_sign_off(program)
    give_name(program, "Dana")
    assert button().isEnabled()
    tab_to(program, "goTo-c3")
    program.press(Key.Key_Space)
    be_back(program)
    assert not program.document.of(SignOff)


def test_an_article_that_can_only_be_read_is_not_signed(start_again: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path)
    sidecar = next(tmp_path.glob("*.yaml"))
    sidecar.write_text(sidecar.read_text("utf-8").replace("version: 1", "version: 9"), "utf-8")
    program = start_again(path)
    open_sign_off(program)
    assert not button().isEnabled()
    current = program.session.current
    assert current is not None
    assert text("signOffState") == current.read_only != ""
    program.press(Key.Key_Escape)


def test_no_text_of_the_program_is_left_in_english(program: Program) -> None:
    with marked_language():
        program.part(QAction, "sign_off").trigger()
        left = unmarked(dialog())
    sha256 = program.document.article.sha256
    grouped = " ".join(sha256[at : at + 8] for at in range(0, 64, 8))
    assert left == {"SHA-256", grouped, "storm.txt", "Ana Ruiz has been mayor since 2019"}


def test_what_somebody_else_has_opened_meanwhile_is_asked_for_too(program: Program) -> None:
    open_sign_off(program)
    give_name(program, "Dana")
    tab_to(program, "reason-c3")
    program.type("No answer yet")
    session = program.session
    assert session.current is not None
    session.take_over(session.current, set_state(program.document, ["c1"], "asked", now=session.now()))
    tab_to(program, "signOff")
    program.press(Key.Key_Space)
    assert not program.document.of(SignOff)
    program.wait_for(dialog().isActiveWindow)
    assert text("openHeading") == "2 facts or queries are open"
    tab_to(program, "reason-c1")
    program.type("Asked anew")
    sign(program)
    (signed,) = program.document.of(SignOff).values()
    assert signed.exceptions == {"c1": "Asked anew", "c3": "No answer yet"}
