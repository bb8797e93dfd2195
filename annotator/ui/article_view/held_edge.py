"""Keys for an edge that is held: arrows move it, Enter keeps it, Escape puts it back."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from annotator.session.editing.edge_mover import EdgeMover, Hold
from annotator.ui.article_view.article_text import ArticleText

STEPS = {
    Qt.Key.Key_Left: QTextCursor.MoveOperation.Left,
    Qt.Key.Key_Right: QTextCursor.MoveOperation.Right,
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
    Qt.Key.Key_Home: QTextCursor.MoveOperation.StartOfLine,
    Qt.Key.Key_End: QTextCursor.MoveOperation.EndOfLine,
}
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
KEEPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_for_edge(event: QKeyEvent) -> bool:
    """Return whether the key is for the held edge, before any shortcut."""
    return event.key() in (*STEPS, *KEEPING, Qt.Key.Key_Escape)


def follow_key(edge: EdgeMover, event: QKeyEvent, text: ArticleText) -> None:
    """Move the held edge, keep it or put it back."""
    step = STEPS.get(Qt.Key(event.key()))
    if event.key() in KEEPING:
        edge.keep()
    elif event.key() == Qt.Key.Key_Escape:
        edge.put_back()
    elif edge.hold and step is not None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in SIDEWAYS:
            edge.move_by_word(forward=_is_forward(event, edge.hold, text))
        else:
            cursor = _cursor_at(edge.hold, text)
            cursor.movePosition(step)
            edge.move_to(text.offsets.to_code_points(cursor.position()))
        keep_in_sight(edge.hold, text)


def _is_forward(event: QKeyEvent, hold: Hold, text: ArticleText) -> bool:
    """Return whether the key leads on in the text: to the left in a paragraph that is written from right to left."""
    leftwards = _cursor_at(hold, text).block().textDirection() == Qt.LayoutDirection.RightToLeft
    return (event.key() == Qt.Key.Key_Right) != leftwards


def _cursor_at(hold: Hold, text: ArticleText) -> QTextCursor:
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.offsets.to_utf16(hold.position))
    return cursor


def keep_in_sight(hold: Hold, text: ArticleText) -> None:
    """Scroll by as many lines as the held edge is above or below what is in sight."""
    rect, bar = text.cursorRect(_cursor_at(hold, text)), text.verticalScrollBar()
    below = max(rect.bottom() - text.viewport().height(), 0)
    bar.setValue(bar.value() + ceil(below / text.measure.pitch) - ceil(max(-rect.top(), 0) / text.measure.pitch))
