"""Ends of relations in sight: where annotations stand in the text, remembered while nothing is laid out again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.model.annotation import Annotation
from annotator.ui.article_view.canvas import Canvas, Placement

Bands = list[tuple[bool, QRectF]]
"""Fills of an annotation in one paragraph, from the paragraph's top; True where the annotation begins."""


@dataclass(frozen=True, slots=True)
class End:
    """Fill of the first piece of an annotation in sight, and of all of them, in the viewport."""

    first: QRectF
    bands: tuple[QRectF, ...]


class Ends:
    """Finder of the ends among the paragraphs in sight."""

    def __init__(self) -> None:
        self._canvas: Canvas | None = None
        self._found: dict[tuple[str, int], Bands] = {}

    def forget(self) -> None:
        """Find all ends again, as the text is laid out again or an annotation has moved."""
        self._found.clear()

    def of(self, annotation: Annotation, canvas: Canvas, placements: Iterable[Placement]) -> End | None:
        """Return where the annotation stands among these paragraphs; None where it is out of sight."""
        if canvas is not self._canvas:
            self._canvas = canvas
            self.forget()
        bands: list[QRectF] = []
        for placement in placements:
            for _opens, band in self._bands(annotation, canvas, placement):
                bands.append(band.translated(0, placement.top))
        return End(bands[0], tuple(bands)) if bands else None

    def _bands(self, annotation: Annotation, canvas: Canvas, placement: Placement) -> Bands:
        key = annotation.id, placement.block.blockNumber()
        if key not in self._found:
            found = canvas.bands([placement], annotation)
            here = [(segment.opens, band) for _top, bands in found for segment, band in bands]
            self._found[key] = here
        return self._found[key]
