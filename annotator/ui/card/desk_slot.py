"""Slot of the queries and the criticism of the card's annotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.desk.fact_desk import FactDesk
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.layouts.flow_layout import FlowLayout


class DeskSlot(SlotFrame):
    """Slot with the rows, and the chips by which a query or criticism is added."""

    def __init__(self, parts: DeskParts, parent: QWidget) -> None:
        super().__init__(_("Queries"), parts.look, parent)
        self._parts, self._id = parts, ""
        self.setObjectName("deskSlot")
        self.desk = FactDesk(parts, self, titled=False)
        self._chips = [
            self._chip(_("Query to the author"), "addQuery", self._ask),
            self._chip(_("Criticism"), "addCriticism", self._mark),
        ]
        flow = QWidget(self)
        chips = FlowLayout(flow, 6, 6)
        for chip in self._chips:
            chips.addWidget(chip)
        self.content.addWidget(self.desk)
        self.content.addWidget(flow)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The rows, where there are some, and the chips."""
        rows = [part] if (part := self.desk.focusProxy()) and self.desk.count else []
        return [part for part in (*rows, *self._chips) if part.isVisible() and part.isEnabled()]

    def show_fact(self, id: str, *, locked: str) -> None:
        """Show what is asked and criticised of the annotation; ``locked`` is why nothing can be added."""
        self._id = id
        self.desk.show_fact(id)
        for chip in self._chips:
            chip.setEnabled(not locked)

    def _ask(self) -> None:
        from annotator.ui.desk.query_dialog import ask_query  # here: not before it is wanted

        ask_query(self._parts, self._id, self.window())

    def _mark(self) -> None:
        from annotator.ui.desk.criticism_dialog import mark_criticism  # here: not before it is wanted

        mark_criticism(self._parts, self._id, self.window())

    def _chip(self, words: str, name: str, does: Callable[[], object]) -> DashedChip:
        chip = DashedChip(self._look, self)
        chip.setText(words)
        chip.setAccessibleName(words)
        chip.setObjectName(name)
        chip.clicked.connect(lambda _on: does())
        return chip
