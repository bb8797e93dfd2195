"""Layer of the text with the relations of the selected annotation, or of all annotations in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QRegion

from annotator.model.annotation import Annotation
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.session import Session
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.margins.margin import Sign
from annotator.ui.article_view.margins.statement_margin import StatementMargin, badges_of
from annotator.ui.article_view.relations.edge_pill import Pill, named_ends, paint_edge_pills
from annotator.ui.article_view.relations.ends import Ends
from annotator.ui.article_view.relations.far_rails import MarginRoom, Rail, paint_rails
from annotator.ui.article_view.relations.relation_look import relation_pen
from annotator.ui.article_view.relations.scene import Scene, made_scene
from annotator.ui.article_view.unmarked.sight import Placement


class RelationLayer(QObject):
    """Draws relations in the text and its margin; a click on a name at the edge goes to that annotation."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._margin = view.findChildren(StatementMargin)[0]
        self._ends = Ends()
        self._all = self._shown = self._off = False
        self._key: object = None
        self._pressed = ""
        self._made, self._pills = Scene(), tuple[Pill, ...]()
        view.layers.insert(0, self)  # below the layers of modes, which may be there already
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
        """Draw no relations while a target is being chosen."""
        self._off = off
        self._view.repaint_view()

    # painting

    def paint_under(self, painter: QPainter, canvas: Canvas, _placements: list[Placement], _region: QRegion) -> None:
        """Draw curves between ends near each other, and outlines around the selected annotation's other ends."""
        scene, top = self._scene(canvas)
        if not scene:
            return
        unit, theme = canvas.measure.unit, canvas.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, canvas.snap(top))
        painted = painter.clipBoundingRect()
        scene.outlines.paint(painter, theme.accent, unit)
        for (stroke, strong), curves in sorted(scene.curves.items(), key=lambda item: item[0][1]):
            if painted.intersects(curves.reach(unit)):
                curves.paint(painter, relation_pen(theme, stroke, unit, strong=strong))
        painter.restore()

    def paint_over(self, painter: QPainter, canvas: Canvas, _placements: list[Placement]) -> None:
        """Name, at the edges, the ends of the selected annotation's relations that are out of sight."""
        painted = painter.clipBoundingRect()
        if pills := [(pill.rect, pill.words) for pill in self._named(canvas) if pill.covered.intersects(painted)]:
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
        """Return the id of the annotation that a name at the edge, below the pointer, stands for; empty for none."""
        pills = self._named(self._view.canvas) if self._view.canvas else ()
        return next((pill.annotation for pill in pills if pill.rect.contains(event.position())), "")

    def _has_rails(self, canvas: Canvas) -> bool:
        """Return whether there are rails: then the margin paints all badges, as a rail may join any two."""
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
        key = canvas, first, top, self._view.viewport().rect(), chosen, self._all
        if key != self._key:
            self._key = key
            self._ends.look(canvas, key[:4])
            placements = self._view.placements(self._view.viewport().rect())
            self._made = made_scene(current, self._ends, canvas, placements, chosen, every=self._all)
            self._pills = self._named_ends()
        self._shown = bool(self._made)
        return self._made, top

    def _named(self, canvas: Canvas) -> tuple[Pill, ...]:
        """Return the pills at the edges."""
        scene, _top = self._scene(canvas)
        return self._pills if scene.far else ()

    def _named_ends(self) -> tuple[Pill, ...]:
        framed, view, words = self._view.framed(), self._view, self._session.words
        return tuple(named_ends(self._made, framed, view.viewport().rect(), words, view.mirrored)) if framed else ()

    # following

    def _lay_out_again(self, _change: object = None) -> None:
        self._ends.forget()
        self._key = None
        self._repaint()

    def _follow_selected(self) -> None:
        """Repaint where relations were drawn and where those of the selected annotation will be.

        Everything is repainted if the text is about to be scrolled to the annotation.
        """
        canvas, (before, names) = self._view.canvas, (self._made, self._pills) if self._shown else (Scene(), ())
        framed = self._view.framed()
        if self._all or canvas is None or (framed and not self._view.shows(self._start_of(framed))):
            self._repaint()
            return
        now, named = self._scene(canvas)[0], self._named(canvas)
        text, (_first, top) = self._view.viewport(), self._view.beginning_of_sight()
        for reach in before.changed_to(now, canvas.measure.unit):
            strip = reach.translated(0, top).toAlignedRect()
            text.update(0, strip.top(), text.width(), strip.height())
        for pill in (*names, *named):
            if not (pill in names and pill in named):
                text.update(0, round(pill.covered.top()), text.width(), round(pill.covered.height()))
        if before.far or now.far:
            self._margin.update()

    def _start_of(self, annotation: Annotation) -> int:
        return self._view.offsets.to_utf16(annotation.span.start)

    def _repaint(self) -> None:
        """Repaint everything in sight if relations are or were drawn, as curves also cross lines that do not change."""
        current = self._session.current
        wanted = current is not None and bool(
            (self._all and current.document.relations) or (self._chosen and current.relations.of(self._chosen))
        )
        if wanted or self._shown:
            self._view.repaint_view()
