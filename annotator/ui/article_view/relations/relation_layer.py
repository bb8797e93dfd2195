"""Layer of the text with the relations of the selected annotation, or of all annotations in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from annotator.language.plain_line import shortened
from annotator.model.annotation import Annotation, Relation
from annotator.session.editing.relation_words import direction_words
from annotator.session.session import Session
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.canvas import Canvas, Placement
from annotator.ui.article_view.margins.statement_margin import StatementMargin
from annotator.ui.article_view.marks import rounded
from annotator.ui.article_view.relations.edge_pill import edge_pill, paint_edge_pill
from annotator.ui.article_view.relations.ends import End, Ends
from annotator.ui.article_view.relations.far_rails import MarginRoom, Rail, paint_rails
from annotator.ui.article_view.relations.near_curves import is_near, lies_within, near_curve
from annotator.ui.article_view.relations.relation_look import paint_cross, paint_head, relation_pen

OUT, DASHES, MOST_PILLS, WORDS = 1.5, [3.2, 2.4], 4, 36


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation with the places of its ends in sight, and the annotations there."""

    relation: Relation
    source: Annotation
    target: Annotation
    start: End | None
    end: End | None
    strong: bool


@dataclass(frozen=True, slots=True)
class Pill:
    """Pill at an edge that names an annotation out of sight."""

    rect: QRectF
    words: str
    annotation: str


class RelationLayer(QObject):
    """Draws the relations; a click on the name of an end out of sight goes there."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._margin = view.findChildren(StatementMargin)[0]
        self._ends = Ends()
        self._all = self._shown = self._off = False
        view.layers.append(self)
        self._margin.beside = self._paint_beside
        view.viewport().installEventFilter(self)
        view.resized.connect(self._lay_out_again)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._repaint())
        for change in (session.opened, session.changed):
            change.connect(self._lay_out_again)
        session.selected.connect(self._repaint)

    def show_all(self, *, on: bool) -> None:
        """Draw the relations of all annotations in sight from now on, or only those of the selected one."""
        self._all = on
        self._view.repaint_view()

    def set_off(self, *, off: bool) -> None:
        """Draw none, as a target is being chosen."""
        self._off = off
        self._view.repaint_view()

    # painting

    def paint_under(self, painter: QPainter, canvas: Canvas, _placements: list[Placement]) -> None:
        """Draw curves between ends near each other, and an outline around those of the selected annotation."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, pitch = canvas.measure.unit, canvas.measure.pitch
        for drawn in self._drawn(canvas):
            if drawn.strong:
                self._outline_other(painter, canvas, drawn)
            if not drawn.start or not drawn.end or not is_near(drawn.start, drawn.end, pitch):
                continue
            if lies_within(drawn.start, drawn.end) or lies_within(drawn.end, drawn.start):
                continue
            pen = relation_pen(canvas.theme, drawn.relation.type, unit, strong=drawn.strong)
            path = near_curve(drawn.start, drawn.end, unit)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)
            paint_head(painter, path.pointAtPercent(1), path.pointAtPercent(0.95), pen, unit)
            if self._is_symmetric(drawn.relation):
                paint_head(painter, path.pointAtPercent(0), path.pointAtPercent(0.05), pen, unit)
                paint_cross(painter, path.pointAtPercent(0.5), pen, unit)

    def paint_over(self, painter: QPainter, canvas: Canvas, _placements: list[Placement]) -> None:
        """Name the ends of the selected annotation's relations that are out of sight, at the edge."""
        for pill in self._pills(canvas):
            paint_edge_pill(painter, pill.rect, pill.words, canvas.theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        press = event if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) else None
        canvas = self._view.canvas
        if press and press.button() == Qt.MouseButton.LeftButton and canvas and self._shown:
            for pill in self._pills(canvas):
                if pill.rect.contains(press.position()):
                    self._session.select(pill.annotation, show=True)
                    return True
        return super().eventFilter(watched, event)

    def _paint_beside(self, painter: QPainter, canvas: Canvas) -> None:
        """Draw the rails between ends that are far apart, in the margin of the badges."""
        rails = list(self._rails(canvas))
        if rails:
            measure, margin, view = canvas.measure, self._margin, self._view
            size = float(margin.width()), float(margin.height())
            room = MarginRoom(*size, margin.lanes, measure.unit, measure.side, view.mirrored)
            paint_rails(painter, rails, room, canvas.theme)

    def _rails(self, canvas: Canvas) -> Iterator[Rail]:
        far = [drawn for drawn in self._drawn(canvas) if self._is_far(drawn, canvas)]
        if not far:
            return
        badges = self._margin.badges(canvas)
        for drawn in far:
            source, target = badges.get(drawn.source.id), badges.get(drawn.target.id)
            source, target = source if drawn.start else None, target if drawn.end else None
            if source is None and target is None:
                continue
            inwards = drawn.target.id == self._chosen
            name = direction_words(drawn.relation.type, inwards=inwards)
            gone = drawn.source if source is None else drawn.target
            seen = drawn.target if source is None else drawn.source
            up = gone.span.start < seen.span.start
            yield Rail(drawn.relation.type, name, source, target, up, drawn.strong, self._is_symmetric(drawn.relation))

    @staticmethod
    def _is_far(drawn: Drawn, canvas: Canvas) -> bool:
        if drawn.start and drawn.end:
            return not is_near(drawn.start, drawn.end, canvas.measure.pitch)
        return bool(drawn.start or drawn.end)

    def _outline_other(self, painter: QPainter, canvas: Canvas, drawn: Drawn) -> None:
        unit = canvas.measure.unit
        pen = QPen(canvas.theme.accent, 1.25 * unit)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        other = drawn.end if drawn.source.id == self._chosen else drawn.start
        for band in other.bands if other else ():
            out = OUT * unit
            painter.drawPath(rounded(band.adjusted(-out, -out, out, out), 4 * unit, left=True, right=True))

    def _pills(self, canvas: Canvas) -> Iterator[Pill]:
        view, rows = QRectF(self._view.viewport().rect()), {True: 0, False: 0}
        for drawn in self._drawn(canvas, chosen_only=True):
            here = drawn.start if drawn.source.id == self._chosen else drawn.end
            there = drawn.end if drawn.source.id == self._chosen else drawn.start
            if here is None or there is not None:
                continue
            other = drawn.target if drawn.source.id == self._chosen else drawn.source
            if other.is_elsewhere:
                continue
            mine = drawn.source if other is drawn.target else drawn.target
            up = other.span.start < mine.span.start
            if rows[up] < MOST_PILLS:
                words = f"{'↑' if up else '↓'} {shortened(self._session.words(other), WORDS)}"
                x = view.left() if self._view.mirrored else view.right()
                yield Pill(edge_pill(view, x, words, up=up, row=rows[up]), words, other.id)
                rows[up] += 1

    # what is drawn

    @property
    def _chosen(self) -> str:
        framed = self._view.framed()
        return framed.id if framed else ""

    def _drawn(self, canvas: Canvas, *, chosen_only: bool = False) -> Iterator[Drawn]:
        """Yield the relations to draw with their ends; those of the selected annotation last, or these alone."""
        self._shown = self._shown and chosen_only
        current = self._session.current
        if current is None or self._off or not current.document.relations or not (self._all or self._chosen):
            return
        chosen, annotations = self._chosen, current.document.annotations
        found = {relation.id: relation for relation in current.relations.of(chosen)} if chosen else {}
        placements = self._view.placements(self._view.viewport().rect())
        others: dict[str, Relation] = {}
        if self._all and not chosen_only:
            for placement in placements:
                for annotation in current.index.in_paragraph(placement.block.blockNumber()):
                    others |= {relation.id: relation for relation in current.relations.of(annotation.id)}
        for relation in [*(it for id, it in others.items() if id not in found), *found.values()]:
            source, target = annotations.get(relation.source), annotations.get(relation.target)
            if source and target:
                start, end = (self._ends.of(it, canvas, placements) for it in (source, target))
                if start or end:
                    self._shown = True
                    yield Drawn(relation, source, target, start, end, relation.id in found)

    def _is_symmetric(self, relation: Relation) -> bool:
        rule = self._session.scheme.relation(relation.type)
        return rule is not None and rule.symmetric

    # following

    def _lay_out_again(self, _change: object = None) -> None:
        self._ends.forget()
        self._repaint()

    def _repaint(self) -> None:
        """Repaint all that is in sight where relations are drawn, or were; curves cross lines that are not touched."""
        current = self._session.current
        wanted = current is not None and bool(
            (self._all and current.document.relations) or (self._chosen and current.relations.of(self._chosen))
        )
        if wanted or self._shown:
            self._view.repaint_view()
