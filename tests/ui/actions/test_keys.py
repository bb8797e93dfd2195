"""Which keys actions have, and what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.scheme import Label, Scheme
from annotator.ui.actions.keys import KeyMap, clash, key_map, normalised, text_keys
from annotator.ui.actions.label_rows import label_rows
from annotator.ui.actions.row import ActionRow
from annotator.ui.actions.table import ACTIONS
from annotator.ui.widgets.words.key_names import caption, captions

pytestmark = pytest.mark.usefixtures("qapp")


def rows(*labels: tuple[str, str]) -> list[ActionRow]:
    scheme = Scheme("s", "S", tuple(Label(id, key, "#999999", "line") for id, key in labels))
    return [*ACTIONS, *label_rows(scheme)]


def test_own_keys(qapp: QApplication) -> None:
    keys = key_map(rows(("claim", "c"), ("source", "s")), {})
    assert keys.keys["redo"] == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert keys.keys["tag:source"] == ("S", "2")
    assert keys.problems == ()


def test_number_that_the_scheme_uses_is_not_given_by_order() -> None:
    keys = key_map(rows(("claim", "2"), ("source", "s"), ("figure", "f")), {})
    assert [keys.keys[f"tag:{id}"] for id in ("claim", "source", "figure")] == [("2", "1"), ("S",), ("F", "3")]


def test_the_tenth_label_has_no_number() -> None:
    keys = key_map(rows(*((f"l{n}", "") for n in range(1, 12))), {})
    assert keys.keys["tag:l9"] == ("9",)
    assert keys.keys["tag:l10"] == keys.keys["tag:l11"] == ()


def test_label_gives_way_to_the_program() -> None:
    keys = key_map(rows(("name", "n")), {})
    assert keys.keys["tag:name"] == ("1",)
    assert keys.problems == ("N is the key for “Write a note”. “Tag as name” is without that key.",)


@pytest.mark.parametrize("key", ["\t", "\n", "😀", " "])
def test_label_key_that_cannot_be_one(key: str) -> None:
    keys = key_map(rows(("odd", key)), {})
    assert keys.keys["tag:odd"] in (("1",), ("Space", "1"))


def test_labels_with_letters_of_other_alphabets() -> None:
    keys = key_map(rows(("a", "é"), ("b", "ж"), ("c", "字"), ("d", "د")), {})
    assert keys.problems == ()
    assert keys.keys["tag:b"] == ("Ж", "2")


def test_two_labels_with_the_same_letter() -> None:
    keys = key_map(rows(("claim", "c"), ("cue", "C")), {})
    assert keys.keys["tag:cue"] == ("2",)
    assert keys.problems == ("C is the key for “Tag as claim”. “Tag as cue” is without that key.",)


def test_chosen_key_comes_first() -> None:
    keys = key_map(rows(), {"undo": ("Ctrl+K",)})
    assert keys.keys["undo"] == ("Ctrl+K",)
    assert keys.keys["palette"] == ()
    assert keys.problems == ("Ctrl+K is the key for “Undo”. “Run a command or go to…” is without that key.",)


def test_keys_can_change_places() -> None:
    keys = key_map(rows(), {"grow": (",",), "shrink": (".",)})
    assert (keys.keys["grow"], keys.keys["shrink"], keys.problems) == ((",",), (".",), ())


def test_no_key_at_all() -> None:
    keys = key_map(rows(("name", "n")), {"note": ()})
    assert keys.keys["note"] == ()
    assert keys.keys["tag:name"] == ("N", "1")


@pytest.mark.parametrize("key", ["nonsense", "", "Ctrl+A, Ctrl+B", "Shift"])
def test_chosen_text_that_is_no_key(key: str) -> None:
    keys = key_map(rows(), {"find": (key,)})
    assert keys.keys["find"] == ("Ctrl+F",)
    assert keys.problems == (f"“{key}” is not a key. “Find…” keeps its own keys.",)


def test_unknown_actions_are_passed_over() -> None:
    assert key_map(rows(), {"fly": ("Ctrl+J",)}) == key_map(rows(), {})


def test_label_keys_are_the_schemes() -> None:
    assert key_map(rows(("claim", "c")), {"tag:claim": ("X",)}).keys["tag:claim"] == ("C", "1")


@pytest.mark.parametrize(
    ("action", "key", "sentence"),
    [
        ("keys", "Ctrl+U", ""),
        ("keys", "F1", ""),
        ("copy", "Ctrl+C", ""),
        ("keys", "Tab", "Tab is the key for “Next annotation”."),
        ("grow", "c", "C is the key for “Tag as claim”."),
        ("keys", "Ctrl+Left", "Ctrl+← moves or selects in the text and stays free for that."),
        ("keys", "Shift+End", "Shift+End moves or selects in the text and stays free for that."),
        ("keys", "K", "K alone acts only in the article; “Keys” needs Ctrl or Alt with it."),
        ("keys", "Shift+K", "Shift+K alone acts only in the article; “Keys” needs Ctrl or Alt with it."),
        ("grow", "D", ""),
        ("keys", "Ctrl+", "“Ctrl+” is not a key."),
    ],
)
def test_clash(action: str, key: str, sentence: str) -> None:
    table = rows(("claim", "c"))
    assert clash(table, key_map(table, {}), action, key) == sentence


def test_own_keys_are_free_for_their_actions() -> None:
    table = rows(("claim", "c"))
    keys = key_map(table, {})
    assert [key for row in table for key in row.keys if clash(table, keys, row.id, key)] == []


def test_captions() -> None:
    assert captions(["Return", "Enter", "Alt+Up", "PgDown", "Ctrl++", "+"]) == ["Enter", "Alt+↑", "PgDn", "Ctrl++", "+"]
    assert caption("Ctrl+Return") == "Ctrl+Enter"


def test_normalised() -> None:
    assert [normalised(key) for key in ("ctrl+k", "Escape", "c", ",", "A, B")] == ["Ctrl+K", "Esc", "C", ",", ""]


def test_text_keys_hold_what_moves_the_caret() -> None:
    assert {"Left", "Shift+Right", "Ctrl+Home", "Ctrl+A", "Ctrl+C"} <= text_keys()


def test_holder() -> None:
    assert KeyMap({"grow": (".",)}).holder(".") == "grow"
    assert KeyMap({}).holder(".") == ""
