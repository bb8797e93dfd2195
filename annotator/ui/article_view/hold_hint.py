"""Card with the keys that move a held edge."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _, pgettext
from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard
from annotator.ui.widgets.words.key_names import caption, modifier


class HoldHint(KeyCard):
    """Card over the foot of ``text``, shown while an edge is held."""

    def __init__(self, look: Look, text: QWidget) -> None:
        super().__init__(look, text, _keys())
        self.setObjectName("holdHint")
        self.setAccessibleName(_("Keys for the held edge"))

    def show_for(self, edge: str) -> None:
        """Show the card for ``edge``, ``start`` or ``end``; an empty string hides it."""
        names = {"start": pgettext("edge", "Start"), "end": pgettext("edge", "End")}
        self.show_title(names.get(edge, ""))


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("←  →", pgettext("what a key does", "character")),
        (modifier("Ctrl"), pgettext("what a key does", "word")),
        (caption("Enter"), pgettext("what a key does", "keep")),
        (caption("Esc"), pgettext("what a key does", "put back")),
    )
