"""The annotated sample, done again with the keyboard alone; and opened and left as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from annotator.storage.program.resources import samples
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.stories import KEYS, bytes_below

Start = Callable[..., Program]
SAMPLE, FIRST = "aleppo-evacuation.txt", 25


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copy(samples() / SAMPLE, tmp_path)
    return tmp_path / SAMPLE


def test_the_first_annotations_again_by_keys(start: Start, sample: Path) -> None:
    done = yaml.safe_load(sidecar_of(samples() / SAMPLE).read_text("utf-8"))["annotations"]
    done = [item for item in done if item["label"] != "part"][:FIRST]
    wanted = [(item["label"], item["start"], item["end"]) for item in done]
    program = start(sample)
    for label, begin, end in wanted:
        go_by_keys(program, begin)
        program.select_on(end - begin)
        program.type(KEYS[label])
    made = sorted((a.label, a.span.start, a.span.end) for a in program.document.annotations.values())
    assert made == sorted(wanted)
    program.close()
    saved = yaml.safe_load(sidecar_of(sample).read_text("utf-8"))["annotations"]
    again = sorted((item["label"], item["start"], item["end"], item["text"]) for item in saved)
    assert again == sorted((item["label"], item["start"], item["end"], item["text"]) for item in done)


def go_by_keys(program: Program, position: int) -> None:
    """By words as far as that goes, then by letters."""
    if program.session.caret.position > position:
        program.press(Key.Key_Home, CTRL)
    for _ in range(position):
        if program.session.caret.position < position - 20:
            program.press(Key.Key_Right, CTRL)
    letters = position - program.session.caret.position
    program.press(Key.Key_Right if letters > 0 else Key.Key_Left, times=abs(letters))


def test_looking_at_all_samples_changes_no_byte(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(samples(), folder)
    before = bytes_below(folder)
    program = start(folder)
    for _ in range(10):
        name = program.opened
        program.press(Key.Key_Tab)
        program.press(Key.Key_Down, ALT)
        if program.said == "That was the last article":
            break
        program.wait_for(lambda name=name: program.opened != name)
    program.close()
    assert bytes_below(folder) == before


def test_undoing_a_change_brings_the_same_bytes_back(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(samples(), folder)
    before = sidecar_of(folder / SAMPLE).read_bytes()
    program = start(folder / SAMPLE)
    program.select("of Aleppo")
    program.type("s")
    program.wait_saved()
    assert sidecar_of(folder / SAMPLE).read_bytes() != before
    program.press(Key.Key_Z, CTRL)
    program.close()
    assert sidecar_of(folder / SAMPLE).read_bytes() == before
