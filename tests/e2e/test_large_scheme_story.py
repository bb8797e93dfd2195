"""A scheme of 500 labels: the window opens, keys and the label bar tag with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from annotator.ui.article_page.label_chip import LabelChip
from tests.support.program import Program, saved_marks

Start = Callable[..., Program]
LABELS = 500
SECONDS = 10.0
"""It takes 0.6 seconds; a busy machine must not fail."""


def write_folder(folder: Path) -> Path:
    lines = ["format: annotation-scheme", "version: 1", "id: large", "name: Large", "labels:"]
    for number in range(LABELS):
        lines += [f"- id: label-{number}", f"  definition: What label {number} means."]
        lines += [f"  key: {chr(ord('a') + number)}"] if number < 9 else []
    (folder / "scheme.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "story.txt").write_text("Thousands leave Aleppo. " * 200, encoding="utf-8")
    return folder / "story.txt"


def test_the_window_opens_and_tags_with_the_first_and_the_last(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    began = perf_counter()
    program = start(article)
    assert perf_counter() - began < SECONDS
    program.select("Thousands")
    program.type("b")
    program.wait_saved()
    program.select("Aleppo")
    chips = program.window.findChildren(LabelChip)
    assert len(chips) == LABELS
    chips[-1].click()
    program.wait_saved()
    assert saved_marks(article) == [("label-1", "Thousands"), (f"label-{LABELS - 1}", "Aleppo")]
