"""An unexpected error in the real window: the work is safe, the user is told, the work goes on."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton

from annotator.session.errors.error_hooks import ErrorHooks
from annotator.storage.program.error_log import ErrorLog
from tests.support.program import Key, Program, saved_marks, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]


class Story:
    """The program on a folder, with an eye on its errors."""

    def __init__(self, program: Program, article: Path, logs: Path) -> None:
        self.program, self.article = program, article
        self.failures = ErrorHooks(
            ErrorLog(logs / "errors.log"), lambda: "2026-11-22T06:21:20Z", lambda: "", StringIO()
        )
        program.window.follow(self.failures)

    def fail(self, error: Exception) -> None:
        self.failures.report(error)

    @property
    def dialogs(self) -> list[QDialog]:
        return [one for one in self.program.window.findChildren(QDialog, "failureDialog") if one.isVisible()]

    def wait_told(self) -> QDialog:
        self.program.wait_for(lambda: bool(self.dialogs))
        return self.dialogs[0]

    @property
    def saved(self) -> str:
        """What is said of the work."""
        found = self.dialogs[0].findChild(QLabel, "savedSentence")
        assert isinstance(found, QLabel)
        return found.text()

    def choose(self, text: str) -> None:
        next(one for one in self.dialogs[0].findChildren(QPushButton) if one.text() == text).click()


@pytest.fixture
def story(start: Start, tmp_path: Path) -> Story:
    folder = tmp_path / "folder"
    folder.mkdir()
    article = write_folder(folder)
    return Story(start(article), article, tmp_path)


def test_the_work_is_saved_before_anything_is_said(story: Story) -> None:
    story.program.type("c")
    assert story.program.is_saving
    story.fail(ValueError())
    story.wait_told()
    assert saved_marks(story.article) == [("claim", "Harbour")]
    assert story.saved == "Your work is saved."
    story.choose("Go on")
    story.program.window.activateWindow()  # which a desktop does
    story.program.wait_for(story.program.view.hasFocus)
    story.program.type("s")
    story.program.wait_for(lambda: saved_marks(story.article) == [("source", "Harbour")])


def test_a_note_that_is_being_written_is_saved(story: Story) -> None:
    story.program.type("cn")
    story.program.type("half a no")
    story.fail(ValueError())
    story.wait_told()
    assert "half a no" in sidecar_of(story.article).read_text("utf-8")


def test_what_is_not_saved_is_said(story: Story) -> None:
    sidecar_of(story.article).mkdir()
    story.program.type("c")
    story.fail(ValueError())
    story.wait_told()
    assert story.saved.startswith("town.annotations.yaml is not saved. ")
    sidecar_of(story.article).rmdir()


def test_many_errors_are_one_dialog(story: Story) -> None:
    for error in (ValueError(), KeyError(), TypeError(), ValueError()):
        story.fail(error)
    dialog = story.wait_told()
    story.program.wait_for(lambda: dialog.details.count(" at an unknown place") == 3)
    assert len(story.dialogs) == 1


def test_an_error_while_saving_is_no_endless_story(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.session.open_field.OpenField.finish", lambda _self: 1 / 0)
    story.fail(ValueError())
    story.wait_told()
    assert "not certain" in story.saved
    kinds = [error.kind for error in story.failures.log.last(9)]
    assert kinds == ["ZeroDivisionError", "ValueError"]
    monkeypatch.undo()


def test_quit_closes_the_window(story: Story) -> None:
    story.program.type("c")
    story.fail(ValueError())
    story.wait_told()
    story.choose("Quit")
    story.program.wait_for(story.program.window.isHidden)
    assert saved_marks(story.article) == [("claim", "Harbour")]


def test_the_keyboard_alone(story: Story) -> None:
    story.fail(ValueError())
    story.wait_told().activateWindow()
    story.program.wait_for(lambda: story.dialogs[0].isActiveWindow())
    story.program.press(Key.Key_Return)
    assert story.dialogs == []


def test_a_crash_of_the_run_before_is_told_once_with_its_report(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    log = ErrorLog(tmp_path / "errors.log")
    log.crash_file.write_text('Fatal Python error: Segmentation fault\n  File "x.py", line 7 in run\n')
    program = start(write_folder(folder))
    with ErrorHooks(log, lambda: "2026-11-22T06:21:20Z", lambda: "", StringIO()) as failures:
        program.window.follow(failures)
    assert program.banners["crash"] == ("Annotator ended unexpectedly last time. All annotations up to then are saved.")
    program.click_banner("Show report")
    assert "crash" not in program.banners
    (dialog,) = program.window.findChildren(QDialog, "failureDialog")
    details = dialog.findChild(QPlainTextEdit, "failureDetails")
    assert isinstance(details, QPlainTextEdit)
    assert details.isVisible()
    assert "SegmentationFault at x.py:7" in details.toPlainText()
    dialog.accept()
    with ErrorHooks(log, lambda: "2026-11-22T06:21:21Z", lambda: "", StringIO()) as again:
        assert again.crash is None
