"""Watched files and folders: what is moved, put in the place of another, or changes above them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.session.sync.file_watch import PathWatch


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "archive" / "news" / "town.txt"
    path.parent.mkdir(parents=True)
    path.write_text("Thousands left.\n", "utf-8")
    return path


@pytest.fixture
def watch(qtbot: QtBot, town: Path) -> Iterator[PathWatch]:
    parent = QObject()
    watch = PathWatch(parent)
    watch.watch([town, town.parent])
    yield watch
    watch.watch(())


@pytest.mark.parametrize("above", [0, 1])
def test_a_folder_that_is_moved_is_told_however_far_above(
    watch: PathWatch, town: Path, qtbot: QtBot, above: int
) -> None:
    folder = town.parents[above]
    with qtbot.waitSignal(watch.stirred):
        folder.rename(folder.with_name("away"))
    with qtbot.waitSignal(watch.stirred):
        folder.with_name("away").rename(folder)
    with qtbot.waitSignal(watch.stirred):
        town.write_text("Hundreds left.\n", "utf-8")


@pytest.mark.parametrize("above", [0, 1])
def test_a_folder_in_the_place_of_another_is_told_and_watched(
    watch: PathWatch, town: Path, qtbot: QtBot, above: int
) -> None:
    folder = town.parents[above]
    other = town.parents[2] / "other" / town.relative_to(folder)
    other.parent.mkdir(parents=True)
    other.write_bytes(town.read_bytes())
    with qtbot.waitSignal(watch.stirred):
        folder.rename(folder.with_name("away"))
        (town.parents[2] / "other").rename(folder)
    with qtbot.waitSignal(watch.stirred):
        town.write_text("Hundreds left.\n", "utf-8")


def test_what_else_happens_above_is_not_told(watch: PathWatch, town: Path, qtbot: QtBot) -> None:
    told: list[bool] = []
    watch.stirred.connect(lambda: told.append(True))
    (town.parents[1] / "neighbour").mkdir()
    (town.parents[2] / "neighbour.txt").write_text("news", "utf-8")
    with qtbot.waitSignal(watch.stirred):
        town.write_text("Hundreds left.\n", "utf-8")
    assert told == [True]


def test_what_is_not_watched_any_more_is_not_told(watch: PathWatch, town: Path, qtbot: QtBot) -> None:
    told: list[bool] = []
    watch.stirred.connect(lambda: told.append(True))
    watch.watch([town.parents[2] / "later.txt"])
    town.write_text("Hundreds left.\n", "utf-8")
    town.parent.rename(town.parent.with_name("away"))
    with qtbot.waitSignal(watch.stirred):
        (town.parents[2] / "later.txt").write_text("news", "utf-8")
    assert told == [True]
