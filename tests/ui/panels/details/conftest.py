"""The program with three claims and a cue, to edit their attributes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.program import Program
from tests.ui.panels.details.editing import (
    SCHEME,
    TEXT,
    Start,
    choose,
)


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    """Three claims and a cue; the first claim is selected and the keyboard in the text."""
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    program = start(tmp_path)
    program.wait_opened("town.txt")
    for words, key in (("One", "c"), ("two", "c"), ("three", "u"), ("four", "c")):
        program.select(words)
        program.type(key)
    choose(program, "One")
    return program
