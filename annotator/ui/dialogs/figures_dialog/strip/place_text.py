"""Text around a place, drawn as the article is, with what differs lit up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QRegion, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.session.fact_tables.excerpt import Excerpt
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

SMALLEST, CHARACTERS = QSize(160, 64), 60
ABOVE, BELOW, LINE, STROKE = 11.5, 3.5, 6.5, 2
"""From the baseline, in units of the font: top and bottom of what is lit, the line below it, and how thick that is."""


class PlaceText(ArticleText):
    """Read-only text of an excerpt, which the keyboard passes over."""

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        self._scheme: Scheme | None = None
        self._excerpt: Excerpt | None = None
        super().__init__(look, font, CHARACTERS)
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.layers.append(LitWords(self))
        self.setAutoFillBackground(True)
        look.changed.connect(self._colour)
        self._colour()

    @property
    def lit(self) -> Annotation | None:
        """The words that are lit up, as an annotation without a label."""
        return Annotation("", "", self._excerpt.span) if self._excerpt else None

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def sizeHint(self) -> QSize:
        return SMALLEST

    def show_excerpt(self, shown: Excerpt | None, scheme: Scheme | None) -> None:
        """Show the excerpt with the place in sight; none leaves the text empty."""
        if shown == self._excerpt and scheme is self._scheme:
            return
        self._excerpt, self._scheme = shown, scheme
        text = shown.text if shown else ""
        self.show_text(text, TextIndex(text, shown.annotations if shown else ()))
        self.repaint_all()
        if shown:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.offsets.to_utf16(shown.span.start))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def colours(self, label: str) -> LabelColours:
        return self.look.theme.label(self._scheme.label(label) if self._scheme else None, label)

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self.look.theme.base)  # where the scroll bar would be
        for widget in (self, self._statements, self._structure):
            widget.setPalette(palette)


class LitWords:
    """Layer that lights up the words in question and draws a line below their box."""

    def __init__(self, text: PlaceText) -> None:
        self._text = text

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], _region: QRegion) -> None:
        unit, theme = canvas.measure.unit, canvas.theme
        for top, bands in canvas.bands(placements, self._text.lit):
            for segment, _band in bands:
                base, width = segment.baseline + top, segment.right - segment.left
                ground = QRectF(segment.left, base - ABOVE * unit, width, (ABOVE + BELOW) * unit)
                painter.fillRect(canvas.snapped(ground), theme.warning_bg)
                line = QRectF(segment.left, base + LINE * unit, width, STROKE)
                painter.fillRect(canvas.snapped(line), theme.warning)
                if theme.high_contrast:  # which has no ground of its own for warnings
                    paint_outline(painter, ground.adjusted(-4, -4, 4, 4), theme.accent, 4, width=2)

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Paint nothing above the words."""
