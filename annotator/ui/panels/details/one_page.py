"""Page of the details for one annotation: label, words, attributes, relations, evidence, note, origin and times."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Annotation, Value
from annotator.session.editing.checking import Checking
from annotator.session.editing.values.attribute_fields import fields_of_annotations
from annotator.session.editing.values.values import Values
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.desk.comments_pill import CommentsPill
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.desk.selected_desk import SelectedDesk
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.check_form import CheckForm
from annotator.ui.editors.note_field import NoteField
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.details.facts import history, place_words, why_locked
from annotator.ui.panels.details.label_line import LabelLine
from annotator.ui.panels.details.note_edits import NoteEdits
from annotator.ui.panels.details.quote import QuotedWords
from annotator.ui.panels.details.relation_form import RelationForm
from annotator.ui.panels.details.relation_list import RelationList
from annotator.ui.panels.details.selected_evidence import SelectedEvidence
from annotator.ui.panels.details.warning_line import WarningLine, warnings
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING
from annotator.ui.widgets.scrolled import ScrolledPage
from annotator.ui.widgets.words.wrapping_label import SmallPrint


class OnePage(ScrolledPage):
    """Page that shows the annotation given to ``show_annotation``.

    ``set_note`` is called with an id, the note and a token: what has the same token is one step of undo.
    ``relabelled``: id of the label that the annotation is to get. ``jumped``: id of the annotation to go to.
    ``left``: to return to the article. ``link_requested``: an address to open, if the user agrees.
    """

    relabelled = Signal(str)
    jumped = Signal(str)
    left = Signal()
    link_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        look: Look,
        set_note: Callable[[str, str, object], None],
        values: Values,
        evidence: EvidenceParts,
        parent: QWidget,
    ) -> None:
        content = QWidget(parent)
        super().__init__(content, parent)
        self._session, self._values, self._checking = session, values, Checking(session)
        self._article: OpenArticle | None = None
        self._shown: Annotation | None = None
        self._label, self._warning = LabelLine(look, content), WarningLine(look, content)
        self._quote = QuotedWords(content)
        self.evidence = SelectedEvidence(evidence, content)  # here: Tab goes from it to the note
        self._desk = SelectedDesk(desk_parts(session, look), content)
        self.note, self._history = NoteField(content), SmallPrint(content)
        self.comments = CommentsPill(look, "commentsOnSelected", content, words=True)
        self._edits = NoteEdits(session, self.note, set_note, self)
        self.form = AttributeForm(session, look, self._set_value, content)
        self._relations = RelationList(session, look, content)
        self._about = RelationForm(session, look, values, self._relations, content)
        self._check = CheckForm(session, look, content)
        self._lay_out(look, content)
        self._connect()

    def _lay_out(self, look: Look, content: QWidget) -> None:
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column.setSpacing(8)
        quote, note = FieldBox(look, self._quote, content), FieldBox(look, self.note, content)
        above = (self._label, self._warning, quote, self.form, self._check, self._relations, self._about)
        for part in (*above, self.evidence, self._desk, note):
            column.addWidget(part)
        column.addWidget(self.comments)
        column.addWidget(self._history)
        column.addStretch(1)

    def _connect(self) -> None:
        self._label.chosen.connect(self.relabelled)
        self._relations.jumped.connect(self.jumped)
        for part in (self.note, self._relations, self.evidence, self._desk):
            part.left.connect(self.left)
        self.evidence.opened.connect(self.show_soon)
        self.form.stepped_out.connect(lambda step: take_keyboard(self.note if step > 0 else self._label))
        self.form.onwards.connect(self._go_onwards)
        self.form.confirmed.connect(self._confirm)
        self._check.stepped_out.connect(lambda _step: take_keyboard(self.note))
        for form in (self.form, self._about, self._check):
            form.text_requested.connect(self.left)
            form.link_requested.connect(self.link_requested)
            form.opened.connect(self.show_soon)

    def edit_note(self) -> None:
        """Focus the note."""
        take_keyboard(self.note)
        self.ensureWidgetVisible(self.note)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._edits.finish()
        self.form.finish()

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the annotation of the open article; what has been typed on the same one stays."""
        self._shown, self._article = annotation, self._session.current
        scheme, text, locked = self._session.scheme, self._session.document.article.text, why_locked(self._session)
        self._edits.show(annotation)
        self._label.show_label(annotation, scheme, locked=locked)
        self._warning.show_warnings(warnings(annotation, text, scheme))
        self._quote.quote(annotation.words(text))
        key = (self._session.path, annotation.id)
        self.form.show_fields(key, fields_of_annotations([annotation], scheme), locked=locked)
        self._check.show_annotation(annotation, locked=locked)
        self._history.setText(history(annotation))

    def show_place(self) -> None:
        """Show the annotation's place and its number among those of its label, which other changes may alter."""
        if self._shown:
            self._label.show_place(place_words(self._shown, self._session.index))

    def forget(self) -> None:
        """Show no annotation any more."""
        self._shown = None
        self._edits.show(None)
        self.form.forget()

    def _set_value(self, name: str, value: Value, token: object) -> None:
        """Give the annotation shown a value, unless its article is closed or it was removed."""
        shown = self._shown
        if shown and self._session.current is self._article and shown.id in self._session.document.annotations:
            self._values.set([shown.id], name, value, token)

    def _confirm(self, name: str) -> None:
        if self._shown:
            self._checking.confirm(self._shown.id, name)

    def _go_onwards(self, name: str) -> None:
        """Select the next annotation that can have the attribute, and open its field."""
        if self._shown and self._values.select_next(self._shown.id, name):
            self.form.open(name)
