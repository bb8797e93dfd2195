"""Relations to draw, with the places of their ends; worked out once for the same paragraphs in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.model.annotation import Annotation, Relation
from annotator.session.open_article import OpenArticle
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.relations.dashed_outline import Outlines
from annotator.ui.article_view.relations.ends import End, Ends
from annotator.ui.article_view.relations.near_curves import is_near, lies_within, near_curve
from annotator.ui.article_view.relations.relation_look import Curves, Stroke, add_cross, add_head, stroke_of
from annotator.ui.article_view.unmarked.sight import Placement

OUT = 1.5
"""Pixels at the type's unit size between the fill of an annotation and the outline around it."""


@dataclass(frozen=True, slots=True)
class DrawnRelation:
    """A relation with the places of its two ends, None for an end out of sight.

    ``strong``: it is a relation of the selected annotation.
    """

    relation: Relation
    source: Annotation
    target: Annotation
    start: End | None
    end: End | None
    strong: bool
    symmetric: bool

    def other(self, chosen: str) -> tuple[Annotation, End | None]:
        """Return the annotation at the other end than the annotation ``chosen``, and its place."""
        return (self.target, self.end) if self.source.id == chosen else (self.source, self.start)


@dataclass(slots=True)
class Scene:
    """Relations to draw, measured from the top of the first paragraph in sight.

    ``strong`` are those of the selected annotation. ``curves`` join ends that are near each other, by their stroke and
    whether they are strong; ``far`` are the relations whose ends are far apart. ``outlines`` surround the other ends of
    the selected annotation's relations.
    """

    strong: list[DrawnRelation] = field(default_factory=list)
    far: list[DrawnRelation] = field(default_factory=list)
    curves: dict[tuple[Stroke, bool], Curves] = field(default_factory=dict)
    outlines: Outlines = field(default_factory=Outlines)

    def changed_to(self, other: Scene, unit: float) -> Iterator[QRectF]:
        """Yield where the text looks different in the ``other`` scene, which is measured from the same paragraph."""
        yield from self.outlines.other_than(other.outlines)
        for curves in (*self.curves.values(), *other.curves.values()):
            yield curves.reach(unit)

    def __bool__(self) -> bool:
        return bool(self.strong or self.far or self.curves)


def made_scene(
    article: OpenArticle, ends: Ends, canvas: Canvas, placements: Sequence[Placement], chosen: str, *, every: bool
) -> Scene:
    """Return the relations of the annotation ``chosen`` or, with ``every``, of all annotations in these paragraphs."""
    scene, unit = Scene(), canvas.measure.unit
    for drawn in _drawn(article, ends, placements, chosen, every=every):
        if drawn.strong:
            scene.strong.append(drawn)
            _add_outlines(scene.outlines, drawn.other(chosen)[1], canvas)
        if not drawn.start or not drawn.end or not is_near(drawn.start, drawn.end, canvas.measure.pitch):
            scene.far.append(drawn)
        elif not lies_within(drawn.start, drawn.end) and not lies_within(drawn.end, drawn.start):
            curves = scene.curves.setdefault((stroke_of(drawn.relation.type), drawn.strong), Curves())
            _add(curves, near_curve(drawn.start, drawn.end, unit), unit, drawn.symmetric)
    return scene


def _add_outlines(outlines: Outlines, end: End | None, canvas: Canvas) -> None:
    out = OUT * canvas.measure.unit
    for band in end.bands if end else ():
        outlines.add(canvas.snapped(band.adjusted(-out, -out, out, out)))


def _add(curves: Curves, path: QPainterPath, unit: float, symmetric: bool) -> None:
    curves.lines.addPath(path)
    tip = path.currentPosition()
    add_head(curves.heads, tip, path.pointAtPercent(0.95), unit)
    if symmetric:
        add_head(curves.heads, QPointF(path.elementAt(0).x, path.elementAt(0).y), path.pointAtPercent(0.05), unit)
        add_cross(curves.lines, path.pointAtPercent(0.5), unit)


def _drawn(
    article: OpenArticle, ends: Ends, placements: Sequence[Placement], chosen: str, *, every: bool
) -> Iterator[DrawnRelation]:
    annotations, scheme = article.document.annotations, article.scheme
    own = {relation.id: relation for relation in article.relations.of(chosen)} if chosen else {}
    found = _around(article, placements) if every else {}
    symmetric = {rule.id for rule in scheme.relations if rule.symmetric}
    top = placements[0].top if placements else 0.0
    tops = {placement.number: (placement, placement.top - top) for placement in placements}
    for relation in {**found, **own}.values():
        source, target = annotations.get(relation.source), annotations.get(relation.target)
        if source and target:
            start, end = ends.of(source, article.index, tops), ends.of(target, article.index, tops)
            if start or end:
                strong = relation.id in own
                yield DrawnRelation(relation, source, target, start, end, strong, relation.type in symmetric)


def _around(article: OpenArticle, placements: Sequence[Placement]) -> dict[str, Relation]:
    """Return the relations of all annotations in these paragraphs."""
    relations, index = article.relations, article.index
    here = (it for placement in placements for it in index.in_paragraph(placement.number))
    return {relation.id: relation for annotation in here for relation in relations.of(annotation.id)}
