"""The keyboard's place is seen: every pane that F6 goes to looks otherwise than without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.program import Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


def pixels(program: Program) -> bytes:
    image = program.window.grab().toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("annotated", [True, False])
def test_every_pane_shows_that_it_has_the_keyboard(start_again: Start, tmp_path: Path, annotated: bool) -> None:
    program = start_again(write_folder(tmp_path))
    QApplication.setCursorFlashTime(0)
    if annotated:
        program.select("Thousands")
        program.type("c")
    program.session.select(None)
    program.wait_saved()
    seen: dict[str, bytes] = {}
    for _ in range(8):
        program.press(Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen[focused.objectName() or type(focused).__name__] = pixels(program)
    assert len(seen) > 2
    assert len(set(seen.values())) == len(seen)
