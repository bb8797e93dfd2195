"""The tables of a whole folder, and as files."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from annotator.model.kinds.dismissals import Dismissal
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_files import read_sidecar
from tests.support.marked_articles import Marks, write_report
from tests.support.program import ALT, CTRL, Key, sidecar_of
from tests.ui.dialogs.figures_dialog.conftest import FiguresWindow, Start


def whole_folder(report: FiguresWindow) -> None:
    report.click("folderScope")
    report.wait_for(lambda: any("zebra 2" in line for line in report.figures))


def test_the_folder_has_the_figures_of_all_articles_with_their_names(report: FiguresWindow) -> None:
    whole_folder(report)
    report.wait_for(lambda: any("report 2" in line for line in report.figures))
    assert any(line.startswith("17") for line in report.figures)
    report.click("articleScope")
    report.wait_for(lambda: len(report.figures) == 5)


def test_another_article_is_opened_by_going_there(report: FiguresWindow) -> None:
    whole_folder(report)
    report.program.press(Key.Key_F, CTRL)
    report.program.type("masts")
    report.program.press(Key.Key_Down)
    report.program.press(Key.Key_Down)
    report.wait_for(lambda: report.at.startswith("31"))
    report.program.press(Key.Key_1, ALT)
    report.program.wait_opened("zebra.txt")
    report.wait_for(lambda: report.program.session.selected_annotation is not None)
    chosen = report.program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "b2"


def test_a_finding_of_another_article_is_dismissed_there_and_taken_back(
    start_again: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    report = FiguresWindow(start_again(write_report(tmp_path).with_name("zebra.txt")), qtbot)
    report.open()
    report.click("folderScope")
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))
    report.program.press(Key.Key_Down, ALT)
    report.program.press(Key.Key_R, ALT)
    report.program.type("counted a day later")
    report.click("dismissFinding")
    report.wait_for(lambda: report.button("showDismissed").text() == "Show 1 dismissed")
    assert report.text("factSaid") == "Dismissed “Two numbers for one thing”"
    document = read_sidecar(sidecar_of(tmp_path / "report.txt"), read_article(tmp_path / "report.txt").article).document
    assert [(one.of, one.why) for one in document.of(Dismissal).values()] == [(("f1", "f2"), "counted a day later")]
    assert len(document.annotations) == 6
    assert not report.program.document.of(Dismissal)
    report.click("showDismissed")
    report.click("takeBackDismissal")
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))
    assert b"counted a day later" not in sidecar_of(tmp_path / "report.txt").read_bytes()


def test_a_name_is_ticked_in_every_article_that_has_it(start_again: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_report(tmp_path)
    for name in ("one.txt", "two.txt"):
        text = "Dana Reiff spoke.\n"
        Marks(text).mark("s", "source", "Dana Reiff", entity="Dana Reiff", kind="person").write(tmp_path / name)
    report = FiguresWindow(start_again(path), qtbot)
    report.open()
    report.click("folderScope")
    report.wait_for(lambda: any(line.startswith("Dana Reiff, person, 3") for line in report.names))
    report.focus("nameRows")
    rows = report.program.part(QTableView, "nameRows")
    for ticked in (True, False):
        at = next(number for number, line in enumerate(report.names) if line.startswith("Dana Reiff"))
        report.program.press(Key.Key_Home)
        report.program.press(Key.Key_Down, times=at - rows.currentIndex().row())
        report.program.press(Key.Key_Space)
        report.wait_for(partial(_is_ticked, report, tmp_path, ticked=ticked))


def _is_ticked(report: FiguresWindow, folder: Path, *, ticked: bool) -> bool:
    return (", ticked" in _line(report)) == ticked and _ticked(folder) == [ticked] * 3


def _ticked(folder: Path) -> list[bool]:
    """Whether the sidecars of the three articles have the name ticked."""
    sidecars = [sidecar_of(folder / name).read_bytes() for name in ("one.txt", "two.txt", "report.txt")]
    return [b"Dana Reiff" in data.partition(b"\nnames:")[2] for data in sidecars]


def _line(report: FiguresWindow) -> str:
    return next(line for line in report.names if line.startswith("Dana Reiff"))


def test_figures_and_names_are_saved_as_csv(report: FiguresWindow, tmp_path: Path) -> None:
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))
    for name in ("saveFigures", "saveNames"):
        report.program.messages.target = str(tmp_path / f"{name}.csv")
        report.trigger(name)
    with (tmp_path / "saveFigures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [(row["value"], row["counted"], row["source"]) for row in rows] == [
        ("412", "homes flooded", ""),
        ("421", "homes flooded", ""),
        ("9", "boats", "Dana Reiff"),
    ]
    assert rows[0]["does_not_fit"].startswith("Sentence 2 says “412”")
    with (tmp_path / "saveNames.csv").open(encoding="utf-8-sig", newline="") as file:
        names = {row["name"]: row for row in csv.DictReader(file)}
    assert names["Dana Reiff"]["ticked"] == "no"
    assert not report.program.document.of(Dismissal)


def test_a_file_that_is_there_is_replaced_only_if_the_user_agrees(report: FiguresWindow, tmp_path: Path) -> None:
    there = tmp_path / "figures.csv"
    there.write_text("mine", "utf-8")
    report.program.messages.target, report.program.messages.answer = str(there), "Cancel"
    report.trigger("saveFigures")
    assert there.read_text("utf-8") == "mine"
    report.program.messages.answer = "Replace"
    report.trigger("saveFigures")
    assert "homes flooded" in there.read_text("utf-8")


def test_another_folder_is_read_anew(report: FiguresWindow, tmp_path: Path) -> None:
    whole_folder(report)
    other = tmp_path / "other"
    other.mkdir()
    Marks("They counted 5 geese.\n").mark("g", "figure", "5", value=5, counted="geese").write(other / "geese.txt")
    report.program.window.open(other / "geese.txt")
    report.program.wait_opened("geese.txt")
    report.wait_for(lambda: [line.split(",")[0] for line in report.figures] == ["geese", "5"])
