"""Queries and criticism in the details: of the selected annotation, and of the article."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.desk.fact_desk import FactDesk


class SelectedDesk(FactDesk):
    """Rows that follow the selection."""

    def __init__(self, parts: DeskParts, parent: QWidget) -> None:
        super().__init__(parts, parent)
        self._session = parts.session
        self._session.opened.connect(self._show_selected)
        self._session.selected.connect(self._show_selected)
        self._show_selected()

    def _show_selected(self) -> None:
        annotation = self._session.selected_annotation
        self.show_fact(annotation.id if annotation else None)


class ArticleDesk(FactDesk):
    """Rows of the queries about the article itself."""

    def __init__(self, parts: DeskParts, parent: QWidget) -> None:
        super().__init__(parts, parent)
        parts.session.opened.connect(self.refresh)
        self.show_fact("")
