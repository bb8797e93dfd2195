"""The table of actions as Qt actions, with their keys, enabled where the session has what they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Scheme
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.actions.availability import missing
from annotator.ui.actions.check_rows import state_rows
from annotator.ui.actions.keys import KeyMap, key_map
from annotator.ui.actions.label_menu import menu_text
from annotator.ui.actions.label_rows import label_rows
from annotator.ui.actions.menu_letters import menu_letters
from annotator.ui.actions.mnemonics import with_mnemonic
from annotator.ui.actions.row import ActionRow, Needs, Scope
from annotator.ui.actions.table import ACTIONS
from annotator.ui.actions.targets import Targets
from annotator.ui.actions.value_rows import value_rows
from annotator.ui.widgets.words.key_names import caption, captions

ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
STEPS = {"undo": (N_("Undo"), N_("Undo: {step}")), "redo": (N_("Redo"), N_("Redo: {step}"))}
"""Texts of the actions without and with the name of the step that they take."""

LONGEST_STEP = 60
REASON = "reason"
"""Property of an action: why it can do nothing just now."""


class Actions(QObject):
    """Every action of the window.

    ``relisted``: the labels or the keys have changed. ``ran``: the action of that id was run by name, not by its
    key. ``chosen``: one of a choice was run, which has the tick now, also where all stays as it was. Keys of article
    scope act while ``article`` has the focus, all others anywhere in ``window``.
    """

    relisted = Signal()
    ran = Signal(str)
    chosen = Signal()

    def __init__(
        self,
        window: QWidget,
        article: QWidget,
        session: Session,
        targets: Targets,
        chosen_keys: Mapping[str, tuple[str, ...]],
        table: Sequence[ActionRow] = ACTIONS,
    ) -> None:
        super().__init__(window)
        self._places = {Scope.WINDOW: window, Scope.ARTICLE: article}
        self._session = session
        self._targets = targets
        self._table = tuple(table)
        self._chosen = chosen_keys
        self._groups: dict[str, QActionGroup] = {}
        self._ticked: dict[str, bool] = {}
        self._letters = menu_letters(self._table)
        self._actions = {row.id: self._made(row) for row in self._table}
        self._closed: dict[str, str] = {}
        self._missing: Mapping[Needs, str] = {}
        self._scheme: Scheme | None = None
        self.rows: tuple[ActionRow, ...] = ()
        self._rows: dict[str, ActionRow] = {}
        self._show_rows(self._table)
        self.keys = KeyMap({})
        self._rebind()
        self.refresh()
        self._follow(session)

    def action(self, id: str) -> QAction:
        """Return the action; that of a label without a key is made when it is first wanted."""
        if id not in self._actions:
            self._actions[id] = self._made(self._rows[id])
            self._allow(self._rows[id])
        return self._actions[id]

    def caption(self, id: str) -> str:
        """Return the action's first key as it stands on a key cap; empty without a key."""
        return next(map(caption, self.keys.keys[id]), "")

    def captions(self, id: str) -> list[str]:
        """Return the keys of the action as they stand on key caps; of one with two keys both, the second behind."""
        opener, second = self._rows[id].after
        if opener and (first := self.caption(opener)):
            return [f"{first} {second.upper()}"]
        return captions(self.keys.keys[id])

    def reason(self, id: str) -> str:
        """Return why the action can do nothing just now; empty where it can."""
        return self._closed.get(id, "") or self._missing[self._rows[id].needs]

    def trigger(self, id: str) -> None:
        """Run the action as if its key had been pressed, and tell that it was asked for by name."""
        if self.action(id).isEnabled():
            self.action(id).trigger()
            self.ran.emit(id)

    def check(self, id: str, checked: bool = True) -> None:
        """Tick the action, or untick it, without running it."""
        self._ticked[id] = checked
        if id in self._actions:
            self._actions[id].setChecked(checked)

    def close(self, id: str, reason: str) -> None:
        """Disable the action for a reason beyond what it needs of the session; an empty reason enables it again."""
        self._closed[id] = reason
        self._allow(self._rows[id])

    def set_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Take over the keys that the user chose."""
        self._chosen = chosen
        self._rebind()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer this scheme's labels."""
        if scheme == self._scheme:
            return
        self._scheme = scheme
        for row in self.rows[len(self._table) :]:
            self._drop(row)
        own = [*label_rows(scheme), *value_rows(scheme), *state_rows(scheme)]
        self._letters = menu_letters(self._table, own)
        self._show_rows((*self._table, *own))
        for row in own:
            if row.keys or not row.is_label:
                self.action(row.id)
        self._rebind()

    def _drop(self, row: ActionRow) -> None:
        self._ticked.pop(row.id, None)
        if old := self._actions.pop(row.id, None):
            self._places[row.scope].removeAction(old)
            old.deleteLater()

    @property
    def letters(self) -> Mapping[str, str]:
        """Letters of the menus, by the id of an action or the path of a submenu."""
        return self._letters

    def refresh(self) -> None:
        """Enable and disable the actions by what the session has now."""
        now = missing(self._session)
        changed = {needs for needs in Needs if now[needs] != self._missing.get(needs)}
        self._missing = now
        for row in self.rows if changed else ():
            if row.needs in changed:
                self._allow(row)

    def _show_rows(self, rows: tuple[ActionRow, ...]) -> None:
        self.rows, self._rows = rows, {row.id: row for row in rows}

    def _follow(self, session: Session) -> None:
        session.opened.connect(self._opened)
        session.selected.connect(self.refresh)
        session.changed.connect(lambda _change: self.refresh())
        session.history.undoTextChanged.connect(partial(self._name_step, "undo"))
        session.history.redoTextChanged.connect(partial(self._name_step, "redo"))
        session.history.indexChanged.connect(lambda _index: self.refresh())
        if session.current:
            self._opened()

    def _opened(self) -> None:
        if self._session.current:
            self.set_scheme(self._session.scheme)
        self._name_step("undo", self._session.history.undoText())
        self._name_step("redo", self._session.history.redoText())
        self.refresh()

    def _name_step(self, id: str, step: str) -> None:
        short = step if len(step) <= LONGEST_STEP else step[: LONGEST_STEP - 1] + "…"
        bare, named = STEPS[id]
        self._actions[id].setText(self._lettered(id, _(named).format(step=short) if step else _(bare)))

    def _lettered(self, id: str, text: str) -> str:
        return with_mnemonic(menu_text(text), self._letters.get(id, ""))

    def _made(self, row: ActionRow) -> QAction:
        action = QAction(self._lettered(row.id, row.title), self)
        action.setObjectName(row.id)
        if row.checkable or row.choice:
            action.setCheckable(True)
            action.setChecked(self._ticked.get(row.id, False))
        if not row.repeats:
            action.setAutoRepeat(False)
        action.setMenuRole(ROLES.get(row.id, QAction.MenuRole.NoRole))
        if row.choice and not row.is_label:
            self._group(row.choice).addAction(action)
        if row.scope is Scope.ARTICLE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._run, row))
        self._places[row.scope].addAction(action)
        return action

    def _group(self, choice: str) -> QActionGroup:
        if choice not in self._groups:
            self._groups[choice] = QActionGroup(self)
        return self._groups[choice]

    def _run(self, row: ActionRow, _checked: bool = False) -> None:
        row.run(self._targets)
        if row.choice:
            self.chosen.emit()

    def _rebind(self) -> None:
        self.keys = key_map(self.rows, self._chosen)
        for row in self.rows:
            if row.id not in self._actions and not self.keys.keys[row.id]:
                continue
            keys = [QKeySequence.fromString(key) for key in self.keys.keys[row.id]]
            if keys != self.action(row.id).shortcuts():  # to set none takes Qt as long as to set some
                self.action(row.id).setShortcuts(keys)
        self.relisted.emit()

    def _allow(self, row: ActionRow) -> None:
        reason = self._closed.get(row.id, "") or self._missing[row.needs]
        action = self._actions.get(row.id)
        if action and reason != action.property(REASON):
            action.setEnabled(not reason)
            action.setProperty(REASON, reason)  # tells no widget of a change, as another text of it would
