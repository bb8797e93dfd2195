"""Lanes under the lines: each kind of difference looks different, also without colour."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from PySide6.QtGui import QImage

from annotator.model.span import Span
from annotator.review.comparing import DIFFERENCES
from annotator.ui.article_view.compared.compare_lanes import CompareLanes, LaneSpan
from tests.support.program import Program
from tests.support.review.annotators import copy_annotators

Start = Callable[..., Program]
GREY = QImage.Format.Format_Grayscale8


def picture(program: Program, spans: list[LaneSpan], current: Span | None = None) -> QImage:
    """The text in grey, with one lane that has these spans."""
    layer = CompareLanes(program.view, program.view.colours, ["A"], ["1"], [spans])
    layer.current = current
    program.view.layers.append(layer)
    image = program.picture()
    program.view.layers.remove(layer)
    return image.convertToFormat(GREY)


def test_kinds_are_told_apart_without_colour(start: Start, tmp_path: Path) -> None:
    program = start(copy_annotators(tmp_path / "three") / "ferry.txt", annotator="sam")
    kinds = ("", *DIFFERENCES)
    pictures = {kind: picture(program, [LaneSpan(Span(30, 60), "claim", kind)]) for kind in kinds}
    assert all(pictures[one] != pictures[other] for one, other in combinations(kinds, 2))
    empty = picture(program, [])
    assert empty not in pictures.values()
    assert picture(program, [], Span(30, 60)) != empty


def test_a_long_span_that_began_far_above_is_drawn(start: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("One line of a long article.\n\n" * 200, "utf-8")
    program = start(tmp_path / "long.txt", annotator="sam")
    verticals = program.view.verticalScrollBar()
    verticals.setValue(verticals.maximum())
    length = len(program.document.article.text)
    short = [LaneSpan(Span(at, at + 3), "claim", "") for at in range(1, 400, 4)]
    without = picture(program, short)
    assert picture(program, [LaneSpan(Span(0, length), "claim", ""), *short]) != without
