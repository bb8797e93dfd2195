"""Table model of proposals."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.language.label_names import label_name
from annotator.model.visible import visible
from annotator.session.editing.places.place_proposals import Proposal, proposals
from annotator.session.session import Session
from annotator.translation.messages import N_, _, listed
from annotator.ui.panels.places.passage import Passage, as_marked, as_proposed, plain
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
NOT_FOUND = N_("Not found in the article")


class PlaceRows(RowsModel[Proposal]):
    """One row for every displaced annotation; the candidate chosen by the user survives a rebuild."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: dict[str, int] = {}

    def rebuild(self, *, afresh: bool = False) -> None:
        """Reset the model to the session's document; ``afresh`` forgets the chosen candidates, for another document."""
        if afresh:
            self._chosen.clear()
        current = self._session.current
        found = proposals(current.document, current.places) if current else []
        self.show_rows([self._as_chosen(proposal) for proposal in found])

    def proposal(self, row: int) -> Proposal | None:
        """Return the proposal in the row; None where there is no such row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, id: str) -> int | None:
        """Return the row of the annotation ``id``; None where it has none."""
        return next((row for row, proposal in enumerate(self.rows) if proposal.annotation.id == id), None)

    def step(self, row: int, step: int) -> None:
        """Show the row's candidate ``step`` further on."""
        proposal = self.rows[row].stepped(step)
        self._chosen[proposal.annotation.id] = proposal.chosen
        self.put(row, proposal)

    def passages(self, row: int) -> tuple[Passage, Passage]:
        """Return the passage as marked and the passage at the proposed place."""
        text = self._session.document.article.text
        return as_marked(self.rows[row], text), as_proposed(self.rows[row], text)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return visible(self._said(index.row()))
            case Qt.ItemDataRole.ToolTipRole:
                return literal("\n\n".join(plain(passage) or _(NOT_FOUND) for passage in self.passages(index.row())))
            case _:
                return None

    def _said(self, row: int) -> str:
        proposal = self.rows[row]
        was, now = (plain(passage) for passage in self.passages(row))
        name = label_name(self._session.scheme, proposal.annotation.label)
        before = _("was: {words}").format(words=was)
        after = _("now: {words}").format(words=now) if now else _("not found in the article")
        parts = (proposal.word, proposal.count, name, before, after)
        return listed(part for part in parts if part)

    def _as_chosen(self, proposal: Proposal) -> Proposal:
        step = self._chosen.get(proposal.annotation.id, proposal.chosen) - proposal.chosen
        return proposal.stepped(step)
