"""A folder is taken away while an article is open: review and comparing say so, and what to do; nothing is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui.article_view.review.reviewed_view import ReviewedView
from tests.support.program import CTRL, Key, Program
from tests.support.review.annotators import copy_annotators

Start = Callable[..., Program]
GONE = "The folder three cannot be read. Connect its disk, bring it back or check its permissions first."
EMPTY = "The folder three no longer has the article. Connect its disk or bring the file back first."


def opened(start: Start, tmp_path: Path, annotator: str) -> Program:
    return start(copy_annotators(tmp_path / "three") / "ferry.txt", annotator=annotator)


def take_away(folder: Path, *, mounted: bool) -> None:
    """Take the folder away, as one that is moved is; where it was ``mounted`` an empty one is left."""
    folder.rename(folder.with_name("elsewhere"))
    if mounted:
        folder.mkdir()


@pytest.mark.parametrize(("mounted", "sentence"), [(False, GONE), (True, EMPTY)])
@pytest.mark.parametrize("annotator", ["sam", "ben"])
def test_a_review_does_not_begin(start: Start, tmp_path: Path, annotator: str, mounted: bool, sentence: str) -> None:
    program = opened(start, tmp_path, annotator)
    take_away(tmp_path / "three", mounted=mounted)
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.said == sentence)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_comparing_does_not_begin(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, "sam")
    take_away(tmp_path / "three", mounted=False)
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: program.said == GONE)


def test_the_next_article_to_review_is_not_said_to_be_missing(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, "sam")
    for other in ("orchard", "school"):
        for file in (tmp_path / "three").glob(f"{other}.*"):
            file.unlink()
    program.press(Key.Key_F9)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), ReviewedView))
    program.type("aaaaaaaa")
    program.wait_saved()
    take_away(tmp_path / "three", mounted=False)
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.said == GONE)
