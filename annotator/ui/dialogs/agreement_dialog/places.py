"""List of the places behind a number, each with its words, what both annotators made of it, and its article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.arrow_words import from_to
from annotator.language.plain_line import plain_line
from annotator.model.visible import visible
from annotator.review.agreement.results import Place
from annotator.translation.messages import _, listed, number
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.laid_runs import Kind, Run, fitted
from annotator.ui.widgets.words.line_of_text import paint_line

Index = QModelIndex | QPersistentModelIndex
SIDE, ABOVE, NUMBER, LINES, BELOW = 16, 7, 28, 2, 24


class PlaceModel(RowsModel[Place]):
    """List model of places; ``name`` returns how a label is called."""

    def __init__(self, name: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._name = name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain_line(place.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed([plain_line(place.words), self.made_of(place), plain_line(place.article)])
        return None

    def made_of(self, place: Place) -> str:
        """Return what both annotators made of the place."""
        return " · ".join(map(plain_line, self._made_of(place)))

    def _made_of(self, place: Place) -> Iterator[str]:
        if place.relation:
            said = from_to(place.relation, plain_line(place.target))
            yield _both(*(said if id else _("nothing") for id in (place.a, place.b)))
            return
        one, other = (self._name(label) if label else _("nothing") for label in (place.label_a, place.label_b))
        if place.label_a != place.label_b:
            yield _both(one, other)
        elif place.same_place:
            yield one
        else:
            yield _("{label}, other edges").format(label=one)
        for name, *values in place.values:
            first, second = (listed(value.split("\n")) if value else "–" for value in values)
            yield f"{name}: {_both(first, second)}"


class PlaceDelegate(RowDelegate):
    """Painter of places: words in their sentence in the font of the article, and below them what was made of them."""

    def __init__(self, model: PlaceModel, font: QFont, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model, self._font = model, font

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # drawn below
        place, theme = self._model.rows[row], self._look.theme
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        metrics, line = QFontMetricsF(small_font()), QFontMetricsF(self._font).lineSpacing()
        counted = QRectF(rect.left() + SIDE, rect.top() + ABOVE, NUMBER, line)
        paint_line(painter, placed(painter, counted, rect), number(row + 1), metrics, leading=True)
        room = rect.adjusted(SIDE + NUMBER, ABOVE, -SIDE, 0)
        words = placed(painter, QRectF(room.left(), room.top(), room.width(), LINES * line), rect)
        fitted(_in_sentence(place), self._font, int(words.width()), theme, LINES).paint(painter, words.topLeft())
        made, article = self._model.made_of(place), plain_line(place.article.rpartition(".")[0] or place.article)
        left = min(metrics.horizontalAdvance(article) + 2, room.width() * 0.4)
        below = QRectF(room.left(), words.bottom(), room.width() - left - 12, BELOW)
        paint_line(painter, placed(painter, below, rect), made, metrics, leading=True)
        end = QRectF(room.right() - left, words.bottom(), left, BELOW)
        paint_line(painter, placed(painter, end, rect), article, metrics, leading=True)


class PlaceRows(RowsView):
    """List of places."""

    def __init__(self, name: Callable[[str], str], font: QFont, look: Look, parent: QWidget) -> None:
        height = ABOVE + LINES * QFontMetricsF(font).lineSpacing() + BELOW + 4
        super().__init__(round(height), parent=parent)
        self.setObjectName("agreementPlaces")
        self.setAccessibleName(_("Places"))
        self._rows = PlaceModel(name, self)
        self.setModel(self._rows)
        self.setItemDelegate(PlaceDelegate(self._rows, font, look, self))
        look.changed.connect(self.viewport().update)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show the places in place of all others."""
        self._rows.show_rows(places)
        if places:
            self.selectRow(0)
            self.scrollToTop()

    def place(self, row: int) -> Place | None:
        """Return the place in that row; None where there is none."""
        return self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None

    def step(self, by: int) -> None:
        """Go to the next place, or the one before."""
        if self._rows.rows:
            self.selectRow(min(max(self.current_row() + by, 0), len(self._rows.rows) - 1))


def _both(one: str, other: str) -> str:
    # Translators: labels or values of the same place by the two annotators, A and B.
    return _("A {one} · B {other}").format(one=one, other=other)


def _in_sentence(place: Place) -> list[Run]:
    """Return the words, lit, among those before and after them, with single blanks."""
    parts = (place.before, Kind.PLAIN), (place.words, Kind.ALTERED), (place.after, Kind.PLAIN)
    runs = [Run(visible(_single_blanks(text)), kind) for text, kind in parts]
    return [run for run in runs if run.text]


def _single_blanks(text: str) -> str:
    """Return the text with single blanks for any, which stay at its ends."""
    first, last = (" " * text[at].isspace() for at in (0, -1)) if text.strip() else ("", "")
    return f"{first}{' '.join(text.split())}{last}"
