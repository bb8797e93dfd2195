"""Page of the details while nothing is selected: what is known of the article itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.desk.selected_desk import ArticleDesk
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.panels.details.correction_rows import CorrectionRows
from annotator.ui.panels.details.facts import why_locked
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import PADDING, muted_label, name_label


class ArticleFacts(QWidget):
    """Title, form, queries, corrections of an import, and the hint that an annotation can be selected."""

    def __init__(self, session: Session, look: Look, values: Values, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("articleFacts")
        self.setAccessibleName(_("The article"))
        self._session = session
        self.form = AttributeForm(session, look, values.set_of_article, self)
        self.desk = ArticleDesk(desk_parts(session, look), self)
        self.corrections = CorrectionRows(session, look, self)
        hint = muted_label(self)
        hint.setText(_("Select an annotation to see its details"))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column.setSpacing(8)
        column.addWidget(name_label(_("The article"), self))
        for part in (self.form, self.desk, self.corrections):
            column.addWidget(part)
        column.addWidget(hint)
        column.addStretch(1)

    def show_article(self, fields: Sequence[AttributeField]) -> bool:
        """Show these attributes of the open article, its queries and its corrections; return whether there are any."""
        self.form.show_fields(self._session.path, fields, locked=why_locked(self._session))
        self.corrections.refresh()
        self.desk.refresh()
        return bool(fields or self.desk.count) or not self.corrections.is_empty
