"""Field for the two keys of a choice or a state; keys that are in use are refused, and the old ones stay."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.scheme_editing.checks import chord_refusal
from annotator.session.scheme_editing.places import keys_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.remarked_field import RemarkedField
from annotator.ui.dialogs.scheme_dialog.form.steps import set_chord
from annotator.ui.theme.look import Look

WIDTH, KEYS = 84, 2
HINT = N_("Two keys, one after the other, which set it from the text, such as V 1")
SECOND = N_("Now the second key")


class ChordRow(RemarkedField):
    """The field, with a remark on what is wrong with the keys that were typed."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Keys"), "chord", WIDTH, parent)
        self._editor = editor
        self._shown: tuple[object, ...] = ()

    def show_place(self) -> None:
        """Show the keys of the part shown; keys that were just refused stay."""
        now = self._editor.place, self._kept, self._editor.scheme.labels, self._editor.scheme.states
        if now != self._shown:
            self._shown = now
            self.show_kept()

    def show_kept(self) -> None:
        self.field.show_text(self._kept.upper())
        refusal = chord_refusal(self._editor.scheme, self._editor.place, self._kept, self._editor.held)
        self.remark.say(refusal or _(HINT), warning=bool(refusal))

    def take(self, typed: str) -> None:
        """Take two keys, typed one after the other. A third key begins anew; an emptied field means no keys."""
        keys = "".join(typed.split()).lower()
        if len(keys) > KEYS:
            keys = typed[: self.field.cursorPosition()].lower().strip()[-1:]
        chord = " ".join(keys)
        self.field.setText(f"{chord} ".upper() if len(keys) == 1 else chord.upper())
        self.field.mark_wrong(on=False)
        refusal = chord_refusal(self._editor.scheme, self._editor.place, chord, self._editor.held)
        if refusal:
            self.refuse(refusal, self._kept)
        elif len(keys) == 1:
            self.remark.say(_(SECOND))
        elif chord != self._kept:
            set_chord(self._editor, chord)
        else:
            self.show_kept()

    @property
    def _kept(self) -> str:
        return keys_at(self._editor.scheme, self._editor.place)

    def _leave(self) -> None:
        """Show the keys of the scheme again, once the keyboard leaves keys that were refused or half typed."""
        if not self.field.hasFocus():
            self.show_kept()
