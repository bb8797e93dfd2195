"""Chips of options in lines: Tab stops once, arrows go from chip to chip, Space or a click chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dialogs.scheme_dialog.form.option_chip import OptionChip
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

GAP, MOST_CHIPS = 6, 100


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its value, its name, whether it is chosen, how it is drawn."""

    value: str
    words: str
    chosen: bool = False
    mark: LabelColours | None = None
    badge: LabelColours | None = None


class OptionRow(QWidget):
    """Row of chips, reused for other options. ``pressed``: the value of a chip. ``added``: the chip with a plus."""

    pressed = Signal(str)
    added = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget, *, checkable: bool = True, add: str = "") -> None:
        super().__init__(parent)
        self._look, self._checkable = look, checkable
        self._chips: list[OptionChip] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, GAP, GAP)
        self._add = DashedChip(look, self) if add else None
        if self._add:
            self._add.setText(add)
            self._add.setAccessibleName(add)
            self._add.setObjectName("addOption")
            self._add.clicked.connect(self.added)
            self._flow.addWidget(self._add)

    @property
    def chips(self) -> list[OptionChip]:
        """Chips that are shown."""
        return [chip for chip in self._chips if not chip.isHidden()]

    def show_options(self, options: Sequence[Option]) -> None:
        """Show these options, at most MOST_CHIPS of them."""
        options = options[:MOST_CHIPS]
        if len(self._chips) < len(options):
            self._make(len(options) - len(self._chips))
        for place, chip in enumerate(self._chips):
            if place < len(options):
                it = options[place]
                chip.show_option(it.value, it.words, chosen=it.chosen, mark=it.mark, badge=it.badge)
            chip.setVisible(place < len(options))
        self._let_in(next((chip for chip in self.chips if chip.hasFocus() or chip.isChecked()), None))
        self.updateGeometry()

    def _make(self, count: int) -> None:
        while self._flow.takeAt(0):
            pass
        for _number in range(count):
            chip = OptionChip(self._look, self, checkable=self._checkable)
            chip.clicked.connect(lambda _on=False, chip=chip: self.pressed.emit(chip.value))
            chip.stepped.connect(lambda step, chip=chip: self._step(chip, step))
            self._chips.append(chip)
        for widget in (*self._chips, *([self._add] if self._add else [])):
            self._flow.addWidget(widget)

    def _step(self, chip: OptionChip, step: int) -> None:
        shown = self.chips
        other = shown[(shown.index(chip) + step) % len(shown)]
        self._let_in(other)
        other.setFocus(Qt.FocusReason.TabFocusReason)

    def _let_in(self, chosen: OptionChip | None) -> None:
        """Let Tab stop at that chip alone, or at the first one where none is chosen."""
        shown = self.chips
        chosen = chosen or (shown[0] if shown else None)
        for chip in shown:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is chosen else Qt.FocusPolicy.ClickFocus)
