"""Page for one conflict: its words in the article, both sides, and the choices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.model.annotation import Annotation
from annotator.model.deciding import BOTH, MINE, THEIRS
from annotator.model.document import Document
from annotator.model.merge import Conflict
from annotator.model.scheme import Scheme
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.merge_dialog.choice_button import ChoiceButton
from annotator.ui.dialogs.merge_dialog.context import context, heading, label_of
from annotator.ui.dialogs.merge_dialog.facts import facts
from annotator.ui.dialogs.merge_dialog.sides_table import SidesTable
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.runs_text import RunsText

CHOICES = {MINE: ("M", N_("Mine")), THEIRS: ("T", N_("Theirs")), BOTH: ("B", N_("Keep both"))}
PADDING, GAP = 20, 12


class ConflictPage(QWidget):
    """Page of a conflict. ``chosen``: MINE, THEIRS or BOTH."""

    chosen = Signal(str)

    def __init__(self, document: Document, scheme: Scheme, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._scheme, self._look = document, scheme, look
        self._heading = name_label("", self)
        self._words = RunsText(look, self)
        self._words.setObjectName("conflictWords")
        self._words.setFont(font)
        self._table = SidesTable(look, font, self)
        self._table.setObjectName("conflictSides")
        self._buttons = {choice: ChoiceButton(look, key, _(text), self) for choice, (key, text) in CHOICES.items()}
        for choice, button in self._buttons.items():
            button.setObjectName(f"choose-{choice}")
            button.clicked.connect(lambda _on, choice=choice: self.chosen.emit(choice))
        self._lay_out()

    def show_conflict(self, conflict: Conflict, choice: str) -> None:
        """Show the conflict with the choice made so far, empty for none."""
        label = label_of(conflict)
        colours = self._look.theme.label(self._scheme.label(label), label) if label else None
        runs = context(conflict, self._document)
        self._heading.setText(heading(conflict, self._scheme))
        self._words.show_runs(runs, colours)
        self._words.setVisible(bool(runs))
        self._table.show_facts(facts(conflict, self._document, self._scheme))
        self._buttons[BOTH].setEnabled(keeps_both(conflict))
        removed = conflict.ours is None or conflict.theirs is None
        self._buttons[BOTH].call(_("Keep it") if removed else _("Keep both"))
        self.show_choice(choice)

    def show_choice(self, choice: str) -> None:
        """Show ``choice`` as the one made, empty for none."""
        for name, button in self._buttons.items():
            button.setChecked(name == choice)
        self._table.show_choice(choice)

    def _lay_out(self) -> None:
        body = QWidget(self)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(PADDING, 16, PADDING, 12)
        inner.setSpacing(GAP)
        for part in (self._heading, self._words, self._table):
            inner.addWidget(part)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("conflictArea")
        area.setAccessibleName(_("Both sides"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        row = QHBoxLayout()
        row.setContentsMargins(PADDING - 3, 0, PADDING - 3, 12)
        row.setSpacing(6)
        for button in self._buttons.values():
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(area, 1)
        column.addLayout(row)


def keeps_both(conflict: Conflict) -> bool:
    """Return whether both sides can be kept: two annotations, or one side that the other has removed."""
    sides = [side for side in (conflict.ours, conflict.theirs) if side is not None]
    return len(sides) == 1 or all(isinstance(side, Annotation) for side in sides)
