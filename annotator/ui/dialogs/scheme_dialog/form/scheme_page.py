"""Page of the scheme itself: its name, what it is for and whose typology it follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import shortened
from annotator.session.scheme_editing.checks import NAMED, title_refusal
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _, pgettext
from annotator.ui.dialogs.scheme_dialog.form.form_page import FEWEST, MOST, FormPage
from annotator.ui.dialogs.scheme_dialog.form.steps import set_purpose, set_source, set_title
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText


class SchemePage(FormPage):
    """Form of the scheme itself; its id, which saved files have, does not change."""

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(editor, look, parent)
        self._purpose = self._field("purposeField", _("Definition"))
        self._source = self._field("sourceField", pgettext("typology of a scheme", "Source"))
        self._purpose.textChanged.connect(self._take_purpose)
        self._source.textChanged.connect(self._take_source)
        self.add_name()
        self.add(_("Definition"), FieldBox(look, self._purpose, self))
        self.add(pgettext("typology of a scheme", "Source"), FieldBox(look, self._source, self))

    def show_place(self) -> None:
        scheme = self.editor.scheme
        self.show_name()
        for field, text in ((self._purpose, scheme.definition), (self._source, scheme.source)):
            if field.shown_text() != text:
                field.show_text(text)

    @property
    def shown_name(self) -> str:
        return self.editor.scheme.name

    def rename(self, name: str) -> str:
        """Rename the scheme; return why that is refused, empty if it is not."""
        refusal = title_refusal(name)
        if not refusal:
            set_title(self.editor, name.strip())
        return refusal

    @property
    def name_hint(self) -> str:
        id = shortened(self.editor.scheme.id, NAMED)
        return _("Shown where a scheme is chosen. Saved files name it by its id, {id}, which stays.").format(id=id)

    def _field(self, name: str, words: str) -> GrowingText:
        field = GrowingText(FEWEST, MOST, self)
        field.setObjectName(name)
        field.setAccessibleName(words)
        return field

    def _take_purpose(self) -> None:
        if (text := self._purpose.shown_text()) != self.editor.scheme.definition:
            set_purpose(self.editor, text)

    def _take_source(self) -> None:
        if (text := self._source.shown_text()) != self.editor.scheme.source:
            set_source(self.editor, text)
