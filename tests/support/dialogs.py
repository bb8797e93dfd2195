"""Every dialog of the program, opened from its window as a user opens it, or made where only a misfortune opens it.

And the menus of a bar, opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.merge import Conflict
from annotator.model.span import Span
from annotator.ui.dialogs.failure_dialog import FailureDialog
from annotator.ui.dialogs.merge_dialog import MergeDialog
from tests.support.program import Program

ACTIONS = {
    "settingsDialog": "settings",
    "exportDialog": "export",
    "importDialog": "import",
    "historyDialog": "history",
    "stepsDialog": "steps",
    "schemeDialog": "scheme",
    "evidenceDialog": "evidence",
    "figuresDialog": "figures",
    "listsDialog": "lists",
    "queryDialog": "ask_query",
    "criticismDialog": "mark_criticism",
    "encodingDialog": "encoding",
    "keySheet": "keys",
    "commandPalette": "palette",
    "signOffDialog": "sign_off",
    "aboutDialog": "about",
}
"""The dialogs by their object names, and the actions that open them."""

MADE = ("failureDialog", "mergeDialog")
NAMES = (*ACTIONS, *MADE)


@contextmanager
def opened(program: Program, name: str) -> Iterator[QWidget]:
    """Open the dialog of that name, which has the keyboard then, and close it in the end."""
    before = QApplication.focusWidget()
    dialog = _made(program, name) if name in MADE else _by_action(program, name)
    program.wait_for(lambda: dialog.isVisible() and _holds(dialog, QApplication.focusWidget(), before))
    yield dialog
    if isValid(dialog):
        dialog.close()


def _holds(dialog: QWidget, focused: QWidget | None, before: QWidget | None) -> bool:
    return focused is not None and focused is not before and (focused is dialog or dialog.isAncestorOf(focused))


def _by_action(program: Program, name: str) -> QWidget:
    program.part(QAction, ACTIONS[name]).trigger()
    program.wait_for(lambda: program.window.findChild(QWidget, name) is not None)
    return program.part(QWidget, name)


def _made(program: Program, name: str) -> QWidget:
    look = program.view.look
    if name == "failureDialog":
        failure = FailureDialog(look, "Everything is saved.", "", program.window)
        failure.show()
        return failure
    claim = Annotation("a", "claim", Span(0, 7), note="old")
    conflict = Conflict(claim, altered(claim, note="mine"), altered(claim, note="theirs"))
    merging = MergeDialog([conflict], program.document, program.session.scheme, look, program.window)
    merging.show()
    return merging


def opened_menus(bar: QMenuBar) -> list[QMenu]:
    """The menus of the bar and those in them, each of the bar's opened once before."""
    for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        menu.popup(QPoint(0, 0))
        menu.close()
    return bar.findChildren(QMenu)
