"""The card: one form of slots for an annotation, in the order of thinking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.language.label_names import capitalised, label_name
from annotator.model.annotation import Annotation
from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.card.card_parts import Target
from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.card.card_header import CardHeader
from annotator.ui.card.card_slots import CardSlots
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.editors.choice_chip import ChoiceChip
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.keyboard import arrow_step, take_keyboard
from annotator.ui.widgets.scrolled import ScrolledPage
from annotator.ui.widgets.words.counted import of_total


class CardPanel(QWidget):
    """Form whose slots Tab goes through; arrows go through the parts of one, Escape leaves one level."""

    def __init__(self, mode: CardMode, session: Session, look: Look, slots: CardSlots, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._session = mode, session
        self.setObjectName("cardPanel")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.header = CardHeader(look, self)
        self._slots = slots
        self._area = ScrolledPage(slots, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._area, 1)
        self.header.stepped.connect(mode.step)
        self.header.closed.connect(mode.leave)
        slots.stepped.connect(self.step_slot)
        slots.opened.connect(self._area.show_soon)

    def refresh(self) -> None:
        """Show the annotation of the card as it is now."""
        annotation = self._mode.annotation
        if annotation is None:
            return
        focused = self._focused
        self._slots.show_annotation(annotation)
        self._show_count(annotation)
        self.settle()
        if focused and not focused.isVisible() and self.isVisible():
            self._slots.focus_first()

    def appear(self) -> None:
        """Show the card with all its slots in their places, and put the keyboard into the first."""
        self._slots.begin()
        self.refresh()
        self.show()
        if not self._slots.has_room:
            self.settle()
        self._slots.focus_first()

    def settle(self) -> None:
        """Put the slots into their places before they are painted."""
        self._area.settle(self._slots.fitted)

    def focus_target(self, target: Target) -> None:
        """Put the keyboard on the chip that fills the target."""
        self._slots.focus_target(target)

    def focus_row(self, id: str) -> None:
        """Put the keyboard on the row of the annotation of that id, else into the first slot."""
        self._slots.focus_row(id)

    def step_slot(self, step: int) -> None:
        """Put the keyboard into the next slot, or the one before; after the last comes the first."""
        shown = self._slots.shown
        here = next((place for place, slot in enumerate(shown) if self._holds(slot)), -step)
        for far in range(1, len(shown) + 1):
            if shown[(here + far * step) % len(shown)].take_focus():
                break
        if focused := QApplication.focusWidget():
            self._area.ensureWidgetVisible(focused, 0, 40)

    def follow_focus(self, now: QWidget) -> None:
        """Watch what has the keyboard now for arrows, which are to go through its slot."""
        if isinstance(now, PaintedButton) and not isinstance(now, ChoiceChip):
            now.removeEventFilter(self)
            now.installEventFilter(self)
        if self._slots.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, 24)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        self.step_slot(1 if forwards else -1)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            step = (
                0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else arrow_step(Qt.Key(event.key()), self)
            )
            if step:
                self._step_part(watched, step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._mode.back()
        else:
            super().keyPressEvent(event)

    def _step_part(self, part: QWidget, step: int) -> None:
        slot = next((it for it in self._slots.shown if it.isAncestorOf(part)), None)
        stops: Sequence[QWidget] = slot.stops if slot else ()
        if part in stops:
            take_keyboard(stops[(stops.index(part) + step) % len(stops)], Qt.FocusReason.TabFocusReason)

    def _holds(self, slot: SlotFrame) -> bool:
        focused = self._focused
        return focused is not None and slot.isAncestorOf(focused)

    @property
    def _focused(self) -> QWidget | None:
        focused = QApplication.focusWidget()
        return focused if focused and self.isAncestorOf(focused) else None

    def _show_count(self, annotation: Annotation) -> None:
        index = self._session.index
        place, all = index.number(annotation), index.counts()[annotation.label]
        self.header.set_count(of_total(place, all), f"{number(place)}/{number(all)}")
        label = capitalised(label_name(self._session.scheme, annotation.label))
        title = _("{label} card").format(label=label)
        self.header.set_title(title)
        self.setAccessibleName(title)
