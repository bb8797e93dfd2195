"""Centre of the window: header, banners, find bar, text and label bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.session.editing.citation import citation
from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.preferences.zoom import zoom
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.citation_clipboard import put_on_clipboard
from annotator.ui.article_page.header import Header
from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.hover_card import HoverCard
from annotator.ui.article_view.typography import NAMES, typeface
from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import BannerStack
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from annotator.ui.article_page.find_bar import FindBar
    from annotator.ui.article_page.focus_card import FocusCard
    from annotator.ui.article_page.mode_keys import ModeKeys
    from annotator.ui.article_view.hold_hint import HoldHint
    from annotator.ui.article_view.relations.relation_layer import RelationLayer


class ArticlePage(QWidget):
    """Page that creates its parts and connects their signals.

    The find bar, the hint for a held edge and the layer of relations are imported and created on first use, so that the
    window appears sooner.
    """

    def __init__(
        self, session: Session, look: Look, store: SettingsStore, marking: Marking, navigation: Navigation
    ) -> None:
        super().__init__()
        self._session, self._look, self._store = session, look, store
        self.view = ArticleView(session, look, typeface(store.settings), store.settings.column_width)
        self.header = Header(session, navigation.signing, look, self)
        self.banners = BannerStack(look, self)
        self.labels = LabelBar(session, look, self)
        self._reserved, self._alone = (0, 0, False), False
        self._relations: RelationLayer | None = None
        self._find_bar: FindBar | None = None
        self._focus_card: FocusCard | None = None
        self._mode_keys: ModeKeys | None = None
        self._card = HoverCard(session, look, self.view.colours, self)
        self._hint: HoldHint | None = None
        self._lay_out()
        self._connect(marking, navigation)
        for setting in ("whole_words", "line_numbers", "colour_by"):
            self._follow_setting(setting)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banners)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self.view)
        column.addLayout(self._middle, 1)
        column.addWidget(self.labels)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def _connect(self, marking: Marking, navigation: Navigation) -> None:
        self.view.selection_made.connect(marking.tag_selection_as_locked)
        self.view.zoomed.connect(lambda steps: zoom(self._store, steps))
        self.view.pointed_at.connect(self._card.point_at)
        for change in (self._session.opened, self._session.changed):
            change.connect(self._card.dismiss)
            change.connect(self._show_relations)
        self._card.wanted = lambda: self._session.selection is None and self.view.edge.hold is None
        self.view.edge_held.connect(self._show_hold)
        self.header.status_chosen.connect(navigation.set_status)
        self.labels.tag_requested.connect(marking.tag)
        self.labels.lock_requested.connect(marking.lock)
        self.labels.text_requested.connect(lambda: take_keyboard(self.view))
        self._store.changed.connect(self._follow_setting)
        self._session.changed.connect(self.banners.drop_successes)

    @property
    def relations(self) -> RelationLayer:
        """Layer of the relations, created for the first article that has one."""
        return self._relations or self._made_relations()

    def _made_relations(self) -> RelationLayer:
        from annotator.ui.article_view.relations.relation_layer import RelationLayer  # here: imported on first use only

        self._relations = RelationLayer(self._session, self.view)
        self._relations.show_all(on=self._store.settings.all_relations)
        return self._relations

    @property
    def find_bar(self) -> FindBar:
        """Find bar above the text, created on first use."""
        if self._find_bar is None:
            from annotator.ui.article_page.find_bar import FindBar  # here: imported on first use only

            self._find_bar = FindBar(self._session, self._look, self, store=self._store)
            self._find_bar.text_requested.connect(lambda: take_keyboard(self.view))
            self._find_bar.lit.connect(self.view.light)
            self._column.insertWidget(self._column.count() - 2, self._find_bar)
        return self._find_bar

    @property
    def middle(self) -> QRect:
        """Room of the text, with what is reserved beside it."""
        return self._middle.geometry()

    @property
    def above_text(self) -> int:
        """Height of what stands between header and text only for now: banners and the find bar."""
        return self._middle.geometry().top() - self.header.geometry().bottom() - 1

    def reserve(self, left: int, right: int, *, whole: bool = False) -> None:
        """Leave room beside the text, or beside the ``whole`` page with its bars, for what lies over it there."""
        if (left, right, whole) != self._reserved:
            self._reserved = left, right, whole
            beside, around = ((0, 0), (left, right)) if whole else ((left, right), (0, 0))
            self._middle.setContentsMargins(beside[0], 0, beside[1], 0)
            self._column.setContentsMargins(around[0], 0, around[1], 0)
            self._column.activate()

    def set_alone(self, *, on: bool) -> None:
        """Hide what is around the text, and show what keys do on a card instead of the label bar."""
        self._alone = on
        self.header.setVisible(not on)
        self.labels.setVisible(not on)
        if self._mode_keys:
            self._mode_keys.set_alone(on=on)
        if on or self._focus_card:
            self.focus_card.set_on(on=on)

    def show_mode(
        self,
        mode: str,
        keys: Sequence[tuple[str, str]] = (),
        *,
        awaited: bool = False,
        press: Callable[[str], object] | None = None,
    ) -> None:
        """Name a mode in the header, and say what keys do in place of the labels; an empty name ends it.

        ``press`` does at a click what the key of that caption does.
        """
        self.header.show_mode(mode)
        if self._mode_keys is None:
            from annotator.ui.article_page.mode_keys import ModeKeys  # here: imported on first use only

            self._mode_keys = ModeKeys(self._look, self.labels, self.view, self._column)
            self._mode_keys.set_alone(on=self._alone)
        self._mode_keys.show(mode, keys, awaited=awaited, press=press)

    @property
    def focus_card(self) -> FocusCard:
        """Card over the text in focus mode, created on first use."""
        if self._focus_card is None:
            from annotator.ui.article_page.focus_card import FocusCard  # here: imported on first use only

            self._focus_card = FocusCard(self._session, self._look, self.view)
        return self._focus_card

    # called by actions

    def copy(self) -> None:
        self.view.copy()

    def copy_with_source(self) -> None:
        """Copy the selection, or the selected annotation's words, with what is known of the article."""
        session, chosen = self._session, self._session.selected_annotation
        span = session.selection or (chosen.span if chosen and not chosen.displaced else None)
        if span is None:
            session.say(_("Select some text or an annotation first"))
            return
        put_on_clipboard(citation(session.document, span), self.view.createMimeDataFromSelection(), self._store)
        session.say(_("Copied with its source"))

    def select_all(self) -> None:
        self.view.selectAll()

    def open_find(self) -> None:
        self.find_bar.open()

    def find_next(self) -> None:
        self.find_bar.next()

    def find_previous(self) -> None:
        self.find_bar.previous()

    def close_find(self) -> bool:
        """Close the find bar and return whether it was open."""
        if self._find_bar is None or not self._find_bar.isVisible():
            return False
        self._find_bar.close_bar()
        return True

    def hold_edge(self, edge: str) -> None:
        """Begin to move the selected annotation's ``edge``, ``start`` or ``end``."""
        self.view.edge.take(edge)

    # reactions to the parts and the settings

    def _show_relations(self) -> None:
        current = self._session.current
        if self._relations is None and current and current.document.relations:
            self._made_relations()

    def _show_hold(self, edge: str) -> None:
        if edge and self._hint is None:
            from annotator.ui.article_view.hold_hint import HoldHint  # here: imported on first use only

            self._hint = HoldHint(self._look, self.view)
        if self._hint:
            self._hint.show_for(edge)

    def _follow_setting(self, setting: str) -> None:
        if setting in NAMES:
            self.view.set_type(typeface(self._store.settings), self._store.settings.column_width)
        elif setting == "whole_words":
            self.view.drag.by_words = self._store.settings.whole_words
        elif setting == "line_numbers":
            self.view.show_line_numbers(on=self._store.settings.line_numbers)
        elif setting == "all_relations" and self._relations:
            self._relations.show_all(on=self._store.settings.all_relations)
        elif setting == "colour_by":
            self.view.colouring.by_state = self._store.settings.colour_by == "state"
            self.view.repaint_all()
