"""The parts of the program that actions act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.desk.desk import Desk
from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.values.value_keys import ValueKeys
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session


class TextCommands(Protocol):
    """Commands of the article's text."""

    def copy(self) -> None: ...

    def copy_with_source(self) -> None: ...

    def select_all(self) -> None: ...

    def open_find(self) -> None: ...

    def find_next(self) -> None: ...

    def find_previous(self) -> None: ...

    def close_find(self) -> bool:
        """Close the find bar and return whether it was open."""

    def hold_edge(self, edge: str) -> None:
        """Take hold of the selected annotation's ``start`` or ``end``."""


class WindowCommands(Protocol):
    """Commands of the window around the text."""

    def choose_folder(self) -> None: ...

    def choose_article(self) -> None: ...

    def open_samples(self) -> None: ...

    def show_around(self) -> None:
        """Point at the parts of the window, one after another."""

    def show_in_file_manager(self) -> None: ...

    def edit_details(self) -> None: ...

    def edit_note(self) -> None: ...

    def add_evidence(self) -> None: ...

    def paste_evidence(self) -> None: ...

    def go_through_places(self) -> None: ...

    def show_guidelines(self) -> None:
        """Show what the guidelines say of the label in focus, or of that of the selected annotation."""

    def print_guidelines(self) -> None: ...

    def toggle_panel(self, action: str) -> None:
        """Show or hide the panel that the action of this id is for."""

    @property
    def toggle_board(self) -> Callable[[], None]:
        """Show the board of the folder in place of the article, or the article again."""

    def toggle_second_article(self) -> None:
        """Open another article beside the one that is edited, to be read only, or close it."""

    def swap_articles(self) -> None:
        """Edit the second article, and read the one that was edited."""

    def compare_texts(self) -> None:
        """Show the signed text, or the one before, beside the article with what has changed, or close it."""

    def go_to_change(self, step: int) -> None:
        """Go to the next change between the two texts, or the one before."""

    def compare_annotators(self, *, deciding: bool) -> None:
        """Compare the annotators of the article, ``deciding`` on a final version, or leave that."""

    def compare_earlier(self) -> None:
        """Compare one's own annotations with their last earlier version, or leave that."""

    def leave_comparing(self) -> bool:
        """Leave one level of comparing annotators and return whether there was one."""

    def close_overlay(self) -> bool:
        """Close the panel that is open over the text and return whether there was one."""

    def reset_layout(self) -> None: ...

    def toggle_full_screen(self) -> None: ...

    def toggle_focus_mode(self) -> None: ...

    def leave_focus_mode(self) -> None:
        """Show everything again, if only the text is shown."""

    def step_pane(self, step: int) -> None:
        """Put the keyboard into the next pane, or the one before."""

    def quit(self) -> None: ...


class DialogCommands(Protocol):
    """Dialogs to open."""

    def open_palette(self) -> None: ...

    def open_key_sheet(self) -> None: ...

    def open_handbook(self) -> None: ...

    def open_settings(self) -> None: ...

    def open_about(self) -> None: ...

    def open_encoding(self) -> None: ...

    def open_history(self) -> None: ...

    def open_steps(self) -> None: ...

    def open_scheme(self) -> None: ...

    def open_evidence(self) -> None:
        """Open the list of the evidence of the article and of the folder."""

    def open_figures(self) -> None: ...

    def open_sign_off(self) -> None:
        """Open the dialog that signs the open article."""

    def open_lists(self) -> None:
        """Open the queries, calls, criticism and changes of the article and of the folder."""

    def ask_query(self) -> None:
        """Ask the author about the selected annotation, or about the article."""

    def mark_criticism(self) -> None: ...

    def open_statistics(self) -> None: ...
    def open_agreement(self) -> None: ...
    def open_corrections(self) -> None: ...

    def open_export(self) -> None: ...
    def open_hand_over(self) -> None: ...

    def open_import(self) -> None: ...

    def print_article(self) -> None:
        """Print the open article with its notes and the sheet to sign."""


class Targets(Struct, frozen=True):
    """Everything that a row of the table of actions may call."""

    session: Session
    store: SettingsStore
    navigation: Navigation
    marking: Marking
    linking: LinkMode
    values: ValueKeys
    card: CardMode
    desk: Desk
    review: ReviewMode
    text: TextCommands
    window: WindowCommands
    dialogs: DialogCommands
