"""The bar beside the lines looks the same whichever of them are painted together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.reading import mark_read
from annotator.model.span import Span
from annotator.ui.article_view.margins.structure_margin import StructureMargin
from tests.support.program import Program

SENTENCE = "Thousands of civilians left the town on Thursday under a deal that will hold, the council said."
PARAGRAPHS = [" ".join([SENTENCE] * count) for count in (3, 1, 4, 2)]
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
PLACES = [Span(at, at + len(SENTENCE)) for at in range(len(TEXT)) if TEXT.startswith(SENTENCE, at)]
"""Those of the sentences."""


def bar(program: Program) -> StructureMargin:
    return program.view.findChildren(StructureMargin)[0]


def in_strips(margin: StructureMargin, height: int) -> QImage:
    """The margin, painted strip by strip."""
    picture = QImage(margin.size(), QImage.Format.Format_RGB32)
    for top in range(0, margin.height(), height):
        margin.render(picture, QPoint(0, top), QRect(0, top, margin.width(), height))
    return picture


@pytest.mark.parametrize("read", [(), (4, 5), (3, 6, 7, 8, 9)], ids=["none", "some", "whole paragraphs"])
@pytest.mark.parametrize("annotated", [(), (0, 1, 2, 6)], ids=["unmarked", "marked"])
def test_the_bar_painted_line_by_line_looks_as_painted_at_once(
    start_again: Callable[..., Program], tmp_path: Path, read: tuple[int, ...], annotated: tuple[int, ...]
) -> None:
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path / "town.txt")
    margin = bar(program)
    unread = in_strips(margin, margin.height())
    added = tuple(Annotation(f"a{at}", "claim", PLACES[at]) for at in annotated)
    program.session.do(Change(added=added), "Tag")
    program.session.do(mark_read(program.document, [PLACES[at] for at in read]), "Read")
    whole = in_strips(margin, margin.height())
    assert (whole == unread) == (not read and not annotated)
    assert all(in_strips(margin, height) == whole for height in (7, 40))
