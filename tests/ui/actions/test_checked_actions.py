"""Ticks of actions: status, locked label, theme, font, panels."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget

from annotator.model import edits
from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.actions.checked_actions import CheckedActions

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

TEXT = "Thousands of people left the town on Thursday."


class Overlays(QObject):
    """Tells which panel is open over the page."""

    shown = Signal(str, bool)


@pytest.fixture
def store(tmp_path: Path, small_window: SmallWindow) -> Iterator[SettingsStore]:
    with ThreadPoolExecutor(1) as executor:
        store = SettingsStore(tmp_path / "settings.json", Jobs(executor))
        yield store
        store.close()


@pytest.fixture
def ticks(small_window: SmallWindow, store: SettingsStore) -> CheckedActions:
    return CheckedActions(small_window.actions, small_window.session, store)


def ticked(small_window: SmallWindow, choice: str) -> list[str]:
    rows = (row.id for row in small_window.actions.rows if row.choice == choice)
    return [id for id in rows if small_window.actions.action(id).isChecked()]


def test_the_locked_label(small_window: SmallWindow, ticks: CheckedActions) -> None:
    small_window.open(TEXT)
    assert ticked(small_window, "lock") == []
    small_window.session.lock("source")
    assert ticked(small_window, "lock") == ["lock:source"]
    small_window.session.lock("")
    assert ticked(small_window, "lock") == []


def test_the_status(small_window: SmallWindow, ticks: CheckedActions) -> None:
    small_window.open(TEXT)
    assert ticked(small_window, "status") == ["status_new"]
    small_window.session.do(edits.set_status(small_window.session.document, "nothing-found"), "Done, nothing found")
    assert ticked(small_window, "status") == ["status_nothing_found"]
    small_window.session.do(edits.set_status(small_window.session.document, "reviewed"), "Reviewed")
    assert ticked(small_window, "status") == []


def test_theme_font_and_accent(small_window: SmallWindow, store: SettingsStore, ticks: CheckedActions) -> None:
    assert ticked(small_window, "theme") == ["theme_system"]
    store.update(theme="dark", article_font="fixed", system_accent=True)
    assert ticked(small_window, "theme") == ["theme_dark"]
    assert ticked(small_window, "font") == ["font_fixed"]
    assert small_window.actions.action("system_accent").isChecked()
    store.update(system_accent=False)
    assert not small_window.actions.action("system_accent").isChecked()


def test_a_panel_is_ticked_as_long_as_its_dock_is_shown(small_window: SmallWindow, ticks: CheckedActions) -> None:
    dock, action = QDockWidget("Details"), small_window.actions.action("show_details")
    ticks.follow_panels({"show_details": dock}, Overlays(small_window.window).shown)
    small_window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    assert action.isChecked()
    dock.hide()
    assert not action.isChecked()


def test_a_panel_is_ticked_as_long_as_it_is_open_over_the_page(
    small_window: SmallWindow, ticks: CheckedActions
) -> None:
    overlays, action = Overlays(small_window.window), small_window.actions.action("show_details")
    ticks.follow_panels({}, overlays.shown)
    overlays.shown.emit("show_details", True)
    assert action.isChecked()
    overlays.shown.emit("show_details", False)
    assert not action.isChecked()
