"""Dock with the selected annotation in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Annotation, Value
from annotator.session.editing.checking import Checking
from annotator.session.editing.values.attribute_fields import fields_of_annotations, fields_of_article
from annotator.session.editing.values.values import Values
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.desk.comments_pill import CommentsPill
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.desk.selected_desk import ArticleDesk, SelectedDesk
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.check_form import CheckForm
from annotator.ui.editors.note_field import NoteField
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.details.article_facts import ArticleFacts
from annotator.ui.panels.details.correction_rows import CorrectionRows
from annotator.ui.panels.details.facts import history, place_words, why_locked
from annotator.ui.panels.details.label_line import LabelLine
from annotator.ui.panels.details.note_edits import NoteEdits
from annotator.ui.panels.details.quote import QuotedWords
from annotator.ui.panels.details.relation_form import RelationForm
from annotator.ui.panels.details.relation_rows import RelationRows
from annotator.ui.panels.details.selected_evidence import SelectedEvidence
from annotator.ui.panels.details.several_page import SeveralPage
from annotator.ui.panels.details.warning_line import WarningLine, warnings
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.pages import Pages
from annotator.ui.widgets.panel_header import PADDING, PanelHeader
from annotator.ui.widgets.scrolled import ScrolledPage
from annotator.ui.widgets.words.wrapping_label import SmallPrint

NOTHING, ONE, SEVERAL, ARTICLE = range(4)
"""Pages: no article, one annotation, several of them, the article itself."""


class DetailsPanel(QWidget):
    """Label, words, attributes, note, origin and times; the article's own attributes while nothing is selected.

    ``set_note`` is called with an id, the note and a token: what has the same token is one step of undo.
    ``relabel_requested``: id of the label that the selected annotation is to get. ``text_requested``: to return to the
    article. ``relabel_many_requested``: ids of several annotations and the label that they are to get.
    ``remove_requested``, ``link_many_requested``: ids of annotations. ``link_requested``: an address to open, if the
    user agrees.
    """

    relabel_requested = Signal(str)
    relabel_many_requested = Signal(list, str)
    remove_requested = Signal(list)
    link_many_requested = Signal(list)
    text_requested = Signal()
    link_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        look: Look,
        set_note: Callable[[str, str, object], None],
        values: Values,
        evidence: EvidenceParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPanel")
        self.setAccessibleName(_("Details"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._session, self._values = session, values
        self._article: OpenArticle | None = None
        self._shown: Annotation | None = None
        self._label, self._warning, self._quote = LabelLine(look, self), WarningLine(look, self), QuotedWords(self)
        self.evidence = SelectedEvidence(evidence, self)  # here: Tab goes from it to the note
        desk = desk_parts(session, look)
        self._desk, self._asked = SelectedDesk(desk, self), ArticleDesk(desk, self)
        self._note, self._history = NoteField(self), SmallPrint(self)
        self.comments = CommentsPill(look, "commentsOnSelected", self, words=True)
        self._edits = NoteEdits(session, self._note, set_note, self)
        self._form = AttributeForm(session, look, self._set_value, self)
        self._common = AttributeForm(session, look, self._set_common, self)
        self._facts = AttributeForm(session, look, values.set_of_article, self)
        self._empty, self._many = EmptyState(look, self), SeveralPage(look, self._common, self)
        self.relations = RelationRows(session, look, self)
        self._about = RelationForm(session, look, values, self.relations, self)
        self._check, self._checking = CheckForm(session, look, self), Checking(session)
        self._several: list[str] = []
        self.header = PanelHeader(_("Details"), parent=self)
        self._lay_out(look)
        self._connect()
        self._opened()

    def edit_note(self) -> None:
        """Focus the note, or what can be done with several annotations."""
        if self._several:
            take_keyboard(self._many)
        elif self._shown:
            take_keyboard(self._note)
            self._area.ensureWidgetVisible(self._note)

    def edit_details(self) -> None:
        """Open the first attribute that has no value, else the first; focus the note where there is none."""
        if not self._form_of_page().open_first():
            self.edit_note()

    def _lay_out(self, look: Look) -> None:
        self._pages = Pages()
        self._area = ScrolledPage(self._content(look), self)
        self._corrections = CorrectionRows(self._session, look, self)
        article = ArticleFacts(self._facts, self._asked, self._corrections, self)
        for page in (self._empty, self._area, ScrolledPage(self._many, self), ScrolledPage(article, self)):
            self._pages.add(page)
        self._empty.say("", words(_("Select an annotation to see its details")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._pages, 1)

    def _content(self, look: Look) -> QWidget:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column.setSpacing(8)
        quote, note = FieldBox(look, self._quote, content), FieldBox(look, self._note, content)
        above = (self._label, self._warning, quote, self._form, self._check, self.relations, self._about)
        for part in (*above, self.evidence, self._desk, note, self.comments):
            column.addWidget(part)
        column.addWidget(self._history)
        column.addStretch(1)
        return content

    def _connect(self) -> None:
        self._session.opened.connect(self._opened)
        self._session.changed.connect(self._refresh)
        self._session.selected.connect(self._refresh)
        self._label.chosen.connect(self.relabel_requested)
        self._note.left.connect(self.text_requested)
        for part in (self.relations, self.evidence, self._desk, self._asked, self._corrections):
            part.left.connect(self.text_requested)
        self.evidence.opened.connect(self._area.show_soon)
        self._many.relabelled.connect(lambda label: self.relabel_many_requested.emit(self._several, label))
        self._many.linked.connect(lambda: self.link_many_requested.emit(self._several))
        self._many.removed.connect(lambda: self.remove_requested.emit(self._several))
        self._form.stepped_out.connect(lambda step: take_keyboard(self._note if step > 0 else self._label))
        self._form.onwards.connect(self._go_onwards)
        self._form.confirmed.connect(self._confirm)
        self._check.stepped_out.connect(lambda _step: take_keyboard(self._note))
        for form in (self._form, self._common, self._facts, self._about, self._check):
            form.text_requested.connect(self.text_requested)
            form.link_requested.connect(self.link_requested)
            form.opened.connect(self._area.show_soon)
        for form in (self._common, self._facts):
            form.stepped_out.connect(lambda _step: self.text_requested.emit())
            form.onwards.connect(lambda _name: self.text_requested.emit())

    def _form_of_page(self) -> AttributeForm:
        return {SEVERAL: self._common, ARTICLE: self._facts}.get(self._pages.currentIndex(), self._form)

    def show_several(self, ids: list[str]) -> None:
        """Show what can be done with these annotations if they are several; with fewer, the selected one."""
        self._common.finish()
        self._several = ids if len(ids) > 1 else []
        self._turn_page()

    def _turn_page(self) -> None:
        session = self._session
        known = session.document.annotations if session.current else {}
        several, page = [known[id] for id in self._several if id in known], NOTHING
        locked = why_locked(self._session)
        if several:
            self._many.show_annotations(several, session.scheme, locked=locked)
            key = (session.path, *self._several)
            self._common.show_fields(key, fields_of_annotations(several, session.scheme), locked=locked)
            page = SEVERAL
        elif self._shown:
            page = ONE
        elif session.current:
            self._facts.show_fields(session.path, fields_of_article(session.document, session.scheme), locked=locked)
            self._corrections.refresh()
            is_empty = self._facts.is_empty and self._corrections.is_empty and not self._asked.count
            page = NOTHING if is_empty else ARTICLE
        self.setFocusProxy(self._facts if page == ARTICLE else self._note)
        self._pages.setCurrentIndex(page)

    def _opened(self) -> None:
        before, self._article = self._article, self._session.current
        self._show(self._session.selected_annotation if before is self._article else None)
        if self._session.selected_annotation:
            self._refresh()

    def _refresh(self) -> None:
        annotation = self._session.selected_annotation
        if annotation is not self._shown:
            if self._shown and (annotation is None or annotation.id != self._shown.id):
                self._edits.finish()
                self._form.finish()
                annotation = self._session.selected_annotation
            self._show(annotation)
        if annotation:
            self._label.show_place(place_words(annotation, self._session.index))
        if self._several or not annotation:
            self._turn_page()

    def _show(self, annotation: Annotation | None) -> None:
        self._shown = annotation
        self._turn_page()
        self._edits.show(annotation)
        if annotation is None:
            self._form.forget()
            return
        scheme, text, locked = self._session.scheme, self._session.document.article.text, why_locked(self._session)
        self._label.show_label(annotation, scheme, locked=locked)
        self._warning.show_warnings(warnings(annotation, text, scheme))
        self._quote.quote(annotation.words(text))
        key = (self._session.path, annotation.id)
        self._form.show_fields(key, fields_of_annotations([annotation], scheme), locked=locked)
        self._check.show_annotation(annotation, locked=locked)
        self._history.setText(history(annotation))

    def _set_value(self, name: str, value: Value, token: object) -> None:
        """Give the annotation shown a value, unless its article is closed or it was removed."""
        shown = self._shown
        if shown and self._session.current is self._article and shown.id in self._session.document.annotations:
            self._values.set([shown.id], name, value, token)

    def _confirm(self, name: str) -> None:
        if self._shown:
            self._checking.confirm(self._shown.id, name)

    def _set_common(self, name: str, value: Value, token: object) -> None:
        """Give all selected annotations a value."""
        if ids := [id for id in self._several if id in self._session.document.annotations]:
            self._values.set(ids, name, value, token)

    def _go_onwards(self, name: str) -> None:
        """Select the next annotation that can have the attribute, and open its field."""
        if self._shown and self._values.select_next(self._shown.id, name):
            self._form.open(name)
