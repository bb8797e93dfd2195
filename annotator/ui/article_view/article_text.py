"""Text widget that draws an article and its annotations in a centred column between two margins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QRegion, QResizeEvent

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.canvas import EVERYTHING, Canvas, Layer
from annotator.ui.article_view.column import Column, least_width, margin_rects
from annotator.ui.article_view.lit_matches import LitMatches, Within
from annotator.ui.article_view.margins.statement_margin import StatementMargin
from annotator.ui.article_view.margins.structure_margin import StructureMargin
from annotator.ui.article_view.mark_painter import MarkPainter
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.stretches import Stretches
from annotator.ui.article_view.unmarked.sight import Placement, Sight
from annotator.ui.article_view.unmarked.strips import strips
from annotator.ui.article_view.unmarked.unmarked_text import UnmarkedText
from annotator.ui.system.scale_watch import ScaleWatch
from annotator.ui.theme.colouring import Colouring
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.themed import Themed

NEAR_BORDER = 40
"""Pixels from the upper or lower border within which a line is not well in sight."""


class ArticleText(UnmarkedText):
    """Read-only text with the annotations of a TextIndex.

    ``resized``: the widget has another size. ``layers`` are painted beside the marks.
    """

    resized = Signal()

    def __init__(self, look: Themed, font: QFont, characters: int) -> None:
        super().__init__(font, characters)
        self.look, self.colouring = look, Colouring()
        self.canvas: Canvas | None = None
        self._stretches: Stretches | None = None
        self._lit: Within | None = None
        self.layers: list[Layer] = []
        self._sight = Sight()
        self._statements = StatementMargin(self, self.colours, self)
        self._structure = StructureMargin(self, self.colours, self)
        self._lay_out("")
        self.viewport().setMouseTracking(True)
        self.updateRequest.connect(self._follow_scrolling)
        self.selectionChanged.connect(self._follow_selection)
        look.changed.connect(self._recolour)
        ScaleWatch(self).changed.connect(self.repaint_all)

    @property
    def least_width(self) -> int:
        """Width below which a line would hold less than 45 characters."""
        return least_width(self.measure, self._structure.reach) + self.verticalScrollBar().sizeHint().width()

    # overridden by the view of a session

    def colours(self, label: str) -> LabelColours:
        """Return the colours of the label, or of a state's key: here grey, because the scheme is not known."""
        return self.look.theme.label(None, label)

    def framed(self) -> Annotation | None:
        """Return the annotation to draw a frame around; None for no frame."""
        return None

    def is_chosen(self) -> bool:
        """Return whether the annotation in the frame is chosen; otherwise it is only near."""
        return True

    def light(self, within: Within | None) -> None:
        """Draw these matches from now on, the selected one stronger; None draws none."""
        self._lit = within
        self.viewport().update()

    def show_text(self, text: str, index: TextIndex) -> None:
        """Show the text with the annotations of ``index``; another text than before is scrolled to its beginning."""
        if text is not self.text:
            self._set_text(text)
        kind = cache(lambda label: self.colours(label).mark)
        self._stretches = Stretches(index, self.offsets, kind, self.colouring.key)
        self.repaint_all()
        self._place_column()
        self._place_margins()

    def set_type(self, font: QFont, characters: int) -> None:
        """Set the font and the width of the column in characters; keep the first visible paragraph in view."""
        self._typeface, self._characters = font, characters
        self.measure = Measure.of(font, self.measure.lanes)
        top = self.firstVisibleBlock().blockNumber()
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(self.measure.side)
        self.setFont(font)
        self._lines.set_measure(self.measure)
        self._set_caret()
        self._place_column()
        self.repaint_all()
        self.verticalScrollBar().setValue(self.document().findBlockByNumber(top).firstLineNumber())

    def set_lanes(self, lanes: int) -> None:
        """Leave room for so many lanes of annotators below each line; the lines move, but are not broken again."""
        self.measure = Measure.of(self._typeface, lanes)
        self._lines.set_measure(self.measure)
        self.repaint_all()

    def show_line_numbers(self, *, on: bool) -> None:
        """Draw the numbers of the article's lines from now on, or no longer."""
        self._structure.numbers.show(on=on)
        self._place_column()
        self._place_margins()

    def repaint_all(self, *, anew: bool = True) -> None:
        """Repaint with the current theme, scheme and size; shapes stay if not ``anew`` and they would be the same."""
        self._statements.forget()
        before, self.canvas = self.canvas, None
        if self._stretches:
            painter = MarkPainter(self.look.theme, self.colours, self.measure.unit)
            self.canvas = Canvas(self._stretches, painter, self.measure, self.look.theme, self.devicePixelRatioF())
            if anew or not before or not before.builds_as(self.canvas):
                self._stretches.clear()
        self.repaint_view()

    def _recolour(self) -> None:
        self.repaint_all(anew=False)

    def repaint_view(self, strips: Iterable[QRect] = (EVERYTHING,)) -> None:
        """Repaint text and margins, or ``strips`` of them, with the cached marks."""
        for strip in strips:
            for widget in (self.viewport(), self._statements, self._structure):
                widget.update(strip)

    def repaint_paragraphs(self, paragraphs: set[int], spans: Sequence[Span]) -> None:
        """Repaint the lines of these paragraphs that look different, as annotations of these spans have changed."""
        if self.canvas:
            seen = self.viewport().rect()
            self.repaint_view(self.canvas.renewed(self.placements(seen), paragraphs, spans, seen))

    def repaint_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Repaint the lines that the annotations touch, with their cached marks, and the margin that has their sign."""
        canvas = self.canvas
        if canvas is None or not annotations:
            return
        placements = self.placements(self.viewport().rect())
        for annotation in annotations:
            margin = self._structure if canvas.is_bar(annotation) else self._statements
            for strip in canvas.strips_of(placements, annotation):
                self.viewport().update(strip)
                margin.update(strip)

    def repaint_frame(self, span: Span) -> None:
        """Repaint what a frame around the words of the span covers, and the badges beside it."""
        for strip in self.canvas.frame_strips(self.placements(self.viewport().rect()), span) if self.canvas else ():
            self.viewport().update(strip)
            self._statements.update(strip)

    def shows(self, place: int) -> bool:
        """Return whether the line of a place, in UTF-16 units, is in sight and not near the upper or lower border."""
        cursor = self.textCursor()
        cursor.setPosition(place)
        return self.viewport().rect().adjusted(0, NEAR_BORDER, 0, -NEAR_BORDER).contains(self.cursorRect(cursor))

    def beginning_of_sight(self) -> tuple[int, float]:
        """Return the number of the first paragraph in sight, and its top in viewport coordinates."""
        return self.firstVisibleBlock().blockNumber(), self.contentOffset().y()

    def placements(self, rect: QRect) -> list[Placement]:
        """Return the paragraphs that intersect ``rect``, with their positions; all in viewport coordinates."""
        return self._sight.within(rect, self.firstVisibleBlock(), self.contentOffset(), self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        for strip in strips(event.region()):
            self._paint(strip, event.region().intersected(strip))

    def _paint(self, strip: QRect, region: QRegion) -> None:
        canvas, framed = self.canvas, self.framed()
        placements = self.placements(strip) if canvas else []
        if canvas:
            painter = self._painter(strip)
            canvas.paint_under(painter, placements, strip, framed, chosen=self.is_chosen())
            if self._lit:
                matches = LitMatches.beside(self._lit, self.offsets, self.textCursor())
                matches.paint(painter, canvas, placements, strip)
            for layer in self.layers:
                layer.paint_under(painter, canvas, placements, region)
            painter.end()
        super().paintEvent(QPaintEvent(strip))
        if canvas and (framed or self.layers):
            painter = self._painter(strip)
            canvas.paint_over(painter, placements, framed)
            for layer in self.layers:
                layer.paint_over(painter, canvas, placements)
            painter.end()

    def _painter(self, rect: QRect) -> QPainter:
        """Return a painter that is clipped to ``rect``, so that layers can tell what is not to be painted."""
        painter = QPainter(self.viewport())
        painter.setClipRect(rect)
        return painter

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QResizeEvent):
            return super().event(event)
        self._place_column()  # before Qt handles the event, so that the text is laid out only once
        done = super().event(event)
        self._place_margins()  # the text may have moved without another size of its own
        self.resized.emit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._stretches and event.size().width() != event.oldSize().width():
            self._stretches.clear()
        self._place_margins()

    # construction and geometry

    def _lay_out(self, text: str) -> None:
        super()._lay_out(text)
        self._structure.numbers.follow(self.document())

    def _place_column(self, reach: float = 0) -> Column:
        widths = super()._place_column(reach or self._structure.reach)
        self._statements.lanes = widths.lanes
        return widths

    def _place_margins(self) -> None:
        left, right = margin_rects(self)
        self._structure.setGeometry(right if self.mirrored else left)
        self._statements.setGeometry(left if self.mirrored else right)

    def _follow_selection(self) -> None:
        if self._lit:
            self.viewport().update()  # more than Qt repaints: the match that was selected is fainter now

    def _follow_scrolling(self, rect: QRect, moved: int) -> None:
        if moved:
            self._statements.scroll(0, moved)
            self._structure.update()
        else:
            self._statements.update(0, rect.y(), self._statements.width(), rect.height())
