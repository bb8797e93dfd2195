"""Field for the key of a label; a key that is in use is refused, and the old one stays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Label
from annotator.session.scheme_editing.checks import key_refusal, key_remark
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.remarked_field import RemarkedField
from annotator.ui.dialogs.scheme_dialog.form.steps import set_key
from annotator.ui.theme.look import Look

WIDTH = 64
HINT = N_("One letter or digit, which tags the selected words")


class KeyRow(RemarkedField):
    """The field, with a remark on what is wrong with the key that was typed, or what loses its keys to it."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Key"), "key", WIDTH, parent)
        self._editor = editor
        self._label: Label | None = None
        self._before = ""

    def show_label(self, label: Label) -> None:
        """Show the label's key; a key that was just refused stays."""
        if label != self._label:
            self._label = label
            self.show_kept()

    def show_kept(self) -> None:
        if self._label:
            self._before = self._label.key.lower()
            self.field.show_text(self._label.key.upper())
            taken = key_remark(self._editor.scheme, self._label.key)
            self.remark.say(taken or _(HINT), warning=bool(taken))

    def take(self, typed: str) -> None:
        """Take the letter typed in place of the one before; an emptied field means no key."""
        if self._label is None:
            return
        letters = typed.strip().lower()
        key = next((letter for letter in letters if letter != self._before), letters[:1])
        self._before = key
        self.field.setText(key.upper())
        refusal = key_refusal(self._editor.scheme, self._label.id, key, self._editor.held)
        if refusal:
            self.refuse(refusal, self._label.key)
        elif key == self._label.key:
            self.show_kept()
        else:
            set_key(self._editor, key)
