"""Relations of one annotation as rows of a list."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Relation
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.widgets.lists.rows_model import RowsModel


class RelationRow:
    """A relation as it is seen from the annotation ``here``; ``other`` is the annotation at its other end, if any."""

    def __init__(self, session: Session, relation: Relation, here: str) -> None:
        self._document, self._scheme = session.document, session.scheme
        self.relation, self.inwards = relation, relation.target == here and relation.source != here
        self.other_id = relation.source if self.inwards else relation.target
        self.other: Annotation | None = self._document.annotations.get(self.other_id)

    @cached_property
    def type(self) -> str:
        """The relation's type as it reads from ``here``."""
        return direction_words(self.relation.type, inwards=self.inwards)

    @cached_property
    def words(self) -> str:
        """Words of the other annotation on one line."""
        return plain_line(self._document.words(self.other)) if self.other else _("the annotation is gone")

    @property
    def label(self) -> str:
        """Name of the other annotation's label."""
        return label_name(self._scheme, self.other.label) if self.other else ""

    @property
    def spoken(self) -> str:
        """Row in one line, for screen readers."""
        return ", ".join(filter(None, (self.type, self.label, self.words)))


class RelationModel(RowsModel[RelationRow]):
    """Model of the rows."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.rows[index.row()].spoken
        return self.rows[index.row()].words if role == Qt.ItemDataRole.ToolTipRole else None
