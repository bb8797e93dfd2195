"""Pages of the sheet: its parts divided, with the heads of the claims again on each page of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from annotator.interop.handover.content import HandOver
from annotator.ui.paper.sheet_of_paper import SheetOfPaper
from annotator.ui.paper.sheet_parts import Part, SheetParts


@dataclass(slots=True)
class SheetPage:
    """Parts with the heights at which they stand on the page."""

    parts: list[tuple[float, Part]] = field(default_factory=list)


class SheetPages:
    """Pages of the sheet of one hand-over; ``lines`` are those in which facts end, by the numbers of the facts."""

    def __init__(self, handed: HandOver, paper: SheetOfPaper, lines: Mapping[int, int]) -> None:
        made = SheetParts(handed, paper, lines)
        self.pages = [*_paged([*made.parts()], made.heads, 1 + len(handed.facts), paper)]

    def paint(self, painter: QPainter, page: SheetPage) -> None:
        """Paint the parts of the page."""
        for y, part in page.parts:
            painter.setPen(Qt.GlobalColor.black)
            part.paint(painter, y)


def _paged(parts: Sequence[Part], heads: Part, claims: int, paper: SheetOfPaper) -> Iterator[SheetPage]:
    """Yield the pages; the first ``claims`` of the parts are those of the table, with its heads."""
    top, bottom = paper.body.top(), paper.body.bottom()
    page, y = SheetPage(), top
    for number, part in enumerate(parts):
        if page.parts and y + _together(parts, number) > bottom:
            yield page
            page, y = SheetPage(), top
            if number < claims:
                page.parts.append((y, heads))
                y += heads.height
        page.parts.append((y, part))
        y += part.height
    yield page


def _together(parts: Sequence[Part], number: int) -> float:
    """Return the height of the part and of those that are to stand on one page with it."""
    height = parts[number].height
    while parts[number].keeps and number + 1 < len(parts):
        number += 1
        height += parts[number].height
    return height
