"""Earlier versions, by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.document import IN_WORK, Document, Status
from annotator.model.items import altered
from annotator.session.background.jobs import Jobs
from annotator.session.session import Session
from annotator.session.sync.versions import VersionsReader
from annotator.storage.saving.history import keep
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from annotator.ui.dialogs.history_dialog import HistoryDialog, open_history
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.empty_state import EmptyState
from annotator.ui.widgets.words.local_time import day_and_time
from tests.ui.conftest import NOW, SmallWindow

Key = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole
TEXT = "Thousands of people left the town on Thursday."
EARLY, EARLIER = "2026-11-22T05:42:00Z", "2026-10-03T06:12:00Z"
TODAY = day_and_time(EARLY, NOW)


@dataclass(frozen=True)
class Below:
    """What the dialog needs of everything below the window."""

    session: Session
    versions: VersionsReader


@dataclass
class Open:
    """The dialog over a window with an article, and the sidecar whose history it shows."""

    small_window: SmallWindow
    look: Look
    jobs: Jobs
    sidecar: Path
    qtbot: QtBot
    dialog: HistoryDialog | None = None

    def keep(self, version: Document | bytes, at: str) -> None:
        keep(self.sidecar, version if isinstance(version, bytes) else SidecarWriter().data(version), at)

    def open(self) -> None:
        below = Below(self.small_window.session, VersionsReader(self.jobs, self.small_window.window))
        self.dialog = open_history(below, self.look, self.small_window.window)
        self.jobs.finish()
        self.qtbot.waitUntil(self.dialog.isActiveWindow)

    def part(self, kind: type, name: str = "") -> QObject:
        found = self.dialog.findChild(kind, name or None)
        assert found is not None, name
        return found

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, key)

    def rows(self, name: str) -> list[str]:
        model = self.part(QTableView, name).model()
        return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]

    @property
    def since(self) -> str:
        return self.part(QLabel, "sinceThen").text()

    @property
    def can_restore(self) -> bool:
        button = self.part(QAbstractButton, "restore")
        return button.isVisible() and button.isEnabled()


@pytest.fixture
def read_only() -> str:
    return ""


@pytest.fixture
def history(
    small_window: SmallWindow, light_look: Look, qtbot: QtBot, tmp_path: Path, read_only: str
) -> Iterator[Open]:
    small_window.open(TEXT, [("claim", "Thousands of people left"), ("figure", "Thousands")], read_only=read_only)
    small_window.session.current.sidecar = tmp_path / "town.annotations.yaml"
    with ThreadPoolExecutor(1) as executor:
        yield Open(small_window, light_look, Jobs(executor), small_window.session.current.sidecar, qtbot)


@pytest.fixture
def two(history: Open) -> Open:
    """Two versions: before the figure, and before everything."""
    now = history.small_window.session.document
    begun = replace(now, annotator="sam", status=Status(IN_WORK))
    claim = {"a00000": altered(now.annotations["a00000"], note="see")}
    history.keep(replace(begun, annotations={}), EARLIER)
    history.keep(replace(begun, annotations=MappingProxyType(claim)), EARLY)
    history.open()
    return history


def test_what_has_been_changed_since_each(two: Open) -> None:
    assert two.rows("versions") == [f"{TODAY}, sam, 1 claim", f"{day_and_time(EARLIER, NOW)}, sam, Nothing marked"]
    assert two.since == "Since then: 1 figure added, facts of the file changed, 1 note changed, status changed."
    assert two.rows("changesSince") == [
        "figure, Thousands, added",
        "claim, Thousands of people left, note changed",
        "Status of the article, changed",
        "Header of the sidecar, changed",
    ]
    two.press(Key.Key_Down)
    assert two.since.startswith("Since then: 1 claim added, 1 figure added")


def test_corrections_that_were_left_out_and_times_that_came_are_told(history: Open) -> None:
    now = history.small_window.session.document
    entries = [{"start": at, "end": at + 1, "old": "x", "new": "T"} for at in range(3)]
    history.keep(replace(now, article_extra={"corrections": entries}), EARLIER)
    history.open()
    assert history.rows("changesSince") == ["Header of the sidecar, changed", "Corrections of the article, 3 left out"]


def test_enter_restores_as_one_step(two: Open) -> None:
    session, before = two.small_window.session, two.small_window.session.document
    two.press(Key.Key_Down, Key.Key_Return)
    assert not two.dialog.isVisible()
    assert dict(session.document.annotations) == {}
    assert session.history.undoText() == f"Restore the version of {day_and_time(EARLIER, NOW)}"
    session.undo()
    assert session.document == before


def test_the_button_restores(two: Open) -> None:
    two.qtbot.mouseClick(two.part(QAbstractButton, "restore"), Qt.MouseButton.LeftButton)
    assert list(two.small_window.session.document.annotations) == ["a00000"]
    assert two.small_window.session.history.undoText() == f"Restore the version of t{TODAY[1:]}"


def test_a_version_of_another_article_is_not_restored(two: Open) -> None:
    said: list[str] = []
    two.small_window.session.said.connect(said.append)
    two.small_window.open("Another town.")
    two.press(Key.Key_Return)
    assert said == ["Another article is open now; nothing was restored"]
    assert not two.small_window.session.history.canUndo()


def test_escape_changes_nothing(two: Open) -> None:
    before = two.small_window.session.document
    two.press(Key.Key_Escape)
    assert not two.dialog.isVisible()
    assert two.small_window.session.document == before


def test_there_is_none_yet(history: Open) -> None:
    history.open()
    said = history.part(EmptyState).accessibleName()
    assert said == "No earlier version yet The first change of each session keeps the file as it was."
    assert not history.can_restore


def test_a_damaged_one_is_listed_with_the_reason(history: Open) -> None:
    history.keep(b"annotations: [", EARLY)
    history.open()
    assert "It is not valid YAML" in history.rows("versions")[0]
    assert history.since.startswith("This version cannot be read, and stays as it is.")
    history.press(Key.Key_Return)
    assert history.dialog.isVisible()
    assert not history.can_restore


def test_the_same_as_now_need_not_be_restored(history: Open) -> None:
    history.keep(history.small_window.session.document, EARLY)
    history.open()
    assert history.since == "Nothing has been changed since then."
    assert not history.can_restore


def test_they_cannot_be_listed(history: Open) -> None:
    (history.sidecar.parent / ".annotator").write_text("no folder", "utf-8")
    history.open()
    assert history.part(EmptyState).accessibleName().startswith("The earlier versions cannot be listed")


class TestReadOnly:
    @pytest.fixture
    def read_only(self) -> str:
        return "The file cannot be changed."

    def test_nothing_can_be_restored(self, two: Open) -> None:
        assert not two.can_restore
        assert "The file cannot be changed." in [label.text() for label in two.dialog.findChildren(QLabel)]


def test_text_is_plain_and_every_control_has_a_name(history: Open) -> None:
    now = history.small_window.session.document
    history.keep(replace(now, annotator="<b>sam</b>", annotations={}), EARLY)
    history.open()
    assert history.rows("versions")[0].startswith(f"{TODAY}, <b>sam</b>, Nothing marked")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in history.dialog.findChildren(QLabel))
    kinds = (QAbstractButton, QTableView)
    controls = [part for kind in kinds for part in history.dialog.findChildren(kind) if part.isVisible()]
    assert [part for part in controls if isinstance(part, QWidget) and not part.accessibleName()] == []


def test_without_an_article_there_is_no_history(small_window: SmallWindow, light_look: Look) -> None:
    with ThreadPoolExecutor(1) as executor:
        assert (
            open_history(Below(small_window.session, VersionsReader(Jobs(executor))), light_look, small_window.window)
            is None
        )
