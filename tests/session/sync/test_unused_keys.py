"""Keys of a scheme that do nothing: the window says so when it reads the scheme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  key: c
article:
  attributes:
    mood: {choices: [glad, sad], keys: {glad: "v 1"}}
    tone: {choices: [low, high], keys: {low: "v 2"}}
"""
TOLD = "scheme.yaml, line 9: Keys for values are of attributes of labels: those of “mood” do nothing. 1 more like it."


def test_they_are_told_when_the_folder_is_opened(start: Start, tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    program = start(write_folder(tmp_path))
    program.wait_for(lambda: program.said == TOLD)


def test_they_are_told_when_the_scheme_gets_them(start: Start, tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(SCHEME.partition("article:")[0], "utf-8")
    program = start(write_folder(tmp_path))
    (tmp_path / "scheme.yaml").write_text(SCHEME.partition("    tone")[0], "utf-8")
    program.wait_for(lambda: program.said == TOLD.removesuffix(" 1 more like it."))
