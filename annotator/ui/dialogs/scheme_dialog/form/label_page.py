"""Page of a label: name, names in other languages, key, mark, colour, definition, examples, relations."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from annotator.language.arrow_words import leading_on
from annotator.language.label_names import label_name
from annotator.model.scheme import MARKS, Label
from annotator.model.scheme_changes.parts import RELATION, Part
from annotator.session.scheme_editing.places import label_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.dialogs.scheme_dialog.form.colour_row import ColourRow
from annotator.ui.dialogs.scheme_dialog.form.form_page import FormPage
from annotator.ui.dialogs.scheme_dialog.form.key_row import KeyRow
from annotator.ui.dialogs.scheme_dialog.form.language_names import LanguageNames
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.form.steps import (
    add_relation_from,
    set_colour,
    set_full_stop,
    set_mark,
    set_names,
    toggle_required,
)
from annotator.ui.dialogs.scheme_dialog.row_words import words_of
from annotator.ui.theme.look import Look

MARK_WORDS = {
    "fill": N_("fill"),
    "line": N_("line"),
    "box": N_("box"),
    "dotted": N_("dotted"),
    "dashed": N_("dashed"),
    "bar": N_("bar"),
}

OUTSIDE = "outside"


class LabelPage(FormPage):
    """Form of a label."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._names = LanguageNames(look, self)
        self._key = KeyRow(editor, look, self)
        self._marks = OptionRow(look, pgettext("kind of mark", "Mark"), self)
        self._colours = ColourRow(look, self)
        self._full_stop = OptionRow(look, _("Full stop"), self)
        self._links = OptionRow(look, _("Links to"), self, checkable=False, add=_("Relation"))
        self._asked = OptionRow(look, _("Asked at “done”"), self, add=_("Attribute"))
        self._lay_out()
        self._connect()

    def show_place(self) -> None:
        label = label_at(self.editor.scheme, self.editor.place)
        if label is None:
            return
        self.show_name()
        self._names.show_label(label)
        self._key.show_label(label)
        self._colours.show_colour(label.colour)
        self.show_guideline(label.guideline)
        self._show_chips(label)

    def _lay_out(self) -> None:
        self.add_name()
        self.add(_("Shown as"), self._names)
        self.add(_("Key"), self._key)
        self.add(pgettext("kind of mark", "Mark"), self._marks)
        self.add(_("Colour"), self._colours)
        self.add(_("Full stop"), self._full_stop)
        self.add_guideline()
        self.add(_("Links to"), self._links)
        self.add(_("Asked at “done”"), self._asked)

    def _connect(self) -> None:
        editor = self.editor
        self._names.edited.connect(lambda names: set_names(editor, names))
        self._marks.pressed.connect(self._set_mark)
        self._colours.chosen.connect(lambda colour: set_colour(editor, colour))
        self._full_stop.pressed.connect(self._toggle_full_stop)
        self._links.pressed.connect(lambda id: editor.go(Part(RELATION, id)))
        self._links.added.connect(lambda: add_relation_from(editor, editor.place.id))
        self._asked.pressed.connect(lambda id: toggle_required(editor, editor.place.owner.child(id)))
        self._asked.added.connect(lambda: editor.add("attribute"))

    def _set_mark(self, mark: str) -> None:
        set_mark(self.editor, mark)
        self.show_place()

    def _toggle_full_stop(self) -> None:
        label = label_at(self.editor.scheme, self.editor.place)
        set_full_stop(self.editor, not (label and label.full_stop_outside))
        self.show_place()

    def _show_chips(self, label: Label) -> None:
        theme, scheme = self.look.theme, self.editor.scheme
        drawn = theme.label(label, label.id)
        self._marks.show_options(
            [Option(mark, _(MARK_WORDS[mark]), mark == label.mark, replace(drawn, mark=mark)) for mark in MARKS]
        )
        self._full_stop.show_options([Option(OUTSIDE, _("stays outside at the end"), label.full_stop_outside)])
        self._links.show_options(
            [
                Option(
                    rule.id, leading_on(words_of(rule.id)), badge=theme.label(scheme.label(rule.target), rule.target)
                )
                for rule in scheme.relations
                if rule.source == label.id
            ]
        )
        for chip in self._links.chips:
            rule = scheme.relation(chip.value)
            target = label_name(scheme, rule.target) if rule else ""
            chip.setAccessibleName(f"{chip.text()} {target}")
        self._asked.show_options([Option(rule.id, words_of(rule.id), rule.required) for rule in label.attributes])
