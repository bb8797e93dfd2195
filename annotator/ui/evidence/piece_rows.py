"""List of the pieces of evidence of one claim."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from annotator.facts.evidence import EvidenceRow
from annotator.language.plain_line import plain_line
from annotator.session.editing.evidence.evidence_words import file_words, kind_words, piece_words, stance_words
from annotator.storage.evidence.states import THERE, FileState
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.two_line_rows import ROW_HEIGHT, Tone, TwoLineRows, TwoLines

GLYPHS = {"supports": "success", "contradicts": "error", "context": "info"}
MOST = 5
BETWEEN = " · "


class PieceRows(TwoLineRows):
    """Rows of the pieces, as high as they need; none is drawn as selected while the keyboard is elsewhere.

    ``typed`` gives the letters that are pressed on one; ``focused``: the keyboard is here now.
    """

    focused = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._pieces: list[EvidenceRow] = []
        self.setObjectName("evidenceRows")
        self.setAccessibleName(_("Evidence"))

    @property
    def current_id(self) -> str:
        """Id of the current piece; empty for none."""
        row = self.current_row()
        return self._pieces[row].piece.id if 0 <= row < len(self._pieces) else ""

    def show_pieces(self, rows: Sequence[EvidenceRow], states: Sequence[FileState]) -> None:
        """Show these pieces; the current one stays as far as it is still there."""
        current = self.current_id
        self._pieces = [*rows]
        ids = [row.piece.id for row in rows]
        shown = [_row(row, state) for row, state in zip(rows, states, strict=True)]
        self.show_rows(shown, ids.index(current) if current in ids else min(max(self.current_row(), 0), len(ids) - 1))
        self.setFixedHeight(min(len(rows), MOST) * ROW_HEIGHT + 2)
        if not self.hasFocus():
            self.clearSelection()

    def go_to_piece(self, id: str) -> None:
        """Make the piece with this id current."""
        ids = [row.piece.id for row in self._pieces]
        if id in ids:
            self.go_to(ids.index(id))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which piece is current, and say what the keys do."""
        super().focusInEvent(event)
        if self._pieces and not self.selectionModel().hasSelection():
            self.go_to(max(0, self.current_row()))
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT)


def _row(row: EvidenceRow, state: FileState) -> TwoLines:
    piece = row.piece
    parts = (stance_words(piece.stance), kind_words(piece.kind), plain_line(piece.publisher), plain_line(piece.page))
    second = BETWEEN.join(filter(None, (*parts, file_words(state))))
    tone: Tone = "error" if state.state not in ("", THERE) else "muted"
    remark = _("confidential") if piece.confidential else ""
    words = f"{row.label}{BETWEEN}{piece_words(piece)}"
    return TwoLines(words, second, remark, glyph=GLYPHS.get(piece.stance, "question"), tone=tone)
