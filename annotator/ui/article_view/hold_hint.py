"""Card with the keys that move a held edge."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard

KEYS = (("←  →", "character"), ("Ctrl", "word"), ("Enter", "keep"), ("Esc", "put back"))
NAMES = {"start": "Start", "end": "End"}


class HoldHint(KeyCard):
    """Card over the foot of ``text``, shown while an edge is held."""

    def __init__(self, look: Look, text: QWidget) -> None:
        super().__init__(look, text, KEYS)
        self.setObjectName("holdHint")
        self.setAccessibleName("Keys for the held edge")

    def show_for(self, edge: str) -> None:
        """Show the card for ``edge``, ``start`` or ``end``; an empty string hides it."""
        self.show_title(NAMES.get(edge, ""))
