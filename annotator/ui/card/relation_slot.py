"""Slot of relations: rows of what fills it, proposals in grey, what follows from both, and chips to fill it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.session.editing.card.card_parts import Slot, Target, target_words
from annotator.session.editing.card.card_rows import CardRow
from annotator.translation.messages import _
from annotator.ui.card.row_button import RowButton
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.theme.look import Look
from annotator.ui.widgets.at_once import laid_out_once
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import SmallPrint


class RelationSlot(SlotFrame):
    """Slot whose rows and chips are used again.

    ``asked``: a target to fill. ``taken``: a proposed row. ``opened``, ``removed``, ``confirmed``: a row.
    """

    asked = Signal(object)
    taken = Signal(object)
    opened = Signal(object)
    removed = Signal(object)
    confirmed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("", look, parent)
        self.id = ""
        self._rows: list[RowButton] = []
        self._chips: list[DashedChip] = []
        self._targets: Sequence[Target] = ()
        self._last: object = None
        self._filled: tuple[Slot, Scheme] | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._derived = SmallPrint(self)
        self._derived.setObjectName("derivedLines")
        flow = QWidget(self)
        self._flow = FlowLayout(flow, 6, 6)
        self.content.addLayout(self._column)
        self.content.addWidget(self._derived)
        self.content.addWidget(flow)

    def show_slot(
        self, slot: Slot, scheme: Scheme, rows: Sequence[CardRow], proposed: Sequence[CardRow], lines: Sequence[str]
    ) -> None:
        """Show the rows of the slot, what is proposed for it, and the ``lines`` that follow from the rows."""
        shown = (slot, scheme, tuple(rows), tuple(proposed), tuple(lines))
        if shown == self._last:
            return
        self._last = shown
        self.id = slot.id
        self.setObjectName(f"slot-{slot.id}")
        self.show_title(slot.title)
        with laid_out_once(self.content):
            self._show_rows(scheme, rows, proposed)
            self._derived.setText("\n".join(lines))
            self._derived.setVisible(bool(lines))
            self._show_chips(slot, scheme)

    def focus_row(self, id: str) -> bool:
        """Put the keyboard on the row of the annotation of that id. Return False if there is none."""
        found = next((it for it in self._rows if it.row and it.row.annotation.id == id and it.isVisible()), None)
        if found:
            found.setFocus()
        return found is not None

    def focus_proposal(self) -> None:
        """Put the keyboard on the first proposal, if one is left."""
        found = next((it for it in self._rows if it.is_proposed and it.isVisible()), None)
        if found:
            found.setFocus()

    def focus_chip(self, target: Target) -> bool:
        """Put the keyboard on the chip that fills the target. Return False if it is none of this slot."""
        if target not in self._targets:
            return False
        self._chips[self._targets.index(target)].setFocus()
        return True

    def lock(self, reason: str) -> None:
        """Let nothing be filled for this reason, or again where there is none."""
        for chip in self._chips:
            chip.setEnabled(not reason)
            show_tip(chip, reason)

    def _show_rows(self, scheme: Scheme, rows: Sequence[CardRow], proposed: Sequence[CardRow]) -> None:
        shown = [*((it, False) for it in rows), *((it, True) for it in proposed)]
        while len(self._rows) < len(shown):
            self._rows.append(self._new_row())
        for place, button in enumerate(self._rows):
            if place < len(shown):
                button.show_row(shown[place][0], scheme, proposed=shown[place][1])
            button.setVisible(place < len(shown))

    def _new_row(self) -> RowButton:
        button = RowButton(self._look, self)
        button.taken.connect(lambda: self.taken.emit(button.row))
        button.opened.connect(lambda: self.opened.emit(button.row))
        button.removed.connect(lambda: self.removed.emit(button.row))
        button.confirmed.connect(lambda: self.confirmed.emit(button.row))
        self._column.addWidget(button)
        return button

    def _show_chips(self, slot: Slot, scheme: Scheme) -> None:
        if self._filled == (slot, scheme):
            return
        self._targets, self._filled = slot.offered, (slot, scheme)
        while len(self._chips) < len(self._targets):
            self._chips.append(self._new_chip(len(self._chips)))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._targets))
            if place < len(self._targets):
                target = self._targets[place]
                words = target_words(scheme, slot, target)
                chip.setText(words)
                chip.setObjectName(f"fill-{target.type or target.label}{'<' if target.inwards else ''}")
                chip.setAccessibleName(_("Add: {words}").format(words=words))
                chip.updateGeometry()

    def _new_chip(self, place: int) -> DashedChip:
        chip = DashedChip(self._look, self)
        chip.clicked.connect(lambda: self.asked.emit(self._targets[place]))
        self._flow.addWidget(chip)
        return chip
