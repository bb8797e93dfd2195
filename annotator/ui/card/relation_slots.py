"""The slots of relations that the scheme gives the label of the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Annotation
from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.card.card_parts import AGAIN, FIGURES, Slot, Target, slots_of
from annotator.session.editing.card.card_rows import CardRow, rows_of
from annotator.session.editing.card.derived_lines import derived_lines
from annotator.session.editing.card.fitting_lines import fitting_lines
from annotator.session.editing.checking import Checking
from annotator.session.editing.marking import Marking
from annotator.session.editing.relations.linking import Linking
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.card.relation_slot import RelationSlot
from annotator.ui.theme.look import Look
from annotator.ui.widgets.at_once import laid_out_once


class RelationSlots(QWidget):
    """Column of slots that are used again for another label."""

    def __init__(self, mode: CardMode, session: Session, look: Look, checking: Checking, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._session, self._look, self._checking = mode, session, look, checking
        self._linking, self._marking = Linking(session), Marking(session)
        self._slots: list[RelationSlot] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def slots(self) -> list[RelationSlot]:
        """The slots that are shown for the present label."""
        return [slot for slot in self._slots if not slot.isHidden()]

    def show_annotation(self, annotation: Annotation, *, locked: str) -> None:
        """Show what fills the slots of the annotation, and what is proposed for them."""
        article = self._session.current
        if article is None:
            return
        slots = slots_of(article.scheme, annotation.label)
        with laid_out_once(self._column):
            while len(self._slots) < len(slots):
                self._slots.append(self._new_slot())
            for place, shown in enumerate(self._slots):
                shown.setVisible(place < len(slots))
            self._fill(article, annotation, [*zip(self._slots, slots, strict=False)], locked)

    def show_found(self, annotation: Annotation, *, locked: str) -> None:
        """Show what was found in the background: it is proposed for where the annotation is said again."""
        article = self._session.current
        if article:
            slots = zip(self._slots, slots_of(article.scheme, annotation.label), strict=False)
            self._fill(article, annotation, [it for it in slots if it[1].place == AGAIN], locked)

    def _fill(
        self, article: OpenArticle, here: Annotation, slots: Sequence[tuple[RelationSlot, Slot]], locked: str
    ) -> None:
        proposals = self._mode.proposals(here, [slot for _shown, slot in slots])
        for shown, slot in slots:
            rows = rows_of(article, here, slot)
            lines = _what_follows(article, here, slot, rows)
            shown.show_slot(slot, article.scheme, rows, [] if locked else proposals.get(slot.id, []), lines)
            shown.lock(locked)

    def focus_target(self, target: Target) -> None:
        """Put the keyboard on the chip that fills the target."""
        any(slot.focus_chip(target) for slot in self.slots)

    def focus_row(self, id: str) -> bool:
        """Put the keyboard on the row of the annotation of that id. Return False if there is none."""
        return any(slot.focus_row(id) for slot in self.slots)

    def _new_slot(self) -> RelationSlot:
        slot = RelationSlot(self._look, self)
        slot.asked.connect(self._mode.begin_filling)
        slot.taken.connect(lambda row: self._take(slot, row))
        slot.opened.connect(lambda row: self._mode.go_into(row.annotation.id))
        slot.confirmed.connect(lambda row: self._checking.confirm(row.annotation.id))
        slot.removed.connect(self._remove)
        self._column.addWidget(slot)
        return slot

    def _take(self, slot: RelationSlot, row: CardRow) -> None:
        self._mode.take(row)
        slot.focus_proposal()

    def _remove(self, row: CardRow) -> None:
        """Remove the relation of the row, or the annotation where nothing else joins it to the card."""
        if row.relation:
            self._linking.remove([row.relation])
        else:
            self._marking.remove([row.annotation.id])


def _what_follows(article: OpenArticle, here: Annotation, slot: Slot, rows: list[CardRow]) -> list[str]:
    """Return the lines that follow from the figures of the slot, or from those of the claims in it."""
    if slot.place == AGAIN:
        return fitting_lines(article, here, rows)
    return derived_lines(article, rows) if slot.place == FIGURES else []
