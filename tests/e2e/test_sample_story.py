"""The annotated sample, done again with the keyboard alone; and opened and left as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pytestqt.qtbot import QtBot

from annotator.storage.program.resources import samples
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.sample.annotating import annotate, described
from tests.support.stories import bytes_below

Start = Callable[..., Program]
SAMPLE = "aleppo-evacuation.txt"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copy(samples() / SAMPLE, tmp_path)
    return tmp_path / SAMPLE


def kinds(items: list[dict[str, Any]], relations: list[dict[str, Any]]) -> set[object]:
    """Return the labels, the values, each by its attribute and type, the notes and the types of relation among them."""
    ids = {item["id"] for item in items}
    values = {
        (item["label"], name, type(value)) for item in items for name, value in item.get("attributes", {}).items()
    }
    related = {one["type"] for one in relations if {one["from"], one["to"]} <= ids}
    return values | related | {item["label"] for item in items} | {"note" in item for item in items}


def test_a_third_of_it_again_by_keys(start_again: Start, sample: Path, qtbot: QtBot) -> None:
    """From the bare text: annotations, their values and notes, then the relations among them; saved, all is the same.

    Of those that bring nothing new one is enough. Ids, times, the status and what was read differ. ``python -m
    tests.proofs whole_sample`` does the whole article.
    """
    shipped = yaml.safe_load(sidecar_of(samples() / SAMPLE).read_text("utf-8"))
    relations = shipped["relations"]
    wanted = third = shipped["annotations"][: len(shipped["annotations"]) // 3]
    for item in third:
        others = [one for one in wanted if one is not item]
        wanted = others if kinds(others, relations) == kinds(third, relations) else wanted
    program = start_again(sample)
    annotate(program, wanted, relations, qtbot)
    program.close()
    saved = yaml.safe_load(sidecar_of(sample).read_text("utf-8"))
    assert described(saved) == described({**shipped, "annotations": wanted})


def test_looking_at_all_samples_changes_no_byte(start_again: Start, tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(samples(), folder)
    before = bytes_below(folder)
    program = start_again(folder)
    for _ in range(10):
        name = program.opened
        program.press(Key.Key_Tab)
        program.press(Key.Key_Down, ALT)
        if program.said == "That was the last article":
            break
        program.wait_for(lambda name=name: program.opened != name)
    program.close()
    assert bytes_below(folder) == before


def test_undoing_a_change_brings_the_same_bytes_back(start_again: Start, tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(samples(), folder)
    before = sidecar_of(folder / SAMPLE).read_bytes()
    program = start_again(folder / SAMPLE)
    program.select("of Aleppo")
    program.type("s")
    program.wait_saved()
    assert sidecar_of(folder / SAMPLE).read_bytes() != before
    program.press(Key.Key_Z, CTRL)
    program.close()
    assert sidecar_of(folder / SAMPLE).read_bytes() == before
