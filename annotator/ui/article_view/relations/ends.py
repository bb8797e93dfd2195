"""Places of annotations at the ends of relations, in the paragraphs in sight, remembered while the layout stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.model.annotation import Annotation
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.unmarked.sight import Placement

Tops = Mapping[int, tuple[Placement, float]]
"""Paragraphs in sight by their numbers, each with the distance of its top from the top of the first one."""


@dataclass(frozen=True, slots=True)
class End:
    """Rectangles of an annotation in sight, one for each line, the ``first`` also by itself.

    They are measured from the top of the first paragraph in sight.
    """

    first: QRectF
    bands: tuple[QRectF, ...]


class Ends:
    """Finder of the ends among the paragraphs in sight."""

    def __init__(self) -> None:
        self._canvas: Canvas | None = None
        self._sight: object = None
        self._found: dict[tuple[str, int], list[QRectF]] = {}
        self._ends: dict[str, End | None] = {}

    def forget(self) -> None:
        """Forget all places, as the text is laid out anew or an annotation has moved."""
        self._found.clear()
        self._ends.clear()

    def look(self, canvas: Canvas, sight: object) -> None:
        """Look for ends on this canvas from now on; another ``sight`` means that other paragraphs are in sight."""
        if canvas is not self._canvas:
            self._canvas = canvas
            self.forget()
        if sight != self._sight:
            self._sight = sight
            self._ends.clear()

    def of(self, annotation: Annotation, index: TextIndex, tops: Tops) -> End | None:
        """Return where the annotation stands among the paragraphs in sight; None if it is not in sight."""
        id = annotation.id
        if id not in self._ends:
            self._ends[id] = self._end(annotation, index, tops)
        return self._ends[id]

    def _end(self, annotation: Annotation, index: TextIndex, tops: Tops) -> End | None:
        bands: list[QRectF] = []
        for number in index.paragraphs_of(annotation):
            if number in tops:
                placement, top = tops[number]
                bands += [band.translated(0, top) for band in self._bands(annotation, placement, number)]
        return End(bands[0], tuple(bands)) if bands else None

    def _bands(self, annotation: Annotation, placement: Placement, number: int) -> list[QRectF]:
        key = annotation.id, number
        if key not in self._found:
            found = self._canvas.bands([placement], annotation) if self._canvas else ()
            self._found[key] = [band for _top, bands in found for _segment, band in bands]
        return self._found[key]
