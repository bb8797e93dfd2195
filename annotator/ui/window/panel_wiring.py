"""What the panels ask for, connected with what does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.session.editing.marking import Marking
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels at the window's sides."""

    articles: ArticlesPanel
    annotations: AnnotationsPanel
    details: DetailsPanel


def connect_panels(
    panels: Panels, marking: Marking, actions: Actions, store: SettingsStore, to_text: Callable[[], None]
) -> None:
    """No panel knows what does what it asks for."""
    for panel in (panels.articles, panels.annotations, panels.details):
        panel.text_requested.connect(to_text)
    annotations = panels.annotations
    annotations.remove_requested.connect(marking.remove)
    annotations.relabel_requested.connect(marking.relabel)
    annotations.details_requested.connect(lambda: actions.trigger("details"))
    annotations.note_requested.connect(lambda: actions.trigger("note"))
    annotations.order_chosen.connect(lambda order: store.update(annotations_order=order))
    annotations.set_order(store.settings.annotations_order)
    panels.details.relabel_requested.connect(marking.relabel_selected)
