"""List of actions with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.folding import folded
from annotator.translation.messages import _, listed
from annotator.ui.actions.keys import KeyMap
from annotator.ui.actions.row import ActionRow
from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.key_caps import caps_width, paint_caps
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.key_names import captions
from annotator.ui.widgets.words.line_of_text import paint_line

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, INSET, GAP = 32, 16, 10


class KeysModel(RowsModel[ActionRow]):
    """List model of the actions that match the filter."""

    def __init__(self, rows: Sequence[ActionRow], parent: QObject) -> None:
        super().__init__(parent)
        self._all = rows
        self.show_rows(rows)
        self.keys = KeyMap({})
        self.changed: frozenset[str] = frozenset()

    def show_keys(self, keys: KeyMap, changed: frozenset[str]) -> None:
        self.keys, self.changed = keys, changed
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def narrow_to(self, query: str) -> None:
        words = folded(query).split()
        self.show_rows([row for row in self._all if all(word in folded(self.words(row)) for word in words)])

    def words(self, row: ActionRow) -> str:
        """Return the row as text: name, menu path and keys."""
        keys = captions(self.keys.keys.get(row.id, ()))
        return listed((row.title, _menu_path(row), *keys))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words(row)
            case _:
                return None


class KeysDelegate(RowDelegate):
    """Painter of an action's name, menu path and keys; actions with changed keys are in bold."""

    def __init__(self, model: KeysModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # the background shows it
        action, theme = self._model.rows[row], self._look.theme
        name = action.title
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        keys = captions(self._model.keys.keys.get(action.id, ()))
        width = caps_width(keys)
        caps = placed(painter, QRectF(inner.right() - width, inner.top(), width, inner.height()), rect)
        paint_caps(painter, QPointF(caps.left(), inner.center().y()), keys, theme)
        font = chrome_font(0, STRONG) if action.id in self._model.changed else chrome_font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.text)
        text = QRectF(inner.left(), inner.top(), inner.width() - width - GAP, inner.height())
        paint_line(painter, placed(painter, text, rect), name, metrics, leading=True)
        used = min(metrics.horizontalAdvance(name) + GAP, text.width())
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        where = placed(painter, text.adjusted(used, 0, 0, 0), rect)
        paint_line(painter, where, _menu_path(action), QFontMetricsF(small_font()), leading=True)


class KeysList(RowsView):
    """Action list. ``chosen``: another action is current."""

    chosen = Signal()

    def __init__(self, rows: Sequence[ActionRow], look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = KeysModel(rows, self)
        self.setObjectName("keysList")
        self.setAccessibleName(_("Actions and their keys"))
        self.setModel(self._rows)
        self.setItemDelegate(KeysDelegate(self._rows, look, self))
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())

    def current(self) -> str:
        """Return the current action's id; empty where there is none."""
        row = self.current_row()
        return self._rows.rows[row].id if row >= 0 else ""

    def show_keys(self, keys: KeyMap, changed: frozenset[str]) -> None:
        """Show these keys; ``changed`` are the actions whose keys differ from the defaults."""
        self._rows.show_keys(keys, changed)

    def narrow_to(self, query: str) -> None:
        """Show only the actions that match every word of the query."""
        self._rows.narrow_to(query)
        self.say_when_empty(_("No match for “{words}”").format(words=query))
        self.chosen.emit()


def _menu_path(row: ActionRow) -> str:
    return " › ".join(row.menu_titles)
