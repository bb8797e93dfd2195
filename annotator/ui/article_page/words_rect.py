"""Place of an annotation's words on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF

from annotator.model.annotation import Annotation
from annotator.ui.article_view.article_text import ArticleText


def words_rect(text: ArticleText, annotation: Annotation | None) -> QRect:
    """Return the rectangle around the words that are in sight, in the coordinates of ``text``; empty if none are."""
    found = QRectF()
    if text.canvas and annotation:
        for top, bands in text.canvas.bands(text.placements(text.viewport().rect()), annotation):
            for _segment, band in bands:
                found = found.united(band.translated(0, top))
    return found.toAlignedRect().translated(text.viewport().geometry().topLeft())
