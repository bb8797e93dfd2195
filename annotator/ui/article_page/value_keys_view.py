"""The keys that can follow the first of a value: on the bar of the labels, until the next key or a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.facts.desk.which_facts import VERDICT
from annotator.session.editing.values.value_keys import ValueKey, ValueKeys
from annotator.translation.messages import pgettext
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.keys import normalised
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.verdict_glyphs import verdict_sign
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.words.key_names import caption

MODIFIERS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
    *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
)
LEAVING = (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate)


class ValueKeysView(QObject):
    """Shows the mode on ``page`` and takes the next key, wherever the keyboard is.

    In ``rows``, a list of annotations, the first keys begin the mode too, and the values are repeated by the same key.
    """

    def __init__(self, mode: ValueKeys, page: ArticlePage, actions: Actions, rows: RowsView) -> None:
        super().__init__(page)
        self._mode, self._page, self._actions = mode, page, actions
        mode.changed.connect(self._follow)
        rows.typed.connect(self._act_in_list)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the next key before anything else does, and leave at a press or as another window comes to the front."""
        if event.type() in LEAVING:
            self._mode.leave()
            return False
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if self._mode.refused:
            return self._refuse(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.key() not in MODIFIERS and not event.isAutoRepeat():
            self._mode.press(event.text())
        return True

    def _refuse(self, event: QKeyEvent) -> bool:
        """Take the second key after a first one that was refused, and leave any other to whoever wants it."""
        if event.key() in MODIFIERS or event.isAutoRepeat():
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._mode.is_refused(event.text()):
            event.accept()
            return True
        return self._mode.refuse(event.text())

    def _follow(self) -> None:
        mode, application = self._mode, QApplication.instance()
        if application is None:
            return
        if not mode.first and not mode.refused:
            application.removeEventFilter(self)
        else:
            application.installEventFilter(self)
        if not mode.first:
            self._page.show_mode("")
            return
        keys = [(one.key.upper(), _words(one)) for one in mode.shown]
        leave = (caption("Esc"), pgettext("what a key does", "leave"))
        self._page.show_mode(mode.names, [*keys, leave], awaited=True)

    def _act_in_list(self, letter: str) -> None:
        id = self._actions.keys.holder(normalised(letter))
        if id == "again" or any(row.id == id and row.opens for row in self._actions.rows):
            self._actions.trigger(id)


def _words(one: ValueKey) -> str:
    sign = state_sign(one.choice) if one.is_state else verdict_sign(one.choice) if one.field.rule.id == VERDICT else ""
    words = f"{sign} {one.words}".strip()
    return f"{words} •" if one.chosen else words
