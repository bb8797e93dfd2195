"""An article of one word that never ends, such as a picture in base64."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QApplication

from tests.support.program import Program


def test_it_is_opened_and_made_narrower_at_once(start_again: Callable[..., Program], tmp_path: Path) -> None:
    (tmp_path / "blob.txt").write_text("Some words.\n" + "w" * 500_000 + "\n", encoding="utf-8")
    began = monotonic()
    program = start_again(tmp_path / "blob.txt")
    program.window.resize(900, 700)
    QApplication.processEvents()
    assert monotonic() - began < 20
    program.type("c")
    program.wait_saved()
    assert program.marks == [("claim", "Some")]
