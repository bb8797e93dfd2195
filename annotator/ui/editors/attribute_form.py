"""Attributes of one thing: rows of those that are set, chips of the others, and one open editor among them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Value
from annotator.session.editing.field_edits import FieldEdits
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.value_keys import attribute_names
from annotator.session.editing.values.values import typed_value
from annotator.session.session import Session
from annotator.session.undo_steps import take_back
from annotator.translation.messages import _
from annotator.ui.editors.chip_flow import ChipFlow
from annotator.ui.editors.row_column import RowColumn
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.keyboard import keep_from_shortcuts

if TYPE_CHECKING:
    from annotator.ui.editors.open_editor import OpenEditor

Write = Callable[[str, Value, object], object]


class AttributeForm(QWidget):
    """Form of attributes. ``write`` is called with an attribute's id, its new value and a token.

    Calls with the same token belong to one undo step. ``text_requested``: to return to the article. ``stepped_out``:
    Tab in the last field, 1, or Shift+Tab in the first, -1. ``onwards``: Ctrl+Enter in the field of this attribute.
    ``link_requested``: an address to open. ``opened``: the editor, now that a field is open. ``confirmed``: the
    attribute whose value, which a rule has read, a person confirms.
    """

    text_requested = Signal()
    stepped_out = Signal(int)
    onwards = Signal(str)
    link_requested = Signal(str)
    opened = Signal(QWidget)
    confirmed = Signal(str)

    def __init__(self, session: Session, look: Look, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._write = session, write
        self._edits = FieldEdits(session, self._write_typed, self)
        self._key: Hashable = None
        self._fields: dict[str, AttributeField] = {}
        self._locked = ""
        self._drafts: dict[tuple[Hashable, str], str] = {}
        self._open = ""
        self._before: tuple[object, AttributeField | None] = None, None
        self._look = look
        self._rows, self._chips = RowColumn(look, self), ChipFlow(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._rows)
        column.addWidget(self._chips)
        self._connect()

    @cached_property
    def _editor(self) -> OpenEditor:
        """The only editor, which is made when a field is first opened: the window has many forms."""
        from annotator.ui.editors.open_editor import OpenEditor  # here: not before it is wanted

        editor = OpenEditor(self._look, self)
        keys = editor.keys
        editor.chosen.connect(self._choose)
        editor.typed.typed.connect(self._edits.note_typed)
        editor.typed.finished.connect(self._edits.finish)
        editor.typed.link_requested.connect(self.link_requested)
        keys.kept.connect(self._keep)
        keys.forward.connect(lambda: self._step(1))
        keys.back.connect(lambda: self._step(-1))
        keys.left.connect(self._leave)
        keys.onwards.connect(self._go_onwards)
        self._rows.hold(editor)
        return editor

    def offer(self, name: str, value: str, other: str) -> DashedChip:
        """Return a new chip that offers the ``value``; the attribute's own chip is called ``other`` from then on."""
        return self._chips.offer(name, value, other)

    @property
    def is_empty(self) -> bool:
        """True if there is no attribute to show."""
        return not self._fields

    def show_fields(self, key: Hashable, fields: Sequence[AttributeField], *, locked: str = "") -> None:
        """Show the fields of what ``key`` identifies; ``locked`` is the reason why they cannot be edited."""
        if key != self._key:
            self._open = ""
        another, self._key, self._locked = key != self._key, key, locked
        self._fields = {field.rule.id: field for field in fields}
        if another:
            self._tell_drafts()
        if self._open not in self._fields or locked:
            self._open = ""
        self._arrange()

    def forget(self) -> None:
        """Show nothing any more, so that whatever comes next is shown afresh."""
        self._key, self._open = None, ""

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._edits.finish()

    def open_first(self) -> bool:
        """Open the first empty field, else the first. Return False if there is none that can be edited."""
        names = self._names()
        found = next((name for name in names if not self._fields[name].words), names[0] if names else "")
        return self.open(found)

    def open(self, name: str) -> bool:
        """Open the field of the attribute and put the keyboard into it. Return False if it cannot be edited."""
        if name not in self._names():
            return False
        if name != self._open:
            self.finish()
            self._open = name
            self._arrange()
        self._editor.take_focus()
        self.opened.emit(self._editor)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep F2, a shortcut of the window too, in the form: here it explains the attribute that has the keyboard."""
        return keep_from_shortcuts(event, Qt.Key.Key_F2) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open the first field when the form itself gets the keyboard, as by F6."""
        super().focusInEvent(event)
        self.open_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(self.width())

    def _connect(self) -> None:
        self._rows.opened.connect(self.open)
        self._chips.opened.connect(self.open)
        self._rows.asked.connect(self._explain)
        self._rows.confirmed.connect(self.confirmed)
        self._chips.asked.connect(self._explain)

    def _arrange(self) -> None:
        drafts = {name: text for name in self._fields if (text := self._drafts.get((self._key, name)))}
        opened = self._open
        stands = {name: bool(f.words) or name in drafts or name == opened for name, f in self._fields.items()}
        shown = [field for name, field in self._fields.items() if stands[name]]
        if self._open:
            self._editor.show_field(self._fields[self._open], drafts.get(self._open, ""))
        self._rows.show_fields(shown, drafts, self._open, locked=self._locked)
        self._chips.show_fields([f for name, f in self._fields.items() if not stands[name]], locked=self._locked)
        self.setVisible(bool(self._fields))

    def _tell_drafts(self) -> None:
        """Say which attributes have a text that was typed here earlier and could not be understood."""
        names = [name for name in self._fields if (self._key, name) in self._drafts]
        if names:
            kept = _("Typed here before, not understood and not saved: {attributes}")
            self._session.say(kept.format(attributes=attribute_names([self._fields[name].rule for name in names])))

    def _names(self) -> list[str]:
        return [] if self._locked else [name for name, field in self._fields.items() if not field.fixed]

    def _step(self, step: int) -> None:
        names = self._names()
        place = names.index(self._open) + step
        if 0 <= place < len(names):
            self.open(names[place])
        else:
            self.close_editor()
            self.stepped_out.emit(step)

    def close_editor(self) -> None:
        """Write what has been typed and close the editor."""
        self.finish()
        self._open = ""
        self._arrange()

    def _keep(self) -> None:
        name = self._open
        if self._editor.typed.isVisible() and not self._fields[name].several:
            self._editor.typed.take_default()
        self.close_editor()
        if not (self._rows.focus_row(name) or self._chips.focus_chip(name)):
            self.text_requested.emit()

    def _explain(self, name: str) -> None:
        if self.open(name):
            self._editor.explain_field()

    def _leave(self) -> None:
        self.close_editor()
        self.text_requested.emit()

    def _go_onwards(self) -> None:
        name = self._open
        self.finish()
        self.onwards.emit(name)

    def _choose(self, value: Value) -> None:
        self._drafts.pop((self._key, self._open), None)
        self._write(self._open, value, object())

    def _write_typed(self, token: object) -> None:
        """Write what has been typed; text that is not understood is kept as a draft and leaves the value as it was."""
        field = self._fields.get(self._open)
        if not field or not (typed := self._editor.typed).changed:
            return
        if self._before[0] is not token:
            self._before = token, field
        text = typed.take()
        value, sentence = typed_value(text, field.rule)
        typed.show_wrong(sentence)
        if sentence:
            self._drafts[self._key, self._open] = text
            self._take_back(token)
            return
        self._drafts.pop((self._key, self._open), None)
        self._write(self._open, value, token)

    def _take_back(self, token: object) -> None:
        """Restore the value from before the typing, of which a beginning was valid: “javas” of “javascript:”.

        The value is written, too, as values are repeated. Of several annotations each has its own again by the step.
        """
        before, now, current = self._before[1], self._fields.get(self._open), self._session.current
        if before and now and current and before.value != now.value:
            self._write(self._open, before.value, token)
            take_back(current.undo, token)
