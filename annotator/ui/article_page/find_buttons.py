"""Buttons of the find bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.translation.messages import _
from annotator.ui.widgets.words.key_names import caption
from annotator.ui.widgets.words.line_of_text import show_tip

BUTTON, ICON = 28, 16


def find_button(parent: QWidget, name: str, description: str, run: Callable[[], None]) -> QToolButton:
    """Return a button that does something at once."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(description)
    show_tip(button, description)
    button.setAutoRaise(True)
    button.setMinimumSize(BUTTON, BUTTON)
    button.setIconSize(QSize(ICON, ICON))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: run())
    return button


def choice_button(button: QToolButton, text: str, key: str) -> QToolButton:
    """Make the button one that stays down, with ``text`` on it and the ``key`` in its tooltip."""
    # Translators: the tooltip of a button, and the key that does the same.
    show_tip(button, _("{name} ({keys})").format(name=button.accessibleName(), keys=caption(key)))
    button.setText(text)
    button.setCheckable(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
