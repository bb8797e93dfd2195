"""Choice between the articles that the plan gives the annotator and all articles of the folder."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.translation.messages import _, number
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.pill import Pill


class PlanPills(QWidget):
    """Two pills with counts, which are there as long as the plan of the folder is for the annotator."""

    def __init__(self, folder: Folder, plan: FolderPlan, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder, self._plan = folder, plan
        self._mine, self._all = Pill(look, self), Pill(look, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(6)
        for pill, name in ((self._mine, "myArticles"), (self._all, "allArticles")):
            pill.setObjectName(name)
            row.addWidget(pill)
        row.addStretch(1)
        self._mine.setChecked(True)
        for pill, other, on in ((self._mine, self._all, False), (self._all, self._mine, True)):
            pill.clicked.connect(lambda _on=False, on=on: plan.show_all(on=on))
            pill.stepped.connect(lambda _step, other=other: self._go_to(other))
        self.refresh()

    def refresh(self) -> None:
        """Show the present counts."""
        entries, own = self._folder.entries, self._plan.own
        # Translators: articles that the plan gives to the annotator, and how many of them there are
        self._mine.show_words(_("Mine {count}").format(count=number(len(own))))
        # Translators: all articles of the folder, and how many there are
        self._all.show_words(_("All {count}").format(count=number(len(entries))))
        (self._all if self._plan.rows is None else self._mine).setChecked(True)
        self.setVisible(self._plan.is_for_annotator)

    def _go_to(self, pill: Pill) -> None:
        pill.setFocus()
        pill.click()
