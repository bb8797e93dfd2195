"""Guideline of the labels that are looked at, with its heading."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.model.scheme import Scheme
from annotator.translation.messages import _
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.widgets.words.wrapping_label import SmallPrint

GAP = 8


class GuidelineNote(QWidget):
    """Definitions of labels below a heading; hidden where there are none. Several have their names before them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        head, self._words = SmallPrint(self), SmallPrint(self)
        head.setFont(chrome_font(-1, MEDIUM))
        head.setText(_("Guideline"))
        self._words.setObjectName("guidelineWords")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(head)
        column.addWidget(self._words)
        self.hide()

    def show_labels(self, scheme: Scheme, ids: Iterable[str]) -> None:
        """Show the definitions of these labels."""
        known = [label for id in dict.fromkeys(ids) if (label := scheme.label(id)) and label.guideline.definition]
        named = _("{name}: {value}")
        if len(known) == 1:
            words = known[0].guideline.definition
        else:
            lines = ((label_name(scheme, label.id), label.guideline.definition) for label in known)
            words = "\n".join(named.format(name=name, value=value) for name, value in lines)
        if words != self._words.text():  # a text lays out the whole window again
            self._words.setText(words)
        self.setVisible(bool(words))
