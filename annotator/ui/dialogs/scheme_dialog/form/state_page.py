"""Page of a state of check: whether the scheme uses it, its keys and its colour."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.scheme_editing.places import state_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.chord_row import ChordRow
from annotator.ui.dialogs.scheme_dialog.form.colour_row import ColourRow
from annotator.ui.dialogs.scheme_dialog.form.form_page import FormPage
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.dialogs.scheme_dialog.form.steps import set_state_colour
from annotator.ui.theme.colouring import BASES
from annotator.ui.theme.look import Look

USED, OWN = "used", "own"
KEPT = N_("Annotations that have it keep it, whether it is used or not")


class StatePage(FormPage):
    """Form of a state of check, whose name is the program's."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._used = OptionRow(look, _("Use"), self)
        self._used.setObjectName("stateUsed")
        self._keys = ChordRow(editor, look, self)
        self._own = OptionRow(look, _("Colour"), self)
        self._own.setObjectName("ownColour")
        self._colour = ColourRow(look, self)
        self.name.hide()
        self.name = self._keys.field  # what the key for the name leads to
        self.add(_("Use"), self._with_remark(look))
        self._rows = [
            (self.add(_("Keys"), self._keys), self._keys),
            (self.add(_("Colour"), self._own), self._own),
            (self.add("", self._colour), self._colour),
        ]
        self._used.pressed.connect(lambda _value: editor.use_state(used=state_at(editor.scheme, editor.place) is None))
        self._own.pressed.connect(lambda _value: set_state_colour(editor, ""))
        self._colour.chosen.connect(lambda colour: set_state_colour(editor, colour))

    def show_place(self) -> None:
        state = state_at(self.editor.scheme, self.editor.place)
        self._used.show_options([Option(USED, _("in use"), state is not None)])
        for name, control in self._rows:
            name.setVisible(state is not None)
            control.setVisible(state is not None)
        if state:
            self._keys.show_place()
            self._own.show_options([Option(OWN, _("the program’s own"), not state.colour)])
            self._colour.show_colour(state.colour or BASES[state.id])

    def _with_remark(self, look: Look) -> QWidget:
        both, remark = QWidget(self), RemarkLine(look, "stateRemark", self)
        remark.say(_(KEPT))
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._used)
        column.addWidget(remark)
        return both
