"""Choice of the links of a draft that become evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.interop.articles.extracted import ALL_LINKS, NO_LINKS
from annotator.translation.messages import N_, _
from annotator.ui.widgets.panel_header import plain_label

IF_FEW, EVERY, NONE = N_("As evidence, if they are few"), N_("All as evidence"), N_("Left out")


class LinkBox(QWidget):
    """Combo box with a label, hidden where no draft has links. ``changed``: another choice was made."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = QComboBox(self)
        self._box.setObjectName("linksChoice")
        # Translators: the choice what becomes of the links in a document follows.
        self._box.setAccessibleName(_("Links"))
        for sentence, value in ((IF_FEW, ""), (EVERY, ALL_LINKS), (NONE, NO_LINKS)):
            self._box.addItem(_(sentence), value)
        label = plain_label(self._box.accessibleName(), self)
        label.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._box)
        self._box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.hide()

    @property
    def links(self) -> str:
        """Choice as in Wishes."""
        return str(self._box.currentData() or "")
