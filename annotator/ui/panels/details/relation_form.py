"""Attributes and note of the current relation, where the scheme gives its type attributes or it has some."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Relation, Value
from annotator.model.scheme import AttributeRule
from annotator.session.editing.relations.relation_words import type_words
from annotator.session.editing.values.attribute_fields import AttributeField, fields_of
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.panels.details.relation_list import RelationList
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import muted_label


class RelationForm(QWidget):
    """Form of the current relation of the list ``rows``; hidden where the relation can have no attributes and no note.

    ``text_requested``: to return to the article. ``link_requested``: an address to open. ``opened``: the open editor.
    """

    text_requested = Signal()
    link_requested = Signal(str)
    opened = Signal(QWidget)

    def __init__(self, session: Session, look: Look, values: Values, rows: RelationList, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._values, self._rows = session, values, rows
        self._relation, self._note = "", ""
        self._title, self._form = muted_label(self), AttributeForm(session, look, self._write, self)
        self.setObjectName("relationForm")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._form)
        rows.current_changed.connect(self._show)
        rows.edited.connect(self._edit)
        self._form.text_requested.connect(self.text_requested)
        self._form.link_requested.connect(self.link_requested)
        self._form.opened.connect(self.opened)
        self._form.stepped_out.connect(lambda _step: rows.setFocus())
        self._form.onwards.connect(lambda _name: rows.setFocus())
        self.hide()

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._form.finish()

    def _show(self, id: str) -> None:
        if id != self._relation:
            self._form.finish()
        self._relation = id
        current = self._session.current
        relation = current.document.relations.get(id) if current else None
        fields = self._fields(relation) if relation else []
        self.setVisible(bool(fields))
        if current and relation and fields:
            name = _("What is said of the relation “{type}”").format(type=type_words(relation.type))
            self._title.setText(name)
            self._form.setAccessibleName(name)
            self._form.show_fields((current.path, id), fields, locked=current.read_only)

    def _edit(self) -> None:
        """Open the first field of the current relation, unless the form is hidden: then its fields may be outdated."""
        if not self.isHidden():
            self._form.open_first()

    def _fields(self, relation: Relation) -> list[AttributeField]:
        """Return a field for each attribute and one for the note; none where the relation has and can have neither."""
        rule = self._session.scheme.relation(relation.type)
        rules = rule.attributes if rule else ()
        if not (rules or relation.attributes or relation.note):
            return []
        fields = fields_of(rules, [relation.attributes])
        self._note = _name_of_note({field.rule.id for field in fields})
        return [*fields, AttributeField(AttributeRule(self._note, "text"), relation.note or None, relation.note)]

    def _write(self, name: str, value: Value, token: object) -> None:
        """Give the relation the value, unless it was removed meanwhile."""
        current = self._session.current
        if current is None or self._relation not in current.document.relations:
            return
        if name == self._note:
            self._values.set_note_of_relation(self._relation, value if isinstance(value, str) else "", token)
        else:
            self._values.set_of_relation(self._relation, name, value, token)


def _name_of_note(attributes: Collection[str]) -> str:
    """Return the name of the field of the note; a blank behind it tells it from an attribute of that name."""
    name = _("Note")
    while name in attributes:
        name += " "
    return name
