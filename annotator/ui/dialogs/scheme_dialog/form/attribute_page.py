"""Page of an attribute: name, type, choices, how many values, default, when it is shown, definition, examples."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from annotator.model.scheme import ATTRIBUTE_TYPES, AttributeRule
from annotator.model.scheme_changes.parts import CHOICE, rule_of
from annotator.session.scheme_editing.checks import default_refusal
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.form_page import NAME_FIELD, FormPage
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.dialogs.scheme_dialog.form.steps import set_default, set_many, set_type, toggle_required
from annotator.ui.dialogs.scheme_dialog.form.when_row import WhenRow
from annotator.ui.dialogs.scheme_dialog.row_words import type_words
from annotator.ui.theme.look import Look

MANY, REQUIRED = "many", "required"
DEFAULT_HINT = N_("Offered while there is no value; nothing is written by itself")


class AttributePage(FormPage):
    """Form of an attribute of a label, of a relation or of the article."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._types = OptionRow(look, _("Type"), self)
        self._choices = OptionRow(look, _("Choices"), self, checkable=False, add=_("Choice"))
        self._values = OptionRow(look, _("Values"), self)
        self._default = CheckedLine(look, _("Default"), self, width=NAME_FIELD)
        self._default.setObjectName("defaultField")
        self._default_remark = RemarkLine(look, "defaultRemark", self)
        self._when = WhenRow(editor, look, self)
        self._choices_name: QLabel
        self._lay_out()
        self._connect()

    def show_place(self) -> None:
        rule = rule_of(self.editor.scheme, self.editor.place)
        if rule is None:
            return
        self.show_name()
        self._types.show_options([Option(type, type_words(type), type == rule.type) for type in ATTRIBUTE_TYPES])
        self._choices.show_options([Option(choice, choice) for choice in rule.choices])
        for widget in (self._choices, self._choices_name):
            widget.setVisible(rule.type == CHOICE)
        self._show_values(rule)
        self._when.show_rule(rule)
        self.show_guideline(rule.guideline)

    def _show_values(self, rule: AttributeRule) -> None:
        several = Option(MANY, _("several values"), rule.many)
        self._values.show_options([several, Option(REQUIRED, _("asked at “done”"), rule.required)])
        if self._default.text() != rule.default and not self._default.is_wrong:
            self._default.show_text(rule.default)
        if not self._default.is_wrong:
            self._default_remark.say(_(DEFAULT_HINT))

    def _lay_out(self) -> None:
        self.add_name()
        self.add(_("Type"), self._types)
        self._choices_name = self.add(_("Choices"), self._choices)
        self.add(_("Values"), self._values)
        self.add_remarked(_("Default"), self._default, self._default_remark)
        self.add(_("Shown when"), self._when)
        self.add_guideline()

    def _connect(self) -> None:
        editor = self.editor
        self._types.pressed.connect(self._set_type)
        self._choices.pressed.connect(lambda choice: editor.go(editor.place.child(choice)))
        self._choices.added.connect(lambda: editor.add(CHOICE))
        self._values.pressed.connect(self._toggle)
        self._default.textEdited.connect(self._take_default)
        editor.went.connect(lambda: self._default.mark_wrong(on=False))

    def _set_type(self, type: str) -> None:
        set_type(self.editor, type)
        self.show_place()

    def _toggle(self, value: str) -> None:
        rule = rule_of(self.editor.scheme, self.editor.place)
        if rule and value == MANY:
            set_many(self.editor, not rule.many)
        elif rule:
            toggle_required(self.editor, self.editor.place)

    def _take_default(self, typed: str) -> None:
        rule = rule_of(self.editor.scheme, self.editor.place)
        if rule is None:
            return
        refusal = default_refusal(rule, typed.strip())
        self._default.mark_wrong(on=bool(refusal))
        self._default_remark.say(refusal or _(DEFAULT_HINT), wrong=bool(refusal))
        if not refusal:
            set_default(self.editor, typed.strip())
