"""Form of the state of check and of the proposed wording, for the details and the card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.facts.desk.which_facts import fact_labels
from annotator.model.annotation import Annotation, Value
from annotator.session.editing.checking import (
    ANSWER,
    Checking,
    answer_of,
    state_field,
    state_of,
    wording_fields,
    wording_key,
)
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.session import Session
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.wording_line import WordingLine
from annotator.ui.theme.look import Look


class CheckForm(QWidget):
    """Form of the check of an annotation: its state, if it is a fact or has one, and its proposed wording, if any.

    With ``always`` it shows the fields of the wording alone, but always, as the card does, which has the states
    elsewhere. ``text_requested``: to return to the article. ``link_requested``: an address to open. ``opened``: the
    open editor. ``stepped_out``: Tab in the last field, 1, or Shift+Tab in the first, -1.
    """

    text_requested = Signal()
    link_requested = Signal(str)
    opened = Signal(QWidget)
    stepped_out = Signal(int)

    def __init__(self, session: Session, look: Look, parent: QWidget, *, always: bool = False) -> None:
        super().__init__(parent)
        self._session, self._checking, self._always = session, Checking(session), always
        self._id = ""
        self.setObjectName("checkForm")
        self._change = WordingLine(look, self)
        self.form = AttributeForm(session, look, self._write, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._change)
        column.addWidget(self.form)
        self.form.text_requested.connect(self.text_requested)
        self.form.link_requested.connect(self.link_requested)
        self.form.opened.connect(self.opened)
        self.form.stepped_out.connect(self.stepped_out)

    def show_annotation(self, annotation: Annotation | None, *, locked: str = "") -> None:
        """Show what is known of the check of the annotation; ``locked`` is why it cannot be changed."""
        id = annotation.id if annotation else ""
        if id != self._id:
            self.form.finish()
        self._id = id
        fields = self._fields(annotation) if annotation else []
        self._change.show_wording(annotation.wording if annotation else {})
        self.setVisible(bool(fields))
        self.form.show_fields((self._session.path, id), fields, locked=locked)

    def _fields(self, annotation: Annotation) -> list[AttributeField]:
        wording = wording_fields(annotation)
        if self._always:
            return wording
        scheme = self._session.scheme
        has_state = annotation.state or annotation.label in fact_labels(scheme)
        state = [state_field(annotation, scheme)] if has_state else []
        return [*state, *(wording if annotation.wording else [])]

    def _write(self, name: str, value: Value, token: object) -> None:
        """Give the annotation the value, unless it was removed meanwhile."""
        current = self._session.current
        if current is None or self._id not in current.document.annotations:
            return
        key = wording_key(name)
        if key == ANSWER:
            self._checking.set_answer(self._id, answer_of(value))
        elif key:
            self._checking.set_wording(self._id, key, value if isinstance(value, str) else "", token)
        else:
            self._checking.set_state(self._id, state_of(value))
