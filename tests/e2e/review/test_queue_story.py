"""The list of articles by what a reviewer has to do, and by how much annotators differ."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from annotator.ui.article_view.review.reviewed_view import ReviewedView
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.review.annotators import copy_annotators

Start = Callable[..., Program]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles by three, one on which all agree, and one by nobody."""
    copy_annotators(tmp_path)
    (tmp_path / "agreed.txt").write_text((tmp_path / "ferry.txt").read_text())
    for name in ("ann", "ben"):
        data = sidecar_of(tmp_path / "ferry.txt", "ann").read_text().replace("ferry.txt", "agreed.txt")
        sidecar_of(tmp_path / "agreed.txt", name).write_text(data.replace('annotator: "ann"', f'annotator: "{name}"'))
    (tmp_path / "blank.txt").write_text("Nobody has read this.")
    return tmp_path


def listed(program: Program) -> list[str]:
    """Headings and articles of the list, in order."""
    model = program.part(RowsView, "articlesList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def group(program: Program, name: str) -> None:
    """Choose a kind of groups in the menu."""
    menu = program.part(QMenu, "articleGroupsMenu")
    next(action for action in menu.actions() if action.text().replace("&", "") == name).trigger()


def test_what_differs_most_comes_first(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "ferry.txt", "sam")
    group(program, "By disagreement")
    program.wait_for(lambda: "All agree" in listed(program))
    shown = listed(program)
    assert shown[-4:] == ["All agree", "agreed", "Nothing to compare", "blank"]
    assert {"ferry", "orchard", "school"} < {*shown[:-4]}
    last = shown[shown.index("All agree") - 1]
    while program.opened != f"{last}.txt":
        before = program.opened
        program.press(Key.Key_Down, ALT)
        program.wait_for(lambda before=before: program.opened != before)  # type: ignore[misc]
    program.press(Key.Key_Down, ALT)
    program.wait_opened("agreed.txt")


@pytest.mark.parametrize(
    ("kind", "nothing"), [("By disagreement", "Nothing to compare"), ("By review", "Nothing to review")]
)
def test_a_blind_plan_gives_nothing_to_group_by(start_again: Start, folder: Path, kind: str, nothing: str) -> None:
    plan = "format: annotation-plan\nversion: 1\nannotators: [ann]\nrounds:\n- articles: {ferry.txt: [ann]}\n"
    (folder / ".annotator").mkdir(exist_ok=True)
    (folder / ".annotator" / "plan.yaml").write_text(plan)
    program = start_again(folder / "ferry.txt", "ann")
    group(program, kind)
    program.wait_for(lambda: listed(program) == [nothing, "ferry"])


def test_reviews_are_not_compared_with_what_they_are_of(start_again: Start, folder: Path) -> None:
    review = shutil.copy(sidecar_of(folder / "agreed.txt", "ann"), sidecar_of(folder / "agreed.txt", "dee"))
    text = Path(review).read_text().split("annotations:")[0].replace('"ann"', '"dee"')
    Path(review).write_text(text + "decisions:\n- id: d1\n  took: none\n")
    program = start_again(folder / "ferry.txt", "sam")
    group(program, "By disagreement")
    program.wait_for(lambda: "All agree" in listed(program))
    assert listed(program)[-4:-2] == ["All agree", "agreed"]


def test_articles_in_which_others_wait_for_a_review_come_first(start_again: Start, folder: Path) -> None:
    sidecar_of(folder / "agreed.txt", "ben").unlink()
    program = start_again(folder / "agreed.txt", "dee")
    group(program, "By review")
    program.wait_for(lambda: "To be reviewed" in listed(program))
    assert listed(program) == ["To be reviewed", "agreed", "ferry", "orchard", "school", "Nothing to review", "blank"]
    program.press(Key.Key_F9)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), ReviewedView))
    program.type("a" * sidecar_of(folder / "agreed.txt", "ann").read_text().count("\n- id: a"))
    assert program.said.startswith("All are decided")
    program.press(Key.Key_F9)
    program.wait_for(lambda: listed(program)[-4:-2] == ["All decided", "agreed"])


@pytest.mark.parametrize("annotator", ["", "ann"])
def test_the_name_that_was_given_for_the_review_counts(start_again: Start, folder: Path, annotator: str) -> None:
    sidecar_of(folder / "agreed.txt", "ben").unlink()
    program = start_again(folder / "agreed.txt", annotator)
    group(program, "By review")
    program.wait_for(lambda: "To be reviewed" in listed(program))
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.part(QLineEdit, "reviewerName").isVisible())
    program.press(Key.Key_A, CTRL)
    program.type("lee")
    program.press(Key.Key_Return)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), ReviewedView))
    program.type("a" * sidecar_of(folder / "agreed.txt", "ann").read_text().count("\n- id: a"))
    assert program.said.startswith("All are decided")
    program.press(Key.Key_F9)
    program.wait_for(lambda: "All decided" in listed(program))
    assert listed(program)[listed(program).index("All decided") + 1] == "agreed"
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.part(QLineEdit, "reviewerName").isVisible())
    assert program.part(QLineEdit, "reviewerName").text() == "lee"
