"""Keys of values among those of all actions: who has them, and what is said of clashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.storage.schemes.scheme_lookup import built_in_scheme, read_scheme
from annotator.ui.actions.keys import clash, key_map
from annotator.ui.actions.label_rows import label_rows
from annotator.ui.actions.row import ActionRow
from annotator.ui.actions.table import ACTIONS
from annotator.ui.actions.value_rows import value_rows

pytestmark = pytest.mark.usefixtures("qapp")

SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  key: %s
  attributes:
    verdict: {choices: [good, bad], keys: {good: %s 1, bad: %s 2}}
"""


def rows_of(folder: Path, label: str, first: str) -> list[ActionRow]:
    path = folder / "scheme.yaml"
    path.write_text(SCHEME % (label, first, first), "utf-8")
    scheme = read_scheme(path)
    return [*ACTIONS, *label_rows(scheme), *value_rows(scheme)]


def test_the_built_in_scheme() -> None:
    rows = value_rows(built_in_scheme())
    openers = {row.title: row.keys for row in rows if row.opens}
    assert openers == {"Set Checkable": ("w",), "Set Verdict": ("v",), "Set State of check": ("t",)}
    assert len(rows) == 10
    assert next(row.purpose for row in rows if row.opens == "v") == "Verdict, then 1, 2, 3, 4"


def test_a_key_of_values_can_be_given_to_no_other_action(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "c", "v")
    keys = key_map(rows, {})
    assert not keys.problems
    assert clash(rows, keys, "note", "V") == "V is the key for “Set Verdict”."
    moved = key_map(rows, {"values:v": ("Y",)})
    assert moved.holder("Y") == "values:v"
    assert clash(rows, moved, "note", "V") == ""


@pytest.mark.parametrize(
    ("label", "first", "winner"), [("v", "v", "tag:claim"), ("c", "n", "note"), ("c", "1", "tag:claim")]
)
def test_labels_and_the_program_keep_their_keys_and_that_is_said(
    tmp_path: Path, label: str, first: str, winner: str
) -> None:
    rows = rows_of(tmp_path, label, first)
    keys = key_map(rows, {})
    assert keys.holder(first.upper()) == winner
    assert keys.keys[f"values:{first}"] == ()
    assert any("“Set Verdict” is without that key." in problem for problem in keys.problems)


@pytest.mark.parametrize("first", ["l", "r"])
def test_actions_that_yield_leave_their_keys_to_values(tmp_path: Path, first: str) -> None:
    assert key_map(rows_of(tmp_path, "c", first), {}).holder(first.upper()) == f"values:{first}"
