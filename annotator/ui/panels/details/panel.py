"""Dock with the selected annotation in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from annotator.model.annotation import Annotation
from annotator.session.editing.attribute_words import attributes
from annotator.session.editing.field_edits import FieldEdits
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.details.fact_rows import FactRows
from annotator.ui.panels.details.facts import history
from annotator.ui.panels.details.label_line import LabelLine
from annotator.ui.panels.details.note_field import NoteField
from annotator.ui.panels.details.quote import QuotedWords
from annotator.ui.panels.details.relation_rows import RelationRows
from annotator.ui.panels.details.several_page import SeveralPage
from annotator.ui.panels.details.warning_line import WarningLine, warnings
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.panel_header import PADDING, PanelHeader
from annotator.ui.widgets.words.counted import of_total
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


class DetailsPanel(QWidget):
    """Label, words, attributes, note, origin and times.

    ``set_note`` is called with an id, the note and a token: what has the same token is one step of undo.
    ``relabel_requested``: id of the label that the selected annotation is to get. ``text_requested``: to return to the
    article. ``relabel_many_requested``: ids of several annotations and the label that they are to get.
    ``remove_requested``: ids of annotations.
    """

    relabel_requested = Signal(str)
    relabel_many_requested = Signal(list, str)
    remove_requested = Signal(list)
    text_requested = Signal()

    def __init__(
        self, session: Session, look: Look, set_note: Callable[[str, str, object], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPanel")
        self.setAccessibleName(_("Details"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._session, self._set_note = session, set_note
        self._edits = FieldEdits(session, self._write_note, self)
        self._article: OpenArticle | None = None
        self._shown: Annotation | None = None
        self._label, self._warning, self._quote = LabelLine(look, self), WarningLine(look, self), QuotedWords(self)
        self._facts, self._note, self._history = FactRows(self), NoteField(self), self._small_print()
        self._empty, self._many = EmptyState(look, self), SeveralPage(look, self)
        self.relations = RelationRows(session, look, self)
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
        """Focus the first editor, which is the note."""
        self.edit_note()

    def _small_print(self) -> WrappingLabel:
        label = WrappingLabel(self)
        label.setFont(small_font())
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _lay_out(self, look: Look) -> None:
        self._pages = QStackedLayout()
        self._area = self._scrolled(self._content(look))
        self._pages.addWidget(self._area)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._many)
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
        self.setFocusProxy(self._note)
        for part in (self._label, self._warning, quote, self._facts, self.relations, note, self._history):
            column.addWidget(part)
        column.addStretch(1)
        return content

    def _scrolled(self, content: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        for part in (area.viewport(), content):
            part.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        return area

    def _connect(self) -> None:
        self._session.opened.connect(self._opened)
        self._session.changed.connect(self._refresh)
        self._session.selected.connect(self._refresh)
        self._label.chosen.connect(self.relabel_requested)
        self._note.typed.connect(self._edits.note_typed)
        self._note.finished.connect(self._edits.finish)
        self._note.left.connect(self.text_requested)
        self.relations.left.connect(self.text_requested)
        self._many.relabelled.connect(lambda label: self.relabel_many_requested.emit(self._several, label))
        self._many.removed.connect(lambda: self.remove_requested.emit(self._several))

    def show_several(self, ids: list[str]) -> None:
        """Show what can be done with these annotations if they are several; with fewer, the selected one."""
        self._several = ids if len(ids) > 1 else []
        self._turn_page()

    def _turn_page(self) -> None:
        known = self._session.document.annotations if self._session.current else {}
        several = [known[id] for id in self._several if id in known]
        if several:
            locked = "" if self._session.writable else self._why_locked()
            self._many.show_annotations(several, self._session.scheme, locked=locked)
        self._pages.setCurrentIndex(2 if several else 0 if self._shown else 1)

    def _opened(self) -> None:
        current = self._session.current
        self._article = current
        self._show(None)
        self._refresh()

    def _refresh(self) -> None:
        annotation = self._session.selected_annotation
        if annotation is not self._shown:
            if self._shown and (annotation is None or annotation.id != self._shown.id):
                self._edits.finish()
                annotation = self._session.selected_annotation
            self._show(annotation)
        if annotation:
            self._label.show_place(self._place(annotation))
        if self._several:
            self._turn_page()

    def _place(self, annotation: Annotation) -> str:
        """Return the annotation's number among those of its label and, where it is in place, its offsets."""
        number, total = self._session.index.number(annotation), self._session.index.counts()[annotation.label]
        if annotation.is_elsewhere:
            return of_total(number, total)
        place = _("{number_of_total} · at {start}–{end}")
        start, end = annotation.span.start, annotation.span.end
        return place.format(number_of_total=of_total(number, total), start=start, end=end)

    def _show(self, annotation: Annotation | None) -> None:
        same = annotation is not None and self._shown is not None and annotation.id == self._shown.id
        self._shown = annotation
        self._turn_page()
        if annotation is None:
            self._note.show_text("")
            return
        scheme, text = self._session.scheme, self._session.document.article.text
        self._label.show_label(annotation, scheme, locked="" if self._session.writable else self._why_locked())
        self._warning.show_warnings(warnings(annotation, text, scheme))
        self._quote.quote(annotation.words(text))
        self._facts.show_facts(attributes(annotation, scheme.label(annotation.label)))
        self._history.setText(history(annotation))
        self._note.setReadOnly(not self._session.writable)
        if not (same and self._note.changed):
            self._note.show_text(annotation.note, keep_caret=same)

    def _why_locked(self) -> str:
        return self._session.current.read_only if self._session.current else ""

    def _write_note(self, token: object) -> None:
        """Pass a note that was typed to ``set_note``, unless its article is closed or its annotation removed."""
        shown = self._shown
        if not self._note.changed:
            return
        note = self._note.take()
        if shown is None or self._session.current is not self._article:
            return
        if shown.id in self._session.document.annotations:
            self._set_note(shown.id, note, token)
