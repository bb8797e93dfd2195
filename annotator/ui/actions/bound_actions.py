"""The table of actions as Qt's: bound to what they do, to their keys and to what they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Scheme
from annotator.session.session import Session
from annotator.ui.actions.availability import missing
from annotator.ui.actions.keys import KeyMap, key_map
from annotator.ui.actions.label_menu import menu_text
from annotator.ui.actions.table import ACTIONS, ActionRow, Needs, Scope, label_rows

ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
LONGEST_STEP = 60


@dataclass(frozen=True, slots=True)
class Handlers:
    """What the actions do: ``run`` by the action's id, ``tag`` and ``lock`` with the label's."""

    run: Mapping[str, Callable[[], None]]
    tag: Callable[[str], None]
    lock: Callable[[str], None]

    def of(self, row: ActionRow) -> Callable[[], None]:
        kind, _, label = row.id.partition(":")
        match kind:
            case "tag":
                return partial(self.tag, label)
            case "lock":
                return partial(self.lock, label)
            case _:
                return self.run[row.id]


class Actions(QObject):
    """Every action of the window.

    ``relisted``: the labels or the keys are others now. ``ran``: the action of that id was run by name, not by its
    key. Keys of article scope act while ``article`` has the focus, all others anywhere in ``window``.
    """

    relisted = Signal()
    ran = Signal(str)

    def __init__(
        self,
        window: QWidget,
        article: QWidget,
        session: Session,
        handlers: Handlers,
        chosen_keys: Mapping[str, tuple[str, ...]],
    ) -> None:
        super().__init__(window)
        _check(handlers)
        self._places = {Scope.WINDOW: window, Scope.ARTICLE: article}
        self._session = session
        self._handlers = handlers
        self._chosen = chosen_keys
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {row.id: self._made(row) for row in ACTIONS}
        self._closed: dict[str, str] = {}
        self._missing: Mapping[Needs, str] = {}
        self._scheme: Scheme | None = None
        self.rows: tuple[ActionRow, ...] = ACTIONS
        self.keys = KeyMap({})
        self._rebind()
        self.refresh()
        self._follow(session)

    def action(self, id: str) -> QAction:
        return self._actions[id]

    def reason(self, id: str) -> str:
        """Why the action can do nothing just now; empty where it can."""
        row = next(row for row in self.rows if row.id == id)
        return self._closed.get(id, "") or self._missing[row.needs]

    def trigger(self, id: str) -> None:
        """Run the action as if its key had been pressed, and tell that it was asked for by name."""
        if self._actions[id].isEnabled():
            self._actions[id].trigger()
            self.ran.emit(id)

    def check(self, id: str, checked: bool = True) -> None:
        """Show that what the action stands for is on, or off; runs nothing."""
        self._actions[id].setChecked(checked)

    def close(self, id: str, reason: str) -> None:
        """Say why the action can do nothing beyond what it needs of the session; an empty reason opens it again."""
        self._closed[id] = reason
        self._allow(next(row for row in self.rows if row.id == id))

    def set_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Take over the keys that the user chose."""
        self._chosen = chosen
        self._rebind()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer this scheme's labels."""
        if scheme == self._scheme:
            return
        self._scheme = scheme
        for row in self.rows[len(ACTIONS) :]:
            old = self._actions.pop(row.id)
            self._places[row.scope].removeAction(old)
            old.deleteLater()
        labels = label_rows(scheme)
        self._actions |= {row.id: self._made(row) for row in labels}
        self.rows = (*ACTIONS, *labels)
        for row in labels:
            self._allow(row)
        self._rebind()

    def refresh(self) -> None:
        """Look again at what can be done."""
        now = missing(self._session)
        changed = {needs for needs in Needs if now[needs] != self._missing.get(needs)}
        self._missing = now
        for row in self.rows:
            if row.needs in changed:
                self._allow(row)
        self._show_status()

    def _follow(self, session: Session) -> None:
        session.opened.connect(self._opened)
        session.selected.connect(self.refresh)
        session.changed.connect(lambda _change: self.refresh())
        session.locked.connect(self._show_locked)
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
        name = id.capitalize()
        self._actions[id].setText(menu_text(f"{name}: {short}") if step else name)

    def _show_status(self) -> None:
        status = self._session.document.status.value if self._session.current else ""
        for row in ACTIONS:
            if row.choice == "status":
                self.check(row.id, row.id == f"status_{status.replace('-', '_')}")

    def _show_locked(self) -> None:
        for row in self.rows:
            if row.id.startswith("lock:"):
                self.check(row.id, row.id == f"lock:{self._session.locked_label}")

    def _made(self, row: ActionRow) -> QAction:
        action = QAction(menu_text(row.text), self)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable or bool(row.choice))
        action.setAutoRepeat(row.repeats)
        action.setMenuRole(ROLES.get(row.id, QAction.MenuRole.NoRole))
        if row.choice:
            self._groups.setdefault(row.choice, QActionGroup(self)).addAction(action)
        in_article = row.scope is Scope.ARTICLE
        context = Qt.ShortcutContext.WidgetShortcut if in_article else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        action.triggered.connect(partial(_run, self._handlers.of(row)))
        self._places[row.scope].addAction(action)
        return action

    def _rebind(self) -> None:
        self.keys = key_map(self.rows, self._chosen)
        for row in self.rows:
            self._actions[row.id].setShortcuts([QKeySequence(key) for key in self.keys.keys[row.id]])
        self.relisted.emit()

    def _allow(self, row: ActionRow) -> None:
        reason = self._closed.get(row.id, "") or self._missing[row.needs]
        action = self._actions[row.id]
        action.setEnabled(not reason)
        action.setWhatsThis(reason)


def _run(handler: Callable[[], None], _checked: bool = False) -> None:
    handler()


def _check(handlers: Handlers) -> None:
    wanted = {row.id for row in ACTIONS}
    if wanted != handlers.run.keys():
        raise ValueError(f"actions and handlers differ: {sorted(wanted ^ handlers.run.keys())}")
