"""Page of the form for one kind of part: rows of fields with their names, and those that every kind has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.scheme import Guideline
from annotator.model.scheme_changes.parts import Part
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.examples_list import Example, ExamplesList
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.dialogs.scheme_dialog.form.steps import set_guideline
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.panel_header import plain_label

NAME_WIDTH, GAP, BETWEEN, LINE, SIDE, NAME_FIELD = 100, 12, 12, 28, 24, 222
FEWEST, MOST = 2, 6
SAVED_NAME = N_("Saved files have this name: renaming asks first")
NEW_NAME = N_("Saved files will have this name")


class FormPage(QWidget):
    """Rows of fields; a page is made once and shows one place after another."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor, self.look = editor, look
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 20, SIDE, 16)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.name = CheckedLine(look, _("Name"), self, width=NAME_FIELD)
        self.name.setObjectName("nameField")
        self._name_remark = RemarkLine(look, "nameRemark", self)
        self._refused: Part | None = None
        self.name.kept.connect(self._rename)
        self.name.textEdited.connect(lambda _text: self._forgive())
        self._guideline = Guideline()

    def add(self, name: str, control: QWidget) -> QLabel:
        """Append a row; the control fills the width."""
        label = plain_label(name, self)
        label.setBuddy(control)
        label.setWordWrap(True)
        label.setMinimumHeight(LINE)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(control, row, 1)
        return label

    def add_name(self) -> None:
        """Append the row of the name and the remark on it."""
        self.add_remarked(_("Name"), self.name, self._name_remark)

    def add_remarked(self, name: str, field: CheckedLine, remark: RemarkLine) -> None:
        """Append a row of a field with a remark below it."""
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field)
        column.addWidget(remark)
        field.setMaximumWidth(2 * NAME_FIELD)
        self.add(name, both)

    def add_guideline(self) -> None:
        """Append the rows of the definition and the examples."""
        self.definition = GrowingText(FEWEST, MOST, self)
        self.definition.setObjectName("definitionField")
        self.definition.setAccessibleName(_("Definition"))
        self.definition.textChanged.connect(self._take_definition)
        self._examples = ExamplesList(self.look, self)
        self._examples.edited.connect(self._take_examples)
        self.add(_("Definition"), FieldBox(self.look, self.definition, self))
        self.add(_("Examples"), self._examples)

    def show_name(self) -> None:
        """Show the name of the part, unless a refused name for it stands there."""
        place = self.editor.place
        if self._refused != place:
            self._forgive()
            self.name.show_text(self.shown_name)

    @property
    def shown_name(self) -> str:
        """Name that the field shows."""
        return self.editor.place.name

    @property
    def name_hint(self) -> str:
        """Remark below the name while nothing is wrong with it."""
        return _(NEW_NAME) if self.editor.draft.is_new(self.editor.place) else _(SAVED_NAME)

    def rename(self, name: str) -> str:
        """Rename the part; return why that is refused, empty if it is not."""
        return self.editor.rename(name)

    def show_guideline(self, guideline: Guideline) -> None:
        """Show the definition and the examples of the place."""
        self._guideline = guideline
        if self.definition.shown_text() != guideline.definition:
            self.definition.show_text(guideline.definition)
        self._examples.show_examples([*((True, it) for it in guideline.yes), *((False, it) for it in guideline.no)])

    def show_place(self) -> None:
        """Show the part at the editor's place."""
        raise NotImplementedError

    def _rename(self) -> None:
        refusal = self.rename(self.name.text()) if self.name.text() != self.shown_name else ""
        self._refused = self.editor.place if refusal else None
        if refusal:
            self.name.mark_wrong(on=True)
            self._name_remark.say(refusal, wrong=True)
        else:
            self._forgive()

    def _forgive(self) -> None:
        self._refused = None
        self.name.mark_wrong(on=False)
        self._name_remark.say(self.name_hint)

    def _take_definition(self) -> None:
        text = self.definition.shown_text()
        if text != self._guideline.definition:
            set_guideline(self.editor, Guideline(text, self._guideline.yes, self._guideline.no), "definition")

    def _take_examples(self, examples: list[Example]) -> None:
        yes, no = (tuple(words for kind, words in examples if kind is wanted) for wanted in (True, False))
        set_guideline(self.editor, Guideline(self._guideline.definition, yes, no), "examples")
