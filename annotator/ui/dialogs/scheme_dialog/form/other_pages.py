"""Pages of a choice and of a relation."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from annotator.language.label_names import shown_name
from annotator.model.scheme_changes.parts import LABEL, rule_of
from annotator.session.scheme_editing.places import relation_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.chord_row import ChordRow
from annotator.ui.dialogs.scheme_dialog.form.form_page import FEWEST, MOST, FormPage
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.form.steps import set_ends, set_meaning, set_symmetric, toggle_required
from annotator.ui.dialogs.scheme_dialog.row_words import words_of
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText

SYMMETRIC, SHORTEST = "symmetric", 14


class ChoicePage(FormPage):
    """Form of a choice."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._meaning = GrowingText(FEWEST, MOST, self)
        self._meaning.setObjectName("meaningField")
        self._meaning.setAccessibleName(_("Meaning"))
        self._meaning.textChanged.connect(self._take)
        self._shown = ""
        self.add_name()
        self.add(_("Meaning"), FieldBox(look, self._meaning, self))
        self._keys = ChordRow(editor, look, self)
        self._keys_name = self.add(_("Keys"), self._keys)

    def show_place(self) -> None:
        rule = rule_of(self.editor.scheme, self.editor.place)
        if rule:
            self.show_name()
            self._shown = rule.meaning(self.editor.place.choice)
            if self._meaning.shown_text() != self._shown:
                self._meaning.show_text(self._shown)
            for part in (self._keys, self._keys_name):
                part.setVisible(self.editor.place.root == LABEL)
            self._keys.show_place()

    def _take(self) -> None:
        text = self._meaning.shown_text()
        if text != self._shown:
            set_meaning(self.editor, text)


class RelationPage(FormPage):
    """Form of a type of relation."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._source, self._target = self._box("fromLabel", _("From")), self._box("toLabel", _("To"))
        self._direction = OptionRow(look, _("Direction"), self)
        self._direction.pressed.connect(self._toggle)
        self._asked = OptionRow(look, _("Asked at “done”"), self, add=_("Attribute"))
        self._asked.pressed.connect(lambda id: toggle_required(editor, editor.place.owner.child(id)))
        self._asked.added.connect(lambda: editor.add("attribute"))
        self.add_name()
        self.add(_("From"), self._alone(self._source))
        self.add(_("To"), self._alone(self._target))
        self.add(_("Direction"), self._direction)
        self.add_guideline()
        self.add(_("Asked at “done”"), self._asked)

    def show_place(self) -> None:
        rule = relation_at(self.editor.scheme, self.editor.place)
        if rule is None:
            return
        self.show_name()
        self._show_labels(self._source, rule.source)
        self._show_labels(self._target, rule.target)
        self._direction.show_options([Option(SYMMETRIC, _("holds both ways"), rule.symmetric)])
        self.show_guideline(rule.guideline)
        self._asked.show_options([Option(it.id, words_of(it.id), it.required) for it in rule.attributes])

    def _box(self, name: str, words: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(SHORTEST)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.activated.connect(lambda _row: self._choose())
        return box

    def _alone(self, box: QComboBox) -> QWidget:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        row.addStretch(1)
        return whole

    def _show_labels(self, box: QComboBox, chosen: str) -> None:
        labels = [(shown_name(label), label.id) for label in self.editor.scheme.labels]
        if labels != [(box.itemText(row), box.itemData(row)) for row in range(box.count())]:
            box.clear()
            for words, id in labels:
                box.addItem(words, id)
        box.setCurrentIndex(box.findData(chosen))

    def _choose(self) -> None:
        set_ends(self.editor, str(self._source.currentData()), str(self._target.currentData()))

    def _toggle(self, _value: str) -> None:
        rule = relation_at(self.editor.scheme, self.editor.place)
        if rule:
            set_symmetric(self.editor, not rule.symmetric)
