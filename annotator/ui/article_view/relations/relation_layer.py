"""Layer of the text with the relations of the selected annotation, or of all annotations in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QRegion

from annotator.language.plain_line import shortened
from annotator.model.annotation import Annotation
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.session import Session
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.canvas import Canvas, Placement
from annotator.ui.article_view.margins.margin import Sign
from annotator.ui.article_view.margins.statement_margin import StatementMargin, badges_of
from annotator.ui.article_view.relations.edge_pill import FROM_EDGE, HEIGHT, edge_pill, paint_edge_pills
from annotator.ui.article_view.relations.ends import Ends
from annotator.ui.article_view.relations.far_rails import MarginRoom, Rail, paint_rails
from annotator.ui.article_view.relations.relation_look import relation_pen
from annotator.ui.article_view.relations.scene import OUT, Scene, made_scene

MOST_PILLS, WORDS = 4, 36
PILLS = FROM_EDGE + MOST_PILLS * (HEIGHT + 3)
"""Pixels from the edge to the end of all pills."""


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
        self._key: object = None
        self._pressed = ""
        self._made = Scene()
        view.layers.insert(0, self)  # below those of modes, which may be there already
        self._margin.beside, self._margin.looks_at_all = self._paint_beside, self._has_rails
        view.viewport().installEventFilter(self)
        view.resized.connect(self._lay_out_again)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._repaint())
        for change in (session.opened, session.changed):
            change.connect(self._lay_out_again)
        session.selected.connect(self._follow_selected)

    def show_all(self, *, on: bool) -> None:
        """Draw the relations of all annotations in sight from now on, or only those of the selected one."""
        self._all = on
        self._view.repaint_view()

    def set_off(self, *, off: bool) -> None:
        """Draw none, as a target is being chosen."""
        self._off = off
        self._view.repaint_view()

    # painting

    def paint_under(self, painter: QPainter, canvas: Canvas, _placements: list[Placement], _region: QRegion) -> None:
        """Draw curves between ends near each other, and an outline around those of the selected annotation."""
        scene, top = self._scene(canvas)
        if not scene:
            return
        unit, theme = canvas.measure.unit, canvas.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, top)
        painted, out = painter.clipBoundingRect(), OUT * unit
        if scene.outlines.sides and painted.intersects(scene.outlines.reach.adjusted(-out, -out, out, out)):
            scene.outlines.paint(painter, QPen(theme.accent, 1.25 * unit))
        for (stroke, strong), curves in sorted(scene.curves.items(), key=lambda item: item[0][1]):
            if painted.intersects(curves.reach(unit)):
                curves.paint(painter, relation_pen(theme, stroke, unit, strong=strong))
        painter.restore()

    def paint_over(self, painter: QPainter, canvas: Canvas, _placements: list[Placement]) -> None:
        """Name the ends of the selected annotation's relations that are out of sight, at the edge."""
        painted, view = painter.clipBoundingRect(), QRectF(self._view.viewport().rect())
        if view.adjusted(0, PILLS, 0, -PILLS).contains(painted):
            return
        if pills := [(pill.rect, pill.words) for pill in self._pills(canvas)]:
            paint_edge_pills(painter, pills, canvas.theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton and self._shown:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = self._named_at(event)
            if self._pressed and event.type() == QEvent.Type.MouseButtonRelease:
                id, self._pressed = self._pressed, ""
                self._session.select(id, show=True)
                return True
            if self._pressed:
                return True
        return super().eventFilter(watched, event)

    def _named_at(self, event: QMouseEvent) -> str:
        """Return the id of the annotation whose name at the edge is at the pointer; empty where none is."""
        pills = self._pills(self._view.canvas) if self._view.canvas else ()
        return next((pill.annotation for pill in pills if pill.rect.contains(event.position())), "")

    def _has_rails(self, canvas: Canvas) -> bool:
        """Return whether there are rails, each of which leads from a badge in sight to another one."""
        return bool(self._scene(canvas)[0].far)

    def _paint_beside(self, painter: QPainter, canvas: Canvas, _rect: QRect, signs: Sequence[Sign]) -> None:
        """Draw the rails between ends that are far apart, in the margin of the badges."""
        rails = list(self._rails(canvas, signs))
        if rails:
            measure, margin, view = canvas.measure, self._margin, self._view
            size = float(margin.width()), float(margin.height())
            room = MarginRoom(*size, margin.lanes, measure.unit, measure.side, view.mirrored)
            paint_rails(painter, rails, room, canvas.theme)

    def _rails(self, canvas: Canvas, signs: Sequence[Sign]) -> Iterator[Rail]:
        scene, _top = self._scene(canvas)
        badges = badges_of(signs) if scene.far else {}
        for drawn in scene.far:
            source = badges.get(drawn.source.id) if drawn.start else None
            target = badges.get(drawn.target.id) if drawn.end else None
            if source or target:
                type, inwards = drawn.relation.type, drawn.target.id == self._chosen
                gone, seen = (drawn.source, drawn.target) if source is None else (drawn.target, drawn.source)
                up = gone.span.start < seen.span.start
                name = direction_words(type, inwards=inwards)
                yield Rail(type, name, source, target, up, drawn.strong, drawn.symmetric)

    def _pills(self, canvas: Canvas) -> Iterator[Pill]:
        view, rows = QRectF(self._view.viewport().rect()), {True: 0, False: 0}
        framed, (scene, _top) = self._view.framed(), self._scene(canvas)
        for drawn in scene.far:
            other, there = drawn.other(self._chosen)
            if framed is None or not drawn.strong or there is not None or other.is_elsewhere:
                continue
            up = other.span.start < framed.span.start
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

    def _scene(self, canvas: Canvas) -> tuple[Scene, float]:
        """Return what is to be drawn, and the top of the first paragraph in sight, from which it is measured."""
        current, chosen = self._session.current, self._chosen
        self._shown = False
        if current is None or self._off or not current.document.relations or not (self._all or chosen):
            return Scene(), 0.0
        first, top = self._view.beginning_of_sight()
        key = canvas, first, top, self._view.viewport().height(), chosen, self._all
        if key != self._key:
            self._key = key
            placements = self._view.placements(self._view.viewport().rect())
            self._made = made_scene(current, self._ends, canvas, placements, chosen, every=self._all)
        self._shown = bool(self._made)
        return self._made, top

    # following

    def _lay_out_again(self, _change: object = None) -> None:
        self._ends.forget()
        self._key = None
        self._repaint()

    def _follow_selected(self) -> None:
        """Repaint what the relations that were drawn covered, and what those of the selected annotation will cover.

        All is repainted where they are not looked for, as the text will be scrolled to the annotation.
        """
        canvas, before = self._view.canvas, self._made if self._shown else Scene()
        framed = self._view.framed()
        if self._all or canvas is None or (framed and not self._view.shows(self._start_of(framed))):
            self._repaint()
            return
        top = self._view.beginning_of_sight()[1]
        for scene in (before, self._scene(canvas)[0]):
            self._repaint_scene(scene, top)

    def _start_of(self, annotation: Annotation) -> int:
        return self._view.offsets.to_utf16(annotation.span.start)

    def _repaint_scene(self, scene: Scene, top: float) -> None:
        """Repaint the lines with the curves and outlines, the edges with names, and the badges with rails."""
        text = self._view.viewport()
        reach = scene.reach(self._view.measure.unit).translated(0, top).toAlignedRect()
        text.update(0, reach.top(), text.width(), reach.height())
        if scene.leads_out_of_sight:
            text.update(0, 0, text.width(), PILLS)
            text.update(0, text.height() - PILLS, text.width(), PILLS)
        if scene.far:
            self._margin.update()

    def _repaint(self) -> None:
        """Repaint all that is in sight where relations are drawn, or were; curves cross lines that are not touched."""
        current = self._session.current
        wanted = current is not None and bool(
            (self._all and current.document.relations) or (self._chosen and current.relations.of(self._chosen))
        )
        if wanted or self._shown:
            self._view.repaint_view()
