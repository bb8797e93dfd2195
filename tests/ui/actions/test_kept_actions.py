"""Items of menus that a widget keeps are made in Python.

Of one that ``QMenu.addAction(text)`` makes, PySide may lose the C++ object when a dialog is closed, though the menu
still has it: changing the annotator's name in the settings ended in an error so.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator.ui

MODULES = sorted(Path(annotator.ui.__path__[0]).rglob("*.py"))
KEPT = "self._items = [menu.addAction(_('Close')), menu.addAction('Open')]"
MADE = "self._items = [QAction(_('Close'), menu)]\nmenu.addAction(self._items[0])\nitem = menu.addAction('Open')"


def kept(source: str) -> Iterator[int]:
    """Yield the lines on which an attribute keeps what ``addAction`` returns."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Attribute) for target in node.targets):
            calls = [one.func for one in ast.walk(node.value) if isinstance(one, ast.Call)]
            if any(isinstance(call, ast.Attribute) and call.attr in ("addAction", "actions") for call in calls):
                yield node.lineno


def test_no_widget_keeps_an_item_that_qt_has_made() -> None:
    assert (list(kept(KEPT)), list(kept(MADE))) == ([1], [])
    assert [(module.name, line) for module in MODULES for line in kept(module.read_text("utf-8"))] == []
