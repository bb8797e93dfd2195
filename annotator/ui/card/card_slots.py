"""The slots of a card in their column, filled from the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.values.local_day import local_day
from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import Scheme
from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.card.card_parts import CHECKED_ON, VERDICT, CardFields, Target, card_fields
from annotator.session.editing.check_words import state_words
from annotator.session.editing.checking import Checking
from annotator.session.editing.values.attribute_fields import fields_of_annotations
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.card.check_chips import CheckChips, CheckChoice
from annotator.ui.card.check_slots import CheckSlots
from annotator.ui.card.desk_slot import DeskSlot
from annotator.ui.card.evidence_slot import EvidenceSlot
from annotator.ui.card.form_slot import FormSlot
from annotator.ui.card.head import CardHead
from annotator.ui.card.note_slot import NoteSlot
from annotator.ui.card.pills_slot import PillsSlot
from annotator.ui.card.relation_slots import RelationSlots
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.check_form import CheckForm
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.theme.look import Look


class CardSlots(QWidget):
    """``stepped``: to the next slot, 1, or the one before, -1. ``opened``: an editor that is to be seen."""

    stepped = Signal(int)
    opened = Signal(QWidget)
    link_requested = Signal(str)

    def __init__(
        self,
        mode: CardMode,
        session: Session,
        values: Values,
        set_note: Callable[[str, str, object], None],
        evidence: EvidenceParts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        look = evidence.look
        self._mode, self._session, self._values, self._checking = mode, session, values, Checking(session)
        self.setObjectName("cardSlots")
        self._head = CardHead(session, look, self._set_value, self)
        self._pills = PillsSlot(look, self)
        self._relations = RelationSlots(mode, session, look, self._checking, self)
        self._evidence, self._desk = EvidenceSlot(evidence, self), DeskSlot(desk_parts(session, look), self)
        self._state = CheckChips(_("State of check"), look, self)
        self._verdict = CheckChips(_("Verdict"), look, self)
        self._check = CheckForm(session, look, self, always=True)
        self._checked, self._others = self._new_form(look), self._new_form(look)
        self._today = self._checked.offer(CHECKED_ON, _("Today"), _("Another day"))
        self._wording = FormSlot(_("Wording"), self._check, look, self)
        self._checked_on = FormSlot(_("Checked on"), self._checked, look, self)
        self._more = FormSlot(_("More"), self._others, look, self)
        self._note = NoteSlot(session, look, set_note, self)
        self._below = CheckSlots(self._of_check, self)
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> list[SlotFrame]:
        """Slots that are shown and have something to stop at, in the order of Tab."""
        self._below.follow()
        return [slot for slot in self._all if slot.isVisible() and slot.stops]

    @property
    def fitted(self) -> Sequence[QWidget]:
        """Parts that are as high as what they show, and the column around them."""
        return (self._head.box, self._head, self._pills, *self._relations.slots, self._relations)

    @property
    def has_room(self) -> bool:
        """Return whether all slots have the height that they need."""
        return self.height() >= self.heightForWidth(self.width())

    @property
    def _all(self) -> tuple[SlotFrame, ...]:
        return (self._head, self._pills, *self._relations.slots, *self._of_check)

    @property
    def _of_check(self) -> tuple[SlotFrame, ...]:
        check = (self._evidence, self._state, self._verdict, self._wording, self._desk, self._checked_on)
        return (*check, self._more, self._note)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._head.finish()
        self._note.finish()
        for form in (self._checked, self._others, self._check.form):
            form.finish()

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the annotation as it is now, in the slots of the check once these come."""
        session, why, fields = self._session, self._why_locked, self._fields_of(annotation)
        self._head.show_annotation(annotation, session.words(annotation), fields, session.scheme, why)
        self._pills.show_fields(fields.pills, locked=why)
        self._relations.show_annotation(annotation, locked=why)
        if not self._below.is_awaited:
            self._show_check(annotation, fields)

    def _show_check(self, annotation: Annotation, fields: CardFields) -> None:
        session, why = self._session, self._why_locked
        self._evidence.show_claim(annotation.id)
        self._desk.show_fact(annotation.id, locked=why)
        self._state.show_choices(_states(session.scheme), annotation.state, locked=why)
        self._show_verdict(fields, why)
        self._check.show_annotation(annotation, locked=why)
        self._show_forms(annotation, fields, why)
        self._note.show_annotation(annotation, locked=why)

    def show_proposals(self, annotation: Annotation) -> None:
        """Show what more is proposed now."""
        self._relations.show_found(annotation, locked=self._why_locked)

    def _fill_check(self) -> None:
        if annotation := self._mode.annotation:
            self._show_check(annotation, self._fields_of(annotation))

    def _fields_of(self, annotation: Annotation) -> CardFields:
        return card_fields(fields_of_annotations([annotation], self._session.scheme))

    @property
    def _why_locked(self) -> str:
        return self._session.current.read_only if self._session.current else ""

    def begin(self) -> None:
        """Show what stands above the check in the next picture, and the check in the one after it."""
        self._below.follow_soon()

    def focus_first(self) -> None:
        """Put the keyboard into the first slot that has something to stop at."""
        next((slot for slot in self._all if slot.isVisible() and slot.take_focus()), None)

    def focus_target(self, target: Target) -> None:
        """Put the keyboard on the chip that fills the target."""
        self._relations.focus_target(target)

    def focus_row(self, id: str) -> None:
        """Put the keyboard on the row of that annotation, else into the first slot."""
        if not self._relations.focus_row(id):
            self.focus_first()

    def _new_form(self, look: Look) -> AttributeForm:
        return AttributeForm(self._session, look, self._set_value, self)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        for part in (self._head, self._pills, self._relations, self._below):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self._pills.chosen.connect(lambda name, value: self._set_value(name, value, object()))
        self._pills.confirmed.connect(self._confirm)
        self._head.kept.connect(lambda: self.stepped.emit(1))
        self._state.chosen.connect(lambda state: self._checking.set_state(self._mode.shown, state))
        self._verdict.chosen.connect(lambda value: self._set_value(VERDICT, value or None, object()))
        self._today.clicked.connect(self._check_today)
        self._below.coming.connect(self._fill_check)
        self._note.left.connect(self._mode.back)
        self._evidence.evidence.left.connect(self._mode.back)
        self._desk.desk.left.connect(self._mode.back)
        for form in (self._checked, self._others, self._check.form):
            form.stepped_out.connect(self.stepped)
            form.opened.connect(self.opened)
            form.confirmed.connect(self._confirm)
            form.link_requested.connect(self.link_requested)
            form.onwards.connect(lambda _name: self._mode.step(1))
        for form_slot in (self._wording, self._checked_on, self._more):
            form_slot.form_left.connect(form_slot.take_focus)

    def _show_verdict(self, fields: CardFields, why: str) -> None:
        field = fields.verdict
        self._verdict.setVisible(field is not None)
        if field:
            rule = field.rule
            choices = [CheckChoice(it, value_words(it, rule), rule.meaning(it)) for it in rule.choices]
            self._verdict.show_choices(choices, str(field.value or ""), locked=why)

    def _show_forms(self, annotation: Annotation, fields: CardFields, why: str) -> None:
        key, checked = (self._session.path, annotation.id), fields.checked_on
        self._checked.show_fields(key, [checked] if checked else [], locked=why)
        self._checked_on.setVisible(checked is not None)
        self._others.show_fields(key, fields.others, locked=why)
        self._more.setVisible(bool(fields.others))

    def _set_value(self, name: str, value: Value, token: object) -> None:
        """Give the annotation of the card a value, unless it was removed meanwhile."""
        if annotation := self._mode.annotation:
            self._values.set([annotation.id], name, value, token)

    def _confirm(self, name: str) -> None:
        if annotation := self._mode.annotation:
            self._checking.confirm(annotation.id, name)

    def _check_today(self) -> None:
        self._set_value(CHECKED_ON, local_day(self._session.now()), object())
        self._checked_on.take_focus()


def _states(scheme: Scheme) -> list[CheckChoice]:
    return [CheckChoice(state.id, state_words(state.id)) for state in scheme.states_in_use]
