"""Buttons and context menu of the Places panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.anchoring.places import MOVED
from annotator.session.editing.places.place_proposals import ACCEPTED_TOGETHER, Proposal
from annotator.translation.messages import N_, _, number
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.panels.places.keyed_button import KeyedButton
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.words.key_names import caption

ACCEPT, RESELECT, DROP, ALL = "accept", "reselect", "drop", "all"
GAP, FOR_COUNT = 10, 250
WORDS = {ACCEPT: N_("Accept"), RESELECT: N_("Select again"), DROP: N_("Drop"), ALL: N_("Accept all")}


class PlaceActions(QObject):
    """Buttons in ``header`` and a menu with the same actions. ``asked``: the name of the action chosen."""

    asked = Signal(str)

    def __init__(self, look: Look, header: PanelHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self._possible: dict[str, bool] = {}
        self._buttons = {name: KeyedButton(look, key, header) for name, key in _keys().items()}
        for name, button in self._buttons.items():
            button.setObjectName(f"places_{name}")
            button.say(_(WORDS[name]))
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
            header.add(button)

    def offer(self, proposal: Proposal | None, alike: int, *, writable: bool, reselecting: bool) -> None:
        """Enable what is possible for ``proposal``; ``alike`` is the number of proposals with the same verdict."""
        chosen = proposal is not None and writable
        together = chosen and proposal is not None and proposal.verdict in ACCEPTED_TOGETHER and alike > 1
        accepted = proposal is not None and proposal.span is not None
        self._possible = {ACCEPT: chosen and (accepted or reselecting), RESELECT: chosen, DROP: chosen, ALL: together}
        self._buttons[ACCEPT].say(_("Take the selection") if reselecting else _(WORDS[ACCEPT]))
        self._buttons[RESELECT].say(_("Leave it") if reselecting else _(WORDS[RESELECT]))
        if together and proposal is not None:
            self._buttons[ALL].say(_accept_all_words(proposal.verdict, alike))
        for name, button in self._buttons.items():
            button.setEnabled(self._possible[name])
        self._buttons[ALL].setVisible(together)

    def fit(self, width: int) -> None:
        """Show the keys on the buttons if a header ``width`` pixels wide has room for them beside its count."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        room = width - sum(button.width_with_key + GAP for button in shown) >= FOR_COUNT
        for button in self._buttons.values():
            button.show_key(room)

    def open_menu(self, at: QPoint) -> None:
        """Open a menu of the same actions at the global position ``at``."""
        menu = QMenu(_("Place"), self._panel)
        menu.setObjectName("placeMenu")
        for name, button in self._buttons.items():
            if name != ALL or self._possible.get(ALL):
                menu.addAction(self._action(menu, name, button.text()))
        give_mnemonics(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _action(self, menu: QMenu, name: str, text: str) -> QAction:
        action = QAction(text, menu)
        action.setEnabled(self._possible.get(name, False))
        action.triggered.connect(lambda: self.asked.emit(name))
        return action


def _keys() -> dict[str, str]:
    return {
        ACCEPT: caption("Enter"),
        RESELECT: "R",
        DROP: caption("Del"),
        ALL: caption("Shift+Enter"),
    }


def _accept_all_words(verdict: str, count: int) -> str:
    words = _("Accept all moved ({count})") if verdict == MOVED else _("Accept all changed ({count})")
    return words.format(count=number(count))
