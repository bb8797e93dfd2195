"""Tree of a scheme's parts: labels, relations and the article's attributes, with what is in each, and the states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.language.plain_line import plain_line
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, SCHEME, Part
from annotator.session.scheme_editing.places import children, state_places
from annotator.session.scheme_editing.scheme_editor import SchemeEditor, kind_words
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.row_words import name_words, remark_words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LABELS, RELATIONS, OF_ARTICLE = N_("Labels, with annotations in the folder"), N_("Relations"), N_("The article itself")
STATES = N_("States of check, with their keys")


@dataclass(eq=False, slots=True)
class Node:
    """Row of the tree; ``heading`` has the words of a row that is no part of the scheme."""

    place: Part | None
    parent: Node | None = None
    row: int = 0
    heading: str = ""
    rows: list[Node] = field(default_factory=list)

    def fill(self, rows: Iterable[Node]) -> None:
        for number, node in enumerate(rows):
            node.parent, node.row = self, number
            self.rows.append(node)


class SchemeTree(QAbstractItemModel):
    """Model of the editor's scheme; the parts in a part are listed when they are first asked for."""

    def __init__(self, editor: SchemeEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._root = Node(None)
        self._listed = editor.scheme
        self.refresh()

    @property
    def is_outdated(self) -> bool:
        """True if the scheme no longer has exactly the parts that are listed, in their order."""
        return not _same_outline(self._editor.scheme, self._listed)

    def refresh(self) -> None:
        """List the scheme as it is now."""
        self.beginResetModel()
        self._listed, self._root = self._editor.scheme, Node(None)
        self._root.fill(_top_rows(self._listed))
        self.endResetModel()

    def place(self, index: Index) -> Part | None:
        """Return the part that the row is for; None for a heading."""
        return self._node(index).place if index.isValid() else None

    def index_of(self, place: Part) -> QModelIndex:
        """Return the row of the part, invalid where it has none."""
        parent = self.index_of(place.parent) if place.parent and place.parent.kind != ARTICLE else QModelIndex()
        rows = self._filled(self._node(parent)).rows if parent.isValid() else self._root.rows
        row = next((node.row for node in rows if node.place == place), -1)
        return self.index(row, 0, parent) if row >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        rows = self._filled(self._node(parent)).rows
        return self.createIndex(row, column, rows[row]) if 0 <= row < len(rows) and not column else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the stub has QObject's parent alone
        around = self._node(index).parent if index.isValid() else None
        return self.createIndex(around.row, 0, around) if around and around is not self._root else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._filled(self._node(parent)).rows)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        node = self._node(parent)
        return bool(node.rows) or bool(node.place and children(self._editor.scheme, node.place))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._node(index).place is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.heading or plain_line(name_words(self._editor.scheme, node.place or Part(ARTICLE)))
            case Qt.ItemDataRole.AccessibleTextRole if node.place:
                return f"{self.data(index)}, {kind_words(node.place.kind)}, {remark_words(self._editor, node.place)}"
            case _:
                return None

    def _node(self, index: Index) -> Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else self._root

    def _filled(self, node: Node) -> Node:
        if node.place and not node.rows:
            node.fill(Node(place) for place in children(self._editor.scheme, node.place))
        return node


def _top_rows(scheme: Scheme) -> Iterable[Node]:
    yield Node(Part(SCHEME))
    yield Node(None, heading=_(LABELS))
    yield from (Node(Part(LABEL, label.id)) for label in scheme.labels)
    yield Node(None, heading=_(RELATIONS))
    yield from (Node(Part(RELATION, rule.id)) for rule in scheme.relations)
    yield Node(None, heading=_(OF_ARTICLE))
    yield from (Node(place) for place in children(scheme, Part(ARTICLE)))
    yield Node(None, heading=_(STATES))
    yield from map(Node, state_places(scheme))


def _same_outline(one: Scheme, other: Scheme) -> bool:
    """Tell whether two schemes have the same parts in the same order; parts that are one object are not compared."""
    lists = ((one.labels, other.labels), (one.relations, other.relations))
    same = all(len(ours) == len(theirs) and all(map(_same_owner, ours, theirs)) for ours, theirs in lists)
    return same and _same_rules(one.article, other.article) and state_places(one) == state_places(other)


def _same_owner(one: Label | RelationRule, other: Label | RelationRule) -> bool:
    return one is other or (one.id == other.id and _same_rules(one.attributes, other.attributes))


def _same_rules(ours: Sequence[AttributeRule], theirs: Sequence[AttributeRule]) -> bool:
    return ours is theirs or [(it.id, it.choices) for it in ours] == [(it.id, it.choices) for it in theirs]
