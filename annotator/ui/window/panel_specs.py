"""The panels of the window: one row each. A new panel is a row here and a row in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.several_statuses import SeveralStatuses
from annotator.session.editing.values.value_keys import ValueKeys
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.grouping import DIFFERENCES, REVIEW, difference_group, review_group
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.services import Services
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.panels.guidelines.panel import GuidelinesPanel
from annotator.ui.system.open_link import open_link
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.window.review.comment_number import CommentNumber, open_on_selected

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


def standing(area: Qt.DockWidgetArea) -> Qt.DockWidgetArea:
    """Return where in the window a panel of that area stands: at the other side where it reads from right to left."""
    sides = {LEFT: RIGHT, RIGHT: LEFT} if QGuiApplication.layoutDirection() == LEFTWARDS else {}
    return sides.get(area, area)


class Panel(Protocol):
    """A widget that a dock holds. ``text_requested`` asks for the keyboard to go back to the article."""

    header: PanelHeader
    text_requested: Any


class PanelParts(Struct, frozen=True):
    """The parts that panels are made with.

    ``actions`` returns the window's actions, ``beside`` opens a second article, ``dialogs`` asks before an address is
    opened, and prints.
    """

    services: Services
    look: Look
    marking: Marking
    values: ValueKeys
    links: LinkMode
    navigation: Navigation
    actions: Callable[[], Actions]
    beside: Callable[[Path], None]
    dialogs: SystemDialogs


class PanelSpec(Struct, frozen=True):
    """A panel: the title of its dock, how it is made, its area, and the id of the action that shows it.

    ``area`` is where it stands in a window that reads from left to right. ``width`` and ``height`` are shares of the
    window at first, in pixels; 0 where it takes what is left. ``takes_focus`` tells whether F6 stops at the panel now,
    ``about_text`` whether it tells of the words at the caret, which it is not to cover. ``at_first``: it is there
    before somebody asks for it.
    """

    title: str
    make: Callable[[PanelParts], QWidget]
    area: Qt.DockWidgetArea
    action: str
    width: int = 0
    height: int = 0
    takes_focus: Callable[[Session], bool] = lambda _session: True
    about_text: bool = True
    at_first: bool = True


def _articles(parts: PanelParts) -> ArticlesPanel:
    session, navigation = parts.services.session, parts.navigation
    groups = ArticleGroups(parts.services.folder, parts.services.store, session)
    differences, reviews = parts.services.differences, parts.services.reviews
    groups.worked_out[DIFFERENCES] = lambda name: difference_group(differences.articles.get(name))
    groups.worked_out[REVIEW] = lambda name: review_group(reviews.waiting.get(name))
    groups.asked.connect(lambda kind: (differences if kind == DIFFERENCES else reviews).ask())
    differences.changed.connect(groups.changed)
    reviews.changed.connect(groups.changed)
    panel = ArticlesPanel(session, parts.look, groups, parts.services.plan, navigation.open_article)
    panel.status_requested.connect(SeveralStatuses(session, navigation, panel).set)
    panel.file_requested.connect(show_in_folder)
    panel.beside_requested.connect(parts.beside)
    comments = parts.services.comments
    comments.changed.connect(lambda: panel.rows.show_comments(comments.of))
    return panel


def _annotations(parts: PanelParts) -> AnnotationsPanel:
    panel, marking, store = AnnotationsPanel(parts.services.session, parts.look), parts.marking, parts.services.store
    panel.remove_requested.connect(marking.remove)
    panel.relabel_requested.connect(marking.relabel)
    panel.chosen.connect(parts.values.note_several)
    panel.details_requested.connect(lambda: parts.actions().trigger("details"))
    panel.note_requested.connect(lambda: parts.actions().trigger("note"))
    panel.link_requested.connect(parts.links.begin)
    panel.key_typed.connect(lambda ids, key: parts.links.begin(ids) if key == parts.actions().caption("link") else None)
    panel.order_chosen.connect(lambda order: store.update(annotations_order=order))
    panel.columns_chosen.connect(lambda columns: store.update(annotation_columns=columns))
    panel.column_widened.connect(lambda column, width: store.update(**_widened(store, column, width)))
    panel.filter.kept.connect(lambda kept: store.update(kept_filters=kept))
    panel.filter.show_kept(store.settings.kept_filters)
    panel.set_order(store.settings.annotations_order)
    panel.set_columns(store.settings.annotation_columns, store.settings.column_widths)
    return panel


def _widened(store: SettingsStore, column: str, width: int) -> dict[str, Mapping[str, int]]:
    return {"column_widths": {**store.settings.column_widths, column: width}}


def _details(parts: PanelParts) -> DetailsPanel:
    session, evidence = parts.services.session, EvidenceParts(parts.services.evidence, parts.look, parts.dialogs)
    panel = DetailsPanel(session, parts.look, parts.marking.set_note, parts.values.values, evidence)
    panel.relabel_requested.connect(parts.marking.relabel_selected)
    panel.jumped.connect(parts.navigation.relations.go)
    panel.relabel_many_requested.connect(parts.marking.relabel)
    panel.remove_requested.connect(parts.marking.remove)
    panel.link_many_requested.connect(parts.links.begin)
    comments = parts.services.comments
    count, lead = partial(open_on_selected, comments, session), lambda: parts.actions().trigger("comment")
    panel.comments_made.connect(lambda pill: CommentNumber(pill, comments, session, count, lead))
    return panel


def _guidelines(parts: PanelParts) -> GuidelinesPanel:
    panel, dialogs = GuidelinesPanel(parts.services.guidelines, parts.look), parts.dialogs
    panel.link_requested.connect(lambda address: open_link(address, dialogs))
    panel.print_requested.connect(lambda: dialogs.print_text(_("Guidelines"), panel.printable()))
    return panel


def _is_open(session: Session) -> bool:
    return session.current is not None


def _has_details(session: Session) -> bool:
    """Return True if an annotation is selected, or the article itself has attributes."""
    if session.current is None or session.selected_annotation:
        return session.current is not None
    return bool(session.scheme.article or session.document.article_attributes)


PANELS = (
    PanelSpec(N_("Articles"), _articles, LEFT, "show_articles", width=238, about_text=False),
    PanelSpec(N_("Annotations"), _annotations, RIGHT, "show_annotations", width=324, height=340),
    PanelSpec(N_("Details"), _details, RIGHT, "show_details", height=460, takes_focus=_has_details),
    PanelSpec(
        N_("Guidelines"), _guidelines, RIGHT, "show_guidelines", height=320, takes_focus=_is_open, at_first=False
    ),
)
