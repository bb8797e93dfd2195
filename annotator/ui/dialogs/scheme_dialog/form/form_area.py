"""Form of the part that is shown: a page for each kind of part, made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, RELATION, SCHEME, STATE
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.ui.dialogs.scheme_dialog.form.attribute_page import AttributePage
from annotator.ui.dialogs.scheme_dialog.form.form_page import FormPage
from annotator.ui.dialogs.scheme_dialog.form.label_page import LabelPage
from annotator.ui.dialogs.scheme_dialog.form.other_pages import ChoicePage, RelationPage
from annotator.ui.dialogs.scheme_dialog.form.scheme_page import SchemePage
from annotator.ui.dialogs.scheme_dialog.form.state_page import StatePage
from annotator.ui.dialogs.scheme_dialog.form.undo_keys import UndoKeys
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

PAGES: dict[str, Callable[[SchemeEditor, Look, QWidget], FormPage]] = {
    LABEL: LabelPage,
    ATTRIBUTE: AttributePage,
    CHOICE: ChoicePage,
    RELATION: RelationPage,
    SCHEME: SchemePage,
    STATE: StatePage,
}


class FormArea(QWidget):
    """Column that holds the pages, one of which is shown."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._pages: dict[str, FormPage] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        editor.changed.connect(self.refresh)
        editor.went.connect(self.refresh)
        editor.named.connect(self.edit_name)
        look.changed.connect(self.refresh)
        UndoKeys(editor, self)
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """Return the least width alone, since the height depends on the width that there is."""
        return QSize(super().minimumSizeHint().width(), 0)

    @property
    def page(self) -> FormPage:
        """Page of the kind of part that is shown."""
        kind = self._editor.place.kind
        if kind not in self._pages:
            page = self._pages[kind] = PAGES[kind](self._editor, self._look, self)
            self._column.insertWidget(0, page)
        return self._pages[kind]

    def refresh(self) -> None:
        """Show the place as it is now."""
        shown = self.page
        for page in self._pages.values():
            page.setVisible(page is shown)
        shown.show_place()

    def edit_name(self) -> None:
        """Put the keyboard into the name, and select it."""
        take_keyboard(self.page.name, Qt.FocusReason.TabFocusReason)
        self.page.name.selectAll()

    def put_below(self, widget: QWidget | None) -> None:
        """Show the widget below the pages; nothing for None."""
        if widget:
            self._column.addWidget(widget)
