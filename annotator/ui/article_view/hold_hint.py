"""The keys that count while an edge is held."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard

KEYS = (("←  →", "character"), ("Ctrl", "word"), ("Enter", "keep"), ("Esc", "put back"))
NAMES = {"start": "Start", "end": "End"}


class HoldHint(KeyCard):
    """Shown over the foot of ``text`` while an edge is held."""

    def __init__(self, look: Look, text: QWidget) -> None:
        super().__init__(look, text, KEYS)
        self.setObjectName("holdHint")
        self.setAccessibleName("Keys for the held edge")

    def show_for(self, edge: str) -> None:
        """``start``, ``end``, or nothing, which hides it."""
        self.show_title(NAMES.get(edge, ""))
