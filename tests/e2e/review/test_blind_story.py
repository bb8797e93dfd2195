"""Blind work by keys: one's own articles one after another, and nothing of what the others marked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QPushButton

from annotator.cli import main
from annotator.corpus.adoption import adopt_below
from annotator.corpus.seen_sidecars import as_seen_by
from annotator.facts.desk.version_digests import version_digests
from annotator.model.document import Document
from annotator.model.kinds.decisions import NONE, Decision
from annotator.model.scheme_changes.changes import RefusedChangeError, Rename
from annotator.model.scheme_changes.parts import Part
from annotator.session.background.long_work import Passing
from annotator.session.review.folder_corrections import corrections_below
from annotator.session.scheme_changes.scheme_runs import previewed
from annotator.storage.sidecars.sidecar_files import SidecarWriter, annotator_in, sidecar_path
from annotator.ui.panels.articles.progress import Progress
from annotator.ui.widgets.banner import BannerStack
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_language import shown
from tests.support.program import ALT, CTRL, SHIFT, Key, Program
from tests.support.review.annotators import read_annotators

Start = Callable[..., Program]
FOLDER = Path(__file__).with_name("three_annotators")
PLAN = """\
format: annotation-plan
version: 1
annotators: [ann, ben]
reviewers: [dee]
blind: {blind}
rounds:
- round: 1
  articles:
    ferry.txt: [ann, ben]
    orchard.txt: [ben]
    school.txt: [ann]
"""
OF_ANN, OF_BEN = "A new fence costs 12,000", "About 300 trees grow there"
"""Claims of the board, of which only one is ann's."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "news")
    (tmp_path / "news" / "zz.annotations.ann.yaml").write_text("no sidecar")  # the last that is counted
    write_plan(tmp_path / "news", blind=True)
    return tmp_path / "news"


def write_plan(folder: Path, *, blind: bool) -> None:
    (folder / ".annotator").mkdir(exist_ok=True)
    (folder / ".annotator" / "plan.yaml").write_text(PLAN.format(blind=str(blind).lower()))


def write_decisions(folder: Path) -> None:
    """Let dee have rejected one annotation of ann's alone, and the final version one of ann's and ben's."""
    documents = read_annotators("ferry", folder)
    id = next(iter(documents["ann"].annotations))
    digest = version_digests(documents["ann"], [id])[id]
    for name, others in (("dee", {}), ("gold", {"ben": ""})):
        decision = Decision("d1", over={"ann": digest, **others}, of={"ann": id}, took=NONE, by=name)
        article = documents["ann"].article
        document = Document(article, annotator=name, items={Decision: {"d1": decision}})
        sidecar_path(folder / "ferry.txt", name).write_bytes(SidecarWriter().data(document))


def rows(program: Program) -> list[str]:
    model = program.part(RowsView, "articlesList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def everything_said() -> Iterator[str]:
    """Whatever any window shows or tells a screen reader."""
    for window in QApplication.topLevelWidgets():
        yield from shown(window)
        for view in window.findChildren(QAbstractItemView):
            if view.model():
                yield from cells(view.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (
                str(data)
                for role in (
                    Qt.ItemDataRole.DisplayRole,
                    Qt.ItemDataRole.AccessibleTextRole,
                    Qt.ItemDataRole.ToolTipRole,
                )
                if (data := index.data(role))
            )


def open_all(program: Program) -> set[str]:
    """Open the board and the statistics of the folder, and return all that is said when both have been read."""
    program.view.setFocus()
    program.press(Key.Key_B, CTRL)
    program.wait_for(lambda: OF_ANN in {*everything_said()})
    program.press(Key.Key_F12, SHIFT)
    program.wait_for(lambda: program.window.findChild(QDialog, "statisticsDialog") is not None)
    program.wait_for(lambda: "cannot be read" in program.part(QLabel, "statisticsCount").text())
    return {*everything_said()}


def test_one_goes_through_ones_own_articles(start_again: Start, folder: Path) -> None:
    program = start_again(folder, "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    program.wait_for(lambda: program.part(Progress).accessibleName().startswith("2 of 2 done"))
    program.view.setFocus()
    program.press(Key.Key_Home, CTRL)
    while program.opened != "ferry.txt":
        program.press(Key.Key_Up, ALT)
        program.wait_for(lambda: program.opened in ("ferry.txt", "school.txt"))
    program.press(Key.Key_Down, ALT)
    program.wait_opened("school.txt")
    mine = program.part(Pill, "myArticles")
    assert (mine.text(), mine.isChecked(), program.part(Pill, "allArticles").text()) == ("Mine 2", True, "All 3")
    mine.setFocus()
    program.press(Key.Key_Right)
    assert rows(program) == ["ferry", "orchard", "school"]
    program.press(Key.Key_Left)
    assert rows(program) == ["ferry", "school"]


def test_nothing_of_the_others_is_on_the_screen_nor_in_a_name(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    said = open_all(program)
    assert OF_BEN not in said
    assert not said & {"ben", "cem"}


@pytest.mark.parametrize("who", ["dee", "ann"])
def test_a_reviewer_sees_all_and_so_do_all_where_the_plan_is_open(start_again: Start, folder: Path, who: str) -> None:
    write_plan(folder, blind=who == "dee")
    program = start_again(folder / "ferry.txt", who)
    assert OF_BEN in open_all(program)


def test_the_first_article_is_ones_own_and_so_is_that_after_another_name(start: Start, folder: Path) -> None:
    program = start(folder / "orchard.txt", "ben")
    program.wait_opened("orchard.txt")
    program.wait_for(lambda: program.settings.is_file() and "orchard" in program.settings.read_text())
    program.close()
    program = start(folder, "ann")
    program.wait_opened("ferry.txt")
    assert rows(program) == ["ferry", "school"]


def test_an_article_that_was_asked_for_stays_whosever_it_is(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "orchard.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    assert program.opened == "orchard.txt"
    program.wait_for(lambda: "article-of-others" in program.banners)
    program.press(Key.Key_Down, ALT)
    program.wait_for(lambda: program.opened in ("ferry.txt", "school.txt"))
    assert "article-of-others" not in program.banners


@pytest.mark.parametrize("who", ["", "Ann"])
def test_one_whom_the_plan_does_not_know_is_asked_for_the_name(start: Start, folder: Path, who: str) -> None:
    program = start(folder, who)
    program.wait_for(lambda: "plan" in program.banners)
    assert "ann and ben" in program.banners["plan"].replace(", ", " and ")
    assert ("“Ann”" in program.banners["plan"]) == bool(who)
    button = next(
        button for button in program.part(BannerStack).findChildren(QPushButton) if button.text() == "I am ben"
    )
    button.setFocus()
    program.press(Key.Key_Return)
    program.wait_for(lambda: rows(program) == ["ferry", "orchard"])
    program.wait_for(lambda: program.session.current is not None and program.document.annotator == "ben")
    assert "plan" not in program.banners


@pytest.mark.parametrize("who", ["ann", "dee"])
def test_one_whom_the_plan_knows_is_not_asked(start_again: Start, folder: Path, who: str) -> None:
    program = start_again(folder / "ferry.txt", who)
    program.wait_for(lambda: len(rows(program)) == (3 if who == "dee" else 2))
    assert "plan" not in program.banners


def test_a_plan_that_cannot_be_read_is_told_and_hides(start_again: Start, folder: Path) -> None:
    (folder / ".annotator" / "plan.yaml").write_text("format: annotation-plan\nversion: 1\nannotators: 3\n")
    program = start_again(folder / "ferry.txt", "ann")
    program.wait_for(lambda: "plan" in program.banners)
    assert "Line 3" in program.banners["plan"]
    assert rows(program) == ["ferry", "orchard", "school"]


def test_without_a_plan_all_is_as_it_was(start_again: Start, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "news")
    program = start_again(tmp_path / "news" / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "orchard", "school"])
    assert not program.part(Pill, "myArticles").isVisible()


def test_a_plan_that_was_written_meanwhile_counts_with_the_next_article(start_again: Start, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "news")
    program = start_again(tmp_path / "news" / "ferry.txt", "ann")
    program.wait_for(lambda: len(rows(program)) == 3)
    assert main(["assign", str(tmp_path / "news"), "--annotators", "ann,ben", "--seed", "1"]) == 0
    program.press(Key.Key_Down, ALT)
    program.wait_for(lambda: len(rows(program)) < 3)


def test_comparing_and_agreement_are_refused_in_words(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    for action in ("compare_annotators", "decide_final", "agreement", "review"):
        program.part(QAction, action).trigger()
        assert program.said.startswith("The plan of this folder is blind"), action
        program.session.say("")
    assert OF_BEN not in {*everything_said()}


WINDOWS = {
    "export": (
        "3 documents, 16 annotations; 1 file cannot be read",
        "9 documents, 52 annotations; 1 file cannot be read",
    ),
    "scheme": (
        "label · 8 annotations in 3 articles, 1 annotator",
        "label · 27 annotations in 3 articles, 3 annotators",
    ),
}
"""Counts that a window says to an annotator of the blind plan, and to a reviewer."""


@pytest.mark.parametrize("action", WINDOWS)
@pytest.mark.parametrize("who", ["ann", "dee"])
def test_windows_on_the_folder_count_what_one_is_to_see(
    start_again: Start, folder: Path, action: str, who: str
) -> None:
    program = start_again(folder / "ferry.txt", who)
    program.part(QAction, action).trigger()
    own, all_of_them = WINDOWS[action]
    program.wait_for(lambda: (own if who == "ann" else all_of_them) in {*everything_said()})
    assert (who == "ann") == (not any("ben" in said or "cem" in said for said in everything_said()))


def test_a_change_of_the_scheme_through_all_files_is_left_to_a_reviewer(folder: Path) -> None:
    change, passing = Rename(Part("label", "claim"), "assertion"), Passing(lambda _stage: None)
    with as_seen_by("ann", folder), pytest.raises(RefusedChangeError, match="blind"):
        previewed(folder, change, passing)
    with as_seen_by("dee", folder):
        assert previewed(folder, change, passing).tally.sidecars == 9


def test_corrections_are_those_over_ones_own_work_alone(folder: Path) -> None:
    write_decisions(folder)
    with as_seen_by("ann", folder):
        found = corrections_below([folder], "ann")
    assert [(place.correction.kind, place.correction.by) for place in found.places] == [("superfluous", "dee")]
    assert (found.decided, len(corrections_below([folder], "ann").places)) == (1, 2)


def test_what_was_renamed_with_its_article_goes_along_whosever_it_is(folder: Path) -> None:
    (folder / "ferry.txt").rename(folder / "boat.txt")
    (folder / "school.txt").write_text("Another text altogether.")
    with as_seen_by("ann", folder):
        adopted, left = adopt_below(folder, ())
    assert sorted(done.new.name for done in adopted) == [
        f"boat.annotations.{name}.yaml" for name in ("ann", "ben", "cem")
    ]
    assert {annotator_in(orphan.sidecar) for orphan in left} <= {"ann"}


def test_a_plan_that_is_damaged_while_an_article_is_open_is_told(start_again: Start, folder: Path) -> None:
    program = start_again(folder, "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    program.finish()
    (folder / ".annotator" / "plan.yaml").write_text("format: annotation-plan\nversion: [\n")
    (folder / "notes.pdf").write_bytes(b"")  # something stirs in the folder
    program.wait_for(lambda: "plan" in program.banners)
    write_plan(folder, blind=True)
    (folder / "notes.pdf").unlink()
    program.wait_for(lambda: "plan" not in program.banners)
