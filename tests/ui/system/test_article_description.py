"""How many annotations a screen reader says the article has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.program import CTRL, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


def test_the_description_counts_the_annotations_by_label(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    said = program.view.accessibleDescription
    assert said() == "No annotations"
    for words, key in (("Thousands", "f"), ("1,204", "f"), ("the mayor", "s")):
        program.select(words)
        program.type(key)
    assert said() == "3 annotations: 2 figure, 1 source"
    program.press(Key.Key_Z, CTRL, times=2)
    assert said() == "1 annotation: 1 figure"
    program.session.show(None)
    assert said() == ""
