"""Content of the cells of the board as it is painted: words with their colour, and a sign or picture before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor

from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.desk.which_facts import VERDICT
from annotator.session.board.cells import cell_words, text_words, unsaid_words
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.tokens import Theme
from annotator.ui.theme.verdict_glyphs import verdict_glyph

AT_THE_END = (ColumnKind.NUMBER, ColumnKind.EVIDENCE, ColumnKind.QUERIES)
"""Kinds of columns whose cells stand at the side where lines end, as numbers do."""
QUIET = (*AT_THE_END, ColumnKind.CREATED, ColumnKind.MODIFIED)
"""Kinds of columns that are drawn muted."""
OPEN_VERDICT = "–"


@dataclass(frozen=True, slots=True)
class Face:
    """Words in ``ink``, after the sign of a state, the picture of a verdict or, at an ``end``, a label's badge."""

    words: str
    ink: QColor
    sign: str = ""
    picture: tuple[str, QColor] | None = None
    has_end: bool = False


def faces(table: BoardTable, column: BoardColumn, theme: Theme, now: str) -> Callable[[int], Face]:
    """Return a function from a row to its cell; the same texts are looked at once, so it is for one painting.

    Ages are told by the time ``now``, in UTC.
    """
    coded = table.coded(column)
    if coded is None:
        ink = theme.muted if column.kind in QUIET else theme.text
        return lambda row: Face(cell_words(table, column, row, now), ink)
    texts, codes = coded.texts, coded.codes
    known: dict[tuple[int, str], Face] = {}

    def face(row: int) -> Face:
        seen = codes[row], unsaid_words(table, column, row)
        found = known.get(seen)
        if found is None:
            found = known[seen] = _face_of(column, texts[seen[0]], seen[1], theme)
        return found

    return face


def _face_of(column: BoardColumn, text: str, unsaid: str, theme: Theme) -> Face:
    """Return the cell with that text of a column of relations, an attribute or the state; ``unsaid`` is said of none.

    A verdict that is not given is a dash.
    """
    words = text_words(column, text)
    if column.kind is ColumnKind.STATE and (sign := state_sign(text)):
        return Face(words, theme.text, sign=sign)
    if column.name == VERDICT and (picture := verdict_glyph(text, theme)):
        return Face(words, picture[1], picture=picture)
    has_end = bool(words) and column.kind is ColumnKind.RELATION
    none = OPEN_VERDICT if column.name == VERDICT else unsaid
    return Face(words or none, theme.text if text else theme.muted, has_end=has_end)
