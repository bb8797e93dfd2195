"""Figures are filled as they are tagged by keys: on disk with what a rule has filled, undone with the tagging."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pytestqt.qtbot import QtBot

from tests.support.filling import turn_off_filling
from tests.support.program import CTRL, Key, Program, sidecar_of

Start = Callable[..., Program]
TEXT = (
    "Ferry company sinks into debt\n\n"
    "Some 3,000 passengers were left at the harbour on Friday, as the company owes banks more than €3.2 million.\n\n"
    "The fares have nearly doubled since then, said the union of the crews.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, "utf-8")
    return path


def on_disk(article: Path) -> list[dict[str, Any]]:
    content = yaml.safe_load(sidecar_of(article).read_text("utf-8"))
    return [dict(item) for item in content["annotations"]]


def test_a_tagged_figure_is_saved_with_its_values_and_undone_as_one(start_again: Start, article: Path) -> None:
    program = start_again(article.parent)
    program.select("Some 3,000")
    program.type("f")
    program.wait_saved()
    (saved,) = on_disk(article)
    assert saved["attributes"] == {"value": 3000, "modifier": "about", "kind": "count", "counted": "passengers"}
    assert saved["by_rule"] == ["value", "modifier", "kind", "counted"]
    program.press(Key.Key_Z, CTRL)
    assert program.marks == []


def test_a_moved_edge_reads_the_words_again(start_again: Start, article: Path) -> None:
    program = start_again(article.parent)
    program.select("€3.2 million")
    program.type("f[")
    program.press(Key.Key_Left, CTRL, times=2)
    program.press(Key.Key_Return)
    program.wait_saved()
    (saved,) = on_disk(article)
    assert saved["text"] == "more than €3.2 million"
    assert saved["attributes"] == {"value": 3200000, "modifier": "more-than", "kind": "money", "unit": "EUR"}


def test_what_is_not_understood_is_said(start_again: Start, article: Path) -> None:
    program = start_again(article.parent)
    program.select("nearly doubled")
    program.type("f")
    assert program.said == "Tagged “nearly doubled” as figure; its value was not understood"
    program.wait_saved()
    assert "by_rule" not in on_disk(article)[0]


def test_the_setting_turns_the_filling_off_at_once(start_again: Start, article: Path, qtbot: QtBot) -> None:
    program = start_again(article.parent)
    turn_off_filling(program, qtbot)
    program.select("Some 3,000")
    program.type("f")
    program.wait_saved()
    assert "attributes" not in on_disk(article)[0]
