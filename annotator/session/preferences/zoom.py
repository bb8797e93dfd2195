"""Zoom of the article, a setting."""

from __future__ import annotations

from annotator.session.preferences.settings import ZOOMS
from annotator.session.preferences.settings_store import SettingsStore


def zoom(store: SettingsStore, steps: int) -> None:
    """Make the article larger or smaller by so many steps, within the limits; 0 for 100 %."""
    now = store.settings.zoom
    wanted = now + steps * ZOOMS.step if steps else 100
    store.update(zoom=min(max(wanted, ZOOMS.start), ZOOMS[-1]))
