"""Dock with the selected annotation in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Annotation, Value
from annotator.session.editing.corrections import corrections_of
from annotator.session.editing.desk.asked import asked_of
from annotator.session.editing.values.attribute_fields import fields_of_annotations, fields_of_article
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.details.facts import why_locked
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import let_tab_reach
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.pages import Pages
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.scrolled import ScrolledPage
from annotator.ui.widgets.tab_order import step_in_layout

if TYPE_CHECKING:
    from annotator.ui.editors.attribute_form import AttributeForm
    from annotator.ui.panels.details.article_facts import ArticleFacts
    from annotator.ui.panels.details.one_page import OnePage
    from annotator.ui.panels.details.several_page import SeveralPage

NOTHING, ONE, SEVERAL, ARTICLE = range(4)
"""Pages: nothing to show, one annotation, several annotations, the article itself."""


class DetailsPanel(QWidget):
    """Details of what is selected; the article's own attributes while nothing is.

    The pages are imported and created when there is something to show on them, so that the window appears sooner.
    ``set_note`` is called with an id, the note and a token: what has the same token is one step of undo.
    ``relabel_requested``: id of the label that the selected annotation is to get. ``text_requested``: to return to the
    article. ``relabel_many_requested``: ids of several annotations and the label that they are to get.
    ``remove_requested``, ``link_many_requested``: ids of annotations. ``link_requested``: an address to open, if the
    user agrees. ``jumped``: id of the annotation at the other end of a relation. ``comments_made``: pill of comments.
    """

    relabel_requested = Signal(str)
    relabel_many_requested = Signal(list, str)
    remove_requested = Signal(list)
    link_many_requested = Signal(list)
    text_requested = Signal()
    link_requested = Signal(str)
    jumped = Signal(str)
    comments_made = Signal(object)

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
        self._session, self._look, self._values = session, look, values
        self._set_note, self._evidence = set_note, evidence
        self._article = session.current
        self._shown: Annotation | None = None
        self._several: list[str] = []
        self._one: OnePage | None = None
        self._many: SeveralPage | None = None
        self._facts: ArticleFacts | None = None
        self.header = PanelHeader(_("Details"), parent=self)
        self._lay_out()
        self._connect()
        self._opened()

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Let Tab follow the order on the page: parts that are made later would otherwise come last."""
        return step_in_layout(self, onwards=onwards) or super().focusNextPrevChild(onwards)

    def edit_note(self) -> None:
        """Focus the note, or what can be done with several annotations."""
        if self._several and self._many:
            self._many.take_focus()
        elif self._shown and self._one:
            self._one.edit_note()

    def edit_details(self) -> None:
        """Open the first attribute that has no value, else the first; focus the note where there is none."""
        form = self._form_of_page()
        if form is None or not form.open_first():
            self.edit_note()

    def add_evidence(self) -> None:
        """Open the form of a new piece of evidence for the selected annotation."""
        if self._one:
            self._one.evidence.add()

    def paste_evidence(self) -> None:
        """Add what the clipboard has as evidence for the selected annotation."""
        if self._one:
            self._one.evidence.paste()

    def _lay_out(self) -> None:
        self._pages, self._empty = Pages(), EmptyState(self._look, self)
        self._pages.add(NOTHING, self._empty)
        self._empty.say("", words(_("Select an annotation to see its details")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self._session.opened.connect(self._opened)
        self._session.changed.connect(self._refresh)
        self._session.selected.connect(self._refresh)

    def _connect_form(self, form: AttributeForm, area: ScrolledPage) -> None:
        """Connect a form that is alone on its page: Tab out of it leads to the text."""
        form.text_requested.connect(self.text_requested)
        form.link_requested.connect(self.link_requested)
        form.opened.connect(area.show_soon)
        form.stepped_out.connect(lambda _step: self.text_requested.emit())
        form.onwards.connect(lambda _name: self.text_requested.emit())

    def _one_page(self) -> OnePage:
        """Return the page of one annotation, which is made when it is first wanted."""
        if self._one is None:
            from annotator.ui.panels.details.one_page import OnePage  # here: not before it is wanted

            self._one = OnePage(self._session, self._look, self._set_note, self._values, self._evidence, self)
            self._one.relabelled.connect(self.relabel_requested)
            self._one.jumped.connect(self.jumped)
            self._one.left.connect(self.text_requested)
            self._one.link_requested.connect(self.link_requested)
            self._pages.add(ONE, self._one)
            let_tab_reach(self._one, after=self._empty)
            self.comments_made.emit(self._one.comments)
        return self._one

    def _article_page(self) -> ArticleFacts:
        """Return the page of the article, which is made for the first one of which anything is known."""
        if self._facts is None:
            from annotator.ui.panels.details.article_facts import ArticleFacts  # here: not before it is wanted

            facts = self._facts = ArticleFacts(self._session, self._look, self._values, self)
            area = ScrolledPage(facts, self)
            facts.desk.left.connect(self.text_requested)
            facts.corrections.left.connect(self.text_requested)
            self._connect_form(facts.form, area)
            self._pages.add(ARTICLE, area)
            let_tab_reach(area, after=self._empty)
        return self._facts

    def _several_page(self) -> SeveralPage:
        """Return the page of several annotations, which is made when it is first wanted."""
        if self._many is None:
            from annotator.ui.panels.details.several_page import SeveralPage  # here: not before it is wanted

            many = self._many = SeveralPage(self._session, self._look, self._set_common, self)
            area = ScrolledPage(many, self)
            many.relabelled.connect(lambda label: self.relabel_many_requested.emit(self._several, label))
            many.linked.connect(lambda: self.link_many_requested.emit(self._several))
            many.removed.connect(lambda: self.remove_requested.emit(self._several))
            self._connect_form(many.form, area)
            self._pages.add(SEVERAL, area)
            let_tab_reach(area, after=self._empty)
        return self._many

    def _form_of_page(self) -> AttributeForm | None:
        page = self._pages.currentIndex()
        shown = {SEVERAL: self._many, ONE: self._one, ARTICLE: self._facts}.get(page)
        return shown.form if shown else None

    def show_several(self, ids: list[str]) -> None:
        """Show what can be done with these annotations if they are several; with fewer, the selected one."""
        if self._many:
            self._many.form.finish()
        before, self._several = self._several, ids if len(ids) > 1 else []
        if before or self._several:
            self._turn_page()

    def _turn_page(self) -> None:
        session = self._session
        known = session.document.annotations if session.current else {}
        several, page = [known[id] for id in self._several if id in known], NOTHING
        if several:
            page = SEVERAL
            self._show_several(several)
        elif self._shown:
            page = ONE
        elif session.current:
            page = ARTICLE if self._show_article() else NOTHING
        self.setFocusProxy(self._one_page().note if page == ONE else self._facts.form if self._facts else self._empty)
        self._pages.setCurrentIndex(page)

    def _show_several(self, several: list[Annotation]) -> None:
        many, scheme, locked = self._several_page(), self._session.scheme, why_locked(self._session)
        many.show_annotations(several, scheme, locked=locked)
        key = (self._session.path, *self._several)
        many.form.show_fields(key, fields_of_annotations(several, scheme), locked=locked)

    def _show_article(self) -> bool:
        """Show what is known of the article, and return whether there is anything."""
        document = self._session.document
        fields = fields_of_article(document, self._session.scheme)
        if self._facts is None and not (fields or asked_of(document, "") or corrections_of(document)):
            return False
        return self._article_page().show_article(fields)

    def _opened(self) -> None:
        before, self._article = self._article, self._session.current
        self._show(self._session.selected_annotation if before is self._article else None)
        if self._session.selected_annotation:
            self._refresh()

    def _refresh(self) -> None:
        annotation = self._session.selected_annotation
        if annotation is not self._shown:
            if self._one and self._shown and (annotation is None or annotation.id != self._shown.id):
                self._one.finish()
                annotation = self._session.selected_annotation
            self._show(annotation)
        if self._one and annotation:
            self._one.show_place()
        if self._several or not annotation:
            self._turn_page()

    def _show(self, annotation: Annotation | None) -> None:
        self._shown = annotation
        self._turn_page()
        if annotation:
            self._one_page().show_annotation(annotation)
        elif self._one:
            self._one.forget()

    def _set_common(self, name: str, value: Value, token: object) -> None:
        """Give all selected annotations a value."""
        if ids := [id for id in self._several if id in self._session.document.annotations]:
            self._values.set(ids, name, value, token)
