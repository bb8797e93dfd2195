"""Keys of choices and facts of the scheme itself, edited in the scheme's window."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from annotator.model.scheme import AttributeRule
from tests.support.program import CTRL, Key
from tests.ui.dialogs.scheme_dialog.conftest import SchemeWindow


def kind(window: SchemeWindow) -> AttributeRule:
    return window.written.labels[0].attributes[0]


def type_chord(window: SchemeWindow, keys: str) -> None:
    window.focus(window.field("chordField"))
    window.program.press(Key.Key_A, CTRL)
    window.program.type(keys)


def test_a_choice_gets_two_keys_that_set_it_from_the_text(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h")
    assert own.says("chordRemark") == "Now the second key"
    own.program.type("2")
    assert own.field("chordField").text() == "H 2"
    own.save()
    assert kind(own).keys == (("rule", "h 2"),)
    own.program.select("Thousands")
    own.program.type("ch2")
    assert own.program.document.in_text_order()[0].attributes == {"kind": "rule"}


def test_keys_that_clash_are_refused_at_the_field_and_the_old_ones_stay(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h1")
    own.go_to("event")
    type_chord(own, "h2")
    type_chord(own, "h1")
    assert own.says("chordRemark") == (
        "The keys “H 1” set “rule” of “kind” already; each choice needs keys of its own. Kept for now: H 2."
    )
    type_chord(own, "s")
    assert own.says("chordRemark").startswith("S is the key of “source”, and a label wins over the keys of values.")
    type_chord(own, "3")
    assert own.says("chordRemark").startswith("3 is the key of “draft label”, and a label wins")
    type_chord(own, "n")
    assert own.says("chordRemark").startswith("N is the key for “Write a note”.")
    own.program.press(Key.Key_Tab)
    assert own.field("chordField").text() == "H 2"
    own.save()
    assert kind(own).keys == (("rule", "h 1"), ("event", "h 2"))


def test_a_key_typed_beside_two_others_begins_anew(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h1")
    own.program.press(Key.Key_Home)
    own.program.type("t7")
    assert own.field("chordField").text() == "T 7"
    own.save()
    assert kind(own).keys == (("rule", "t 7"),)


def test_keys_are_taken_away_and_undone(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h1")
    own.program.press(Key.Key_A, CTRL)
    own.program.press(Key.Key_Delete)
    own.program.press(Key.Key_Z, CTRL)
    assert own.field("chordField").text() == "H 1"
    own.program.press(Key.Key_Z, CTRL)
    assert own.says("schemeState") == "scheme.yaml"


def test_a_label_that_takes_the_first_key_of_values_says_so(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h1")
    own.go_to("draft label")
    own.focus(own.field("keyField"))
    own.program.type("h")
    assert own.says("keyRemark") == ("Keys of values begin with H too: a label wins, and those of “kind” do nothing.")
    own.go_to("rule")
    assert own.says("chordRemark").startswith("H is the key of “draft label”, and a label wins")


def test_an_attribute_that_is_no_choice_any_more_has_no_keys(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_chord(own, "h1")
    own.go_to("kind")
    own.click("option-text")
    own.save()
    assert kind(own) == AttributeRule("kind", "text")


def test_name_definition_and_source_of_the_scheme(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Home)
    assert own.at == "small"
    own.program.press(Key.Key_F2)
    own.program.press(Key.Key_A, CTRL)
    own.program.type("Letters")
    own.program.press(Key.Key_Return)
    for name, words in (("purposeField", "What readers want."), ("sourceField", "Our own.")):
        field = own.dialog.findChild(QPlainTextEdit, name)
        own.focus(field)
        own.program.type(words)
    own.save()
    assert (own.written.name, own.written.definition, own.written.source) == (
        "Letters",
        "What readers want.",
        "Our own.",
    )
    assert own.written.id == "small"
    assert (own.folder / "scheme.yaml").read_text("utf-8").startswith("# Ours.")


def test_the_scheme_itself_is_neither_nameless_nor_removed(own: SchemeWindow) -> None:
    own.program.press(Key.Key_Home)
    own.program.press(Key.Key_Delete)
    assert own.says("schemeState").startswith("The scheme itself cannot be removed")
    own.focus(own.field("nameField"))
    own.program.press(Key.Key_A, CTRL)
    own.program.press(Key.Key_Delete)
    own.program.press(Key.Key_Return)
    assert own.says("nameRemark") == "It needs a name."
    own.program.press(Key.Key_Z, CTRL)
