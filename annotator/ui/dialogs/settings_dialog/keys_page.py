"""Settings page that assigns keys to actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.session.preferences.settings import Settings
from annotator.translation.messages import N_, _
from annotator.ui.actions.keys import KeyMap, clash, key_map, normalised
from annotator.ui.actions.row import ActionRow
from annotator.ui.dialogs.settings_dialog.keys_list import KeysList
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.words.key_names import caption

HINT = N_("Choose an action, then press its new key in the field.")


class KeyField(QKeySequenceEdit):
    """Field for a new key; Escape closes the dialog there too, and is no new key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeysPage(QWidget):
    """Editor of a draft of the key map; a key that another action has is refused with a sentence.

    ``left``: Escape.
    """

    left = Signal()

    def __init__(self, settings: Settings, rows: Sequence[ActionRow], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._look = look
        self._draft = dict(settings.keys)
        self.setObjectName("keysPage")
        self.setAccessibleName(_("Keys"))
        self._filter = FilterField(look, _("Filter actions"), parent=self)
        self._list = KeysList([row for row in rows if not (row.is_label or row.after[0])], look, self)
        self._field = KeyField(self)
        self._clear = QPushButton(_("Remove key"), self)
        self._reset = QPushButton(_("Reset"), self)
        self._reset_all = QPushButton(_("Reset all"), self)
        self._sentence = plain_label(_(HINT), self)
        self._lay_out()
        self._follow()
        self._choose()

    def chosen(self, settings: Settings) -> Settings:
        """Return the settings with this page's choices."""
        return replace(settings, keys=dict(self._draft))

    def _lay_out(self) -> None:
        self._field.setMaximumSequenceLength(1)
        self._field.setObjectName("newKey")
        self._field.setAccessibleName(_("New key"))
        self._sentence.setObjectName("keySentence")
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(2 * self._sentence.fontMetrics().height())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button, name in ((self._clear, "takeAway"), (self._reset, "resetKey"), (self._reset_all, "resetKeys")):
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(10)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addLayout(self._editing())
        column.addWidget(self._sentence)

    def _editing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label: QLabel = plain_label(_("New key"), self)
        label.setBuddy(self._field)
        for widget in (label, self._field, self._clear, self._reset, self._reset_all):
            row.addWidget(widget, 1 if widget is self._field else 0)
        return row

    def _follow(self) -> None:
        self._filter.textChanged.connect(self._list.narrow_to)
        self._filter.went_down.connect(self._list.setFocus)
        self._filter.left.connect(self.left)
        self._list.left.connect(self.left)
        self._list.chosen.connect(self._choose)
        self._list.entered.connect(self._field.setFocus)
        self._field.keySequenceChanged.connect(self._take)
        self._clear.clicked.connect(lambda: self._give(()))
        self._reset.clicked.connect(self._reset_one)
        self._reset_all.clicked.connect(self._reset_every)

    def _choose(self) -> None:
        self._empty_field()
        self._show()

    def _take(self, sequence: QKeySequence) -> None:
        key = normalised(sequence.toString(QKeySequence.SequenceFormat.PortableText))
        action = self._list.current()
        if sequence.isEmpty() or not action:
            return
        refusal = clash(self._rows, self._keys(), action, key)
        if refusal:
            self._refuse(refusal)
        else:
            self._give((key,))
            words = _("{key} is the new key for “{action}”.")
            self._say(words.format(key=caption(key), action=self._text(action)))
        self._empty_field()

    def _give(self, keys: tuple[str, ...]) -> None:
        action = self._list.current()
        if action:
            self._draft[action] = keys
            self._drop_own()
            self._say("" if keys else _("“{action}” has no key.").format(action=self._text(action)))
            self._show()

    def _reset_one(self) -> None:
        action = self._list.current()
        own = next((row.keys for row in self._rows if row.id == action), ())
        others = KeyMap({id: keys for id, keys in self._keys().keys.items() if id != action})
        refusal = next((why for key in own if (why := clash(self._rows, others, action, key))), "")
        if refusal:
            self._refuse(refusal)
            return
        self._draft.pop(action, None)
        self._say(_("“{action}” has its default keys again.").format(action=self._text(action)))
        self._show()

    def _reset_every(self) -> None:
        self._draft.clear()
        self._say(_("Every action has its default keys again."))
        self._show()

    def _drop_own(self) -> None:
        """Remove keys from the draft that equal the defaults."""
        own = {row.id: tuple(map(normalised, row.keys)) for row in self._rows}
        self._draft = {id: keys for id, keys in self._draft.items() if own.get(id) != keys}

    def _keys(self) -> KeyMap:
        return key_map(self._rows, self._draft)

    def _show(self) -> None:
        self._list.show_keys(self._keys(), frozenset(self._draft))
        action = self._list.current()
        self._field.setEnabled(bool(action))
        self._clear.setEnabled(bool(action and self._keys().keys[action]))
        self._reset.setEnabled(action in self._draft)
        self._reset_all.setEnabled(bool(self._draft))

    def _text(self, action: str) -> str:
        return next(row.title for row in self._rows if row.id == action)

    def _refuse(self, reason: str) -> None:
        # Translators: the reason is a whole sentence.
        self._say(_("{reason} Nothing was changed.").format(reason=reason), refused=True)

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self._sentence.setText(sentence or _(HINT))
        theme = self._look.theme
        palette = QPalette(self._sentence.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.error if refused else theme.muted)
        self._sentence.setPalette(palette)

    def _empty_field(self) -> None:
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)
        for inner in self._field.findChildren(QLineEdit):
            inner.setPlaceholderText(_("Press a key"))
            inner.setAccessibleName(_("New key"))
