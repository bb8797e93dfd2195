"""Lanes under the lines: each kind of difference looks different, also without colour."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from PySide6.QtGui import QImage

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.comparing import DIFFERENCES, compared
from annotator.ui.article_view.compared.compare_lanes import CompareLanes, LaneSpan
from annotator.ui.review.compare.clusters_in_sight import ClustersInSight
from tests.support.program import Program
from tests.support.review.annotators import copy_annotators

Start = Callable[..., Program]
GREY = QImage.Format.Format_Grayscale8


def picture(program: Program, in_sight: Callable[[Span], list[list[LaneSpan]]], current: Span | None = None) -> QImage:
    """The text in grey, with the lanes that have these spans in sight."""
    layer = CompareLanes(program.view, program.view.colours, ["A", "B"], ["1", "2"], in_sight)
    layer.current = current
    program.view.layers.append(layer)
    image = program.picture()
    program.view.layers.remove(layer)
    return image.convertToFormat(GREY)


def test_kinds_are_told_apart_without_colour(start_again: Start, tmp_path: Path) -> None:
    program = start_again(copy_annotators(tmp_path / "three") / "ferry.txt", annotator="sam")
    kinds = ("", *DIFFERENCES)
    pictures = {kind: picture(program, one_lane(LaneSpan(Span(30, 60), "claim", kind))) for kind in kinds}
    assert all(pictures[one] != pictures[other] for one, other in combinations(kinds, 2))
    empty = picture(program, one_lane())
    assert empty not in pictures.values()
    assert picture(program, one_lane(), Span(30, 60)) != empty


def one_lane(*spans: LaneSpan) -> Callable[[Span], list[list[LaneSpan]]]:
    return lambda _seen: [[*spans], []]


def test_a_long_span_that_began_far_above_is_drawn(start_again: Start, tmp_path: Path) -> None:
    """What is in sight is found among all that is compared, also where the text is scrolled to its end."""
    text = "One line of a long article.\n\n" * 200
    (tmp_path / "long.txt").write_text(text, "utf-8")
    program = start_again(tmp_path / "long.txt", annotator="sam")
    verticals = program.view.verticalScrollBar()
    verticals.setValue(verticals.maximum())
    short = [Span(at, at + 3) for at in range(1, 400, 4)]
    without = lanes_of(program, text, short)
    assert without == lanes_of(program, text, short[:1])
    assert lanes_of(program, text, [Span(0, len(text.rstrip())), *short]) != without


def test_the_longer_of_two_is_drawn_first_in_every_lane() -> None:
    text = "One line of a long article."
    long, short = Span(0, 20), Span(0, 8)
    clusters = compared({name: marked(text, name, [short, long]) for name in ("ana", "ben")})
    seen = ClustersInSight(clusters, ["ben", "ana"])
    assert [[one.span for one in lane] for lane in seen(Span(0, 5))] == [[long, short]] * 2
    assert [[one.span for one in lane] for lane in seen(Span(8, 9))] == [[long]] * 2
    assert seen(Span(20, 27)) == [[], []]


def lanes_of(program: Program, text: str, spans: list[Span]) -> QImage:
    """The text in grey with the lanes of two annotators who have these spans."""
    clusters = compared({name: marked(text, name, spans) for name in ("ana", "ben")})
    return picture(program, ClustersInSight(clusters, ["ana", "ben"]))


def marked(text: str, name: str, spans: list[Span]) -> Document:
    items = {f"{name}{at}": Annotation(f"{name}{at}", "claim", span) for at, span in enumerate(spans)}
    return Document(Article.of("long.txt", text), items, annotator=name)
