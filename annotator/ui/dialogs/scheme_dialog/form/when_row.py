"""Condition under which an attribute is shown: always, or while another one has certain values."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.scheme import AttributeRule
from annotator.model.scheme_changes.parts import rule_of, rules_of
from annotator.session.scheme_editing.checks import condition_refusal
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.form.steps import set_when
from annotator.ui.dialogs.scheme_dialog.row_words import words_of
from annotator.ui.theme.look import Look

FLAG_VALUES = ("true", "false")
SHORTEST = 14


class WhenRow(QWidget):
    """Choice of another attribute, and chips of its values. Conditions on further attributes stay as they are."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rule: AttributeRule | None = None
        self._other = QComboBox(self)
        self._other.setObjectName("whenAttribute")
        self._other.setAccessibleName(_("Shown when"))
        self._other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._other.setMinimumContentsLength(SHORTEST)
        self._other.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = OptionRow(look, _("Values with which it is shown"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._other)
        column.addWidget(self._values)
        self._other.activated.connect(self._choose)
        self._values.pressed.connect(self._toggle)

    def show_rule(self, rule: AttributeRule) -> None:
        """Show the first condition of the attribute."""
        self._rule = rule
        scheme, place = self._editor.scheme, self._editor.place
        name, values = rule.when[0] if rule.when else ("", ())
        self._other.clear()
        self._other.addItem(_("Always"), "")
        for other in rules_of(scheme, place):
            if _values_of(other) and not condition_refusal(scheme, place, other.id):
                self._other.addItem(words_of(other.id), other.id)
        self._other.setCurrentIndex(max(self._other.findData(name), 0))
        other_rule = rule_of(scheme, place.owner.child(name)) if name else None
        self._values.show_options(
            [Option(value, value, value in values) for value in _values_of(other_rule)] if other_rule else []
        )
        self._values.setVisible(bool(other_rule))

    def _choose(self, _row: int) -> None:
        """Make the attribute depend on the one chosen: on all of its values, to begin with."""
        if self._rule:
            name = str(self._other.currentData())
            other = rule_of(self._editor.scheme, self._editor.place.owner.child(name)) if name else None
            first = ((name, _values_of(other)),) if other else ()
            set_when(self._editor, (*first, *self._rule.when[1:]))

    def _toggle(self, value: str) -> None:
        """Add or remove a value; without any value there is no condition."""
        if self._rule and self._rule.when:
            (name, values), *rest = self._rule.when
            kept = tuple(it for it in values if it != value) if value in values else (*values, value)
            set_when(self._editor, (*(((name, kept),) if kept else ()), *rest))


def _values_of(rule: AttributeRule) -> tuple[str, ...]:
    """Return the values on which another attribute can depend."""
    return FLAG_VALUES if rule.type == "flag" else rule.choices
