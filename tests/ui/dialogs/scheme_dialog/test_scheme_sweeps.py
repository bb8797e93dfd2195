"""Changes of the scheme that go through saved files, asked for in its window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import CTRL, Key, saved_marks
from tests.support.stories import write_folder
from tests.ui.dialogs.scheme_dialog.conftest import SCHEME, SchemeWindow, Start


@pytest.fixture
def used(start_again: Start, qtbot: QtBot, tmp_path: Path) -> SchemeWindow:
    """The window on a folder with two claims and a source, saved."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    for words, key in (("Thousands", "c"), ("town", "c"), ("mayor", "s")):
        window.program.select(words)
        window.program.type(key)
    window.program.wait_saved()
    window.open()
    return window


def saved(window: SchemeWindow) -> list[str]:
    return [label for label, _words in saved_marks(window.folder / "town.txt")]


def examples(window: SchemeWindow) -> list[str]:
    """The examples of the preview that is shown."""
    strip = window.program.part(QWidget, "sweepStrip")
    return [it.text() for it in strip.findChildren(QLabel) if it.isVisible() and "claim" in it.text()][1:]


def agree(window: SchemeWindow, title: str) -> None:
    """Wait for the preview, agree to it by Enter and wait until it is done."""
    ready = lambda: window.button("doSweep").isVisible() and window.button("doSweep").isEnabled()  # noqa: E731
    window.program.wait_for(ready)
    assert window.says("sweepTitle") == title
    window.click("doSweep")
    window.program.wait_for(lambda: "Scheme change" in window.says("schemeState"))


def test_a_label_is_renamed_after_a_preview_and_taken_back(used: SchemeWindow) -> None:
    used.program.press(Key.Key_F2)
    used.program.type("statement")
    used.program.press(Key.Key_Return)
    used.program.wait_for(lambda: used.button("doSweep").isEnabled())
    assert used.button("doSweep").text() == "Rename 2 items"
    assert "no name, 1 file" in [it.text() for it in used.dialog.findChildren(QLabel)]
    assert saved(used) == ["claim", "claim", "source"]
    agree(used, "Rename “claim” to “statement”")
    assert saved(used).count("statement") == 2
    assert used.at == "statement"
    assert "# what is asserted" in (used.folder / "scheme.yaml").read_text("utf-8")
    used.program.wait_for(lambda: used.program.document.in_text_order()[0].label != "claim")
    used.program.messages.answers = ["Take back"]
    used.click("takeBackScheme")
    used.program.wait_for(lambda: used.says("schemeState").startswith("Taken back"))
    assert saved(used) == ["claim", "claim", "source"]
    assert (used.folder / "scheme.yaml").read_text("utf-8") == SCHEME


def test_other_changes_are_saved_with_it_and_said_before(used: SchemeWindow) -> None:
    used.click("option-dotted")
    used.focus(used.tree)
    used.program.press(Key.Key_F2)
    used.program.type("statement")
    used.program.press(Key.Key_Return)
    used.program.wait_for(lambda: "1 other change" in used.says("sweepRemarks"))
    agree(used, "Rename “claim” to “statement”")
    assert (used.written.labels[0].id, used.written.labels[0].mark) == ("statement", "dotted")


def test_escape_leaves_the_strip_and_nothing_is_written(used: SchemeWindow) -> None:
    used.program.press(Key.Key_F2)
    used.program.type("statement")
    used.program.press(Key.Key_Return)
    used.program.wait_for(lambda: used.button("doSweep").isEnabled())
    used.program.press(Key.Key_Escape)
    assert not used.button("doSweep").isVisible()
    assert used.field("nameField").text() == "claim"
    assert used.dialog.isVisible()
    assert (used.folder / "scheme.yaml").read_text("utf-8") == SCHEME


def test_a_label_is_removed_from_saved_files_too(used: SchemeWindow) -> None:
    used.program.press(Key.Key_Delete)
    used.program.wait_for(lambda: used.says("sweepPromise").startswith("Saved files keep it"))
    assert examples(used) == ["Thousands: claim"]
    used.click("option-drop")
    used.program.wait_for(lambda: examples(used) == ["Thousands: claim → removed"])
    agree(used, "Remove “claim”")
    assert saved(used) == ["source"]
    assert [label.id for label in used.written.labels] == ["source", "draft_label"]


def test_a_label_is_merged_into_another(used: SchemeWindow) -> None:
    used.program.press(Key.Key_Down)
    used.click("mergeScheme")
    box = used.dialog.findChild(QComboBox, "mergeInto")
    assert [box.itemText(row) for row in range(box.count())] == ["claim", "draft label"]
    agree(used, "Merge “source” into “claim”")
    assert saved(used) == ["claim", "claim", "claim"]
    assert used.at == "claim"


def test_a_label_is_split_by_an_attribute(used: SchemeWindow) -> None:
    used.click("splitScheme")
    agree(used, "Split “claim” by “kind”")
    assert [label.id for label in used.written.labels][:3] == ["claim", "event", "rule"]
    assert used.program.is_closed is False


def test_a_name_that_is_taken_is_refused_at_the_field(used: SchemeWindow) -> None:
    used.program.press(Key.Key_F2)
    used.program.type("source")
    used.program.press(Key.Key_Return)
    assert used.says("nameRemark") == "There is another “source” here already."
    used.program.press(Key.Key_Z, CTRL)


def asked(window: SchemeWindow) -> None:
    """Ask for another name of the first label, and wait for the preview."""
    window.program.press(Key.Key_F2)
    window.program.type("statement")
    window.program.press(Key.Key_Return)
    window.program.wait_for(lambda: window.button("doSweep").isEnabled())


def test_nothing_is_done_where_the_scheme_was_changed_since_the_preview(used: SchemeWindow) -> None:
    asked(used)
    changed = SCHEME.replace("id: draft_label", "id: theirs")
    (used.folder / "scheme.yaml").write_text(changed, "utf-8")
    used.click("doSweep")
    used.program.wait_for(
        lambda: used.says("sweepPromise").endswith("It has been changed meanwhile; nothing was done.")
    )
    used.click("cancelSweep")
    used.program.wait_for(lambda: "theirs" in used.labels)
    assert saved(used) == ["claim", "claim", "source"]
    assert (used.folder / "scheme.yaml").read_text("utf-8") == changed


def test_a_scheme_that_was_removed_since_the_preview_does_not_become_the_built_in_one(used: SchemeWindow) -> None:
    asked(used)
    (used.folder / "scheme.yaml").unlink()
    used.click("doSweep")
    used.program.wait_for(
        lambda: used.says("sweepPromise").endswith("It has been changed meanwhile; nothing was done.")
    )
    assert not (used.folder / "scheme.yaml").exists()
    assert saved(used) == ["claim", "claim", "source"]


def test_a_file_that_was_damaged_since_the_preview_is_named(used: SchemeWindow) -> None:
    asked(used)
    sidecar = used.folder / "town.annotations.yaml"
    sidecar.write_text(f"{sidecar.read_text('utf-8')}][\n", "utf-8")
    used.click("doSweep")
    used.program.wait_for(lambda: bool(used.program.messages.told))
    _title, sentence, files = used.program.messages.told[0]
    assert sentence == "These files are left as they are."
    assert f"{sidecar.name}:" in files
    assert "It is not valid YAML" in files
