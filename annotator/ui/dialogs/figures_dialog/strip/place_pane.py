"""One place of a finding: where it is, its text, and what can be done there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.session.fact_tables.place_facts import PlaceFacts
from annotator.translation.messages import _
from annotator.ui.dialogs.figures_dialog.strip.key_button import KeyButton
from annotator.ui.dialogs.figures_dialog.strip.place_text import PlaceText
from annotator.ui.dialogs.figures_dialog.strip.wording_row import WordingRow
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

RADIUS = 6


class PlacePane(QWidget):
    """Place ``side``, 1 or 2. ``chosen``: a click, or its key. ``went``: go there. ``proposed``: a wording for it."""

    chosen = Signal(int)
    went = Signal(int)
    proposed = Signal(int, str)

    def __init__(self, side: int, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.side, self._look, self._facts = side, look, PlaceFacts()
        self._is_chosen = False
        self.setObjectName(f"place{side}")
        self._key = KeyButton(str(side), "", look, self)
        self._words = ElidedLabel(parent=self)
        self._words.setFont(header_font())
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._where, self._voice = muted_label(self), muted_label(self)
        self.text = PlaceText(look, font, self)
        self._go = KeyButton(f"Alt+{side}", _("go there"), look, self)
        self._propose = KeyButton(f"Ctrl+{side}", _("propose a wording"), look, self)
        self._wording = WordingRow(self)
        self._wording.hide()
        self._go.setObjectName(f"goThere{side}")
        self._propose.setObjectName(f"proposeThere{side}")
        self._voice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._voice.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self._connect()

    def show_place(self, facts: PlaceFacts, scheme: Scheme | None, *, chosen: bool) -> None:
        """Show the place; ``chosen`` is the one that Enter goes to."""
        if facts.place != self._facts.place:
            self.end_wording()
        self._facts, self._is_chosen = facts, chosen
        self._words.show_line(facts.words)
        self._where.show_line(facts.where)
        self._voice.show_line(facts.voice)
        self.text.show_excerpt(facts.excerpt, scheme)
        self.text.setAccessibleName(facts.excerpt.text if facts.excerpt else "")
        self._key.setAccessibleName(_("Place {number}: {words}").format(number=self.side, words=facts.said))
        self._propose.setEnabled(facts.can_propose)
        self._go.setEnabled(facts.place is not None)
        self.update()

    def propose(self) -> None:
        """Open the field for a wording, if one can be proposed here."""
        if self._facts.can_propose and self.isVisible():
            self._actions.hide()
            self._wording.show()
            self._wording.begin(self._facts.wording)

    def end_wording(self) -> None:
        """Close the field for a wording."""
        self._wording.hide()
        self._actions.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self.side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line around the text; that of the chosen place in the accent."""
        around, theme = QRectF(self.text.geometry()).adjusted(-2, -2, 2, 2), self._look.theme
        painter, width = painter_on(self), 1.5 if self._is_chosen else 1
        paint_outline(painter, around, theme.accent if self._is_chosen else theme.outline, RADIUS, width=width)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._key)
        head.addWidget(self._words)
        head.addWidget(self._where)
        head.addWidget(self._voice, 1)
        self._actions = QWidget(self)
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(12)
        actions.addWidget(self._go)
        actions.addWidget(self._propose)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self._actions)
        column.addWidget(self._wording)

    def _connect(self) -> None:
        self._key.clicked.connect(lambda: self.chosen.emit(self.side))
        self._go.clicked.connect(lambda: self.went.emit(self.side))
        self._propose.clicked.connect(self.propose)
        self._wording.left.connect(self.end_wording)
        self._wording.left.connect(lambda: self._propose.setFocus())
        self._wording.proposed.connect(lambda words: self.proposed.emit(self.side, words))
