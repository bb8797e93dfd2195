"""Editing of a scheme in its window, by keys and mouse."""

from __future__ import annotations

from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from tests.support.program import ALT, CTRL, SHIFT, Key
from tests.ui.dialogs.scheme_dialog.conftest import SCHEME, SchemeWindow
from tests.ui.pixels import colours


def test_the_tree_is_walked_and_shown(own: SchemeWindow) -> None:
    assert own.rows == [
        *("small", "Labels, with annotations in the folder", "claim", "source", "draft label"),
        *("Relations", "said by", "The article itself", "States of check, with their keys"),
        *("○ to check", "… asked", "✓ confirmed", "→ change", "? query", "“ opinion", "∅ cannot verify"),
    ]
    own.program.press(Key.Key_Right)
    own.program.press(Key.Key_Down)
    assert own.at == "kind"
    own.program.press(Key.Key_Right)
    own.program.press(Key.Key_Down)
    assert own.at == "event"
    assert own.field("nameField").text() == "event"


def test_the_button_that_removes_stands_out_in_red(own: SchemeWindow) -> None:
    for theme in ("light", "dark"):
        own.program.part(QAction, f"theme_{theme}").trigger()
        assert is_reddish(own.program.part(QPushButton, "removeScheme"))
        assert not is_reddish(own.program.part(QPushButton, "mergeScheme"))


def is_reddish(button: QPushButton) -> bool:
    return any(colour.red() - colour.green() > 60 for colour in map(QColor, colours(button.grab().toImage())))


def test_a_label_is_added_named_and_saved_with_all_comments(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Insert)
    own.program.type("Open question")
    own.program.press(Key.Key_Return)
    assert own.labels[3] == "open question"
    own.focus(own.field("keyField"))
    own.program.type("q")
    own.click("option-dotted")
    own.click("swatch-#0072B2")
    assert own.says("schemeState") == "5 changes not yet written"
    own.save()
    new = own.written.labels[-1]
    assert (new.id, new.key, new.mark, new.colour) == ("open_question", "q", "dotted", "#0072B2")
    text = (own.folder / "scheme.yaml").read_text("utf-8")
    assert text.startswith("# Ours.")
    assert "# what is asserted" in text
    own.program.select("Thousands")
    own.program.type("q")
    assert own.program.marks == [("open_question", "Thousands")]


def test_the_full_stop_of_a_label_is_kept_outside_and_taken_in_again(own: SchemeWindow) -> None:
    own.click("option-outside")
    own.click("option-outside")
    assert own.says("schemeState") == "scheme.yaml"
    own.click("option-outside")
    own.save()
    assert [label.full_stop_outside for label in own.written.labels] == [True, False, False]
    assert "  full_stop: outside\n" in (own.folder / "scheme.yaml").read_text("utf-8")


def test_a_taken_key_is_refused_at_the_field_and_the_old_one_stays(own: SchemeWindow) -> None:
    own.focus(own.field("keyField"))
    own.program.type("s")
    assert own.says("keyRemark").startswith("S is the key of “source”. Free: B, D, F")
    assert own.says("keyRemark").endswith("Kept for now: C.")
    own.program.type("n")
    assert own.says("keyRemark").startswith("N is the key for “Write a note”.")
    own.program.press(Key.Key_Tab)
    assert (own.field("keyField").text(), own.says("schemeState")) == ("C", "scheme.yaml")


def test_parts_are_moved_and_everything_is_undone(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Down, ALT)
    assert own.labels[:2] == ["source", "claim"]
    own.program.press(Key.Key_Insert, SHIFT)
    own.program.type("weight")
    own.program.press(Key.Key_Return)
    own.focus(own.tree)
    assert own.at == "weight"
    own.program.press(Key.Key_Z, CTRL)
    own.program.press(Key.Key_Z, CTRL)
    assert own.at == "claim"
    own.program.press(Key.Key_Z, CTRL)
    own.program.press(Key.Key_Left)
    assert own.labels == ["claim", "source", "draft label"]
    assert own.says("schemeState") == "scheme.yaml"
    own.program.press(Key.Key_Z, CTRL | SHIFT)
    assert own.labels == ["source", "claim", "draft label"]


def test_undo_in_a_field_goes_back_in_the_scheme(own: SchemeWindow) -> None:
    definition = own.dialog.findChild(QPlainTextEdit, "definitionField")
    own.focus(definition)
    own.program.press(Key.Key_End, CTRL)
    own.program.type(" Really.")
    assert own.says("schemeState") == "1 change not yet written"
    own.program.press(Key.Key_Z, CTRL)
    assert definition.toPlainText() == "Something that is said to be so."


def test_undo_goes_back_in_the_scheme_also_in_fields_that_come_later(own: SchemeWindow) -> None:
    """The lines of examples are made as they are needed."""
    example = own.field("exampleField")
    own.focus(example)
    own.program.press(Key.Key_End)
    own.program.type(" No")
    own.program.press(Key.Key_Left)
    own.program.type("t, now")
    own.program.press(Key.Key_Z, CTRL)
    assert example.text() == "[The bridge is shut]."
    assert own.says("schemeState") == "scheme.yaml"
    own.program.press(Key.Key_Z, CTRL | SHIFT)
    assert own.says("schemeState") == "1 change not yet written"


def test_a_new_part_is_removed_at_once(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Insert)
    own.program.press(Key.Key_Escape)
    own.focus(own.tree)
    own.program.press(Key.Key_Delete)
    assert "new label" not in own.rows


def test_attributes_choices_and_conditions(own: SchemeWindow) -> None:
    own.go_to("since")
    assert own.at == "since"
    own.click("option-rule")
    own.go_to("kind")
    own.click("option-many")
    own.click("addOption")
    own.program.type("opinion")
    own.program.press(Key.Key_Return)
    own.save()
    kind, since = own.written.labels[0].attributes
    assert (kind.choices, kind.many) == (("event", "rule", "opinion"), True)
    assert since.when == (("kind", ("event", "rule")),)


def test_the_last_choice_of_a_new_attribute_is_not_removed(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Insert, SHIFT)
    own.program.type("size")
    own.program.press(Key.Key_Return)
    own.click("option-choice")
    own.focus(own.tree)
    own.program.press(Key.Key_Right)
    own.program.press(Key.Key_Down)
    own.program.press(Key.Key_Delete)
    assert own.says("schemeState") == "It is the last choice; remove the attribute instead."


def test_escape_asks_while_changes_are_not_written(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Down, ALT)
    own.program.messages.answers = ["Stay", "Discard the changes"]
    own.program.press(Key.Key_Escape)
    assert own.dialog.isVisible()
    own.program.press(Key.Key_Escape)
    own.program.wait_for(lambda: own.program.window.findChild(QDialog, "schemeDialog") is None)
    assert (own.folder / "scheme.yaml").read_text("utf-8") == SCHEME


def test_closing_the_program_asks_too(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Down, ALT)
    own.program.messages.answers = ["Stay", "Discard the changes"]
    own.program.close()
    assert not own.program.is_closed
    assert own.dialog.isVisible()
    own.program.close()
    assert own.program.is_closed
    assert (own.folder / "scheme.yaml").read_text("utf-8") == SCHEME


def test_a_scheme_changed_by_somebody_else_is_not_overwritten(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Down, ALT)
    other = SCHEME.replace("small", "theirs")
    (own.folder / "scheme.yaml").write_text(other, "utf-8")
    own.program.press(Key.Key_S, CTRL)
    own.program.wait_for(lambda: "Somebody else" in own.says("schemeState"))
    assert (own.folder / "scheme.yaml").read_text("utf-8") == other


def test_a_scheme_that_changes_while_its_window_is_open_is_taken_over(own: SchemeWindow) -> None:
    (own.folder / "scheme.yaml").write_text(SCHEME.replace("draft_label", "theirs"), "utf-8")
    own.program.wait_for(lambda: "changed elsewhere" in own.says("schemeState"))
    assert "theirs" in own.rows


def test_a_scheme_that_changes_under_own_changes_is_told_before_they_are_saved(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Down, ALT)
    (own.folder / "scheme.yaml").write_text(SCHEME.replace("draft_label", "theirs"), "utf-8")
    own.program.wait_for(lambda: "Discard the changes" in own.says("schemeState"))
    assert "theirs" not in own.rows


def test_a_folder_gets_its_own_copy_only_when_something_is_changed(built_in: SchemeWindow) -> None:
    assert built_in.says("schemeState") == "The built-in scheme"
    built_in.program.press(Key.Key_Escape)
    built_in.program.wait_for(lambda: built_in.program.window.findChild(QDialog, "schemeDialog") is None)
    assert not (built_in.folder / "scheme.yaml").exists()
    built_in.open()
    built_in.focus(built_in.field("colourField"))
    built_in.program.press(Key.Key_A, CTRL)
    built_in.program.type("#00aa00")
    assert "its own copy" in built_in.says("schemeState")
    built_in.save()
    assert built_in.written.labels[0].colour == "#00AA00"
    assert len(built_in.written.labels) == 6


def test_the_distance_to_a_label_of_the_same_mark_is_warned_of(own: SchemeWindow) -> None:
    own.go_to("draft label")
    own.focus(own.field("colourField"))
    own.program.press(Key.Key_A, CTRL)
    own.program.type("#57B5EA")
    verdict = next(it for it in own.dialog.findChildren(QWidget, "distanceVerdict") if it.isVisible())
    assert verdict.accessibleName().startswith("Warning: Nearest: claim, ")
    assert "choose another mark or colour" in verdict.accessibleName()


def test_a_ready_scheme_is_started_from_and_undone(own: SchemeWindow) -> None:
    own.click("startFrom")
    own.program.wait_for(lambda: own.dialog.findChild(QDialog, "startDialog") is not None)
    own.program.press(Key.Key_Down)
    own.program.press(Key.Key_Return)
    own.program.wait_for(lambda: "draft label" not in own.rows)
    own.focus(own.tree)
    own.program.press(Key.Key_Z, CTRL)
    assert "draft label" in own.rows


def test_a_scheme_is_made_from_another_programs_file(own: SchemeWindow) -> None:
    (own.folder / "annotation.conf").write_text("[entities]\nPerson\nCity\n[relations]\n[events]\n[attributes]\n")
    own.program.messages.sources = (str(own.folder / "annotation.conf"),)
    own.click("startFrom")
    own.program.wait_for(lambda: own.dialog.findChild(QDialog, "startDialog") is not None)
    own.click("startFromFile")
    own.program.wait_for(lambda: own.labels[:2] == ["Person", "City"])
