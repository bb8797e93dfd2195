"""Page of the details while nothing is selected: what is known of the article itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.desk.selected_desk import ArticleDesk
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.panels.details.correction_rows import CorrectionRows
from annotator.ui.widgets.panel_header import PADDING, muted_label, name_label


class ArticleFacts(QWidget):
    """Title, form, queries, corrections of an import, and the hint that an annotation can be selected."""

    def __init__(self, form: AttributeForm, desk: ArticleDesk, corrections: CorrectionRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("articleFacts")
        hint = muted_label(self)
        hint.setText(_("Select an annotation to see its details"))
        self.setAccessibleName(_("The article"))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column.setSpacing(8)
        column.addWidget(name_label(_("The article"), self))
        for part in (form, desk, corrections):
            column.addWidget(part)
        column.addWidget(hint)
        column.addStretch(1)
