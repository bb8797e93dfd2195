"""Keys typed on the rows of the board: a first key, then the one that says which value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.facts.board.columns import BoardColumn
from annotator.session.board.values import choice_words
from annotator.translation.messages import _
from annotator.ui.board.value_keys import KeyedValue, first_key_of_states, keyed_values, verdict_of
from annotator.ui.widgets.words.key_names import caption

ENTER, VALUES = "Return", "F2"
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")
OWN_KEYS = ("Ctrl+Z", *REDO, "Ctrl+F", "Ctrl+Return", "Ctrl+Enter", "F3", "Shift+F3")
"""Keys of the article that do nothing to it while the board is shown."""


class On(Enum):
    """What the current line of the board is."""

    ROW = "row"
    GROUP = "group"
    NOTHING = "nothing"


class KeyMode(QObject):
    """Wait for the second key once ``first`` was pressed. ``chosen``: a column and its value.

    ``hinted``: other keys do something now.
    """

    chosen = Signal(object, str)
    hinted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: Sequence[BoardColumn] = ()
        self._following: dict[str, KeyedValue] = {}
        self.first = ""

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Give values to these columns."""
        self._columns = columns
        self.leave()

    def hints(self, on: On) -> list[tuple[str, str]]:
        """Return the keys that do something now with what they do, by what is the current line."""
        if self.first:
            following = [(key.upper(), choice_words(*one)) for key, one in sorted(self._following.items())]
            return [*following, (caption("Esc"), _("cancel"))]
        if on is On.NOTHING:
            return [(caption("Ctrl+F"), _("filter")), (caption("Esc"), _("back to the article"))]
        if on is On.GROUP:
            return [(caption(ENTER), _("close or open the group")), (caption("Esc"), _("back to the article"))]
        found = [(caption(ENTER), _("open the article")), (caption(VALUES), _("state or value"))]
        if verdicts := [key for key in "123456789" if verdict_of(self._columns, key)]:
            found.append((f"1–{verdicts[-1]}", _("verdict")))
        return [*found, (first_key_of_states(self._columns).upper(), _("state")), (caption("Ctrl+Z"), _("undo"))]

    def press(self, key: str) -> None:
        """Take a character that was typed: the second key ends the mode whatever it is."""
        pressed = key.casefold()
        if self.first:
            found = self._following.get(pressed)
            self.leave()
        elif following := keyed_values(self._columns, pressed):
            self.first, self._following, found = pressed, following, None
            self.hinted.emit()
        else:
            found = verdict_of(self._columns, pressed)
        if found:
            self.chosen.emit(*found)

    def leave(self) -> bool:
        """Wait for no second key any more; return whether one was waited for."""
        if not self.first:
            return False
        self.first, self._following = "", {}
        self.hinted.emit()
        return True


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether the key does again what was undone."""
    return QKeySequence(event.keyCombination()).toString() in REDO


def is_own_key(event: QKeyEvent) -> bool:
    """Tell whether the board keeps the key from the article."""
    return QKeySequence(event.keyCombination()).toString() in OWN_KEYS
