"""An article that does not say its encoding: the guess is shown, and another one chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from tests.support.program import CTRL, Key, Program

Start = Callable[..., Program]
TEXT = "Le président a déclaré « non ».\nLe café coûte 3 €.\n"


def dialog(program: Program) -> QDialog:
    return program.part(QDialog, "encodingDialog")


def choose(program: Program, name: str) -> None:
    """Choose the encoding in the dialog that is open, by keys."""
    program.wait_for(lambda: dialog(program).isActiveWindow())
    program.type(name)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert dialog(program).isAncestorOf(focus)
    program.press(Key.Key_Return, CTRL)


def test_guess_is_shown_and_another_encoding_is_chosen(tmp_path: Path, start_again: Start) -> None:
    article = tmp_path / "cafe.txt"
    article.write_bytes(TEXT.encode("cp1252"))
    program = start_again(tmp_path)
    assert "Western European (Windows-1252)" in program.banners["encoding"]
    program.click_banner("Choose another…")
    choose(program, "mac) western")
    program.wait_for(lambda: program.session.current is not None and program.session.current.encoding == "mac-roman")
    assert "cafÈ" in program.document.article.text
    assert "encoding" not in program.banners
    assert article.read_bytes() == TEXT.encode("cp1252")


def test_article_that_could_not_be_read_can_be_read_in_an_encoding_that_is_chosen(tmp_path: Path, start: Start) -> None:
    article = tmp_path / "cafe.txt"
    article.write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00")
    program = start()
    program.window.open(article)
    program.wait_for(lambda: "article" in program.banners)
    program.press(Key.Key_K, CTRL)
    program.type("encoding")
    program.press(Key.Key_Return)
    program.wait_for(lambda: dialog(program).isActiveWindow())
    assert dialog(program).findChild(QPlainTextEdit) is not None
    program.press(Key.Key_Escape)
    assert article.read_bytes().endswith(b"\x00")


def test_a_doubtful_guess_names_what_it_may_be_instead(tmp_path: Path, start_again: Start) -> None:
    (tmp_path / "bridge.txt").write_bytes("The council will spend €5 million on the bridge.\n".encode("cp1252"))
    banner = start_again(tmp_path).banners["encoding"]
    assert "Western European (Windows-1252)" in banner
    assert "may as well be Western European (Mac)" in banner
