"""Group of chips that can be ticked: one tab stop, with arrow keys to move within it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.tick_chip import TickChip, TickItem
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

ACROSS, DOWN = 6, 2


class TickGroup(QWidget):
    """Chips that wrap over several lines; all are ticked at first. ``changed``: the set of ticked ones has changed."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[TickChip] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, ACROSS, DOWN)

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of the ticked chips, without disabled ones."""
        return frozenset(chip.item.id for chip in self._chips if chip.isChecked() and chip.isEnabled())

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all chips."""
        return frozenset(chip.item.id for chip in self._chips)

    @property
    def all_ticked(self) -> bool:
        return all(chip.isChecked() for chip in self._chips if chip.isEnabled())

    @property
    def is_empty(self) -> bool:
        return not self._chips

    def show_items(self, items: Sequence[TickItem]) -> None:
        """Show ``items``; those that were not ticked before stay so."""
        if [item.id for item in items] == [chip.item.id for chip in self._chips]:
            for chip, item in zip(self._chips, items, strict=True):
                chip.show_item(item)
            return
        unticked = {chip.item.id for chip in self._chips if not chip.isChecked()}
        focused = next((chip.item.id for chip in self._chips if chip.hasFocus()), "")
        self._clear()
        self._chips = [self._made(item, ticked=item.id not in unticked) for item in items]
        self._let_in(next((chip for chip in self._chips if chip.item.id == focused), None), focus=bool(focused))

    def untick(self, ids: Collection[str]) -> None:
        """Untick those of the chips, without telling that they have changed."""
        for chip in self._chips:
            if chip.item.id in ids:
                chip.blockSignals(True)
                chip.setChecked(False)
                chip.blockSignals(False)

    def _clear(self) -> None:
        while self._flow.takeAt(0):
            pass
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()

    def _made(self, item: TickItem, *, ticked: bool) -> TickChip:
        chip = TickChip(self._look, item, self)
        chip.setChecked(ticked)
        chip.toggled.connect(lambda _on: self.changed.emit())
        chip.only_asked.connect(lambda: self._tick_only(chip))
        chip.stepped.connect(lambda step: self._step(chip, step))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _tick_only(self, only: TickChip) -> None:
        """Tick only this chip; tick all where it is the only one already."""
        alone = self.ticked == {only.item.id}
        for chip in self._chips:
            chip.blockSignals(True)
            chip.setChecked(alone or chip is only)
            chip.blockSignals(False)
        self.changed.emit()

    def _step(self, chip: TickChip, step: int) -> None:
        reachable = [chip for chip in self._chips if chip.isEnabled()]
        number = reachable.index(chip) + step
        if 0 <= number < len(reachable):
            self._let_in(reachable[number], focus=True)

    def _let_in(self, chosen: TickChip | None, *, focus: bool) -> None:
        chosen = chosen or next((chip for chip in self._chips if chip.isEnabled()), None)
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is chosen else Qt.FocusPolicy.ClickFocus)
        if chosen:
            self.setFocusProxy(chosen)
        if chosen and focus:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
