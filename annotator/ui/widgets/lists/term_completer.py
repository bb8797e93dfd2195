"""Completion of the last term of a filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QStringListModel, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.translation.messages import listed, number
from annotator.ui.theme.mirroring import TRAILING

LEAST = 2
"""Letters of a term's name from which on terms are offered; after a colon they are offered at once."""
NOTHING = "\0"
"""Beginning that no term has."""
END = 8
"""Pixels between a count and the end of its row."""
UNQUOTED = Qt.ItemDataRole.UserRole
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TermCompleter(QCompleter):
    """Completer of the last term of a filter; what stands before it stays.

    ``count`` returns how many things meet a term, and None where that is not to be shown. Terms in sight are counted
    one after another once the list is shown: a letter does not wait for that.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.count: Callable[[str], int | None] = lambda _term: None
        self._counts: dict[str, int | None] = {}
        self._uncounted: list[str] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._count_next)
        self._known = _Terms(self)
        self.setModel(self._known)
        self.setCompletionRole(UNQUOTED)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, terms: Sequence[str]) -> None:
        """Offer these terms from now on."""
        self._known.setStringList(terms)

    @property
    def is_choosing(self) -> bool:
        """True if a term in the open list is the current one; it stands in the field already."""
        popup = self.popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def mark_meant(self) -> None:
        """Show the first term in the open list as that which Enter takes, where it takes one."""
        popup = self.popup()
        if popup is not None and popup.isVisible():
            if not isinstance(popup.itemDelegate(), _Offered):
                popup.setItemDelegate(_Offered(self))
            popup.viewport().update()

    @property
    def meant(self) -> str:
        """The whole filter as Enter completes it, empty where it does not.

        It does where nothing is chosen in the open list and what is typed is the name of a term with a beginning of its
        value: words without a colon are searched for as they are.
        """
        popup, typed = self.popup(), self.completionPrefix()
        if popup is None or not popup.isVisible() or self.is_choosing:
            return ""
        term, offered = typed[_beginning(typed) :].replace('"', "").casefold(), self.completionModel()
        first = offered.index(0, 0)
        known = {str(first.siblingAtRow(row).data(UNQUOTED)).casefold() for row in range(offered.rowCount())}
        return self.pathFromIndex(first) if ":" in term and known and term not in known else ""

    def as_typed(self, term: str) -> str:
        """Return the term with the minus before it, if one was typed."""
        typed = self.completionPrefix()
        return f"-{term}" if typed[: _beginning(typed)].endswith("-") else term

    def counted(self, term: str) -> str:
        """Return how many things would meet the filter with this term, as it is typed; empty until it is known."""
        whole = self.as_typed(term)
        if whole not in self._counts and whole not in self._uncounted:
            self._uncounted.append(whole)
            self._soon.start()
        count = self._counts.get(whole)
        return "" if count is None else number(count)

    def forget_counts(self) -> None:
        """Count anew from now on, as the things or the terms beside are others."""
        self._counts, self._uncounted = {}, []

    def _count_next(self) -> None:
        popup = self.popup()
        if popup is None or not popup.isVisible():
            self._uncounted = []
        if self._uncounted and popup is not None:
            term = self._uncounted.pop(0)
            self._counts[term] = self.count(term)
            popup.viewport().update()
        if self._uncounted:
            self._soon.start()

    def takes(self, key: int) -> bool:
        """Return whether the open list does something with the key: it is closed, or the chosen term is taken."""
        popup = self.popup()
        if popup is None or not popup.isVisible():
            return False
        return key == Qt.Key.Key_Escape or (key in ENTER and self.is_choosing)

    def close(self) -> None:
        """Close the list of terms if it is open."""
        popup = self.popup()
        if popup is not None:
            popup.hide()

    def splitPath(self, path: str) -> list[str]:
        """Return the term that is being typed, without a minus before it."""
        term = path[_beginning(path) :]
        return [term.replace('"', "") if len(term) >= LEAST or ":" in term else NOTHING]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole filter with the term completed."""
        typed = self.completionPrefix()  # as it was typed: the field has the chosen term already
        return f"{typed[: _beginning(typed)]}{index.data()} "


class _Terms(QStringListModel):
    """Terms that are found without their quotation marks, which nobody types before the blank that needs them."""

    def __init__(self, terms: TermCompleter) -> None:
        super().__init__(terms)
        self._terms = terms

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == UNQUOTED:
            return str(super().data(index, Qt.ItemDataRole.DisplayRole)).replace('"', "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            term = str(super().data(index, Qt.ItemDataRole.DisplayRole))
            return listed(filter(None, (self._terms.as_typed(term), self._terms.counted(term))))
        return super().data(index, role)


class _Offered(QStyledItemDelegate):
    """Draws the first row as chosen where Enter takes it, and at the end of each what it would find."""

    def __init__(self, terms: TermCompleter) -> None:
        super().__init__(terms)
        self._terms = terms

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = self._terms.as_typed(option.text)
        if index.row() == 0 and self._terms.meant:
            option.state |= QStyle.StateFlag.State_Selected

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if count := self._terms.counted(str(index.data())):
            painter.save()
            painter.setLayoutDirection(option.direction)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(QRectF(option.rect).adjusted(END, 0, -END, 0), TRAILING, count)
            painter.restore()


def last_word(typed: str) -> int:
    """Return the offset at which the last word or term begins: after a blank outside of quotation marks."""
    quoted, start = False, 0
    for place, char in enumerate(typed):
        quoted ^= char == '"'
        if char.isspace() and not quoted:
            start = place + 1
    return start


def _beginning(typed: str) -> int:
    """Return the offset at which the last term begins, behind a minus."""
    start = last_word(typed)
    return start + typed.startswith("-", start)
