"""What each action of the table does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND
from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.program.resources import samples
from annotator.ui.actions.pane_focus import step_pane
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_view.typography import zoom
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.window.docks import Docks
from annotator.ui.window.places_dock import PlacesDock


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the window that actions are for."""

    window: QMainWindow
    session: Session
    store: SettingsStore
    navigation: Navigation
    marking: Marking
    page: ArticlePage
    details: DetailsPanel
    docks: Docks
    messages: SystemDialogs
    panes: Callable[[], list[QWidget]]
    dialogs: Mapping[str, Callable[[], None]]
    places: PlacesDock


def handlers(parts: Parts) -> dict[str, Callable[[], None]]:
    """By the action's id, for all but the labels'."""
    return {**_file(parts), **_edit(parts), **_annotate(parts), **_go(parts), **_view(parts), **parts.dialogs}


def _file(parts: Parts) -> dict[str, Callable[[], None]]:
    navigation = parts.navigation
    return {
        "open_folder": lambda: _open_chosen(navigation, parts.messages.choose_folder(_start(parts))),
        "open_article": lambda: _open_chosen(
            navigation, parts.messages.choose_article(_start(parts), ARTICLE_SUFFIXES)
        ),
        "open_samples": lambda: navigation.open(samples()),
        "show_in_file_manager": lambda: _show_folder(parts.session),
        "status_new": lambda: navigation.set_status(NEW),
        "status_in_work": lambda: navigation.set_status(IN_WORK),
        "status_done": lambda: navigation.set_status(DONE),
        "status_nothing_found": lambda: navigation.set_status(NOTHING_FOUND),
        "quit": lambda: _close(parts.window),
    }


def _edit(parts: Parts) -> dict[str, Callable[[], None]]:
    view, page = parts.page.view, parts.page
    return {
        "undo": parts.session.undo,
        "redo": parts.session.redo,
        "copy": view.copy,
        "select_all": view.selectAll,
        "find": lambda: page.find_bar.open(),
        "find_next": lambda: page.find_bar.next(),
        "find_previous": lambda: page.find_bar.previous(),
    }


def _annotate(parts: Parts) -> dict[str, Callable[[], None]]:
    marking, view = parts.marking, parts.page.view
    return {
        "grow": marking.grow,
        "shrink": marking.shrink,
        "hold_start": lambda: view.edge.take("start"),
        "hold_end": lambda: view.edge.take("end"),
        "details": lambda: _show(parts.docks.details, parts.details.edit_details),
        "note": lambda: _show(parts.docks.details, parts.details.edit_note),
        "remove": marking.remove,
        "escape": marking.escape,
        "next_annotation": lambda: marking.walk(1),
        "previous_annotation": lambda: marking.walk(-1),
        "cycle": marking.cycle,
    }


def _go(parts: Parts) -> dict[str, Callable[[], None]]:
    navigation = parts.navigation
    return {
        "next_article": lambda: navigation.step(1),
        "previous_article": lambda: navigation.step(-1),
        "next_new": navigation.next_new,
        "places": parts.places.go_through,
        "done_next": navigation.done_next,
        "next_pane": lambda: step_pane(parts.panes(), 1),
        "previous_pane": lambda: step_pane(parts.panes(), -1),
    }


def _view(parts: Parts) -> dict[str, Callable[[], None]]:
    store = parts.store
    choices = {
        f"{setting}_{value}": _setting(store, name, value)
        for setting, name, values in (
            ("font", "article_font", ("serif", "system", "fixed")),
            ("theme", "theme", ("system", "light", "dark")),
        )
        for value in values
    }
    return {
        **choices,
        "show_articles": lambda: _toggle(parts.docks.articles),
        "show_annotations": lambda: _toggle(parts.docks.annotations),
        "show_details": lambda: _toggle(parts.docks.details),
        "zoom_in": lambda: zoom(store, 1),
        "zoom_out": lambda: zoom(store, -1),
        "zoom_reset": lambda: zoom(store, 0),
        "system_accent": lambda: store.update(system_accent=not store.settings.system_accent),
        "full_screen": lambda: _toggle_full_screen(parts.window),
    }


def _setting(store: SettingsStore, name: str, value: str) -> Callable[[], None]:
    return lambda: store.update(**{name: value})


def _open_chosen(navigation: Navigation, chosen: str) -> None:
    if chosen:
        navigation.open(Path(chosen))


def _start(parts: Parts) -> str:
    return str(parts.session.path.parent) if parts.session.path else parts.store.settings.last_folder


def _show_folder(session: Session) -> None:
    if session.path:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(session.path.parent)))


def _close(window: QMainWindow) -> None:
    window.close()


def _toggle(widget: QWidget) -> None:
    widget.setVisible(not widget.isVisible())


def _show(dock: QWidget, then: Callable[[], None]) -> None:
    dock.show()
    then()


def _toggle_full_screen(window: QMainWindow) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
