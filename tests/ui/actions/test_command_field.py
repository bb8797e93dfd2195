"""The field that opens the palette: as wide as its words need, whatever the language."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QKeySequence
from pytestqt.qtbot import QtBot

from annotator.ui.actions.command_field import CommandField
from annotator.ui.theme.look import Look


def test_a_brief_field_has_room_for_longer_words(light_look: Look, qtbot: QtBot) -> None:
    field = CommandField(light_look, QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    field.set_brief(on=True)
    brief = field.sizeHint().width()
    for words in ("Ausführen …", "Einen Befehl ausführen …"):
        field.setText(words)
        assert field.sizeHint().width() >= QFontMetricsF(field.font()).horizontalAdvance(words) + 80
    assert field.sizeHint().width() > brief
