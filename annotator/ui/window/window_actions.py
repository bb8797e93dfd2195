"""Commands of the window that the table of actions runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from annotator.language.label_names import shown_name
from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.session.session import Session
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.program.own_samples import own_samples
from annotator.ui.actions.pane_focus import step_pane
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.panels.guidelines.panel import GuidelinesPanel
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.window.focus_mode import FocusMode
from annotator.ui.window.side_panels import SidePanels

if TYPE_CHECKING:
    from annotator.ui.window.compared.comparing import Comparing
    from annotator.ui.window.review.compare_place import ComparePlace

OF_ATTRIBUTE = ("value-", "add-", "editor-")
"""Beginnings of the names of widgets that stand for an attribute; its id follows."""


class WindowActions:
    """Carry out what concerns the window as a whole; ``panes`` are the widgets that F6 goes through, in order.

    ``caption`` returns the key of an action by its id. ``show_tour`` begins the tour of the window.
    ``toggle_board`` shows the board, or the article again.
    """

    def __init__(
        self,
        window: QMainWindow,
        services: Services,
        navigation: Navigation,
        dialogs: SystemDialogs,
        panels: SidePanels,
        focus: FocusMode,
    ) -> None:
        self._window, self._services, self._navigation = window, services, navigation
        self._dialogs, self._panels, self._focus = dialogs, panels, focus
        self.panes: Callable[[], Sequence[QWidget]] = tuple
        self.caption: Callable[[str], str] = str
        self.show_tour: Callable[[], None] = lambda: None
        self._compared: Comparing | None = None
        self.annotators: ComparePlace | None = None
        self.toggle_board: Callable[[], None] = lambda: None

    def choose_folder(self) -> None:
        """Ask for a folder and open it."""
        self._open(self._dialogs.choose_folder(self._start()))

    def choose_article(self) -> None:
        """Ask for an article and open it with its folder."""
        self._open(self._dialogs.choose_article(self._start(), ARTICLE_SUFFIXES))

    def open_samples(self) -> None:
        """Open a copy of the sample articles that belongs to the user."""
        self._navigation.open(own_samples(self._services.unsaved.with_name("samples")))

    def show_around(self) -> None:
        """Begin the tour of the window."""
        self.show_tour()

    def show_in_file_manager(self) -> None:
        if path := self._services.session.path:
            show_in_folder(path)

    def edit_details(self) -> None:
        """Show the details and put the keyboard there."""
        self._details().edit_details()

    def edit_note(self) -> None:
        """Show the details and put the keyboard into the note."""
        self._details().edit_note()

    def add_evidence(self) -> None:
        """Show the details and open the form of a new piece of evidence for the selected annotation."""
        self._details().add_evidence()

    def paste_evidence(self) -> None:
        """Show the details and add what the clipboard has as evidence for the selected annotation."""
        self._details().paste_evidence()

    def show_guidelines(self) -> None:
        """Show what the guidelines say of the label in focus, or of that of the selected annotation."""
        names, attribute = _part_asked(self._services.session)
        self._guidelines().show_part(names, attribute)

    def print_guidelines(self) -> None:
        """Show the guidelines and print them."""
        self._guidelines().print_all()

    def go_through_places(self) -> None:
        self._focus.go_through_places()

    def toggle_panel(self, action: str) -> None:
        """Show the panel or hide it."""
        self._panels.toggle(action)

    def toggle_second_article(self) -> None:
        """Open the article selected in the list beside the one that is edited, or close what is there."""
        selected = self._panels.panel(ArticlesPanel).selected
        self._panels.area.toggle_second(selected[0] if len(selected) == 1 else None)

    def swap_articles(self) -> None:
        self._panels.area.swap()

    def compare_texts(self) -> None:
        """Show the signed text, or the one before, beside the article with what has changed, or close it."""
        self._comparing().toggle()

    def go_to_change(self, step: int) -> None:
        """Go to the next change between the two texts, or the one before."""
        self._comparing().go_to_change(step)

    def compare_annotators(self, *, deciding: bool) -> None:
        """Compare the annotators of the article, ``deciding`` on a final version, or leave that."""
        self._annotators_place().toggle(deciding=deciding)

    def compare_earlier(self) -> None:
        """Compare one's own annotations with their last earlier version, or leave that."""
        self._annotators_place().toggle_earlier()

    def leave_comparing(self) -> bool:
        """Leave one level of comparing annotators and return whether there was one."""
        return self.annotators is not None and self.annotators.back()

    def close_overlay(self) -> bool:
        """Close the panel that is open over the text and return whether there was one."""
        return self._panels.close()

    def reset_layout(self) -> None:
        """Put all panels back to where they stand at first."""
        self._panels.reset()

    def toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def toggle_focus_mode(self) -> None:
        """Show the text alone, or everything again."""
        self._focus.toggle()

    def leave_focus_mode(self) -> None:
        """Show everything again, if only the text is shown."""
        self._focus.leave()

    def step_pane(self, step: int) -> None:
        step_pane([*self.panes(), *(self.annotators.panes if self.annotators else ())], step)
        self._panels.open_focused()

    def quit(self) -> None:
        self._window.close()

    def _details(self) -> DetailsPanel:
        self._panels.show("show_details")
        return self._panels.panel(DetailsPanel)

    def _guidelines(self) -> GuidelinesPanel:
        self._panels.show("show_guidelines")
        return self._panels.panel(GuidelinesPanel)

    def _comparing(self) -> Comparing:
        if self._compared is None:
            from annotator.ui.window.compared.comparing import Comparing  # here: not before it is wanted

            self._compared = Comparing(self._services, self._panels.area, self._window)
        return self._compared

    def _annotators_place(self) -> ComparePlace:
        if self.annotators is None:
            from annotator.ui.window.review.compare_place import ComparePlace  # here: not before it is wanted

            page, docks = self._panels.area.page, self._panels.of_text
            key = partial(self.caption, "decide_final")
            self.annotators = ComparePlace(self._services, self._panels.look, self._dialogs, page, docks, key)
        return self.annotators

    def _open(self, chosen: str) -> None:
        if chosen:
            self._navigation.open(Path(chosen))

    def _start(self) -> str:
        path = self._services.session.path
        return str(path.parent) if path else self._services.store.settings.last_folder


def _part_asked(session: Session) -> tuple[list[str], str]:
    """Return the names of the label, and the attribute whose field has the focus; no names where no label is meant."""
    widgets = [*_in_focus()]
    chosen = session.selected_annotation
    asked = next((_label_of(widget) for widget in widgets if _label_of(widget)), chosen.label if chosen else "")
    label = session.scheme.label(asked) if session.current else None
    attribute = next((id for widget in widgets if (id := _attribute_of(widget))), "")
    return ([shown_name(label), label.name, label.id] if label else [asked]), attribute


def _in_focus() -> Iterator[QWidget]:
    """Yield the widget that has the focus and those that it is in."""
    widget = QApplication.focusWidget()
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _label_of(widget: QWidget) -> str:
    """Return the label that the widget stands for: a chip of the label bar, or the palette's current line."""
    if isinstance(widget, LabelChip):
        return widget.label.id
    if widget.objectName() != "commandPalette":
        return ""
    from annotator.ui.dialogs.command_palette.palette import CommandPalette  # here: it has been opened

    return widget.leave_for_label() if isinstance(widget, CommandPalette) else ""


def _attribute_of(widget: QWidget) -> str:
    name = widget.objectName()
    return next((name.removeprefix(start) for start in OF_ATTRIBUTE if name.startswith(start)), "")
